"""Pillar 1 of the demonstration office: plans, missions, cycles of history, and today's cycle."""

from missions.seeding.cycles import cycles
from missions.seeding.missions import missions
from missions.seeding.plans import plans
from rocb.seeding import Demo, Seeder


def follow_up(demo: Demo) -> None:
    plans(demo)
    cycles(demo)
    missions(demo)


SEEDER = Seeder("missions", follow_up)
