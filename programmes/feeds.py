"""Published events as iCalendar (RFC 5545): one VEVENT each, whose identity never changes.

All-day events have an exclusive end; those with hours carry their time zone and its rules. A webinar
of several days is one event that recurs daily, so that it does not take up the nights. A moved event
has a higher SEQUENCE; a cancelled one says so; a postponed one keeps its old days, marked, without
blocking them, until new ones are known.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from icalendar import Calendar
from icalendar import Event as Entry

from programmes.models import Event
from programmes.workflow import EventStatus
from rocb.context import office_name
from rocb.feeds import REFRESH

STATUS = {
    EventStatus.ANNOUNCED: "TENTATIVE",
    EventStatus.POSTPONED: "TENTATIVE",
    EventStatus.CANCELLED: "CANCELLED",
}
AN_HOUR = timedelta(hours=1)


def calendar_of(events: Iterable[Event]) -> bytes:
    """The events with days, as a calendar. The same events give the same bytes."""
    calendar = Calendar()
    calendar.add("prodid", "-//ROCB portal//events//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", f"{office_name()}: {_('events')}")
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    for event in events:
        if event.starts_on and event.ends_on:
            calendar.add_component(entry_of(event, event.starts_on, event.ends_on))
    calendar.add_missing_timezones()
    return calendar.to_ical()


def entry_of(event: Event, first: date, last: date) -> Entry:
    host = urlsplit(settings.SITE_URL).hostname or "localhost"
    entry = Entry()
    entry.add("uid", f"event-{event.pk}@{host}")
    entry.add("sequence", event.calendar_turn)
    # Of the last change, and not of the moment of asking: unchanged events give the same bytes.
    entry.add("dtstamp", event.updated_at)
    entry.add("last-modified", event.updated_at)
    entry.add("created", event.created_at)
    entry.add("status", STATUS.get(EventStatus(event.status), "CONFIRMED"))
    entry.add("summary", summary_of(event))
    add_times(entry, event, first, last)
    if event.place:
        entry.add("location", event.place)
    if text := description_of(event):
        entry.add("description", text)
    url = reverse("programmes:calendar-event", args=[event.pk])
    entry.add("url", f"{settings.SITE_URL}{url}")
    is_sure = event.status not in (EventStatus.POSTPONED, EventStatus.CANCELLED)
    entry.add("transp", "OPAQUE" if is_sure else "TRANSPARENT")
    return entry


def summary_of(event: Event) -> str:
    if event.status == EventStatus.POSTPONED:
        return _("Postponed: %s") % event.title
    if event.status == EventStatus.CANCELLED:
        return _("Cancelled: %s") % event.title
    return event.title


def description_of(event: Event) -> str:
    """Kind, host and sponsor, then what it is about."""
    lines = [f"{event.get_kind_display()}, {event.get_scope_display()}"]
    if event.host:
        lines.append(_("Host: %s") % event.host)
    if event.sponsor:
        lines.append(_("Sponsor: %s") % event.sponsor)
    if event.summary:
        lines += ["", event.summary]
    return "\n".join(lines)


def add_times(entry: Entry, event: Event, first: date, last: date) -> None:
    if event.begins_at is None:
        entry.add("dtstart", first)
        entry.add("dtend", last + timedelta(days=1))
        return
    zone = ZoneInfo(event.time_zone)
    begins = datetime.combine(first, event.begins_at, tzinfo=zone)
    if event.finishes_at is None:
        ends = begins + AN_HOUR
    else:
        ends = datetime.combine(first, event.finishes_at, tzinfo=zone)
        if ends <= begins:  # past midnight
            ends += timedelta(days=1)
    entry.add("dtstart", begins)
    entry.add("dtend", ends)
    if event.days > 1:
        entry.add("rrule", {"FREQ": "DAILY", "COUNT": event.days})
