"""Plans made, changed, and taken from draft to force."""

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from missions.forms.plans import PlanForm
from missions.models import ActionPlan
from missions.views.plans import PlanRecord
from missions.workflow import PLAN
from rocb.models import Administration
from rocb.views.house import CreatePage, EditPage, StepPage


class PlanCreate(CreatePage):
    perm = "missions.change_plan"
    model = ActionPlan
    title = gettext_lazy("New action plan")
    form_class = PlanForm
    lead = gettext_lazy("First the frame; then add its actions, or import them.")

    def breadcrumbs(self):
        return [(_("Action plans"), reverse("missions:plan-list")), (self.title, None)]

    def form(self, data=None, files=None, **more):
        return PlanForm(data, files, user=self.request.user, **more)

    def cancel_url(self):
        return reverse("missions:plan-list")

    def save(self, form):
        user = self.request.user
        if user.is_member:
            form.instance.administration = get_object_or_404(
                Administration.objects.visible_to(user)
            )
        return super().save(form)


class PlanEdit(PlanRecord, EditPage):
    perm = "missions.change_plan"
    title = gettext_lazy("Edit the plan")
    form_class = PlanForm

    def form(self, data=None, files=None, **more):
        return PlanForm(data, files, user=self.request.user, **more)

    def closed(self, plan):
        if plan.is_draft:
            return ""
        return _("Only a draft can be edited; this plan is “%s”.") % plan.get_status_display()


class PlanStep(PlanRecord, StepPage):
    workflow = PLAN

    def consequences(self, plan):
        return {
            "submit": [_("The head of customs is asked to endorse it."), _("It cannot be edited.")],
            "return": [_("The coordinator is told, and can change the plan.")],
            "endorse": [_("The coordinator and the regional office are told.")],
            "bring-into-force": [
                _("The due dates of today become the baseline, and never change again."),
                _("From now on a due date moves only by a request that the office approves."),
                _("The plan gets a matrix in every follow-up cycle that opens."),
                _("The coordinator and the head of customs are told."),
            ],
            "close": [_("No further matrix is made for it, and nobody is reminded any more.")],
        }[self.step.name]
