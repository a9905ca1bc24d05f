"""Plans and matrices on pages of the ground floor: member page, desk, search."""

from django.contrib.postgres.search import SearchVector
from django.db.models import Count, F, Q
from django.urls import reverse
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from missions.models import Action, ActionPlan, Cycle, Implementation, Matrix, Recommendation
from missions.models.choices import FINISHED
from missions.workflow import CycleStatus, MatrixStatus, PlanStatus
from rocb import markup
from rocb.panels import Box, Found, Outlook, RecordPanel, Waiting, finds, waits
from rocb.roles import Role
from rocb.search import Searchable

PLANS, MATRICES = 8, 6  # on a member's page


def follow_up_of(user, member) -> list:
    """A member's plans with how far they are, and its last matrices."""
    done = Count("actions", filter=Q(actions__status__in=FINISHED))
    plans = (
        ActionPlan.objects.visible_to(user)
        .filter(administration=member.pk)
        .annotate(total=Count("actions"), done=done)
        .order_by("-pk")[:PLANS]
    )
    matrices = Matrix.objects.visible_to(user).filter(administration=member.pk)
    told = ("cycle__due_on", "cycle__name", "status", "due_on", "has_nothing_to_report")
    return [
        finds(plans, "follow-up:plan", "title", "status", "total", "done"),
        finds(matrices.order_by("-cycle__due_on"), "follow-up:matrix", *told)[:MATRICES],
    ]


def follow_up(_user, member, found: list[Found]) -> dict:
    plans = [row for row in found if row.key == "follow-up:plan"]
    matrices = [row for row in found if row.key == "follow-up:matrix"]
    advice = f"{reverse('missions:recommendation-list')}?administration={member.pk}"
    return {
        "plans": [plan_line(row) for row in sorted(plans, key=lambda row: -row.id)],
        "matrices": [
            matrix_line(row)
            for row in sorted(matrices, key=lambda row: row.names[0] or "", reverse=True)
        ],
        "advice_url": advice,
    }


def plan_line(row: Found) -> dict:
    title, status, total, done = row.names
    return {
        "url": reverse("missions:plan-detail", args=[row.id]),
        "title": title,
        "status": (PlanStatus(status).label, markup.tone_of(status)),
        "bar": markup.progress(round(done * 100 / total) if total else 0),
        "by": _("%(done)s of %(total)s actions finished") % {"done": done, "total": total},
    }


def matrix_line(row: Found) -> dict:
    _day, cycle, status, due_on, has_nothing = row.names
    is_sent = status in (MatrixStatus.SUBMITTED, MatrixStatus.ACCEPTED)
    return {
        "text": cycle,
        "url": reverse("missions:matrix-detail", args=[row.id]),
        "tag": _("nothing to report") if has_nothing and is_sent else MatrixStatus(status).label,
        "tone": markup.tone_of(status),
        "by": _("due %s") % markup.day(parse_date(due_on)),
    }


def begun(user) -> list:
    """What a member has begun and nobody waits for yet: taken-back matrices, draft plans."""
    if not user.is_member:
        return []
    matrices = Matrix.objects.visible_to(user).filter(
        status=MatrixStatus.WITHDRAWN, cycle__status=CycleStatus.OPEN
    )
    plans = ActionPlan.objects.visible_to(user).filter(status=PlanStatus.DRAFT)
    return [
        waits(matrices, "begun:matrix", what="cycle__name"),
        waits(plans, "begun:plan", what="title"),
    ]


def begun_line(row: Waiting) -> dict:
    if row.key == "begun:matrix":
        return {
            "text": _("Follow-up matrix %s") % row.what,
            "url": reverse("missions:matrix-edit", args=[row.id]),
            "tag": _("taken back"),
            "tone": "warn",
            "by": _("Submit it again when it is right."),
        }
    return {
        "text": row.what,
        "url": reverse("missions:plan-detail", args=[row.id]),
        "tag": PlanStatus.DRAFT.label,
        "tone": "neutral",
        "by": _("Complete it, then submit it for endorsement."),
    }


def next_cycle(user) -> str:
    """When the next follow-up begins, for somebody with nothing due."""
    planned = Cycle.objects.filter(status=CycleStatus.PLANNED)
    if user.is_member:
        planned = planned.filter(office__region__administrations=user.organisation_id)
    else:
        planned = planned.filter(office=user.organisation_id)
    cycle = planned.order_by("opens_on").first()
    if cycle is None:
        return _("The next follow-up cycle is not planned yet.")
    return _("The next follow-up cycle, %(name)s, opens on %(day)s.") % {
        "name": cycle.name,
        "day": markup.weekday(cycle.opens_on),
    }


def searched_plans(user):
    plans = ActionPlan.objects.visible_to(user).select_related("administration")
    return plans.annotate(
        words=SearchVector("title", "administration__country_name", config="simple")
    )


def searched_actions(user):
    """Donors find actions by what they may read of them, nothing else."""
    actions = Action.objects.visible_to(user).select_related("plan__administration")
    if user.role == Role.DONOR:
        return actions.annotate(words=SearchVector("title", "expected_result", config="simple"))
    return actions.annotate(words=F("search"))


PANELS = (
    RecordPanel(
        "follow-up",
        "member",
        "missions.view_plan",
        "missions/_member.html",
        follow_up,
        follow_up_of,
    ),
)


BOXES = (
    Box(
        "begun",
        gettext_lazy("Begun by you"),
        "missions.fill_matrix",
        rows=begun,
        line=begun_line,
    ),
)


OUTLOOKS = (Outlook("cycle", "missions.view_matrix", next_cycle),)


SEARCHABLES = (
    Searchable(
        "plans",
        gettext_lazy("Action plans"),
        searched_plans,
        "words",
        lambda plan: (plan.title, plan.get_absolute_url(), plan.administration.country_name),
        "missions.view_plan",
    ),
    Searchable(
        "actions",
        gettext_lazy("Actions"),
        searched_actions,
        "words",
        lambda action: (
            str(action),
            action.get_absolute_url(),
            f"{action.plan.administration.country_name}, {Implementation(action.status).label}",
        ),
        "missions.view_action",
    ),
    Searchable(
        "recommendations",
        gettext_lazy("Recommendations"),
        lambda user: Recommendation.objects.visible_to(user).select_related("administration"),
        "search",
        lambda one: (
            f"{one.number} {one.text[:120]}",
            one.get_absolute_url(),
            one.administration.country_name,
        ),
        "missions.view_recommendation",
    ),
)
