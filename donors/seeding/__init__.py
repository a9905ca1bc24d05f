"""The partners of the demonstration office: sign-ins, agreements from 2007 to today, what they moved."""

from donors.models import Donor
from donors.seeding.agreements import agreements
from donors.seeding.partners import partners
from donors.seeding.rates import rates
from rocb.seeding import Demo, Seeder, donor_sign_in


def donors(demo: Demo) -> None:
    # A successor that came later has no sign-in of its own.
    for donor in Donor.objects.filter(predecessors=None).order_by("pk"):
        donor_sign_in(demo, donor)
    rates(demo)
    partners(demo)
    agreements(demo)


SEEDER = Seeder("donors", donors)
