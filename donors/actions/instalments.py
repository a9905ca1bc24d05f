"""Payments of donors: planned, received, taken away."""

from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max, Sum
from django.utils import timezone
from django.utils.translation import gettext as _

from donors.actions.agreements import check_open, locked
from donors.models import Agreement, Instalment
from donors.money import NOTHING
from donors.workflow import IN_THE_BOOKS
from rocb import markup
from rocb.trail import add_comment
from rocb.workflow import StepRefused


def check_instalments(agreement: Agreement, amount: Decimal) -> None:
    """The instalments together never plan more than the agreement holds."""
    others = agreement.instalments.aggregate(n=Sum("amount"))["n"] or NOTHING
    if others + amount > agreement.amount:
        raise ValidationError(
            {
                "amount": _("The other instalments leave %s of the agreement.")
                % markup.money(agreement.amount - others, agreement.currency)
            }
        )


@transaction.atomic
def plan_instalment(
    agreement: Agreement, *, by, due_on: date, amount: Decimal, condition: str = ""
) -> Instalment:
    """Plan a payment of the donor. Raises ValidationError above the agreement or outside its days."""
    agreement = locked(agreement, by, "donors.record_money")
    check_open(agreement)
    check_instalments(agreement, amount)
    last = agreement.instalments.aggregate(n=Max("number"))["n"] or 0
    return Instalment.objects.create(
        agreement=agreement,
        number=last + 1,
        due_on=due_on,
        amount=amount,
        condition=condition.strip(),
        created_by=by,
        updated_by=by,
    )


@transaction.atomic
def receive_instalment(
    instalment: Instalment, *, by, received_on: date, received_amount: Decimal
) -> Instalment:
    """Record what came in, on which day. The amount may differ from the plan, and says so for ever."""
    locked(instalment.agreement, by, "donors.record_money")
    instalment = Instalment.objects.select_for_update(of=("self",)).get(pk=instalment.pk)
    if instalment.agreement.status not in IN_THE_BOOKS:
        raise StepRefused(_("Money comes in once the agreement is signed."))
    if instalment.received_on:
        raise StepRefused(
            _("This instalment was received on %s already.") % markup.day(instalment.received_on)
        )
    if received_on > timezone.localdate():
        raise ValidationError({"received_on": _("Choose today or a day in the past.")})
    others = instalment.agreement.instalments.aggregate(n=Sum("received_amount"))["n"] or NOTHING
    if others + received_amount > instalment.agreement.amount:
        raise ValidationError(
            {
                "received_amount": _(
                    "That would be more than the agreement: %s is still to come. Amend it first."
                )
                % markup.money(instalment.agreement.amount - others, instalment.agreement.currency)
            }
        )
    instalment.received_on, instalment.received_amount = received_on, received_amount
    instalment.updated_by = by
    instalment.save()
    return instalment


@transaction.atomic
def drop_instalment(instalment: Instalment, *, by) -> None:
    """Take a planned instalment away. One that was received stays."""
    agreement = locked(instalment.agreement, by, "donors.record_money")
    check_open(agreement)
    instalment = Instalment.objects.select_for_update(of=("self",)).get(pk=instalment.pk)
    if instalment.received_on:
        raise StepRefused(_("What was received stays on record."))
    instalment.delete()


@transaction.atomic
def undo_receipt(instalment: Instalment, *, by, reason: str) -> Agreement:
    """An instalment was noted as received by mistake: it is to come again, and the comment says why.

    Refused once the agreement is over.
    """
    agreement = locked(instalment.agreement, by, "donors.record_money")
    check_open(agreement)
    instalment = Instalment.objects.select_for_update(of=("self",)).get(pk=instalment.pk)
    if not instalment.received_on:
        raise StepRefused(_("This instalment has not been received."))
    if not reason.strip():
        raise ValidationError({"reason": _("Say what was wrong.")})
    words = _("Receipt taken back: %(amount)s, received on %(day)s. %(reason)s") % {
        "amount": markup.money(instalment.received_amount, agreement.currency),
        "day": markup.day(instalment.received_on),
        "reason": reason.strip(),
    }
    instalment.received_on = instalment.received_amount = None
    instalment.updated_by = by
    instalment.save()
    add_comment(agreement, words, by=by, is_internal=True)
    return agreement
