"""Plans to endorse and to bring into force; actions that fall due, and later days asked for them."""

from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from missions.models import Action, ActionPlan, ExtensionRequest
from missions.models.actions import ActionQuerySet
from missions.workflow import ExtensionStatus, PlanStatus
from rocb.deadlines import (
    ANSWERED_IN,
    EXECUTIVE,
    MEMBER,
    OFFICE,
    DeadlineKind,
    after,
    named,
    owed,
    times_taken,
)


def extensions_to_decide(requests: QuerySet) -> QuerySet:
    """Requests for a later due date that wait for the office."""
    return owed(
        requests.filter(status=ExtensionStatus.REQUESTED),
        what=named("action__number", "action__title"),
        on=after("created_at", ANSWERED_IN),
        member="action__plan__administration",
    )


def plans_to_endorse(plans: QuerySet) -> QuerySet:
    """Plans that wait for the head of customs."""
    return owed(
        plans.filter(status=PlanStatus.SUBMITTED),
        what="title",
        on=after("updated_at", ANSWERED_IN),
        turn=times_taken(ActionPlan, "submit"),
        member="administration",
    )


def plans_to_bring_into_force(plans: QuerySet) -> QuerySet:
    """Endorsed plans that wait for the office."""
    return owed(
        plans.filter(status=PlanStatus.ENDORSED),
        what="title",
        on=after("updated_at", ANSWERED_IN),
        turn=times_taken(ActionPlan, "endorse"),
        member="administration",
    )


def actions_due(actions: ActionQuerySet) -> QuerySet:
    """Unfinished actions of plans in force. An approved extension starts a new ladder."""
    approved = (
        ExtensionRequest.objects.filter(action=OuterRef("pk"), status=ExtensionStatus.APPROVED)
        .order_by()
        .values("action")
        .annotate(n=Count("pk"))
        .values("n")
    )
    return owed(
        actions.open().exclude(current_due_on=None),
        what=named("number", "title"),
        on="current_due_on",
        turn=Coalesce(Subquery(approved, output_field=IntegerField()), 0),
        member="plan__administration",
    )


KINDS = (
    DeadlineKind(
        "extension",
        _("Later due date to decide on"),
        ExtensionRequest,
        extensions_to_decide,
        OFFICE,
        "missions:extension-detail",
        "missions.view_extension",
        (-3, 7),
    ),
    DeadlineKind(
        "plan-endorsement",
        _("Plan to endorse"),
        ActionPlan,
        plans_to_endorse,
        EXECUTIVE,
        "missions:plan-detail",
        "missions.view_plan",
        (-3, 7, 21),
    ),
    DeadlineKind(
        "plan-in-force",
        _("Plan to bring into force"),
        ActionPlan,
        plans_to_bring_into_force,
        OFFICE,
        "missions:plan-detail",
        "missions.view_plan",
        (-3, 7),
    ),
    # Twenty actions a member, each chased like a matrix, would be noise: the matrix asks about all
    # of them. A month before, and on the day, is what a coordinator can act upon.
    DeadlineKind(
        "action",
        _("Action"),
        Action,
        actions_due,
        MEMBER,
        "missions:action-detail",
        "missions.view_plan",
        (-30, 0),
    ),
)
