"""An event's agenda: its sessions day by day, and who speaks."""

from itertools import groupby

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from programmes.forms.agenda import SessionForm
from programmes.models import Event, EventSession, ResourcePerson
from programmes.views.events import EventPage
from programmes.workflow import EventStatus, ResourceStatus
from rocb import markup
from rocb.views.confirm import ConfirmPage, TakeOut
from rocb.views.house import CreatePage, EditPage
from rocb.workflow import StepRefused

# An agenda is a record of what took place once the event is closed or has come to nothing.
FIXED = (EventStatus.CLOSED, EventStatus.CANCELLED)


class EventAgenda(EventPage):
    """The sessions of an event under their days."""

    part = "agenda"
    template_name = "programmes/event_agenda.html"

    def facts(self, event):
        return []

    def may_edit(self, event) -> bool:
        return event.status not in FIXED and event.allows(
            self.request.user, "programmes.change_event"
        )

    def links(self, event):
        if not self.may_edit(event):
            return []
        return [(_("Add a session"), reverse("programmes:session-create", args=[event.pk]))]

    def details(self, event):
        may_edit = self.may_edit(event)
        return {"days": by_day(event, may_edit), "may_edit": may_edit}


def by_day(event, may_edit: bool) -> list[dict]:
    """The agenda: each day with its sessions; two queries. Only who has accepted is named."""
    names = speakers_of(event)
    days = groupby(event.sessions.all(), key=lambda session: session.on)
    return [
        {"day": markup.weekday(day), "sessions": [row(one, names, may_edit) for one in sessions]}
        for day, sessions in days
    ]


def row(session, names: dict, may_edit: bool) -> dict:
    hours = " – ".join(f"{at:%H:%M}" for at in (session.begins_at, session.ends_at) if at)
    found = {"hours": hours, "session": session, "speakers": names.get(session.pk, [])}
    if may_edit:
        found["edit_url"] = reverse("programmes:session-edit", args=[session.pk])
        found["delete_url"] = reverse("programmes:session-delete", args=[session.pk])
    return found


def speakers_of(event) -> dict[int, list[str]]:
    """Session -> the people who have accepted to speak in it."""
    names: dict[int, list[str]] = {}
    accepted = ResourcePerson.objects.filter(event=event, status=ResourceStatus.ACCEPTED)
    rows = accepted.exclude(sessions=None).values_list(
        "sessions", "person__given_name", "person__family_name"
    )
    for session, given, family in rows.order_by("person__family_name__az"):
        names.setdefault(session, []).append(f"{given} {family}".strip())
    return names


class OfEvent:
    """Something that hangs on one event."""

    perm = "programmes.change_event"
    form_class = SessionForm
    model = EventSession

    def breadcrumbs(self):
        event = self.event
        return [
            (_("Events"), reverse("programmes:event-list")),
            (event.title, event.get_absolute_url()),
            (_("Agenda"), self.cancel_url()),
        ]

    def check(self, event):
        if not event.allows(self.request.user, self.perm):
            raise PermissionDenied

    def turned_away(self, _record):
        """The way back from an agenda that is fixed, with the reason."""
        if self.event.status not in FIXED:
            return None
        messages.error(
            self.request,
            _("The agenda is not changed any more: the event is “%s”.")
            % self.event.get_status_display(),
        )
        return HttpResponseRedirect(self.cancel_url())

    def cancel_url(self):
        return reverse("programmes:event-agenda", args=[self.event.pk])

    def form(self, data=None, files=None, **more):
        return SessionForm(data, files, event=self.event, **more)


class SessionCreate(OfEvent, CreatePage):
    title = gettext_lazy("Add a session")

    def prepare(self):
        events = Event.objects.visible_to(self.request.user)
        self.event = get_object_or_404(events, pk=self.kwargs["pk"])
        self.check(self.event)
        return self.turned_away(None)

    def initial(self):
        last = self.event.sessions.last()
        if last is None:
            return {"on": self.event.starts_on}
        return {"on": last.on, "begins_at": last.ends_at}

    def form(self, data=None, files=None, **more):
        return super().form(data, files, instance=EventSession(event=self.event), **more)


class SessionRecord(OfEvent):
    def find(self):
        rows = EventSession.objects.visible_to(self.request.user).select_related("event__office")
        session = get_object_or_404(rows, pk=self.kwargs["pk"])
        self.event = session.event
        self.check(self.event)
        return session


class SessionEdit(SessionRecord, EditPage):
    title = gettext_lazy("Edit the session")


class SessionDelete(TakeOut, SessionRecord, ConfirmPage):
    title = gettext_lazy("Take the session out")
    whole = "event"

    def act(self, record):
        if record.event.status in FIXED:
            raise StepRefused(_("The agenda is not changed any more."))
        return super().act(record)
