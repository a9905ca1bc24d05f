"""Deadlines as a calendar: one day-long event for each, whose identity never changes."""

from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from rocb.deadlines import deadlines_of

REFRESH = timedelta(hours=6)


def calendar_of(user, *, at: datetime) -> bytes:
    """Every open deadline that `user` may see at the moment `at`, in the language of letters.

    The same deadlines give the same bytes, so that a reader may ask whether anything changed: the
    stamp of an event is its due day, and not the moment of asking.
    """
    host = urlsplit(settings.SITE_URL).hostname or "localhost"
    calendar = Calendar()
    calendar.add("prodid", "-//ROCB portal//deadlines//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    with translation.override(user.person.language):
        calendar.add("x-wr-calname", _("ROCB portal: deadlines"))
        for deadline in deadlines_of(user, at=at):
            calendar.add_component(event_of(deadline, host))
    return calendar.to_ical()


def event_of(deadline, host: str) -> Event:
    event = Event()
    event.add("uid", f"{deadline.kind.key}-{deadline.object_id}-{deadline.round}@{host}")
    day = deadline.due_on
    event.add("dtstamp", datetime(day.year, day.month, day.day, tzinfo=UTC))
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", deadline.title)
    if deadline.administration:
        event.add("description", deadline.administration)
    event.add("url", f"{settings.SITE_URL}{deadline.url}")
    event.add("transp", "TRANSPARENT")
    return event
