"""Plans: the register, one plan with its objectives, steps."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from reports.forms.plans import AdoptForm, PlanForm
from reports.models import StrategicPlan
from reports.offices import own_office
from reports.plan_page import HEADINGS, chain_of, objective_groups
from reports.progress import progress_of, tally
from reports.sections import InReports
from reports.workflow import STRATEGY, StrategyStatus
from rocb import markup
from rocb.views.house import (
    Column,
    CreatePage,
    DetailPage,
    EditPage,
    ListPage,
    StepPage,
)


class InPlan(InReports):
    section = "plan"


def trail() -> list[tuple]:
    return [(_("Reports"), reverse("reports:report-list")), (_("Plan"), reverse("reports:plan"))]


class PlanList(InPlan, ListPage):
    perm = "reports.view_strategicplan"
    model = StrategicPlan
    template_name = "reports/list.html"
    title = gettext_lazy("All plans")
    ordering = ("-starts_on", "level", "pk")
    columns = (
        Column("title", gettext_lazy("Plan"), link="reports:plan-detail"),
        Column("level", gettext_lazy("Whose"), choices=StrategicPlan.Level),
        Column("office", gettext_lazy("Office"), "office__name"),
        Column("starts", gettext_lazy("From"), "starts_on", kind="day"),
        Column("ends", gettext_lazy("Until"), "ends_on", kind="day"),
        Column("status", gettext_lazy("Status"), kind="tag", choices=StrategyStatus),
    )
    create = ("reports.change_strategicplan", "reports:plan-create", gettext_lazy("New plan"))
    empty = {
        "title": gettext_lazy("No plan yet"),
        "text": gettext_lazy(
            "The WCO's plan, the region's and the office's stand here, each carrying out the one "
            "above. Begin with the WCO's."
        ),
    }

    def breadcrumbs(self):
        return [*trail(), (self.title, None)]

    def count_label(self, count):
        return ngettext("%d plan", "%d plans", count) % count


class PlanRecord(InPlan):
    model = StrategicPlan

    def queryset(self):
        return super().queryset().select_related("office__region", "parent__parent")

    def breadcrumbs(self):
        record = getattr(self, "record", None)
        last = [(str(record), record.get_absolute_url())] if record else []
        return [*trail(), *last]


class PlanDetail(PlanRecord, DetailPage):
    perm = "reports.view_strategicplan"
    template_name = "reports/plan_detail.html"
    workflow = STRATEGY
    step_url = "reports:plan-step"

    def breadcrumbs(self):
        return [*trail(), (str(self.record), None)]

    @property
    def kicker(self):
        plan = self.record
        return f"{plan.get_level_display()}, {plan.office}" if plan.office else _("WCO")

    def tab_names(self):
        return [("", _("Objectives")), ("past", _("History, comments, files"))]

    def links(self, plan):
        if plan.status == StrategyStatus.CLOSED or not plan.allows(
            self.request.user, "reports.change_strategicplan"
        ):
            return []
        return [
            (_("Add an objective"), reverse("reports:objective-create", args=[plan.pk])),
            (_("Edit"), reverse("reports:plan-edit", args=[plan.pk])),
        ]

    def chain(self, plan):
        return chain_of(plan)

    def facts(self, plan):
        return [
            (_("Period"), markup.days(plan.starts_on, plan.ends_on)),
            (_("Adopted"), ", ".join(filter(None, [markup.day(plan.adopted_on), plan.adopted_by]))),
            (_("Summary"), plan.summary),
        ]

    def who_can_see(self, plan):
        if plan.status == StrategyStatus.DRAFT:
            who = [_("The regional office"), _("The WCO Secretariat")]
            return who if plan.office_id else [_("The regional offices"), _("The WCO Secretariat")]
        return [_("Everybody with a sign-in")]

    def details(self, plan):
        if self.tab:
            return {}
        day = max(plan.starts_on, min(timezone.localdate(), plan.ends_on))
        office = plan.office or own_office(self.request)
        found = progress_of(plan, office, day)
        below = plan.carried_out_by.all() & StrategicPlan.objects.visible_to(self.request.user)
        may_edit = plan.status != StrategyStatus.CLOSED and plan.allows(
            self.request.user, "reports.change_strategicplan"
        )
        return {
            "plan": plan,
            "as_at": day,
            "segments": tally(found),
            "groups": objective_groups(plan, found, day),
            "headings": HEADINGS,
            "may_edit": may_edit,
            "below": [
                {"text": str(one), "url": one.get_absolute_url(),
                 "by": markup.days(one.starts_on, one.ends_on)}
                for one in below.order_by("-starts_on")[:20]
            ],
        }  # fmt: skip


class PlanCreate(InPlan, CreatePage):
    perm = "reports.change_strategicplan"
    model = StrategicPlan
    template_name = "reports/form.html"
    title = gettext_lazy("New plan")
    form_class = PlanForm
    lead = gettext_lazy("First the frame; then its objectives and indicators.")

    def breadcrumbs(self):
        return [*trail(), (self.title, None)]

    def form(self, data=None, files=None, **more):
        return PlanForm(data, files, office=own_office(self.request), **more)

    def cancel_url(self):
        return reverse("reports:plan-list")


class PlanEdit(PlanRecord, EditPage):
    perm = "reports.change_strategicplan"
    template_name = "reports/form.html"
    title = gettext_lazy("Edit the plan")
    form_class = PlanForm

    def form(self, data=None, files=None, **more):
        office = self.record.office or own_office(self.request)
        return PlanForm(data, files, office=office, **more)

    def closed(self, plan):
        if plan.status != StrategyStatus.CLOSED:
            return ""
        return _("A closed plan is not changed any more.")


class PlanStep(PlanRecord, StepPage):
    workflow = STRATEGY
    template_name = "reports/step.html"
    step_forms = {"adopt": AdoptForm}

    def consequences(self, plan):
        return {
            "adopt": [
                _("From now on everybody with a sign-in reads it, with its objectives."),
                _("It can still be changed; each change is kept with who made it."),
            ],
            "close": [_("It is kept as it stands, and cannot be changed any more.")],
        }[self.step.name]


def closed_plan(plan) -> str:
    """Why what hangs on a plan cannot be changed; empty when it can."""
    return _("A closed plan is not changed any more.") if plan.status == "closed" else ""
