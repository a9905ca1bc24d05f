"""The donors of the demonstration office: a sign-in for each."""

from donors.models import Donor
from rocb.seeding import Demo, Seeder, donor_sign_in


def donors(demo: Demo) -> None:
    for donor in Donor.objects.order_by("pk"):
        donor_sign_in(demo, donor)


SEEDER = Seeder("donors", donors)
