"""What was paid out of an allocation."""

from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Sum
from django.utils import timezone
from django.utils.translation import gettext as _

from donors.actions.agreements import check_open, locked
from donors.models import Agreement, Allocation, Expenditure
from donors.money import NOTHING, NoRate, rates_at
from rocb import markup
from rocb.trail import add_comment
from rocb.workflow import StepRefused


def converted(amount: Decimal, paid: str, wanted: str, on: date) -> tuple[Decimal, date | None]:
    """An amount in the wanted currency, and the day of the rate; none where nothing is converted."""
    if paid == wanted:
        return amount, None
    rates = rates_at(on)
    try:
        return rates.convert(amount, paid, wanted), rates.day_of(paid, wanted)
    except NoRate as missing:
        raise ValidationError({"currency": str(missing)}) from None


@transaction.atomic
def spend(
    allocation: Allocation, *, by, on: date, what: str, amount: Decimal, currency: str = ""
) -> Expenditure:
    """Record what was paid out of an allocation, in the currency it was paid in.

    Another currency than the agreement's is converted at the latest rate on or before that day; both
    amounts are kept. Raises ValidationError without a rate, above the allocation, or for a later day.
    """
    agreement = locked(allocation.agreement, by, "donors.record_money")
    check_open(agreement)
    allocation = Allocation.objects.select_for_update(of=("self",)).get(pk=allocation.pk)
    if allocation.released_on or allocation.kind != Allocation.Kind.MONEY:
        raise StepRefused(_("Money is spent out of an allocation of money that stands."))
    if on > timezone.localdate():
        raise ValidationError({"on": _("Choose today or a day in the past.")})
    if on < agreement.starts_on:
        begins = markup.day(agreement.starts_on)
        raise ValidationError({"on": _("The agreement begins on %s.") % begins})
    currency = currency or agreement.currency
    counted, rate_on = converted(amount, currency, agreement.currency, on)
    spent = allocation.expenditures.aggregate(n=Sum("amount"))["n"] or NOTHING
    left = (allocation.amount or NOTHING) - spent
    if counted > left:
        words = _("Only %s of this allocation is left. Allocate more first.")
        raise ValidationError({"amount": words % markup.money(left, agreement.currency)})
    made = Expenditure(
        agreement=agreement,
        allocation=allocation,
        on=on,
        what=what.strip(),
        amount=counted,
        paid_amount=amount if rate_on else None,
        paid_currency=currency if rate_on else "",
        rate_on=rate_on,
        created_by=by,
        updated_by=by,
    )
    made.full_clean(exclude=["agreement", "allocation"])
    made.save()
    return made


@transaction.atomic
def strike_expenditure(expenditure: Expenditure, *, by, reason: str) -> Agreement:
    """Take away what was entered by mistake; what it said and why it went stays as the office's comment.

    Reports that were sent keep what they said. Refused once the agreement is over.
    """
    agreement = locked(expenditure.agreement, by, "donors.record_money")
    check_open(agreement)
    expenditure = Expenditure.objects.select_for_update(of=("self",)).get(pk=expenditure.pk)
    if not reason.strip():
        raise ValidationError({"reason": _("Say what was wrong.")})
    words = _("Expenditure taken back: %(what)s, %(amount)s, paid on %(day)s. %(reason)s") % {
        "what": expenditure.what,
        "amount": markup.money(expenditure.amount, agreement.currency),
        "day": markup.day(expenditure.on),
        "reason": reason.strip(),
    }
    expenditure.delete()
    add_comment(agreement, words, by=by, is_internal=True)
    return agreement
