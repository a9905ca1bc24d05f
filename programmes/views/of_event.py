"""What the office's own pages about one event share."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from programmes.models import Event
from rocb.views.house import (
    RecordPage,
)


class OfEvent(RecordPage):
    """A page of the office about one of its events; `perm` is asked of the event too."""

    model = Event

    def queryset(self):
        return super().queryset().select_related("office")

    def find(self):
        event = super().find()
        if not event.allows(self.request.user, self.perm):
            raise PermissionDenied
        return event

    def breadcrumbs(self):
        event = getattr(self, "record", None)
        trail = [(_("Events"), reverse("programmes:event-list"))]
        if event is None:
            return trail
        here = reverse("programmes:event-participants", args=[event.pk])
        return [*trail, (event.title, event.get_absolute_url()), (_("Participants"), here)]

    def home(self):
        """The part of the event's page that these pages come from and go back to."""
        return reverse("programmes:event-participants", args=[self.record.pk])

    def turned_back(self, sentence: str):
        messages.error(self.request, sentence)
        return HttpResponseRedirect(self.home())
