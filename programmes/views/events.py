"""Events: the register, the record with its parts, edits and steps.

The parts of an event's page are addresses of their own, declared in EVENT_PARTS. A part is a
subclass of `EventPage` that names its key.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from programmes.actions import keep_beats
from programmes.filters.events import EventFilter
from programmes.forms.events import EventForm
from programmes.models import Event
from programmes.workflow import EVENT, PUBLISHED, EventStatus
from rocb import markup
from rocb.languages import names_of
from rocb.panels import panels_on
from rocb.views.house import Column, CreatePage, DetailPage, EditPage, ListPage, StepPage


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
    EventPart("participants", gettext_lazy("Participants"), "event-participants"),
    EventPart(
        "evaluation",
        gettext_lazy("Evaluation"),
        "event-evaluation",
        lambda event, user: user.has_perm("programmes.view_survey") and event.shows_trail(user),
    ),
    EventPart(
        "past",
        gettext_lazy("History, comments, files"),
        "event-past",
        lambda event, user: event.shows_trail(user),
    ),
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
        return [(_("Edit"), reverse("programmes:event-edit", args=[event.pk]))]

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
            (_("Themes"), ", ".join(str(one) for one in event.themes.all())),
            (_("Standards"), ", ".join(str(one) for one in event.standards.order_by("position"))),
            (_("Outcome"), event.outcome),
        ]

    def details(self, event):
        return {
            "lead": event.summary,
            "panels": panels_on("event", self.request.user, event),
        }


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

    def find(self):
        event = super().find()
        if not event.shows_trail(self.request.user):
            raise Http404
        return event

    def facts(self, event):
        return []

    def shows_past(self):
        return True


class EventCreate(EventRecord, CreatePage):
    perm = "programmes.change_event"
    title = gettext_lazy("New event")
    form_class = EventForm

    def save(self, form):
        form.instance.office_id = self.request.user.organisation_id
        return super().save(form)


class EventEdit(EventRecord, EditPage):
    perm = "programmes.change_event"
    title = gettext_lazy("Edit the event")
    form_class = EventForm

    def save(self, form):
        event = super().save(form)
        keep_beats(event, by=self.request.user)
        return event


class EventStep(EventRecord, StepPage):
    workflow = EVENT

    def consequences(self, event):
        return {
            "plan": [_("It needs dates and a place.")],
            "announce": [_("Everybody with a sign-in can read it from now on.")],
            "confirm": [_("It will take place as it stands.")],
            "hold": [_("It counts as held from now on.")],
            "close": [_("Everything about it is on record.")],
            "postpone": [_("It stays visible, marked as postponed, until it is announced again.")],
            "cancel": [_("It stays visible, marked as cancelled.")],
        }[self.step.name]
