"""The seven areas: the member's own view, and the team's."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from missions import field_import
from missions.actions import send_assessment
from missions.forms.field import AssessmentRowForm, TeamViewForm
from missions.models import Assessment
from missions.views.missions import MissionRecord
from rocb import markup
from rocb.views.house import RecordPage


class AreaSheet(MissionRecord, RecordPage):
    """Something said about each area of a mission, all areas on one page."""

    template_name = "missions/area_sheet.html"
    row_form = AssessmentRowForm
    fields = ("level", "situation", "needs")

    def find(self):
        mission = super().find()
        if not mission.allows(self.request.user, self.perm):
            raise PermissionDenied
        return mission

    def rows(self, data=None):
        found = []
        for row in self.record.assessments.select_related("area"):
            initial = {name: getattr(row, name) for name in self.fields}
            form = self.row_form(data, initial=initial, prefix=f"a{row.area_id}")
            found.append((row, form))
        return found

    def get(self, request, pk):
        self.record = self.find()
        if reason := self.closed(self.record):
            messages.error(request, reason)
            return HttpResponseRedirect(f"{self.record.get_absolute_url()}?tab=visit")
        return self.answer(self.rows())

    def post(self, request, pk):
        self.record = self.find()
        if reason := self.closed(self.record):
            messages.error(request, reason)
            return HttpResponseRedirect(f"{self.record.get_absolute_url()}?tab=visit")
        rows = self.rows(request.POST)
        wrong = [form for _row, form in rows if not form.is_valid()]
        if wrong:
            return self.answer(rows, 422)
        for row, form in rows:
            for name in self.fields:
                setattr(row, name, form.cleaned_data[name])
            row.updated_by = request.user
        Assessment.objects.bulk_update([row for row, _form in rows], [*self.fields, "updated_by"])
        return self.saved(request)

    def saved(self, request):
        messages.success(request, _("Saved."))
        return HttpResponseRedirect(f"{self.record.get_absolute_url()}?tab=visit")

    def answer(self, rows, status=200):
        return self.page(
            {
                "mission": self.record,
                "rows": rows,
                "problems": [
                    (form[name].id_for_label, f"{row.area}: {errors[0]}")
                    for row, form in rows
                    for name, errors in form.errors.items()
                ],
                **self.more(),
            },
            status,
        )

    def more(self) -> dict:
        return {}


class SelfAssessment(AreaSheet):
    """The member's own view before the visit; sent when every area has a level."""

    perm = "missions.assess_self"
    title = gettext_lazy("Self-assessment before the visit")

    def closed(self, mission):
        if field_import.may_assess(mission, self.request.user):
            return ""
        return _("The visit has begun: the self-assessment is kept as it is.")

    def saved(self, request):
        if "send" not in request.POST:
            return super().saved(request)
        try:
            send_assessment(self.record, by=request.user)
        except ValidationError as error:
            messages.error(request, error.messages[0])
            return HttpResponseRedirect(request.path)
        messages.success(request, _("Sent: the office and the team can read it now."))
        return HttpResponseRedirect(f"{self.record.get_absolute_url()}?tab=visit")

    def more(self):
        mission = self.record
        return {
            "lead": _("One level and a few lines for each area. You can save and come back."),
            "may_send": True,
            "sent": markup.moment(mission.assessed_at),
            "workbook_url": reverse("missions:assessment-workbook", args=[mission.pk]),
            "import_url": f"{reverse('missions:field-import', args=[mission.pk])}?kind=assessment",
        }


class TeamView(AreaSheet):
    """What level the team found in each area: the state that an evaluation calls “before”."""

    perm = "missions.write_findings"
    title = gettext_lazy("The team's levels")
    row_form = TeamViewForm
    fields = ("team_level", "team_note")

    def closed(self, mission):
        if mission.is_being_written:
            return ""
        return _("Nothing can be written while the mission is “%s”.") % mission.get_status_display()
