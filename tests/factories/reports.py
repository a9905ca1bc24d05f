"""Reports for tests."""

from datetime import date

import factory
from factory.django import DjangoModelFactory

from reports.models import CaseStudy, Circular, Newsletter, Report, Series
from tests.factories.rocb import AdministrationFactory, OfficeFactory


class SeriesFactory(DjangoModelFactory):
    class Meta:
        model = Series
        django_get_or_create = ("code",)

    office = factory.SubFactory(OfficeFactory)
    code = "good-practice"
    title = "Customs Good Practice Reports"
    is_main = True


class ReportFactory(DjangoModelFactory):
    class Meta:
        model = Report

    office = factory.SubFactory(OfficeFactory)
    series = factory.SubFactory(SeriesFactory, office=factory.SelfAttribute("..office"))
    number = factory.Sequence(lambda n: n + 1)
    title = factory.Sequence(lambda n: f"How a member did it, part {n}")


class CaseStudyFactory(DjangoModelFactory):
    class Meta:
        model = CaseStudy

    report = factory.SubFactory(ReportFactory, status="calling")
    administration = factory.SubFactory(AdministrationFactory)


class CircularFactory(DjangoModelFactory):
    class Meta:
        model = Circular
        skip_postgeneration_save = True

    office = factory.SubFactory(OfficeFactory)
    subject = factory.Sequence(lambda n: f"Circular {n}")
    body = "Dear colleagues,\n\nplease **read** this."
    all_members = True


class NewsletterFactory(DjangoModelFactory):
    class Meta:
        model = Newsletter

    office = factory.SubFactory(OfficeFactory)
    number = factory.Sequence(lambda n: n + 1)
    title = "The first quarter"
    intro = "Dear **readers**"
    from_on = date(2026, 1, 1)
    until_on = date(2026, 3, 31)
