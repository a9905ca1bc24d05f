"""What technical assistance and training add to the demonstration office, in this order."""

from programmes.seeding.events import events
from rocb.seeding import Demo, Seeder


def training(demo: Demo) -> None:
    events(demo)


SEEDER = Seeder("programmes", training)
