"""Pillar 1 of the demonstration office: plans, six cycles of history, and the cycle of today."""

from missions.seeding.cycles import cycles
from missions.seeding.plans import plans
from rocb.seeding import Demo, Seeder


def follow_up(demo: Demo) -> None:
    plans(demo)
    cycles(demo)


SEEDER = Seeder("missions", follow_up)
