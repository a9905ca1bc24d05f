"""Missions asked for, changed, and taken through their life."""

from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from missions.actions import tell_of_request
from missions.actions.missions import in_charge
from missions.forms.missions import MissionForm, ReportTextForm, SendReportForm, TermsForm
from missions.models import TeamMember
from missions.views.missions import MissionRecord
from missions.workflow import ENDED, MISSION
from rocb.post import users_of
from rocb.roles import Role
from rocb.views.house import CreatePage, EditPage, StepPage


class MissionCreate(MissionRecord, CreatePage):
    """A member asks; the office may also enter what was asked by letter."""

    form_class = MissionForm

    def dispatch(self, request, *args, **kwargs):
        user = request.user
        if not (
            user.has_perm("missions.request_mission") or user.has_perm("missions.change_mission")
        ):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @property
    def title(self):
        return _("Ask for a mission") if self.request.user.is_member else _("New mission")

    def form(self, data=None, files=None, **more):
        return MissionForm(data, files, user=self.request.user, **more)

    def initial(self):
        wanted = self.request.GET.get("administration", "")
        return {"administration": wanted} if wanted.isdecimal() else {}

    def cancel_url(self):
        return reverse("missions:mission-list")

    def save(self, form):
        mission = super().save(form)
        if self.request.user.is_member:
            tell_of_request(mission, by=self.request.user)
        return mission


class OpenMission(MissionRecord):
    """Pages that change a mission, while it is not over."""

    def closed(self, mission):
        if mission.status not in ENDED:
            return ""
        return _("This mission is “%s”: it is not changed any more.") % mission.get_status_display()


class MissionEdit(OpenMission, EditPage):
    perm = "missions.change_mission"
    title = gettext_lazy("Edit the mission")
    form_class = MissionForm

    def form(self, data=None, files=None, **more):
        return MissionForm(data, files, user=self.request.user, **more)


class MissionTerms(OpenMission, EditPage):
    perm = "missions.change_mission"
    title = gettext_lazy("Terms of reference")
    form_class = TermsForm


class MissionText(OpenMission, EditPage):
    perm = "missions.write_findings"
    title = gettext_lazy("Text of the report")
    form_class = ReportTextForm

    def closed(self, mission):
        if mission.is_being_written:
            return ""
        return _("Nothing can be written while the mission is “%s”.") % mission.get_status_display()

    def success_url(self, record):
        return f"{record.get_absolute_url()}?tab=report"


class MissionStep(MissionRecord, StepPage):
    workflow = MISSION
    step_forms = {"send": SendReportForm}

    def consequences(self, mission):
        return {
            "accept": [_("You become the officer in charge, unless somebody is.")],
            "select-team": [
                _("It needs a leader who has accepted, and no open question."),
                _("The terms of reference can be agreed on."),
            ],
            "agree-terms": [_("The team can begin to write.")],
            "arrive": [_("The mission counts as conducted from now on.")],
            "leave": [
                _("The team completes findings, recommendations and the text of the report.")
            ],
            "send": [
                _("The report as it stands is kept as a version that never changes."),
                _("The member reads findings and recommendations from now on, and can comment."),
            ],
            "revise": [_("The member keeps the version that was sent; comments stay.")],
            "finalise": [
                _("The report as it stands is kept as the final version."),
                _("The member answers the recommendations and makes its action plan."),
            ],
            "close": [_("Nothing on the mission can be changed any more.")],
            "cancel": [_("The member and everybody asked are told why.")],
        }[self.step.name]

    def receivers(self, mission):
        """Who gets a mail, by name, before anything goes."""
        both = users_of(mission.administration, Role.COORDINATOR, Role.EXECUTIVE)
        users = {
            "accept": both,
            "send": both,
            "finalise": both,
            "cancel": both,
            "agree-terms": users_of(mission.administration, Role.COORDINATOR) + in_charge(mission),
        }.get(self.step.name)
        if users is None:
            return None
        names = [user.full_name for user in users if user != self.request.user]
        missing = []
        if self.step.name == "cancel":
            for place in (
                TeamMember.objects.filter(mission=mission).holding().select_related("person")
            ):
                (names if place.person.email else missing).append(place.person.full_name)
        return {"count": len(names), "names": names, "missing": missing}
