"""Choosing the events that help an action."""

from datetime import timedelta

from django import forms
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy

from missions.helping import PERM, link_events, may_link
from missions.views.actions import ActionRecord
from programmes.models import Event
from programmes.workflow import EventStatus
from rocb import markup
from rocb.views.house import VerbPage

CHOSEN_FROM = timedelta(days=3 * 365)


class EventChoices(forms.ModelMultipleChoiceField):
    def label_from_instance(self, obj):
        return ", ".join(filter(None, [obj.title, str(markup.days(obj.starts_on, obj.ends_on))]))


class ActionEventsForm(forms.Form):
    """Events of the last three years and ahead, the newest first."""

    events = EventChoices(
        Event.objects.none(),
        label=gettext_lazy("Events"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


class ActionEvents(ActionRecord, VerbPage):
    perm = PERM
    title = gettext_lazy("Choose the events that help this action")
    lead = gettext_lazy(
        "What participants say of an event is then read here as well, never of fewer than three."
    )
    form_class = ActionEventsForm

    def find(self):
        action = super().find()
        if not may_link(self.request.user, action):
            raise PermissionDenied
        return action

    def form(self, data=None, files=None, **more):
        form = super().form(data, files, **more)
        recent = Q(ends_on__gte=timezone.localdate() - CHOSEN_FROM) | Q(ends_on=None)
        recent &= ~Q(status=EventStatus.CANCELLED)
        linked = Q(pk__in=self.record.activities.values("pk"))
        events = Event.objects.visible_to(self.request.user).filter(recent | linked)
        form.fields["events"].queryset = events.order_by("-starts_on", "-pk")
        return form

    def initial(self, record):
        return {"events": list(record.activities.values_list("pk", flat=True))}

    def act(self, record, **values):
        return link_events(record, values["events"], by=self.request.user)
