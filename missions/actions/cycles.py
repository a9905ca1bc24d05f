"""Opening a cycle: one matrix for each plan in force, prefilled from the last accepted one."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from missions.models import ActionPlan, ActionRow, Cycle, Matrix, StandardRow
from missions.models.choices import FINISHED
from missions.workflow import CYCLE, CycleStatus, MatrixStatus
from rocb.models import Standard
from rocb.post import tell, users_of
from rocb.roles import Role
from rocb.workflow import StepRefused


@transaction.atomic
def open_cycle(cycle: Cycle, *, by, comment: str = "") -> Cycle:
    """Open a cycle, or open it again for plans that came into force since. Idempotent.

    Coordinators of each member that gets a matrix are told once. Raises StepRefused when the
    cycle is closed.
    """
    locked = Cycle.objects.select_for_update(of=("self",)).get(pk=cycle.pk)
    if locked.status == CycleStatus.PLANNED:
        locked = CYCLE.take(locked, "open", by=by, comment=comment)
    elif locked.status == CycleStatus.CLOSED:
        raise StepRefused(_("This cycle is closed; plan a new one."))
    plans = (
        ActionPlan.objects.in_force()
        .filter(administration__region=locked.office.region_id)
        .exclude(matrices__cycle=locked)
        .select_related("administration")
        .order_by("pk")
    )
    standards = list(Standard.objects.in_use().filter(framework=locked.framework_id))
    for plan in plans:
        make_matrix(locked, plan, standards, by)
    return locked


def make_matrix(cycle: Cycle, plan: ActionPlan, standards: list[Standard], by) -> Matrix:
    """One prefilled matrix; its coordinators are told."""
    matrix = Matrix.objects.create(
        cycle=cycle,
        plan=plan,
        administration=plan.administration,
        due_on=cycle.due_on,
        created_by=by,
        updated_by=by,
    )
    prefill(matrix, standards)
    tell(
        users_of(plan.administration, Role.COORDINATOR),
        "cycle_opened",
        f"cycle-opened:{matrix.pk}",
        about=matrix,
        administration=plan.administration,
        by=by,
        cycle=cycle.name,
        due_on=cycle.due_on.isoformat(),
        opened_on=timezone.localdate().isoformat(),
    )
    return matrix


def prefill(matrix: Matrix, standards: list[Standard]) -> None:
    """A row for each standard and each open action, as the last accepted matrix left them."""
    last = last_accepted(matrix)
    before, progress = standing_before(last), progress_before(last)
    StandardRow.objects.bulk_create(
        StandardRow(matrix=matrix, standard=standard, **before.get(standard.code, {}))
        for standard in standards
    )
    actions = matrix.plan.actions.exclude(status__in=FINISHED).order_by("position", "pk")
    ActionRow.objects.bulk_create(
        ActionRow(
            matrix=matrix,
            action=action,
            status=action.status,
            percent=action.percent,
            support_needed=action.support_needed,
            **progress.get(action.pk, {}),
        )
        for action in actions
    )


def last_accepted(matrix: Matrix) -> Matrix | None:
    """What the member reported last, in a cycle before this one."""
    accepted = Matrix.objects.filter(
        administration=matrix.administration_id,
        status=MatrixStatus.ACCEPTED,
        has_nothing_to_report=False,
    )
    return accepted.exclude(cycle=matrix.cycle_id).order_by("-cycle__due_on").first()


def standing_before(matrix: Matrix | None) -> dict[str, dict]:
    """Levels and remarks of an earlier matrix by the standard's code, which outlives editions."""
    if matrix is None:
        return {}
    rows = matrix.standard_rows.values_list("standard__code", "level", "remark")
    return {code: {"level": level, "remark": remark} for code, level, remark in rows}


def progress_before(matrix: Matrix | None) -> dict[int, dict]:
    """Texts of an earlier matrix by action; status and percentage come from the action itself."""
    if matrix is None:
        return {}
    names = ("progress", "obstacle", "next_step", "evidence")
    rows = matrix.action_rows.values("action_id", *names)
    return {row["action_id"]: {name: row[name] for name in names} for row in rows}
