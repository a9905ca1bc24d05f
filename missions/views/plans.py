"""Action plans: list, and the plan with its actions."""

from django.db.models import F, OuterRef
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from missions.filters import PlanFilter
from missions.forms.plans import PlanActionsForm
from missions.models import Action, ActionPlan, Implementation, Mission
from missions.models.choices import FINISHED
from missions.views.plan_rows import HEADINGS, action_cells, fits, lines_of, selects
from missions.workflow import PLAN, PlanStatus
from rocb import markup
from rocb.deadlines import local_today
from rocb.figures import CountOf
from rocb.models.people import name_at
from rocb.views.house import Column, DetailPage, ListPage

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


def may_add_action(plan, user) -> bool:
    """Members plan while it is a draft; later additions to a plan in force are the office's."""
    if not plan.allows(user, "missions.change_action"):
        return False
    return plan.is_draft or not user.is_member
