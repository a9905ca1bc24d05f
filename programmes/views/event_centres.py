"""Which training centre fits an event, and taking it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from programmes.actions.centres import refuse_settled, take_centre
from programmes.fitting import fits
from programmes.views.events import EventRecord
from rocb.posted import number_in
from rocb.views.house import RecordPage
from rocb.workflow import StepRefused


class EventCentres(EventRecord, RecordPage):
    """Which of the region's centres fits an event, with a button to take it."""

    perm = "programmes.change_event"
    template_name = "programmes/event_centres.html"
    title = gettext_lazy("Which training centre fits")

    def find(self):
        event = super().find()
        if not event.allows(self.request.user, self.perm):
            raise PermissionDenied
        return event

    def get(self, request, pk):
        self.record = event = self.find()
        try:
            refuse_settled(event)
        except StepRefused as refused:
            messages.error(request, str(refused))
            return HttpResponseRedirect(event.get_absolute_url())
        return self.page(
            {
                "event": event,
                "version": event.updated_at.isoformat(),
                "cancel_url": event.get_absolute_url(),
                "fits": [
                    {
                        "centre": one.centre,
                        "reasons": "; ".join(one.reasons),
                        "obstacles": "; ".join(one.obstacles),
                        "is_chosen": one.centre.pk == event.centre_id,
                    }
                    for one in fits(event, request.user)
                ],
            }
        )

    def post(self, request, pk):
        self.record = event = self.find()
        asked, version = (request.POST.get(name, "") for name in ("centre", "version"))
        chosen = number_in(asked, 0)
        try:
            event = take_centre(event, chosen, by=request.user, version=version)
        except StepRefused as refused:
            messages.error(request, str(refused))
            return HttpResponseRedirect(request.path)
        messages.success(request, _("The event is planned at %s.") % event.centre.name)
        return HttpResponseRedirect(event.get_absolute_url())
