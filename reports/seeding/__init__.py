"""Demonstration data of pillar 4, by noun, in the order in which they are made."""

from reports.seeding import circulars, library
from rocb.seeding import Demo, Seeder


def seed(demo: Demo) -> None:
    library.seed(demo)
    circulars.seed(demo)


SEEDER = Seeder("reports", seed)
