"""Programmes for tests."""

import factory
from factory.django import DjangoModelFactory

from programmes.models import Programme


class ProgrammeFactory(DjangoModelFactory):
    class Meta:
        model = Programme

    name = factory.Sequence(lambda n: f"Programme {n}")
