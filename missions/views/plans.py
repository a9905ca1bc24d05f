"""Action plans: list, the plan with its actions, create, edit, steps."""

from datetime import date
from functools import cache
from typing import NamedTuple

from django.db.models import F, OuterRef
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from missions.filters import PlanFilter
from missions.forms.plans import PlanActionsForm, PlanForm
from missions.models import Action, ActionPlan, Implementation, Mission, Support
from missions.models.choices import FINISHED
from missions.sheets import options
from missions.workflow import PLAN, PlanStatus
from rocb import markup
from rocb.deadlines import local_today
from rocb.figures import CountOf
from rocb.models import Administration
from rocb.models.people import name_at
from rocb.standing import Blank, answer
from rocb.views.house import Column, CreatePage, DetailPage, EditPage, ListPage, StepPage

# How the eye tells the six statuses apart in a bar: from done to given up.
FILLS = {
    Implementation.IMPLEMENTED: "f3",
    Implementation.PARTLY: "f2",
    Implementation.IN_PROGRESS: "f1",
    Implementation.NOT_STARTED: "f0",
    Implementation.POSTPONED: "f4",
    Implementation.DROPPED: "f5",
}


def member_can_see(administration) -> list[str]:
    """Who reads the records of one member, in words."""
    return [
        _("The coordinator, contributors and head of customs of %s") % administration.country_name,
        _("The regional office"),
        _("The WCO Secretariat"),
    ]


class PlanList(ListPage):
    perm = "missions.view_plan"
    model = ActionPlan
    title = gettext_lazy("Action plans")
    filterset_class = PlanFilter
    ordering = ("administration__country_name__az", "-pk")
    columns = (
        Column("title", gettext_lazy("Plan"), link="missions:plan-detail"),
        Column("member", gettext_lazy("Member"), "administration__country_name"),
        Column("status", gettext_lazy("Status"), kind="tag", choices=PlanStatus),
        Column("actions", gettext_lazy("Actions"), "number_of_actions", kind="number"),
        Column("done", gettext_lazy("Finished"), "number_done", kind="number"),
        Column("ends", gettext_lazy("Ends"), "ends_on", kind="day"),
    )
    create = ("missions.change_plan", "missions:plan-create", gettext_lazy("New plan"))
    empty = {
        "title": gettext_lazy("No action plan yet"),
        "text": gettext_lazy(
            "A plan holds what a member undertakes to do after a mission. "
            "Make one by hand, or import it from a workbook."
        ),
    }

    def rows(self):
        own = Action.objects.filter(plan=OuterRef("pk")).values("pk")
        done = own.filter(status__in=FINISHED)
        return super().rows().annotate(number_of_actions=CountOf(own), number_done=CountOf(done))

    def count_label(self, count):
        return ngettext("%d plan", "%d plans", count) % count


class PlanRecord:
    """What every page of one plan shares."""

    model = ActionPlan

    def queryset(self):
        plans = super().queryset().select_related("administration")
        return plans.annotate(
            endorsed_name=name_at("endorsed_by__person"), mission_phase=F("mission__phase")
        )

    def breadcrumbs(self):
        record = getattr(self, "record", None)
        trail = [(_("Action plans"), reverse("missions:plan-list"))]
        return [*trail, (str(record), record.get_absolute_url())] if record else trail


class PlanDetail(PlanRecord, DetailPage):
    perm = "missions.view_plan"
    template_name = "missions/plan_detail.html"
    kicker = gettext_lazy("Action plan")
    workflow = PLAN
    step_url = "missions:plan-step"

    def breadcrumbs(self):
        return [(_("Action plans"), reverse("missions:plan-list")), (self.record.title, None)]

    def links(self, plan):
        user, found = self.request.user, []
        is_open = plan.status in (PlanStatus.DRAFT, PlanStatus.IN_FORCE)
        if is_open and may_add_action(plan, user):
            found.append((_("Add an action"), reverse("missions:action-create", args=[plan.pk])))
        if plan.is_draft and plan.allows(user, "missions.change_action"):
            found.append((_("Planning board"), reverse("missions:plan-board", args=[plan.pk])))
        if plan.is_draft and plan.allows(user, "missions.change_plan"):
            found.append((_("Edit"), reverse("missions:plan-edit", args=[plan.pk])))
        if plan.is_draft and plan.allows(user, "missions.import_plan"):
            where = (
                f"{reverse('missions:plan-import')}?plan={plan.pk}&member={plan.administration_id}"
            )
            found.append((_("Import actions"), where))
        found.append((_("Export"), f"{reverse('missions:action-list')}?plan={plan.pk}&export=xlsx"))
        return found

    def facts(self, plan):
        member = plan.administration
        return [
            (_("Member"), markup.link(member.country_name, member.get_absolute_url())),
            (_("Period"), markup.days(plan.starts_on, plan.ends_on)),
            (
                _("Endorsed"),
                plan.endorsed_name and f"{plan.endorsed_name}, {markup.day(plan.endorsed_on)}",
            ),
            (_("In force since"), markup.day(plan.in_force_on)),
        ]

    def chain(self, plan):
        member = plan.administration
        advice = f"{reverse('missions:recommendation-list')}?administration={member.pk}"
        source = (_("of this member"), advice)
        if plan.mission_id:
            mission = Mission(pk=plan.mission_id, administration=member, phase=plan.mission_phase)
            source = (str(mission), f"{mission.get_absolute_url()}?tab=findings")
        sheets = f"{reverse('missions:matrix-list')}?administration={member.pk}"
        return [
            (_("Recommendations"), [source], False),
            (_("Action plan"), [(plan.title, "")], True),
            (_("Progress"), [(_("follow-up matrices"), sheets)], False),
        ]

    def who_can_see(self, plan):
        return [
            *member_can_see(plan.administration),
            _("Donors: only the actions that the member shares with them"),
        ]

    def tab_names(self):
        return [("", _("Actions")), ("past", _("History, comments, files"))]

    def details(self, plan):
        if self.tab:
            return {"plan": plan}
        today = local_today(timezone.now(), plan.administration.time_zone)
        rows, wanted = lines_of(plan), {}
        if self.request.GET:
            form = PlanActionsForm(self.request.GET)
            wanted = form.cleaned_data if form.is_valid() else {}
        shown = [row for row in rows if fits(row, wanted, plan, today)]
        counts = dict.fromkeys(Implementation.values, 0)
        for row in rows:
            counts[row.status] += 1
        return {
            "plan": plan,
            "lead": plan.summary,
            "selects": selects(wanted),
            "only_overdue": wanted.get("overdue"),
            "filters_active": any(wanted.values()),
            "segments": [
                {"label": Implementation(value).label, "value": counts[value], "fill": fill}
                for value, fill in FILLS.items()
                if counts[value]
            ],
            "headings": HEADINGS,
            "action_rows": markup.rows_html(action_cells(shown, plan, today), HEADINGS),
            "shown": len(shown),
            "total": len(rows),
        }


def selects(wanted: dict) -> list[dict]:
    """The filters with choices, as HTML: a form field drawn by templates costs more than the rows."""
    found = []
    for name, label, choices in (
        ("status", _("Status"), Implementation),
        ("support", _("Support needed"), Support),
    ):
        made = options(choices, _("All"))
        chosen = made.get(wanted.get(name) or "", made[""])
        found.append({"name": name, "label": label, "options": mark_safe(chosen)})
    return found


HEADINGS = [
    {"label": gettext_lazy("Action")},
    {"label": gettext_lazy("Responsible")},
    {"label": gettext_lazy("Due"), "nowrap": True},
    {"label": gettext_lazy("Status")},
    {"label": gettext_lazy("% done"), "numeric": True},
    {"label": gettext_lazy("Support needed")},
]


class ActionLine(NamedTuple):
    """An action as the table of its plan shows it."""

    pk: int
    number: str
    title: str
    responsible_unit: str
    current_due_on: date | None
    baseline_due_on: date | None
    status: str
    percent: int
    support_needed: str
    is_shared: bool


def lines_of(plan) -> list[ActionLine]:
    """The actions of a plan; one query."""

    def make():
        actions = Action.objects.filter(plan=Blank("plan")).order_by("position", "pk")
        return actions.values_list(*ActionLine._fields)

    return [ActionLine(*row) for row in answer(("actions of a plan",), make, plan=plan.pk)]


def is_late(row, plan, today) -> bool:
    due = row.current_due_on
    is_open = plan.status == PlanStatus.IN_FORCE and row.status not in FINISHED
    return bool(is_open and due and due < today)


def fits(row, wanted: dict, plan, today) -> bool:
    """Whether a row passes the filters of the address."""
    if wanted.get("status") and row.status != wanted["status"]:
        return False
    if wanted.get("support") and row.support_needed != wanted["support"]:
        return False
    return not wanted.get("overdue") or is_late(row, plan, today)


def action_cells(rows, plan, today):
    """The cells of the table of actions; everything slow is done once."""
    link, day = markup.Linker("missions:action-detail"), cache(markup.day)
    statuses = {v: markup.tag(label, markup.tone_of(v)) for v, label in Implementation.choices}
    statuses[Implementation.IMPLEMENTED] = markup.tag(Implementation.IMPLEMENTED.label, "ok")
    supports = {v: str(label) if v != Support.NONE else "" for v, label in Support.choices}
    late, moved = markup.tag(_("overdue"), "bad"), _("moved from")
    shared = markup.tag(_("shared with donors"), "info")
    for row in rows:
        title = link(f"{row.number} {row.title}", row.pk)
        if row.is_shared:
            title = mark_safe(f"{title} {shared}")
        due = day(row.current_due_on)
        if is_late(row, plan, today):
            due = mark_safe(f"{due} {late}")
        if row.baseline_due_on not in (None, row.current_due_on):
            before = day(row.baseline_due_on)
            due = mark_safe(f'{due}<br><span class="by">{moved} {before}</span>')
        yield (
            title,
            row.responsible_unit,
            due,
            statuses[row.status],
            row.percent,
            supports[row.support_needed],
        )


def may_add_action(plan, user) -> bool:
    """Members plan while it is a draft; later additions to a plan in force are the office's."""
    if not plan.allows(user, "missions.change_action"):
        return False
    return plan.is_draft or not user.is_member


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


def actions_of(user):
    """Actions with what their pages show, narrowed to what this reader may see."""
    return Action.objects.visible_to(user).select_related(
        "plan__administration", "responsible_person"
    )
