"""Events: the register, the record with its parts, edits and steps.

The parts of an event's page are addresses of their own, declared in EVENT_PARTS. A part is a
subclass of `EventPage` that names its key.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import Http404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from programmes.actions.centres import FINDING_A_PLACE
from programmes.actions.invitations import has_begun
from programmes.filters.events import EventFilter
from programmes.models import AssistanceRequest, Event
from programmes.outcomes import attendance_of, homes_of_speakers, people_line
from programmes.workflow import EVENT, GATHERING, PAST, PUBLISHED, EventStatus
from rocb import markup
from rocb.languages import names_of
from rocb.panels import panels_on
from rocb.views.house import Column, DetailPage, ListPage


class EventList(ListPage):
    perm = "programmes.view_event"
    model = Event
    title = gettext_lazy("Events")
    filterset_class = EventFilter
    ordering = ("-starts_on", "-pk")
    columns = (
        Column("title", gettext_lazy("Event"), link="programmes:event-detail"),
        Column("kind", gettext_lazy("Kind"), choices=Event.Kind),
        Column("starts", gettext_lazy("Starts"), "starts_on", kind="day"),
        Column("ends", gettext_lazy("Ends"), "ends_on", kind="day"),
        Column("place", gettext_lazy("Place")),
        Column("programme", gettext_lazy("Programme"), "programme__name"),
        Column("status", gettext_lazy("Status"), kind="tag", choices=EventStatus),
    )
    create = ("programmes.change_event", "programmes:event-create", gettext_lazy("New event"))
    empty = {
        "title": gettext_lazy("No event yet"),
        "text": gettext_lazy("Workshops, seminars and meetings are listed here."),
    }

    def count_label(self, count):
        return ngettext("%d event", "%d events", count) % count


class EventRecord:
    model = Event

    def queryset(self):
        events = super().queryset()
        return events.select_related("programme", "host", "office", "centre", "sponsor")

    def breadcrumbs(self):
        trail = [(_("Events"), reverse("programmes:event-list"))]
        record = getattr(self, "record", None)
        return [*trail, (record.title, record.get_absolute_url())] if record else trail

    def cancel_url(self):
        record = getattr(self, "record", None)
        return record.get_absolute_url() if record else reverse("programmes:event-list")


def everybody(_event, _user) -> bool:
    return True


def own_office(event, user) -> bool:
    return event.shows_trail(user)


@dataclass(frozen=True, slots=True)
class EventPart:
    """One part of an event's page: its tab, its address, and who is shown the tab.

    `shows` only spares readers a tab that they would find empty; the page itself asks again.
    """

    key: str
    label: Any
    url_name: str
    shows: Callable[[Event, Any], bool] = everybody


EVENT_PARTS = (
    EventPart("", gettext_lazy("Overview"), "event-detail"),
    EventPart("agenda", gettext_lazy("Agenda"), "event-agenda"),
    EventPart("resources", gettext_lazy("Resource persons"), "event-resources", own_office),
    EventPart("participants", gettext_lazy("Participants"), "event-participants"),
    EventPart(
        "evaluation",
        gettext_lazy("Evaluation"),
        "event-evaluation",
        lambda event, user: user.has_perm("programmes.view_survey") and event.shows_trail(user),
    ),
    EventPart("past", gettext_lazy("History, comments, files"), "event-past", own_office),
)


class EventPage(EventRecord, DetailPage):
    """What all parts of an event's page share: the head with its steps, and the strip of tabs."""

    perm = "programmes.view_event"
    kicker = gettext_lazy("Event")
    workflow = EVENT
    step_url = "programmes:event-step"
    part = ""

    def tabs(self):
        event, user = self.record, self.request.user
        return [
            (part.label, reverse(f"programmes:{part.url_name}", args=[event.pk]), self.is_now(part))
            for part in EVENT_PARTS
            if part.shows(event, user)
        ]

    def steps(self, event):
        """Nobody is offered to say that it was held before its first day."""
        taken = super().steps(event)
        if has_begun(event):
            return taken
        hold = reverse(self.step_url, args=[event.pk, "hold"])
        return [step for step in taken if step[1] != hold]

    def is_now(self, part: EventPart) -> bool:
        return part.key == self.part

    def shows_past(self):
        return False

    def who_can_see(self, event):
        if event.status in PUBLISHED:
            return [_("Everybody: it has been announced")]
        return [_("The regional office, until it is announced")]


class EventDetail(EventPage):
    template_name = "programmes/event_detail.html"

    def links(self, event):
        if not event.allows(self.request.user, "programmes.change_event"):
            return []
        found = [(_("Edit"), reverse("programmes:event-edit", args=[event.pk]))]
        if event.is_open and event.allows(self.request.user, "programmes.run_event"):
            found.append((_("New days"), reverse("programmes:event-move", args=[event.pk])))
        if event.status in FINDING_A_PLACE:
            fitting = reverse("programmes:event-centres", args=[event.pk])
            found.append((_("Find a training centre"), fitting))
        found.append((_("Copy"), reverse("programmes:event-copy", args=[event.pk])))
        return found

    @cached_property
    def subjects(self) -> str:
        return ", ".join(str(one) for one in self.record.themes.all())

    def facts(self, event):
        programme = event.programme
        return [
            (_("Kind"), f"{event.get_kind_display()}, {event.get_scope_display()}"),
            (_("When"), when(event)),
            (_("Where"), event.place),
            (_("Host"), event.host),
            (_("Training centre"), event.centre),
            (_("Sponsor"), event.sponsor),
            (
                _("Programme"),
                programme and markup.link(programme.name, programme.get_absolute_url()),
            ),
            (_("Languages"), names_of(event.languages)),
            (_("Seats"), event.capacity),
            (_("E-learning required"), event.required_course),
            (_("Themes"), self.subjects),
            (_("Standards"), ", ".join(str(one) for one in event.standards.order_by("position"))),
        ]

    def chain(self, event):
        user = self.request.user
        asked = []
        if user.has_perm("programmes.view_assistancerequest"):
            requests = AssistanceRequest.objects.visible_to(user).filter(activities=event)
            asked = [
                (f"{one.administration.country_name}: {one.title}", one.get_absolute_url())
                for one in requests.select_related("administration").order_by("pk")[:5]
            ]
        if not asked:
            return []
        came = [(_("Outcome"), "#outcome")] if event.status in PAST else []
        return [
            (_("Asked for by"), asked, False),
            (_("Event"), [(event.get_status_display(), "")], True),
            (_("Outcome"), came, False),
        ]

    def details(self, event):
        user = self.request.user
        return {
            "lead": event.summary,
            "outcome": outcome(event, self.subjects) if event.status in PAST else [],
            "overlaps": overlapping(event, user),
            "panels": panels_on("event", user, event),
        }


def outcome(event, subjects: str) -> list[tuple]:
    """The office's own pattern. Two queries."""
    return [
        (_("Participants"), people_line(attendance_of(event))),
        (_("Sponsor"), event.sponsor),
        (_("Host"), event.host),
        (_("Resource persons from"), ", ".join(homes_of_speakers(event))),
        (_("Subjects"), subjects),
        (_("Outcome"), event.outcome),
    ]


def overlapping(event, user) -> list[dict]:
    """Other events of the office on the same days, for the office while it can still choose."""
    if not (event.shows_trail(user) and event.starts_on and event.ends_on):
        return []
    if event.status not in (*FINDING_A_PLACE, *GATHERING):
        return []
    others = Event.objects.filter(
        office=event.office_id, starts_on__lte=event.ends_on, ends_on__gte=event.starts_on
    ).exclude(pk=event.pk)
    gone = [EventStatus.CANCELLED, EventStatus.POSTPONED]
    return [
        {"text": one.title, "url": one.get_absolute_url(), "by": when(one)}
        for one in others.exclude(status__in=gone).order_by("starts_on")[:5]
    ]


def when(event) -> str:
    """Dates, and the hours with their time zone where they are given."""
    text = str(markup.days(event.starts_on, event.ends_on))
    if event.begins_at:
        hours = " – ".join(f"{at:%H:%M}" for at in (event.begins_at, event.finishes_at) if at)
        text = f"{text}, {hours} ({event.time_zone})"
    return text


class EventPast(EventPage):
    """How the office came to it: steps, changes, comments and files."""

    part = "past"

    def who_can_see(self, event):
        return [_("The regional office")]

    def find(self):
        event = super().find()
        if not event.shows_trail(self.request.user):
            raise Http404
        return event

    def facts(self, event):
        return []

    def shows_past(self):
        return True
