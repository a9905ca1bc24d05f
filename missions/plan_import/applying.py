"""Taking the rows of a file over into a plan, in one transaction."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from missions.models import Action, ActionPlan, PlanImport
from missions.plan_import.comparing import CHANGED, NEW, WRONG, Found, compare
from missions.workflow import PlanStatus
from rocb.models import Administration
from rocb.workflow import StepRefused

OPEN_TO_FILES = (PlanStatus.DRAFT, PlanStatus.IN_FORCE)


def plan_for(member: Administration) -> ActionPlan | None:
    """The plan a file goes into where nobody names one: the newest draft. None: make one."""
    return (
        ActionPlan.objects.filter(administration=member, status=PlanStatus.DRAFT)
        .order_by("-pk")
        .first()
    )


def check_may(plan: ActionPlan | None, member: Administration, by) -> None:
    """Raise unless `by` (None: whoever runs the machine) may import into this plan now."""
    if by is not None and not (by.has_perm("missions.import_plan") and by.may_work_for(member)):
        raise PermissionDenied
    if plan is None:
        return
    if plan.status not in OPEN_TO_FILES or (
        by is not None and by.is_member and plan.status != PlanStatus.DRAFT
    ):
        raise StepRefused(
            _("Nothing can be imported into “%(plan)s”: it is “%(status)s”.")
            % {"plan": plan.title, "status": plan.get_status_display()}
        )


@transaction.atomic
def apply_rows(
    record: PlanImport, *, by, take_good: bool = False, title: str = ""
) -> tuple[ActionPlan, list[Found]]:
    """Take a file over: all of it, or with `take_good` its good rows alone.

    Compared anew with the plan as it stands, so that a second time adds nothing. Raises StepRefused
    when rows are wrong and `take_good` is off, or the plan is closed to imports; PermissionDenied.
    """
    record = PlanImport.objects.select_for_update(of=("self",)).get(pk=record.pk)
    plan, member = record.plan, record.administration
    if plan is not None:
        plan = ActionPlan.objects.select_for_update(of=("self",)).get(pk=plan.pk)
    check_may(plan, member, by)
    rows = compare(record.content["rows"], plan, member)
    wrong = [row for row in rows if row.state == WRONG]
    if wrong and not take_good:
        raise StepRefused(
            ngettext(
                "%d row is wrong. Correct the file, or take the good rows without it.",
                "%d rows are wrong. Correct the file, or take the good rows without them.",
                len(wrong),
            )
            % len(wrong)
        )
    if plan is None:
        plan = ActionPlan.objects.create(
            administration=member,
            title=title or record.content.get("title") or record.name,
            created_by=by,
            updated_by=by,
        )
        record.plan = plan
    last = plan.actions.aggregate(last=Max("position"))["last"] or 0
    for offset, row in enumerate(rows, 1):
        if row.state in (NEW, CHANGED):
            store(plan, row, last + offset, by)
    record.applied_at = record.applied_at or timezone.now()
    record.save(update_fields=["plan", "applied_at"])
    return plan, rows


def store(plan: ActionPlan, row: Found, position: int, by) -> None:
    """Make or change one action."""
    if row.action_id is None:
        action = Action(plan=plan, number=row.number, position=position, created_by=by)
    else:
        action = Action.objects.select_for_update(of=("self",)).get(pk=row.action_id)
    for name, value in row.values.items():
        setattr(action, name, value)
    action.updated_by = by
    action.save()
    for name, ids in row.links.items():
        getattr(action, name).set(ids)
