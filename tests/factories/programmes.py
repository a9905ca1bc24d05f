"""Programmes for tests."""

from datetime import date

import factory
from factory.django import DjangoModelFactory

from programmes.models import Event, EventSession, Programme
from tests.factories.rocb import OfficeFactory


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
