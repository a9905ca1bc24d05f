"""Programmes for tests."""

from datetime import date, timedelta

import factory
from factory.django import DjangoModelFactory

from programmes.models import (
    AssistanceRequest,
    Certificate,
    Course,
    Event,
    EventSession,
    Invitation,
    Nomination,
    NominationImport,
    Programme,
    ResourcePerson,
    ResourceProfile,
    TrainingCentre,
)
from tests.factories.rocb import AdministrationFactory, OfficeFactory, PersonFactory


class ProgrammeFactory(DjangoModelFactory):
    class Meta:
        model = Programme

    name = factory.Sequence(lambda n: f"Programme {n}")


class EventFactory(DjangoModelFactory):
    class Meta:
        model = Event

    office = factory.SubFactory(OfficeFactory)
    title = factory.Sequence(lambda n: f"Workshop {n}")
    place = "Bangkok"
    starts_on = date(2026, 3, 2)
    ends_on = date(2026, 3, 6)


class EventSessionFactory(DjangoModelFactory):
    class Meta:
        model = EventSession

    event = factory.SubFactory(EventFactory)
    on = factory.SelfAttribute("event.starts_on")
    title = factory.Sequence(lambda n: f"Session {n}")


class AssistanceRequestFactory(DjangoModelFactory):
    class Meta:
        model = AssistanceRequest

    administration = factory.SubFactory(AdministrationFactory)
    title = factory.Sequence(lambda n: f"Seminar {n}")
    reason = "Nobody of ours has done this before."


class ResourceProfileFactory(DjangoModelFactory):
    class Meta:
        model = ResourceProfile

    person = factory.SubFactory(PersonFactory)
    languages = ["en"]


class ResourcePersonFactory(DjangoModelFactory):
    class Meta:
        model = ResourcePerson

    event = factory.SubFactory(EventFactory)
    person = factory.SubFactory(PersonFactory)


class TrainingCentreFactory(DjangoModelFactory):
    class Meta:
        model = TrainingCentre

    name = factory.Sequence(lambda n: f"RTC {n}")
    run_by = factory.SubFactory(AdministrationFactory)
    region = factory.SelfAttribute("run_by.region")
    city = "Suva"


class CourseFactory(DjangoModelFactory):
    class Meta:
        model = Course

    centre = factory.SubFactory(TrainingCentreFactory)
    title = factory.Sequence(lambda n: f"Course {n}")


class InvitationFactory(DjangoModelFactory):
    class Meta:
        model = Invitation

    event = factory.SubFactory(EventFactory)
    administration = factory.SubFactory(AdministrationFactory)
    seats = 2
    respond_by = factory.LazyFunction(lambda: date.today() + timedelta(days=20))


class NominationFactory(DjangoModelFactory):
    """Of an invitation; its person belongs to the invited administration."""

    class Meta:
        model = Nomination

    invitation = factory.SubFactory(InvitationFactory)
    event = factory.SelfAttribute("invitation.event")
    administration = factory.SelfAttribute("invitation.administration")
    person = factory.SubFactory(
        PersonFactory, organisation=factory.SelfAttribute("..administration")
    )


class CertificateFactory(DjangoModelFactory):
    class Meta:
        model = Certificate

    nomination = factory.SubFactory(NominationFactory, status="attended")
    given_name = factory.SelfAttribute("nomination.person.given_name")
    family_name = factory.SelfAttribute("nomination.person.family_name")
    event_title = factory.SelfAttribute("nomination.event.title")
    place = "Bangkok"
    starts_on = date(2026, 3, 2)
    ends_on = date(2026, 3, 6)
    issued_on = date(2026, 3, 6)


class NominationImportFactory(DjangoModelFactory):
    class Meta:
        model = NominationImport

    invitation = factory.SubFactory(InvitationFactory)
    event = factory.SelfAttribute("invitation.event")
    name = "nominees.xlsx"
    content = factory.LazyFunction(lambda: {"rows": [], "notes": []})
