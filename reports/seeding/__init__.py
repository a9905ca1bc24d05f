"""Demonstration data of pillar 4, by noun, in the order in which they are made."""

from reports.seeding import annual, circulars, library, offices, plans, staff
from rocb.seeding import Demo, Seeder


def seed(demo: Demo) -> None:
    library.seed(demo)
    circulars.seed(demo)
    staff.former_staff(demo)
    staff.later_donors()
    plans.plans(demo)
    annual.annual_reports(demo)
    offices.other_offices(demo)


SEEDER = Seeder("reports", seed)
