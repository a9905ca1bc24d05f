"""Steps of plans and of the items of a work plan that have consequences."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from reports.models import StrategicPlan, WorkItem
from reports.workflow import STRATEGY, WORK
from rocb import markup
from rocb.workflow import StepRefused


@transaction.atomic
def adopt_plan(
    plan: StrategicPlan, *, by, comment: str = "", adopted_on: date | None = None
) -> StrategicPlan:
    """Record that a plan was adopted, on a day that is not to come.

    Refused without an objective, without the plan above it, and beside another adopted plan of the
    same level and office for the same days.
    """
    plan = STRATEGY.take(plan, "adopt", by=by, comment=comment)
    adopted_on = adopted_on or timezone.localdate()
    if adopted_on > timezone.localdate():
        raise StepRefused(_("The day of adoption is still to come."))
    if plan.level != StrategicPlan.Level.WCO and plan.parent_id is None:
        raise StepRefused(_("Say first which plan it carries out: edit the plan."))
    if not plan.objectives.exists():
        raise StepRefused(_("A plan without an objective cannot be adopted: add one first."))
    # One at a time for each level and office, so that two adoptions cannot pass each other.
    beside = StrategicPlan.objects.select_for_update().filter(level=plan.level, office=plan.office)
    for other in beside.exclude(pk=plan.pk).exclude(status="draft").order_by("pk"):
        if other.starts_on <= plan.ends_on and plan.starts_on <= other.ends_on:
            raise StepRefused(
                _("“%(plan)s” holds for some of the same days (%(days)s). Change the days first.")
                % {"plan": other, "days": markup.days(other.starts_on, other.ends_on)}
            )
    plan.adopted_on = adopted_on
    plan.save(update_fields=["adopted_on", "updated_at"])
    return plan


@transaction.atomic
def finish_item(item: WorkItem, *, by, comment: str = "") -> WorkItem:
    """An item is done: all of it."""
    item = WORK.take(item, "finish", by=by, comment=comment)
    item.percent = 100
    item.save(update_fields=["percent", "updated_at"])
    return item


@transaction.atomic
def reopen_item(item: WorkItem, *, by, comment: str = "") -> WorkItem:
    """Somebody takes it up again: what is left is not nothing."""
    item = WORK.take(item, "reopen", by=by, comment=comment)
    item.percent = min(item.percent, 90)
    item.save(update_fields=["percent", "updated_at"])
    return item
