"""Money that comes in, is promised to activities, and goes out."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Sum
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from donors.actions.agreements import check_open, locked, refuse
from donors.models import Activity, Agreement, Allocation
from donors.money import balance_of
from missions.models import Action, Mission
from missions.workflow import MissionStatus
from programmes.models import Event
from programmes.workflow import EventStatus
from rocb import markup
from rocb.workflow import StepRefused

Thing = Event | Mission | Action


# What an activity is called, when it is, and whether it can be paid for at all.
KINDS: dict[str, Any] = {"event": Event, "mission": Mission, "action": Action}


def days_of(thing: Thing) -> tuple[date | None, date | None]:
    """First and last day of an activity; of an action only the day it is due."""
    if isinstance(thing, Action):
        return None, thing.current_due_on
    return thing.starts_on, thing.ends_on or thing.starts_on


def outside(agreement: Agreement, thing: Thing) -> str:
    """Why an activity does not lie in the time of the agreement, as a sentence; empty when it does."""
    first, last = days_of(thing)
    if isinstance(thing, Action):
        if last and last < agreement.starts_on:
            return _("The action was due on %(day)s, before the agreement begins on %(first)s.") % {
                "day": markup.day(last),
                "first": markup.day(agreement.starts_on),
            }
        return ""
    if first is None:
        return ""
    if first < agreement.starts_on or (last and last > agreement.ends_on):
        return _("It takes place on %(days)s; the agreement runs from %(first)s to %(last)s.") % {
            "days": markup.days(first, last),
            "first": markup.day(agreement.starts_on),
            "last": markup.day(agreement.ends_on),
        }
    return ""


def office_of(thing: Thing) -> int | None:
    """The office that an activity belongs to."""
    if isinstance(thing, Event):
        return thing.office_id
    member = thing.plan.administration if isinstance(thing, Action) else thing.administration
    return getattr(member.region, "office", None) and member.region.office.pk


def slug_for(thing: Thing, kind: str) -> str:
    """The address of an activity's page: what it is, and a number that makes it the only one."""
    if isinstance(thing, Event):
        words = f"{thing.title} {thing.starts_on.year if thing.starts_on else ''}"
    elif isinstance(thing, Mission):
        words = f"mission {thing.administration.country_name} phase {thing.phase}"
    else:
        words = f"action {thing.plan.administration.country_name}"
    return f"{slugify(words)[:90].strip('-') or kind}-{kind[0]}{thing.pk}"


def activity_for(thing: Thing, by) -> Activity:
    """The funded activity of an event, mission or action; made when it is first paid for."""
    kind = next(key for key, model in KINDS.items() if isinstance(thing, model))
    found, _made = Activity.objects.get_or_create(
        **{kind: thing},
        defaults={
            "office_id": office_of(thing),
            "slug": slug_for(thing, kind),
            "is_invented": getattr(thing, "is_invented", False),
            "created_by": by,
            "updated_by": by,
        },
    )
    return found


def refuse_closed(thing: Thing) -> None:
    if isinstance(thing, Event) and thing.status == EventStatus.CANCELLED:
        raise StepRefused(_("The event was cancelled: nothing can be allocated to it."))
    if isinstance(thing, Mission) and thing.status == MissionStatus.CANCELLED:
        raise StepRefused(_("The mission was cancelled: nothing can be allocated to it."))
    if isinstance(thing, Action) and not thing.is_shared:
        raise StepRefused(
            _("%s does not share this action with donors. Ask the member first.")
            % thing.plan.administration
        )


def check_payable(agreement: Agreement, thing: Thing) -> None:
    """Whether this agreement pays for such an activity at all. Raises StepRefused, PermissionDenied."""
    if not agreement.is_running:
        raise StepRefused(
            _("The agreement is “%s”: money is allocated while it is signed or active.")
            % agreement.get_status_display()
        )
    refuse_closed(thing)
    if office_of(thing) != agreement.office_id:
        raise PermissionDenied


def not_to_be_had(agreement: Agreement, amount: Decimal | None) -> str:
    """Why the agreement does not give this amount, as a sentence; empty when it does."""
    left = balance_of(agreement).left
    if amount is None:
        return _("Say how much.")
    if amount <= 0:
        return _("An amount is more than nothing.")
    if amount > left:
        return _("Only %s of this agreement is left.") % markup.money(left, agreement.currency)
    return ""


@transaction.atomic
def allocate(
    agreement: Agreement,
    thing: Thing,
    *,
    by,
    kind: str = Allocation.Kind.MONEY,
    amount: Decimal | None = None,
    what: str = "",
    on: date | None = None,
) -> Allocation:
    """Give a part of an agreement to an event, a mission or an action of the own office.

    The row of the agreement is locked first: of two officers at once the second is told what is left.
    Raises StepRefused unless it is signed and running, ValidationError for more than is left, an
    activity outside its days, or a thing in kind without words.
    """
    agreement = locked(agreement, by, "donors.allocate_money")
    check_payable(agreement, thing)
    what, today = what.strip(), timezone.localdate()
    wrong = {
        "thing": outside(agreement, thing),
        "on": _("Choose today or a day in the past.") if on is not None and on > today else "",
    }
    if kind == Allocation.Kind.MONEY:
        wrong["amount"] = not_to_be_had(agreement, amount)
    elif not what:
        wrong["what"] = _("Say what is given in kind.")
    refuse(wrong)
    made = Allocation(
        agreement=agreement,
        activity=activity_for(thing, by),
        kind=kind,
        amount=amount,
        what=what,
        on=on or today,
        created_by=by,
        updated_by=by,
    )
    made.full_clean(exclude=["agreement", "activity"])
    made.save()
    return made


@transaction.atomic
def release_allocation(allocation: Allocation, *, by, reason: str) -> Allocation:
    """Take back what is not wanted any more, with a reason. Refused once money of it was spent."""
    agreement = locked(allocation.agreement, by, "donors.allocate_money")
    check_open(agreement)
    allocation = Allocation.objects.select_for_update(of=("self",)).get(pk=allocation.pk)
    if allocation.released_on:
        raise StepRefused(_("It was released on %s already.") % markup.day(allocation.released_on))
    spent = allocation.expenditures.aggregate(n=Sum("amount"))["n"]
    if spent:
        raise StepRefused(
            _("%s of it is spent: it cannot be released any more.")
            % markup.money(spent, agreement.currency)
        )
    if not reason.strip():
        raise ValidationError({"reason": _("Say why it is not wanted any more.")})
    allocation.released_on, allocation.released_reason = timezone.localdate(), reason.strip()
    allocation.updated_by = by
    allocation.save()
    return allocation
