"""What is owed in pillar 1, each declared once; desk, reminders and calendars read it from here."""

from datetime import timedelta

from django.db.models import (
    CharField,
    Count,
    DateField,
    DateTimeField,
    ExpressionWrapper,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.functions import Cast, Coalesce, Concat
from django.utils.translation import gettext_lazy as _

from missions.models import Action, ActionPlan, Cycle, ExtensionRequest, Matrix
from missions.models.cycles import MatrixQuerySet
from missions.models.plans import ActionQuerySet
from missions.workflow import CycleStatus, ExtensionStatus, MatrixStatus, PlanStatus
from rocb.deadlines import DeadlineKind, owed
from rocb.models import StatusChange
from rocb.roles import Role

# The office answers what members send in within two weeks; so does a head of customs.
ANSWERED_IN = timedelta(days=14)


def after(path: str, days: timedelta):
    """The day `days` after a moment."""
    return Cast(ExpressionWrapper(F(path) + days, output_field=DateTimeField()), DateField())


def times_taken(model, step: str):
    """How often a step was taken on a record: each time starts a new ladder."""
    names = model._meta
    changes = StatusChange.objects.filter(
        content_type__app_label=names.app_label,
        content_type__model=names.model_name,
        object_id=OuterRef("pk"),
        step=step,
    )
    count = changes.order_by().values("object_id").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(count, output_field=IntegerField()), 0)


def named(number: str, title: str):
    return Concat(F(number), Value(" "), F(title), output_field=CharField())


def matrices_to_file(matrices: MatrixQuerySet) -> QuerySet:
    """Not yet filed, in an open cycle. Each return is a new round with its own due date."""
    return owed(
        matrices.owed(), what="cycle__name", on="due_on", turn=F("round"), member="administration"
    )


def matrices_to_review(matrices: QuerySet) -> QuerySet:
    """Submitted, and not yet accepted or returned."""
    return owed(
        matrices.filter(status=MatrixStatus.SUBMITTED),
        what="cycle__name",
        on=after("submitted_at", ANSWERED_IN),
        turn=times_taken(Matrix, "submit"),
        member="administration",
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


def cycles_to_open(cycles: QuerySet) -> QuerySet:
    """Planned cycles, due on the day they open."""
    return owed(
        cycles.filter(status=CycleStatus.PLANNED), what="name", on="opens_on", office="office"
    )


def cycles_to_close(cycles: QuerySet) -> QuerySet:
    """Open cycles with nothing left to wait for, or at their end."""
    return owed(
        cycles.filter(Q(status=CycleStatus.OPEN)), what="name", on="closes_on", office="office"
    )


MEMBER = frozenset({Role.COORDINATOR})
OFFICE = frozenset({Role.OFFICER, Role.HEAD})
EXECUTIVE = frozenset({Role.EXECUTIVE})

KINDS = (
    DeadlineKind(
        "matrix",
        _("Follow-up matrix"),
        Matrix,
        matrices_to_file,
        MEMBER,
        "missions:matrix-edit",
        "missions.view_matrix",
        call=_("Fill in the matrix"),
    ),
    DeadlineKind(
        "matrix-review",
        _("Matrix to review"),
        Matrix,
        matrices_to_review,
        OFFICE,
        "missions:matrix-detail",
        "missions.view_matrix",
        (-3, 7),
    ),
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
    DeadlineKind(
        "cycle-opening",
        _("Cycle to open"),
        Cycle,
        cycles_to_open,
        OFFICE,
        "missions:cycle-detail",
        "missions.change_cycle",
        (-3, 0, 7),
    ),
    DeadlineKind(
        "cycle-closing",
        _("Cycle to close"),
        Cycle,
        cycles_to_close,
        OFFICE,
        "missions:cycle-detail",
        "missions.change_cycle",
        (0, 7),
    ),
)
