"""Making an event, correcting it, and its steps."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from programmes.actions import keep_beats
from programmes.actions.moving import receivers_of, turn
from programmes.forms.events import EventForm
from programmes.forms.moving import AgainForm
from programmes.models import AssistanceRequest, Event
from programmes.views.events import EventRecord
from programmes.workflow import EVENT, PUBLISHED, EventStatus
from rocb.views.house import CreatePage, EditPage, StepPage

# What somebody asks for, as the kind of event that answers it.
KIND_OF_REQUEST = {
    AssistanceRequest.Kind.SEMINAR: Event.Kind.SEMINAR,
    AssistanceRequest.Kind.TRAINING: Event.Kind.WORKSHOP,
}


class EventCreate(EventRecord, CreatePage):
    """A new event; with `?request=` in the address one that answers a member's request."""

    perm = "programmes.change_event"
    title = gettext_lazy("New event")
    form_class = EventForm
    template_name = "programmes/event_form.html"

    def prepare(self):
        self.asked = None
        if asked := self.request.GET.get("request", ""):
            open_ones = AssistanceRequest.objects.visible_to(self.request.user).open()
            if not asked.isdecimal():
                raise Http404
            self.asked = get_object_or_404(
                open_ones.select_related("administration"), pk=int(asked[:12])
            )
            if not self.asked.allows(self.request.user, "programmes.change_assistancerequest"):
                raise PermissionDenied

    @property
    def lead(self):
        if self.asked is None:
            return ""
        return _("For the request “%(title)s” of %(member)s.") % {
            "title": self.asked.title,
            "member": self.asked.administration.country_name,
        }

    def initial(self):
        asked = self.asked
        if asked is None:
            return {}
        return {
            "title": f"{asked.title}, {asked.administration.country_name}"[:300],
            "kind": KIND_OF_REQUEST.get(asked.kind, Event.Kind.WORKSHOP),
            "scope": Event.Scope.NATIONAL,
            "starts_on": asked.wanted_from_on,
            "host": asked.administration_id,
            "time_zone": asked.administration.time_zone,
            "languages": asked.languages,
            "capacity": asked.participants,
            "summary": asked.reason,
            "themes": list(asked.themes.values_list("pk", flat=True)),
            "standards": list(asked.standards.values_list("pk", flat=True)),
        }

    def cancel_url(self):
        return self.asked.get_absolute_url() if self.asked else super().cancel_url()

    def save(self, form):
        form.instance.office_id = self.request.user.organisation_id
        event = super().save(form)
        if self.asked is not None:
            self.asked.activities.add(event)
        return event


# What calendars show of an announced event beside its days.
IN_CALENDARS = ("title", "time_zone", "summary")


class EventEdit(EventRecord, EditPage):
    perm = "programmes.change_event"
    title = gettext_lazy("Edit the event")
    form_class = EventForm
    template_name = "programmes/event_form.html"

    def save(self, form):
        event = super().save(form)
        if event.status in PUBLISHED and any(name in form.changed_data for name in IN_CALENDARS):
            turn(event)
        keep_beats(event, by=self.request.user)
        return event


class EventStep(EventRecord, StepPage):
    workflow = EVENT

    def find(self):
        self.found = super().find()
        return self.found

    def form(self, data=None, files=None):
        if self.step.name == "announce" and self.found.status == EventStatus.POSTPONED:
            return AgainForm(data, files)
        return super().form(data, files)

    def consequences(self, event):
        return {
            "plan": [_("It needs dates and a place.")],
            "announce": [_("Everybody with a sign-in can read it from now on.")],
            "confirm": [_("It will take place as it stands.")],
            "hold": [_("It counts as held from now on.")],
            "close": [_("Everything about it is on record: the outcome must be written.")],
            "postpone": [_("It stays visible, marked as postponed, until it is announced again.")],
            "cancel": [_("It stays visible, marked as cancelled.")],
        }[self.step.name]

    def receivers(self, event):
        """Who gets a mail, by name, before anything goes."""
        again = self.step.name == "announce" and event.status == EventStatus.POSTPONED
        if again or self.step.name in ("postpone", "cancel"):
            return receivers_of(event, self.request.user)
        return None
