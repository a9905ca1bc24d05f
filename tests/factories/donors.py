"""Donors, agreements and what they pay for, for tests."""

from datetime import date
from decimal import Decimal

import factory
from factory.django import DjangoModelFactory

from donors.models import (
    Activity,
    Agreement,
    Allocation,
    Contact,
    Donor,
    DonorReport,
    Engagement,
    Expenditure,
    FundingRequest,
    Instalment,
    Need,
    Rate,
)
from tests.factories.programmes import EventFactory
from tests.factories.rocb import OfficeFactory, PersonFactory


class DonorFactory(DjangoModelFactory):
    class Meta:
        model = Donor

    name = factory.Sequence(lambda n: f"Development Bank {n}")
    kind = Donor.Kind.INTERNATIONAL


class ContactFactory(DjangoModelFactory):
    class Meta:
        model = Contact

    donor = factory.SubFactory(DonorFactory)
    person = factory.SubFactory(PersonFactory, organisation=factory.SelfAttribute("..donor"))


class EngagementFactory(DjangoModelFactory):
    class Meta:
        model = Engagement

    office = factory.SubFactory(OfficeFactory)
    donor = factory.SubFactory(DonorFactory)
    on = date(2026, 3, 2)
    subject = factory.Sequence(lambda n: f"Talk number {n}")


class FundingRequestFactory(DjangoModelFactory):
    class Meta:
        model = FundingRequest

    office = factory.SubFactory(OfficeFactory)
    donor = factory.SubFactory(DonorFactory)
    title = factory.Sequence(lambda n: f"Money for project {n}")
    purpose = "Risk management in four ports."
    amount = Decimal("50000.00")


class AgreementFactory(DjangoModelFactory):
    """Active, of 100,000 dollars, for the year 2026, unless told otherwise."""

    class Meta:
        model = Agreement

    office = factory.SubFactory(OfficeFactory)
    donor = factory.SubFactory(DonorFactory)
    reference = factory.Sequence(lambda n: f"T-{n:04d}")
    title = factory.Sequence(lambda n: f"Grant number {n}")
    amount = Decimal("100000.00")
    starts_on = date(2026, 1, 1)
    ends_on = date(2026, 12, 31)
    signed_on = date(2025, 12, 1)
    status = "active"


class InstalmentFactory(DjangoModelFactory):
    class Meta:
        model = Instalment

    agreement = factory.SubFactory(AgreementFactory)
    number = factory.Sequence(lambda n: n + 1)
    due_on = date(2026, 2, 1)
    amount = Decimal("40000.00")


class ActivityFactory(DjangoModelFactory):
    """An event that is paid for; give mission or action with event=None for those."""

    class Meta:
        model = Activity

    office = factory.SubFactory(OfficeFactory)
    slug = factory.Sequence(lambda n: f"activity-{n}")
    event = factory.SubFactory(
        EventFactory, office=factory.SelfAttribute("..office"), status="held"
    )


class AllocationFactory(DjangoModelFactory):
    class Meta:
        model = Allocation

    agreement = factory.SubFactory(AgreementFactory)
    activity = factory.SubFactory(
        ActivityFactory, office=factory.SelfAttribute("..agreement.office")
    )
    amount = Decimal("30000.00")
    on = date(2026, 2, 2)


class ExpenditureFactory(DjangoModelFactory):
    class Meta:
        model = Expenditure

    allocation = factory.SubFactory(AllocationFactory)
    agreement = factory.SelfAttribute("allocation.agreement")
    on = date(2026, 2, 20)
    what = "Travel"
    amount = Decimal("250.00")


class DonorReportFactory(DjangoModelFactory):
    class Meta:
        model = DonorReport

    agreement = factory.SubFactory(AgreementFactory)
    from_on = date(2026, 1, 1)
    until_on = date(2026, 6, 30)
    due_on = date(2026, 7, 31)


class NeedFactory(DjangoModelFactory):
    class Meta:
        model = Need

    is_shared = True
    cost = Decimal("20000.00")


class RateFactory(DjangoModelFactory):
    class Meta:
        model = Rate

    currency = "JPY"
    on = date(2026, 1, 1)
    usd = Decimal("0.007")
