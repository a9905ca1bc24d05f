"""New days for an event, and a copy of it for another time."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from programmes.actions import copy_event, move_event
from programmes.actions.moving import receivers_of
from programmes.forms.moving import CopyForm, MoveForm
from programmes.views.events import EventRecord
from programmes.workflow import GATHERING
from rocb.views.house import VerbPage


class EventMove(EventRecord, VerbPage):
    """Everybody concerned is told of the new days; how many that are is shown first."""

    perm = "programmes.run_event"
    title = gettext_lazy("New days or place")
    template_name = "generic/step.html"
    form_class = MoveForm
    submit_label = gettext_lazy("Move it and tell everybody")

    def get(self, request, *args, **kwargs):
        self.record = event = self.find()
        if event.status not in GATHERING:
            messages.error(
                request,
                _("The days cannot be changed while the event is “%s”.")
                % event.get_status_display(),
            )
            return HttpResponseRedirect(event.get_absolute_url())
        return super().get(request, *args, **kwargs)

    def initial(self, event):
        names = ("starts_on", "ends_on", "begins_at", "finishes_at", "place")
        return {name: getattr(event, name) for name in names}

    def show(self, form, status=200, **more):
        return super().show(
            form,
            status,
            record=self.record,
            consequences=[
                _("The agenda moves along, and calendars show the new days."),
                _("Nominations and answers stay as they are."),
            ],
            receivers=receivers_of(self.record, self.request.user),
            **more,
        )

    def act(self, event, **values):
        return move_event(event, by=self.request.user, **values)

    def saved(self, record):
        return _("The event has its new days, and everybody concerned is told.")


class EventCopy(EventRecord, VerbPage):
    """The content of an event for other days: nobody is invited yet."""

    perm = "programmes.change_event"
    title = gettext_lazy("Copy the event")
    form_class = CopyForm
    submit_label = gettext_lazy("Make the copy")
    lead = gettext_lazy("The copy is an idea with the same agenda. Nobody is invited or asked yet.")

    def initial(self, event):
        return {"title": event.title}

    def act(self, event, **values):
        return copy_event(event, by=self.request.user, **values)

    def success_url(self, record):
        return reverse("programmes:event-edit", args=[record.pk])

    def saved(self, record):
        return _("This is the copy: correct what differs.")
