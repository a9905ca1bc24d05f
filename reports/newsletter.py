"""What may stand in a newsletter: each source gives what happened in a period.

Only what anybody may read is collected: an issue goes to strangers and is archived in public.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from donors.models import Activity, Snapshot
from programmes.models import Event
from programmes.workflow import EventStatus
from reports.models import Report
from rocb import markup
from rocb.registry import Registry

AHEAD = timedelta(days=92)
MOST = 12  # items of one source
LONGEST = 400  # characters of an item


@dataclass(frozen=True, slots=True)
class Piece:
    """Something that could stand in an issue."""

    title: str
    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Source:
    """One part of a newsletter. `pieces(office, first, last)` gives what is public of a period."""

    key: str
    label: Any
    pieces: Callable[[Any, date, date], list[Piece]]


sources: Registry[Source] = Registry("Source of the newsletter")
BY_HAND = "more"


def parts() -> dict[str, str]:
    """The headings of an issue, in their order."""
    return {**{source.key: str(source.label) for source in sources}, BY_HAND: _("More news")}


def held(office, first: date, last: date) -> list[Piece]:
    """Events that took place in the period."""
    done = (EventStatus.HELD, EventStatus.CLOSED)
    rows = Event.objects.published().filter(
        office=office, status__in=done, starts_on__lte=last, ends_on__gte=first
    )
    return [of_event(row) for row in rows.order_by("starts_on")[:MOST]]


def coming(office, first: date, last: date) -> list[Piece]:
    """Events of the three months after it."""
    open_to_all = (EventStatus.ANNOUNCED, EventStatus.CONFIRMED)
    rows = Event.objects.published().filter(
        office=office,
        status__in=open_to_all,
        starts_on__gt=last,
        starts_on__lte=last + AHEAD,
    )
    return [of_event(row) for row in rows.order_by("starts_on")[:MOST]]


def of_event(event: Event) -> Piece:
    where = ", ".join(
        part for part in (markup.days(event.starts_on, event.ends_on), event.place) if part
    )
    about = markup.shortened(event.outcome or event.summary, LONGEST)
    # What anybody may read of it: the issue goes to people without a sign-in.
    url = reverse("programmes:calendar-event", args=[event.pk])
    return Piece(event.title, f"{where}. {about}".strip(), url)


def published(office, first: date, last: date) -> list[Piece]:
    """Reports that were published for everybody in the period."""
    rows = Report.objects.public().filter(
        office=office, published_on__gte=first, published_on__lte=last
    )
    return [
        Piece(str(row), markup.shortened(row.summary, LONGEST), row.get_absolute_url())
        for row in rows.order_by("published_on")[:MOST]
    ]


def funded(office, first: date, last: date) -> list[Piece]:
    """Pages of funded activities that were published in the period."""
    rows = Snapshot.objects.filter(
        status="published",
        activity__in=Activity.objects.published().filter(office=office),
        published_at__date__gte=first,
        published_at__date__lte=last,
    ).select_related("activity")
    return [
        Piece(
            row.content["title"],
            _("As at %s.") % markup.day(row.as_at),
            row.activity.get_absolute_url(),
        )
        for row in rows.order_by("published_at")[:MOST]
    ]


SOURCES = (
    Source("events", gettext_lazy("What took place"), held),
    Source("reports", gettext_lazy("New in the library"), published),
    Source("activities", gettext_lazy("What donors made possible"), funded),
    Source("coming", gettext_lazy("What comes next"), coming),
)
