"""What pillar 1 shows on pages of the ground floor: desk, member page, search."""

from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.search import SearchVector
from django.db.models import Count, F, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from missions.models import (
    Action,
    ActionPlan,
    Cycle,
    ExtensionRequest,
    Implementation,
    Matrix,
    Recommendation,
)
from missions.models.choices import FINISHED
from missions.workflow import EXTENSION, MATRIX, PLAN, CycleStatus, MatrixStatus, PlanStatus
from rocb import markup
from rocb.models import StatusChange
from rocb.panels import Box, News, Outlook, Panel, boxes, member_panels, news, outlooks
from rocb.roles import Role
from rocb.search import Searchable, searchables


def follow_up(user, administration) -> dict:
    """A member's plans with how far they are, and its last matrices. Two queries."""
    plans = (
        ActionPlan.objects.visible_to(user)
        .filter(administration=administration)
        .annotate(
            total=Count("actions"),
            done=Count("actions", filter=Q(actions__status__in=FINISHED)),
        )
        .order_by("-pk")
    )
    matrices = (
        Matrix.objects.visible_to(user)
        .filter(administration=administration)
        .select_related("cycle")
        .order_by("-cycle__due_on")[:6]
    )
    advice = f"{reverse('missions:recommendation-list')}?administration={administration.pk}"
    return {
        "plans": [
            {
                "url": plan.get_absolute_url(),
                "title": plan.title,
                "status": (plan.get_status_display(), markup.tone_of(plan.status)),
                "bar": markup.progress(round(plan.done * 100 / plan.total) if plan.total else 0),
                "by": _("%(done)s of %(total)s actions finished")
                % {"done": plan.done, "total": plan.total},
            }
            for plan in plans
        ],
        "matrices": [
            {
                "text": matrix.cycle.name,
                "url": matrix.get_absolute_url(),
                "tag": _("nothing to report")
                if matrix.has_nothing_to_report and matrix.status in ("submitted", "accepted")
                else matrix.get_status_display(),
                "tone": markup.tone_of(matrix.status),
                "by": _("due %s") % markup.day(matrix.due_on),
            }
            for matrix in matrices
        ],
        "advice_url": advice,
    }


def begun(user) -> list[dict]:
    """What a member has begun and nobody waits for yet: taken-back matrices, draft plans."""
    if not user.is_member:
        return []
    matrices = Matrix.objects.visible_to(user).filter(
        status=MatrixStatus.WITHDRAWN, cycle__status=CycleStatus.OPEN
    )
    plans = ActionPlan.objects.visible_to(user).filter(status=PlanStatus.DRAFT)
    found = [
        {
            "text": _("Follow-up matrix %s") % matrix.cycle.name,
            "url": reverse("missions:matrix-edit", args=[matrix.pk]),
            "tag": _("taken back"),
            "tone": "warn",
            "by": _("Submit it again when it is right."),
        }
        for matrix in matrices.select_related("cycle")
    ]
    found += [
        {
            "text": plan.title,
            "url": plan.get_absolute_url(),
            "tag": plan.get_status_display(),
            "tone": "neutral",
            "by": _("Complete it, then submit it for endorsement."),
        }
        for plan in plans
    ]
    return found


FOLLOWED = ((Matrix, MATRIX), (ActionPlan, PLAN), (ExtensionRequest, EXTENSION))


def steps_since(user, moment: datetime) -> list[tuple[datetime, str, str, str]]:
    """The steps others took on records that this reader sees; one query."""
    seen = Q()
    for model, _flow in FOLLOWED:
        kind = ContentType.objects.get_for_model(model)
        seen |= Q(content_type=kind, object_id__in=model.objects.visible_to(user).values("pk"))
    changes = (
        StatusChange.objects.filter(seen, at__gt=moment)
        .exclude(by=user)
        .select_related("by__person", "content_type")
        .order_by("-at")[:15]
    )
    rows = list(changes)
    labels = {
        ContentType.objects.get_for_model(model).pk: (model, flow) for model, flow in FOLLOWED
    }
    names = names_of(rows, labels)
    found = []
    for row in rows:
        model, flow = labels[row.content_type_id]
        label = flow.step(row.step).label if row.step in flow.steps else row.step
        name, url = names.get((row.content_type_id, row.object_id), ("", ""))
        found.append((row.at, f"{name}: {label}", url, row.by.full_name if row.by else ""))
    return found


def names_of(rows, labels) -> dict:
    """Name and address of the records behind some steps; a query for each kind that occurs."""
    paths = {
        Matrix: ("administration__country_name", "cycle__name"),
        ActionPlan: ("administration__country_name", "title"),
        ExtensionRequest: ("action__plan__administration__country_name", "action__title"),
    }
    details = {
        Matrix: "missions:matrix-detail",
        ActionPlan: "missions:plan-detail",
        ExtensionRequest: "missions:extension-detail",
    }
    found = {}
    for kind, (model, _flow) in labels.items():
        pks = {row.object_id for row in rows if row.content_type_id == kind}
        if pks:
            for pk, member, what in model.objects.filter(pk__in=pks).values_list(
                "pk", *paths[model]
            ):
                found[kind, pk] = (f"{member}, {what}", reverse(details[model], args=[pk]))
    return found


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


def searched_actions(user):
    """Donors find actions by what they may read of them, nothing else."""
    actions = Action.objects.visible_to(user).select_related("plan__administration")
    if user.role == Role.DONOR:
        return actions.annotate(words=SearchVector("title", "expected_result", config="simple"))
    return actions.annotate(words=F("search"))


def searched_plans(user):
    plans = ActionPlan.objects.visible_to(user).select_related("administration")
    return plans.annotate(
        words=SearchVector("title", "administration__country_name", config="simple")
    )


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


def register() -> None:
    """Put all of it into the registries; called once by apps.py."""
    member_panels.register(
        Panel("follow-up", "missions.view_plan", "missions/_member.html", follow_up)
    )
    boxes.register(Box("begun", gettext_lazy("Begun by you"), "missions.fill_matrix", begun))
    news.register(News("steps", "missions.view_matrix", steps_since))
    outlooks.register(Outlook("cycle", "missions.view_matrix", next_cycle))
    for searchable in SEARCHABLES:
        searchables.register(searchable)
