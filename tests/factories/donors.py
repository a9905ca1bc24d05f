"""Donors for tests."""

import factory
from factory.django import DjangoModelFactory

from donors.models import Donor


class DonorFactory(DjangoModelFactory):
    class Meta:
        model = Donor

    name = factory.Sequence(lambda n: f"Development Bank {n}")
    kind = Donor.Kind.INTERNATIONAL
