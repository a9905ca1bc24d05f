"""A plan on its way into force, and what members decide about advice and actions."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.db.models import F, Max
from django.utils import timezone
from django.utils.translation import gettext as _

from missions.models import Action, ActionPlan, Answer, Recommendation
from missions.workflow import PLAN
from rocb import markup
from rocb.post import officers_of, tell, users_of
from rocb.roles import Role
from rocb.workflow import StepRefused


def news(plan: ActionPlan, users, template: str, by, comment: str = "") -> None:
    """Tell people about a step of a plan; `updated_at` moves with each step and makes the key."""
    tell(
        users,
        template,
        f"{template}:{plan.pk}:{plan.updated_at.timestamp():.0f}",
        about=plan,
        administration=plan.administration,
        by=by,
        plan=plan.title,
        comment=comment,
    )


@transaction.atomic
def submit_plan(plan: ActionPlan, *, by, comment: str = "") -> ActionPlan:
    """Put a draft before the head of customs. Needs at least one action, each with a due date."""
    plan = PLAN.take(plan, "submit", by=by, comment=comment)
    if not plan.actions.exists():
        raise StepRefused(_("A plan without actions cannot be submitted. Add the first one."))
    undated = list(plan.actions.filter(current_due_on=None).values_list("number", flat=True)[:10])
    if undated:
        raise StepRefused(_("These actions have no due date yet: %s.") % ", ".join(undated))
    news(plan, users_of(plan.administration, Role.EXECUTIVE), "plan_submitted", by, comment)
    return plan


@transaction.atomic
def return_plan(plan: ActionPlan, *, by, comment: str = "") -> ActionPlan:
    """Send a submitted plan back to its coordinator with what should change."""
    plan = PLAN.take(plan, "return", by=by, comment=comment)
    news(plan, users_of(plan.administration, Role.COORDINATOR), "plan_returned", by, comment)
    return plan


@transaction.atomic
def endorse_plan(plan: ActionPlan, *, by, comment: str = "") -> ActionPlan:
    """The head of customs endorses the plan; coordinator and office are told."""
    plan = PLAN.take(plan, "endorse", by=by, comment=comment)
    plan.endorsed_by, plan.endorsed_on = by, timezone.localdate()
    plan.save(update_fields=["endorsed_by", "endorsed_on"])
    receivers = users_of(plan.administration, Role.COORDINATOR) + officers_of(plan.administration)
    news(plan, receivers, "plan_endorsed", by, comment)
    return plan


@transaction.atomic
def bring_plan_into_force(plan: ActionPlan, *, by, comment: str = "") -> ActionPlan:
    """From now on the plan is followed up; the due dates of today become the baseline.

    Raises StepRefused while another plan of the member is in force.
    """
    try:
        with transaction.atomic():
            plan = PLAN.take(plan, "bring-into-force", by=by, comment=comment)
    except IntegrityError:
        raise StepRefused(
            _("Another plan of this member is in force. Close that one first.")
        ) from None
    plan.in_force_on = timezone.localdate()
    plan.save(update_fields=["in_force_on"])
    plan.actions.filter(baseline_due_on=None).update(baseline_due_on=F("current_due_on"))
    receivers = users_of(plan.administration, Role.COORDINATOR, Role.EXECUTIVE)
    news(plan, receivers, "plan_in_force", by, comment)
    return plan


@transaction.atomic
def plan_action(
    plan: ActionPlan, *, by, title: str, recommendation: Recommendation | None = None, **values
) -> Action:
    """Add an action to a draft plan, as the one that carries out a recommendation.

    Its number follows the last one; standards come from the recommendation. Raises PermissionDenied,
    StepRefused when the plan is no draft any more, ValidationError for a due date before the advice.
    """
    plan = ActionPlan.objects.select_for_update(of=("self",)).get(pk=plan.pk)
    if not plan.allows(by, "missions.change_action"):
        raise PermissionDenied
    if not plan.is_draft:
        raise StepRefused(
            _("Only a draft is planned on the board; this plan is “%s”.")
            % plan.get_status_display()
        )
    due = values.get("current_due_on")
    made = recommendation.made_on if recommendation else None
    if due and made and due < made:
        raise ValidationError(
            {"current_due_on": _("The recommendation was made on %s. Choose a later due date.")
             % markup.day(made)}
        )  # fmt: skip
    last = plan.actions.aggregate(n=Max("position"))["n"] or 0
    taken = set(plan.actions.values_list("number", flat=True))
    number = next(str(n) for n in range(last + 1, last + len(taken) + 2) if str(n) not in taken)
    action = Action.objects.create(
        plan=plan,
        number=number,
        title=title.strip(),
        position=last + 1,
        created_by=by,
        updated_by=by,
        **values,
    )
    if recommendation is not None:
        action.recommendations.add(recommendation)
        action.standards.set(recommendation.standards.all())
    return action


@transaction.atomic
def answer_recommendation(
    recommendation: Recommendation, *, by, answer: str, reason: str = ""
) -> Recommendation:
    """The member's answer; a reason is needed unless it is accepted whole. The officer is told."""
    recommendation = Recommendation.objects.select_for_update(of=("self",)).get(
        pk=recommendation.pk
    )
    if not recommendation.allows(by, "missions.answer_recommendation"):
        raise PermissionDenied
    if answer not in Answer.values:
        raise ValidationError({"answer": _("Choose one of the answers.")})
    if answer != Answer.ACCEPTED and not reason.strip():
        raise ValidationError({"answer_reason": _("Say why it is not accepted as it stands.")})
    recommendation.answer, recommendation.answer_reason = answer, reason.strip()
    recommendation.answered_by, recommendation.answered_at = by, timezone.now()
    recommendation.updated_by = by
    recommendation.save()
    return recommendation


@transaction.atomic
def share_action(action: Action, *, by, is_shared: bool) -> Action:
    """Show an action to donors, or stop showing it. The member alone decides."""
    action = Action.objects.select_for_update(of=("self",)).get(pk=action.pk)
    if not by.is_member or not action.allows(by, "missions.share_action"):
        raise PermissionDenied
    action.is_shared, action.updated_by = is_shared, by
    action.save(update_fields=["is_shared", "updated_by", "updated_at"])
    return action


@transaction.atomic
def tell_others(action: Action, *, by, tells_others: bool) -> Action:
    """Let other members read how a finished action was done, or stop. The member alone decides."""
    action = Action.objects.select_for_update(of=("self",)).get(pk=action.pk)
    if not by.is_member or not action.allows(by, "missions.share_action"):
        raise PermissionDenied
    action.tells_others, action.updated_by = tells_others, by
    action.save(update_fields=["tells_others", "updated_by", "updated_at"])
    return action
