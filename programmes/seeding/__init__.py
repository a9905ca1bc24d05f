"""What technical assistance and training add to the demonstration office, in this order."""

from programmes.seeding.assistance import assistance
from programmes.seeding.events import events
from programmes.seeding.participants import participants
from programmes.seeding.surveys import surveys
from rocb.seeding import Demo, Seeder


def training(demo: Demo) -> None:
    events(demo)
    assistance(demo)
    participants(demo)
    # Last: they ask those who took part.
    surveys(demo)


SEEDER = Seeder("programmes", training)
