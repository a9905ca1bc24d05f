"""An event from idea to closed: the steps that have consequences."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from programmes.actions.moving import set_dates, tell_all, turn
from programmes.actions.surveys import keep_beats
from programmes.models import Event
from programmes.workflow import EVENT, EventStatus
from rocb.deadlines import local_today
from rocb.workflow import StepRefused


def dates_of(event: Event) -> tuple[date, date]:
    """First and last day. Raises StepRefused without them or without a place."""
    if not (event.starts_on and event.ends_on):
        raise StepRefused(_("Give the first and the last day before this step."))
    if not event.place and event.kind != Event.Kind.WEBINAR:
        raise StepRefused(_("Say where it takes place before this step."))
    return event.starts_on, event.ends_on


@transaction.atomic
def plan_event(event: Event, *, by, comment: str = "") -> Event:
    """An idea gets its dates and place."""
    event = EVENT.take(event, "plan", by=by, comment=comment)
    dates_of(event)
    return event


def locked(event: Event) -> Event:
    return Event.objects.select_for_update(of=("self",)).get(pk=event.pk)


@transaction.atomic
def announce_event(
    event: Event,
    *,
    by,
    comment: str = "",
    starts_on: date | None = None,
    ends_on: date | None = None,
) -> Event:
    """From now on everybody reads it. One that was postponed takes place again, on new days if
    they are given, and everybody concerned is told once.

    Raises StepRefused without dates, place, or after its end; ValidationError for days that cannot
    be.
    """
    was = locked(event).status
    event = EVENT.take(event, "announce", by=by, comment=comment)
    if was == EventStatus.POSTPONED and starts_on and ends_on:
        set_dates(event, starts_on, ends_on)
    _first, last = dates_of(event)
    if last < local_today(timezone.now(), event.time_zone):
        raise StepRefused(_("It has ended already: correct the dates before announcing it."))
    if was == EventStatus.POSTPONED:
        turn(event)
        tell_all(event, "event_moved", by=by, comment=comment)
    keep_beats(event, by=by)
    return event


@transaction.atomic
def confirm_event(event: Event, *, by, comment: str = "") -> Event:
    """It will take place as it stands. Raises StepRefused without dates or place, or after its end."""
    event = EVENT.take(event, "confirm", by=by, comment=comment)
    _first, last = dates_of(event)
    if last < local_today(timezone.now(), event.time_zone):
        raise StepRefused(_("It has ended already: correct the dates before confirming it."))
    return event


@transaction.atomic
def hold_event(event: Event, *, by, comment: str = "") -> Event:
    """The event has begun. Raises StepRefused before its first day."""
    event = EVENT.take(event, "hold", by=by, comment=comment)
    first, _last = dates_of(event)
    if first > local_today(timezone.now(), event.time_zone):
        raise StepRefused(_("It has not begun yet."))
    return event


@transaction.atomic
def close_event(event: Event, *, by, comment: str = "") -> Event:
    """Everything is on record. Raises StepRefused without a word on the outcome."""
    event = EVENT.take(event, "close", by=by, comment=comment)
    if not event.outcome.strip():
        raise StepRefused(_("Write down the outcome first: edit the event."))
    return event


@transaction.atomic
def postpone_event(event: Event, *, by, comment: str = "") -> Event:
    """It will take place later, on days yet to be said; everybody concerned is told once."""
    event = EVENT.take(event, "postpone", by=by, comment=comment)
    turn(event)
    tell_all(event, "event_postponed", by=by, comment=comment)
    keep_beats(event, by=by)
    return event


@transaction.atomic
def cancel_event(event: Event, *, by, comment: str = "") -> Event:
    """It will not take place; everybody concerned is told once."""
    event = EVENT.take(event, "cancel", by=by, comment=comment)
    turn(event)
    tell_all(event, "event_cancelled", by=by, comment=comment)
    keep_beats(event, by=by)
    return event
