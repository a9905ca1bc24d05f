"""The appointments of a visit."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from missions.forms.missions import AgendaForm
from missions.models import AgendaItem, Mission
from missions.workflow import ENDED
from rocb.views.confirm import ConfirmPage, TakeOut
from rocb.views.house import CreatePage, EditPage


class OfMission:
    """Something that hangs on one mission."""

    perm = "missions.change_mission"
    form_class = AgendaForm

    def breadcrumbs(self):
        mission = self.mission
        return [
            (_("Missions"), reverse("missions:mission-list")),
            (str(mission), mission.get_absolute_url()),
        ]

    def check(self, mission):
        if not mission.allows(self.request.user, self.perm):
            raise PermissionDenied

    def cancel_url(self):
        return f"{self.mission.get_absolute_url()}?tab=visit"


class AgendaCreate(OfMission, CreatePage):
    title = gettext_lazy("Add an appointment")

    def prepare(self):
        missions = Mission.objects.visible_to(self.request.user).select_related("administration")
        self.mission = get_object_or_404(missions, pk=self.kwargs["pk"])
        self.check(self.mission)
        if self.mission.status in ENDED:
            messages.error(self.request, _("This mission is over."))
            return HttpResponseRedirect(self.mission.get_absolute_url())
        return None

    def initial(self):
        last = self.mission.agenda.last()
        return {"on": last.on if last else self.mission.starts_on}

    def form(self, data=None, files=None, **more):
        item = AgendaItem(mission=self.mission)
        return AgendaForm(data, files, mission=self.mission, instance=item, **more)


class AgendaRecord(OfMission):
    model = AgendaItem

    def queryset(self):
        seen = Mission.objects.visible_to(self.request.user).values("pk")
        rows = AgendaItem.objects.filter(mission__in=seen)
        return rows.select_related("mission__administration")

    def find(self):
        item = get_object_or_404(self.queryset(), pk=self.kwargs["pk"])
        self.mission = item.mission
        self.check(self.mission)
        return item


class AgendaEdit(AgendaRecord, EditPage):
    title = gettext_lazy("Edit the appointment")

    def form(self, data=None, files=None, **more):
        return AgendaForm(data, files, mission=self.mission, **more)


class AgendaDelete(TakeOut, AgendaRecord, ConfirmPage):
    title = gettext_lazy("Take the appointment out")
    whole = "mission"
