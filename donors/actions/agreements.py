"""Agreements: signed, amended, shared out among places, closed."""

from datetime import date
from decimal import Decimal

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Max, Sum
from django.utils import timezone
from django.utils.translation import gettext as _

from donors.models import Agreement, Amendment, Share
from donors.money import balance_of
from donors.workflow import AGREEMENT, AgreementStatus, ReportStatus
from rocb import markup
from rocb.workflow import StepRefused

# An agreement can be amended in these.
AMENDABLE = (AgreementStatus.SIGNED, AgreementStatus.ACTIVE, AgreementStatus.SUSPENDED)


def locked(agreement: Agreement, by, perm: str) -> Agreement:
    """The row of an agreement under lock, if `by` may do `perm` to it."""
    agreement = Agreement.objects.select_for_update(of=("self",)).get(pk=agreement.pk)
    if not agreement.allows(by, perm):
        raise PermissionDenied
    return agreement


@transaction.atomic
def sign_agreement(
    agreement: Agreement, *, by, comment: str = "", signed_on: date | None = None
) -> Agreement:
    """It is signed: from now on it changes only by amendments, and the donor can read it."""
    today = timezone.localdate()
    agreement = AGREEMENT.take(agreement, "sign", by=by, comment=comment)
    signed_on = signed_on or today
    if signed_on > today:
        raise ValidationError({"signed_on": _("Choose today or a day in the past.")})
    planned = agreement.instalments.aggregate(n=Sum("amount"))["n"] or Decimal(0)
    if planned > agreement.amount:
        raise StepRefused(
            _(
                "The instalments make %(planned)s, the agreement %(amount)s. Correct one of them first."
            )
            % {
                "planned": markup.money(planned, agreement.currency),
                "amount": markup.money(agreement.amount, agreement.currency),
            }
        )
    agreement.signed_on = signed_on
    agreement.save(update_fields=["signed_on"])
    return agreement


@transaction.atomic
def close_agreement(agreement: Agreement, *, by, comment: str = "") -> Agreement:
    """It is over. Refused while a report is owed to the donor, or money is allocated but not spent."""
    agreement = AGREEMENT.take(agreement, "close", by=by, comment=comment)
    owed = agreement.reports.filter(status=ReportStatus.WRITING).order_by("due_on").first()
    if owed is not None:
        raise StepRefused(
            _("The report due on %s has not been sent. Send it, or say that it is not needed.")
            % markup.day(owed.due_on)
        )
    balance = balance_of(agreement)
    if balance.spent > balance.received:
        raise StepRefused(
            _("More was spent (%(spent)s) than received (%(received)s): record what came in first.")
            % {
                "spent": markup.money(balance.spent, agreement.currency),
                "received": markup.money(balance.received, agreement.currency),
            }
        )
    return agreement


def refuse(wrong: dict[str, str]) -> None:
    """Raise ValidationError with the sentences that are there, each at its field."""
    if errors := {field: sentence for field, sentence in wrong.items() if sentence}:
        raise ValidationError(errors)


def never_signed(agreement: Agreement, on: date) -> str:
    """Why an amendment cannot have been signed on a day, as a sentence; empty when it can."""
    if on > timezone.localdate():
        return _("Choose today or a day in the past.")
    if agreement.signed_on and on < agreement.signed_on:
        first = markup.day(agreement.signed_on)
        return _("The agreement itself was signed later, on %s.") % first
    return ""


def too_little(agreement: Agreement, amount: Decimal) -> str:
    """What an amount would leave uncovered, as a sentence; empty when it covers all."""
    allocated = balance_of(agreement).allocated
    if amount < allocated:
        words = _("%s is allocated already. Release some of it first.")
        return words % markup.money(allocated, agreement.currency)
    planned = agreement.instalments.aggregate(n=Sum("amount"))["n"] or Decimal(0)
    if amount < planned:
        words = _("The instalments make %s. Change them first.")
        return words % markup.money(planned, agreement.currency)
    return ""


@transaction.atomic
def amend(
    agreement: Agreement, *, by, signed_on: date, amount: Decimal, ends_on: date, reason: str
) -> Amendment:
    """Record a signed change of amount or last day. What stood before is kept with it.

    Raises StepRefused unless the agreement is signed and not over, ValidationError for an amount below
    what is allocated or planned in instalments, a last day before the first, or no change at all.
    """
    agreement = locked(agreement, by, "donors.run_agreement")
    if agreement.status not in AMENDABLE:
        raise StepRefused(
            _("The agreement is “%s”: it cannot be amended now.") % agreement.get_status_display()
        )
    is_short = ends_on < agreement.starts_on
    refuse(
        {
            "signed_on": never_signed(agreement, signed_on),
            "ends_on": _("The last day is before the first.") if is_short else "",
            "amount": too_little(agreement, amount),
        }
    )
    if (amount, ends_on) == (agreement.amount, agreement.ends_on):
        raise ValidationError(_("Amount and last day are as before: there is nothing to amend."))
    last = agreement.amendments.aggregate(n=Max("number"))["n"] or 0
    made = Amendment.objects.create(
        agreement=agreement,
        number=last + 1,
        signed_on=signed_on,
        amount_before=agreement.amount,
        amount=amount,
        ends_on_before=agreement.ends_on,
        ends_on=ends_on,
        reason=reason.strip(),
        created_by=by,
        updated_by=by,
    )
    agreement.amount, agreement.ends_on, agreement.updated_by = amount, ends_on, by
    agreement.save()
    return made


@transaction.atomic
def set_shares(agreement: Agreement, *, by, shares: list[tuple[int | None, str, Decimal]]) -> None:
    """Which part of the agreement is for whom: (administration id or None, region code, per cent) each.

    None at all means the whole region. Raises ValidationError unless they make 100 per cent together
    and name each place once.
    """
    agreement = locked(agreement, by, "donors.change_agreement")
    places = [(member, region) for member, region, _percent in shares]
    if len(set(places)) != len(places):
        raise ValidationError(_("One place stands there twice. Put its parts together."))
    total = sum((percent for _member, _region, percent in shares), Decimal(0))
    if shares and total != 100:
        raise ValidationError(
            _("The parts make %s per cent together; they have to make 100.")
            % f"{total.normalize():f}"
        )
    agreement.shares.all().delete()
    made = [
        Share(agreement=agreement, administration_id=member, region=region, percent=percent)
        for member, region, percent in shares
    ]
    for one in made:
        one.full_clean(exclude=["agreement"])
    Share.objects.bulk_create(made)
    agreement.updated_by = by
    agreement.save(update_fields=["updated_by", "updated_at"])


OVER = (AgreementStatus.CLOSED, AgreementStatus.TERMINATED)


def check_open(agreement: Agreement) -> None:
    if agreement.status in OVER:
        raise StepRefused(
            _("The agreement is “%s”: nothing can be changed in it any more.")
            % agreement.get_status_display()
        )
