"""What the office owes its events: to say that they were held, and to close them."""

from datetime import timedelta

from django.db.models import F, QuerySet
from django.utils.translation import gettext_lazy as _

from programmes.models import Event
from programmes.workflow import EventStatus
from rocb.deadlines import OFFICE, DeadlineKind, after, owed

# How long the office takes to write down what came out of an event.
CLOSED_WITHIN = timedelta(days=30)


def events_to_hold(events: QuerySet) -> QuerySet:
    """Confirmed events whose last day is to come or has passed: was it held?"""
    return owed(
        events.filter(status=EventStatus.CONFIRMED).exclude(ends_on=None),
        what="title",
        on="ends_on",
        turn=F("calendar_turn"),
        office="office",
    )


def events_to_close(events: QuerySet) -> QuerySet:
    """Held events: attendance, certificates and the outcome within a month."""
    return owed(
        events.filter(status=EventStatus.HELD).exclude(ends_on=None),
        what="title",
        on=after("ends_on", CLOSED_WITHIN),
        office="office",
    )


KINDS = (
    DeadlineKind(
        "event-hold",
        _("Say that it was held"),
        Event,
        events_to_hold,
        OFFICE,
        "programmes:event-detail",
        "programmes.run_event",
        rungs=(7, 21),
    ),
    DeadlineKind(
        "event-close",
        _("Write down the outcome and close"),
        Event,
        events_to_close,
        OFFICE,
        "programmes:event-detail",
        "programmes.run_event",
        rungs=(-3, 7, 21),
    ),
)
