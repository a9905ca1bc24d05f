"""Plans: where the office stands, the register of plans, one plan with its objectives, steps."""

from django.core.exceptions import ValidationError
from django.db.models import Count, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from reports.forms.plans import AdoptForm, ObjectiveForm, PlanForm
from reports.models import Objective, PillarTitle, StrategicPlan, WorkItem
from reports.offices import asked_office, is_inside, own_office, switch
from reports.progress import Standing, State, in_words, progress_of, tally
from reports.sections import InReports
from reports.views.figures import asked_day
from reports.workflow import STRATEGY, StrategyStatus
from rocb import fiscal, markup
from rocb.models import Office
from rocb.views.confirm import ConfirmPage
from rocb.views.house import (
    Column,
    CreatePage,
    DetailPage,
    EditPage,
    ListPage,
    Page,
    StepPage,
)

HEADINGS = [
    {"label": gettext_lazy("Indicator")},
    {"label": gettext_lazy("Now"), "numeric": True},
    {"label": gettext_lazy("Target"), "numeric": True},
    {"label": gettext_lazy("Way to the target")},
    {"label": gettext_lazy("Standing")},
]


class InPlan(InReports):
    section = "plan"


def trail() -> list[tuple]:
    return [(_("Reports"), reverse("reports:report-list")), (_("Plan"), reverse("reports:plan"))]


def indicator_cells(found: list[Standing]):
    """The table of indicators; the heading of a row links to the indicator."""
    address = reverse("reports:indicator-detail", args=[987654321])
    for one in found:
        unit = one.indicator.unit
        bar = "" if one.percent is None else markup.progress(one.percent)
        yield (
            markup.link(one.indicator.title, address.replace("987654321", str(one.indicator.pk))),
            in_words(one.value, unit),
            in_words(one.aim, unit),
            bar,
            one.tag,
        )


def objective_groups(plan: StrategicPlan, found: list[Standing], day) -> list[dict]:
    """Pillar by pillar, the objectives of a plan with the table of their indicators; one query."""
    by_objective: dict[int, list[Standing]] = {}
    for one in found:
        by_objective.setdefault(one.indicator.objective_id, []).append(one)
    then = max(plan.starts_on, min(day, plan.ends_on))
    titles = PillarTitle.objects.filter(pillar=OuterRef("pillar"), from_on__lte=then)
    groups: dict[str, list[dict]] = {}
    rows = plan.objectives.select_related("serves", "pillar").annotate(
        pillar_title=Subquery(titles.order_by("-from_on").values("title")[:1])
    )
    for row in rows.order_by("pillar__number", "number"):
        indicators = by_objective.get(row.pk, [])
        title = f"{row.pillar.number}. {row.pillar_title or ''}" if row.pillar else ""
        groups.setdefault(title, []).append(
            {
                "objective": row,
                "rows": markup.rows_html(indicator_cells(indicators), HEADINGS),
                "count": len(indicators),
            }
        )
    return [{"title": title, "objectives": rows} for title, rows in groups.items()]


class PlanHome(InPlan, Page):
    """The chain of plans on a day, and how far the office's has come."""

    perm = "reports.view_strategicplan"
    template_name = "reports/plan_home.html"
    title = gettext_lazy("Plan and progress")

    def breadcrumbs(self):
        return [*trail()[:1], (_("Plan"), None)]

    def get(self, request):
        office = asked_office(request)
        frame = {"office": office, "offices": switch(request, office)}
        try:
            day = asked_day(request, office)
        except ValidationError as error:
            return self.page({**frame, "error": error.messages[0]}, 400)
        plan = current_plan(office, day)
        year = fiscal.fiscal_year(day)
        context = {**frame, "as_at": day, "year": fiscal.label(year), "registers": self.registers()}
        if plan is not None:
            found = progress_of(plan, office, day)
            context |= {
                "plan": plan,
                "plan_chain": chain_of(plan),
                "segments": tally(found),
                "groups": objective_groups(plan, found, day),
                "headings": HEADINGS,
                "tiles": self.tiles(office, year, found),
            }
        elif is_inside(request.user, office) and request.user.has_perm(
            "reports.change_strategicplan"
        ):
            context["create_url"] = reverse("reports:plan-create")
        return self.page(context)

    def tiles(self, office: Office, year: int, found: list[Standing]) -> list[dict]:
        behind = sum(one.state == State.BEHIND for one in found)
        missing = sum(one.state in (State.NO_VALUE, State.NO_TARGET) for one in found)
        tiles = [
            {"number": behind, "text": _("indicators behind")},
            {"number": missing, "text": _("without value or target")},
        ]
        user = self.request.user
        if user.has_perm("reports.view_workitem") and is_inside(user, office):
            items = WorkItem.objects.visible_to(user).filter(office=office, year=year)
            today = timezone.localdate()
            late = Q(status__in=["planned", "running"], ends_on__lt=today)
            numbers = items.aggregate(
                open=Count("pk", filter=Q(status__in=["planned", "running"])),
                late=Count("pk", filter=late),
                done=Count("pk", filter=Q(status="done")),
            )
            work = f"{reverse('reports:work-list')}?office={office.region.code}&year={year}"
            tiles += [
                {"number": numbers["open"], "text": _("items of the work plan open"),
                 "url": f"{work}&open=on"},
                {"number": numbers["late"], "text": _("items late"), "url": f"{work}&late=on"},
                {"number": numbers["done"], "text": _("items done"), "url": f"{work}&status=done"},
            ]  # fmt: skip
        return tiles

    def registers(self) -> list[dict]:
        user = self.request.user
        known = (
            ("reports.view_strategicplan", _("All plans"), "plan-list"),
            ("reports.view_workitem", _("Annual work plan"), "work-list"),
            ("reports.view_workitem", _("Each officer's load"), "load"),
            ("reports.view_workitem", _("Titles of the pillars"), "pillars"),
        )
        return [
            {"text": label, "url": reverse(f"reports:{name}")}
            for perm, label, name in known
            if user.has_perm(perm)
        ]


def current_plan(office: Office, day) -> StrategicPlan | None:
    """The office's plan that holds on a day, with the two above it; one query."""
    plans = StrategicPlan.objects.holding(day).filter(
        office=office, level=StrategicPlan.Level.OFFICE
    )
    return plans.select_related("office__region", "parent__parent").order_by("-starts_on").first()


def chain_of(plan: StrategicPlan) -> list[tuple]:
    """From the WCO's plan to this one, as links."""
    found: list[StrategicPlan] = []
    one: StrategicPlan | None = plan
    while one is not None:
        found.append(one)
        one = one.parent
    return [
        (
            one.get_level_display(),
            [
                (
                    f"{one.title}, {markup.days(one.starts_on, one.ends_on)}",
                    "" if one is plan else one.get_absolute_url(),
                )
            ],
            one is plan,
        )
        for one in reversed(found)
    ]


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


def closed_plan(plan) -> str:
    """Why what hangs on a plan cannot be changed; empty when it can."""
    return _("A closed plan is not changed any more.") if plan.status == "closed" else ""


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
