"""Reports for tests."""

import factory
from factory.django import DjangoModelFactory

from reports.models import Report


class ReportFactory(DjangoModelFactory):
    class Meta:
        model = Report

    number = factory.Sequence(lambda n: n + 1)
    title = factory.Sequence(lambda n: f"How a member did it, part {n}")
