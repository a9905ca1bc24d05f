"""Reports for tests."""

from datetime import date

import factory
from factory.django import DjangoModelFactory

from reports.models import (
    AnnualReport,
    CaseStudy,
    Circular,
    Indicator,
    Newsletter,
    Objective,
    Pillar,
    PillarTitle,
    Reading,
    Report,
    Series,
    StrategicPlan,
    Target,
    WorkItem,
)
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


class StrategicPlanFactory(DjangoModelFactory):
    """A plan of the office for two fiscal years, adopted unless told otherwise."""

    class Meta:
        model = StrategicPlan

    level = "office"
    office = factory.SubFactory(OfficeFactory)
    title = factory.Sequence(lambda n: f"ROCB Strategic Plan {n}")
    starts_on = date(2026, 7, 1)
    ends_on = date(2028, 6, 30)
    status = "adopted"


class PillarFactory(DjangoModelFactory):
    class Meta:
        model = Pillar
        django_get_or_create = ("office", "number")

    office = factory.SubFactory(OfficeFactory)
    number = 1


class PillarTitleFactory(DjangoModelFactory):
    class Meta:
        model = PillarTitle

    pillar = factory.SubFactory(PillarFactory)
    title = "To support the implementation of the SAFE Framework"
    from_on = date(2004, 9, 1)


class ObjectiveFactory(DjangoModelFactory):
    class Meta:
        model = Objective

    plan = factory.SubFactory(StrategicPlanFactory)
    pillar = factory.SubFactory(PillarFactory, office=factory.SelfAttribute("..plan.office"))
    number = factory.Sequence(lambda n: f"1.{n}")
    title = factory.Sequence(lambda n: f"Objective number {n}")


class IndicatorFactory(DjangoModelFactory):
    """One whose values are entered."""

    class Meta:
        model = Indicator

    objective = factory.SubFactory(ObjectiveFactory)
    title = factory.Sequence(lambda n: f"Indicator number {n}")


class TargetFactory(DjangoModelFactory):
    class Meta:
        model = Target

    indicator = factory.SubFactory(IndicatorFactory)
    year = 2026
    value = 100


class ReadingFactory(DjangoModelFactory):
    class Meta:
        model = Reading

    indicator = factory.SubFactory(IndicatorFactory)
    on = date(2026, 9, 30)
    value = 40
    evidence = "Counted in the register."


class WorkItemFactory(DjangoModelFactory):
    class Meta:
        model = WorkItem

    office = factory.SubFactory(OfficeFactory)
    year = 2026
    title = factory.Sequence(lambda n: f"Item number {n}")
    starts_on = date(2026, 9, 1)
    ends_on = date(2026, 12, 31)


class AnnualReportFactory(DjangoModelFactory):
    class Meta:
        model = AnnualReport

    office = factory.SubFactory(OfficeFactory)
    year = 2025


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
