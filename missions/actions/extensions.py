"""A due date moves only like this: the member asks, the office decides."""

from datetime import date, timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from missions.models import Action, ExtensionRequest
from missions.workflow import EXTENSION, ExtensionStatus, PlanStatus
from rocb.post import officers_of, tell, users_of
from rocb.roles import Role
from rocb.workflow import StepRefused

LONGEST = timedelta(days=366 * 10)


def date_that_can_move(action: Action) -> date:
    """The due date that a request may ask to move now. Raises StepRefused."""
    if action.plan.status != PlanStatus.IN_FORCE:
        raise StepRefused(_("Due dates move by request only while the plan is in force."))
    if action.is_finished:
        raise StepRefused(_("This action is finished; its due date does not matter any more."))
    if action.extension_requests.filter(status=ExtensionStatus.REQUESTED).exists():
        raise StepRefused(_("A request for this action is already waiting for the office."))
    if action.current_due_on is None:
        raise StepRefused(_("This action has no due date that could move."))
    return action.current_due_on


def refuse_day(now: date, wanted: date) -> None:
    """Raise ValidationError for a day that is not later, or so much later that it is a slip."""
    if wanted <= now:
        raise ValidationError({"new_due_on": _("Choose a day after the present due date.")})
    if wanted > now + LONGEST:
        sentence = _("That is more than ten years away: check the year.")
        raise ValidationError({"new_due_on": sentence})


@transaction.atomic
def request_extension(action: Action, *, by, new_due_on: date, reason: str) -> ExtensionRequest:
    """Ask the office for a later due date; its officer is told.

    Raises PermissionDenied, StepRefused when the plan is not in force or a request is already
    waiting, ValidationError for a date that is not later or more than ten years away.
    """
    action = Action.objects.select_for_update(of=("self",)).get(pk=action.pk)
    if not action.allows(by, "missions.request_extension"):
        raise PermissionDenied
    now_due_on = date_that_can_move(action)
    refuse_day(now_due_on, new_due_on)
    if not reason.strip():
        raise ValidationError({"reason": _("Say why the date has to move.")})
    request = ExtensionRequest.objects.create(
        action=action,
        due_on_before=now_due_on,
        new_due_on=new_due_on,
        reason=reason.strip(),
        created_by=by,
        updated_by=by,
    )
    administration = action.plan.administration
    tell(
        officers_of(administration),
        "extension_requested",
        f"extension-requested:{request.pk}",
        about=request,
        administration=administration,
        by=by,
        action=str(action),
        new_due_on=new_due_on.isoformat(),
        reason=request.reason,
    )
    return request


@transaction.atomic
def approve_extension(request: ExtensionRequest, *, by, comment: str = "") -> ExtensionRequest:
    """Move the current due date; the baseline stays. The member is told."""
    request = EXTENSION.take(request, "approve", by=by, comment=comment)
    action = Action.objects.select_for_update(of=("self",)).get(pk=request.action_id)
    action.current_due_on = request.new_due_on
    action.updated_by = by
    action.save(update_fields=["current_due_on", "updated_by", "updated_at"])
    return decided(request, by, comment)


@transaction.atomic
def refuse_extension(request: ExtensionRequest, *, by, comment: str = "") -> ExtensionRequest:
    """Leave the due date as it is, with a reason. The member is told."""
    return decided(EXTENSION.take(request, "refuse", by=by, comment=comment), by, comment)


def decided(request: ExtensionRequest, by, comment: str) -> ExtensionRequest:
    request.decided_by, request.decided_at = by, timezone.now()
    request.save(update_fields=["decided_by", "decided_at"])
    administration = request.action.plan.administration
    tell(
        users_of(administration, Role.COORDINATOR),
        "extension_decided",
        f"extension-decided:{request.pk}",
        about=request,
        administration=administration,
        by=by,
        action=str(request.action),
        decision=request.status,
        new_due_on=request.new_due_on.isoformat(),
        comment=comment,
    )
    return request
