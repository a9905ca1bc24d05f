"""Objectives of a plan: write, change, take out."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from reports.forms.plans import ObjectiveForm
from reports.models import Objective
from reports.views.plans import InPlan, PlanEdit, closed_plan, trail
from reports.workflow import StrategyStatus
from rocb.views.confirm import ConfirmPage
from rocb.views.house import (
    CreatePage,
    EditPage,
)


class ObjectiveFrame(InPlan):
    """What the pages of one objective share: its plan, which must be open."""

    model = Objective
    template_name = "reports/form.html"
    form_class = ObjectiveForm

    def breadcrumbs(self):
        plan = self.plan
        return [*trail(), (str(plan), plan.get_absolute_url()), (self.title, None)]

    def cancel_url(self):
        return self.plan.get_absolute_url()

    def form(self, data=None, files=None, **more):
        return ObjectiveForm(data, files, plan=self.plan, **more)


class ObjectiveCreate(ObjectiveFrame, CreatePage):
    perm = "reports.change_strategicplan"
    title = gettext_lazy("New objective")

    def prepare(self):
        page = PlanEdit(kwargs=self.kwargs, request=self.request)
        page.perm = self.perm
        self.plan = page.record = page.find()
        return page.turned_away(self.plan)

    def initial(self):
        return {"number": f"{self.plan.objectives.count() + 1}"}


class ObjectiveEdit(ObjectiveFrame, EditPage):
    perm = "reports.change_strategicplan"
    title = gettext_lazy("Edit the objective")

    def queryset(self):
        return super().queryset().select_related("plan__office", "plan__parent")

    def find(self):
        record = super().find()
        self.plan = record.plan
        return record

    def closed(self, record):
        return closed_plan(record.plan)


class ObjectiveDelete(InPlan, ConfirmPage):
    """An objective of a draft: with its indicators it goes for good. Adopted ones stay."""

    perm = "reports.change_strategicplan"
    model = Objective
    title = gettext_lazy("Take the objective out")
    submit_label = gettext_lazy("Take it out")
    tone = "warning"

    def queryset(self):
        return super().queryset().select_related("plan__office")

    def breadcrumbs(self):
        plan = self.record.plan
        return [*trail(), (str(plan), plan.get_absolute_url()), (self.title, None)]

    def consequences(self, record):
        count = record.indicators.count()
        return [
            ngettext("Its %d indicator goes with it.", "Its %d indicators go with it.", count)
            % count
        ]

    def act(self, record):
        if record.plan.status != StrategyStatus.DRAFT:
            raise ValidationError(_("Only a draft loses objectives; this plan was adopted."))
        plan = record.plan
        record.delete()
        return plan

    def saved(self, record):
        return _("The objective was taken out.")
