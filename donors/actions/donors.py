"""Donors that change their name, merge, close, or were entered by mistake."""

from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Max
from django.db.models.deletion import ProtectedError, RestrictedError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from donors.models import Agreement, Amendment, Donor, DonorName
from donors.workflow import AgreementStatus
from rocb.workflow import StepRefused


def locked(donor: Donor, by) -> Donor:
    donor = Donor.objects.select_for_update(of=("self",)).get(pk=donor.pk)
    if not donor.allows(by, "donors.change_donor"):
        raise PermissionDenied
    return donor


@transaction.atomic
def rename_donor(
    donor: Donor, *, by, name: str, acronym: str, until_on: date, name_fr: str = ""
) -> Donor:
    """Give a donor a new name, perhaps in French too; the old one is kept with its last day.

    Raises ValidationError where nothing changes, or for a day after today or before an older name.
    """
    donor = locked(donor, by)
    name, name_fr, acronym = name.strip(), name_fr.strip(), acronym.strip()
    if (name, name_fr, acronym) == (donor.name_en, donor.name_fr, donor.acronym):
        raise ValidationError({"name": _("This is its name already.")})
    if until_on > timezone.localdate():
        raise ValidationError({"until_on": _("Choose today or a day in the past.")})
    if donor.names.filter(until_on__gte=until_on).exists():
        raise ValidationError({"until_on": _("It took its present name later than that.")})
    if (name, acronym) != (donor.name_en, donor.acronym):
        DonorName.objects.create(
            donor=donor, name=donor.name_en, acronym=donor.acronym, until_on=until_on
        )
    donor.name_en, donor.name_fr, donor.acronym, donor.updated_by = name, name_fr, acronym, by
    donor.save()
    return donor


def line_of(donor: Donor) -> list[int]:
    """The donor and all its successors; stops where somebody made a circle."""
    seen: list[int] = []
    current: int | None = donor.pk
    while current is not None and current not in seen:
        seen.append(current)
        current = Donor.objects.filter(pk=current).values_list("successor", flat=True).first()
    return seen


@transaction.atomic
def close_donor(
    donor: Donor, *, by, until_on: date, successor: Donor | None = None, passes_on: bool = False
) -> Donor:
    """A donor has ended or was merged into another. All it ever gave stays under its name.

    `passes_on` moves agreements that are not over to the successor, each with an amendment that says
    so. Raises ValidationError for a successor that is itself, its own predecessor, or closed earlier.
    """
    donor = locked(donor, by)
    if donor.valid_from_on and until_on < donor.valid_from_on:
        raise ValidationError({"until_on": _("The last day is before the first.")})
    if successor is not None:
        if donor.pk in line_of(successor):
            raise ValidationError(
                {"successor": _("%s comes before this donor, not after it.") % successor.name}
            )
        if successor.valid_until_on and successor.valid_until_on < until_on:
            raise ValidationError(
                {"successor": _("%s had ended by that day itself.") % successor.name}
            )
    elif passes_on:
        raise ValidationError({"successor": _("Say to whom the agreements pass.")})
    donor.valid_until_on, donor.successor, donor.updated_by = until_on, successor, by
    donor.save()
    if successor is not None and passes_on:
        pass_on(donor, successor, until_on, by)
    return donor


def pass_on(donor: Donor, successor: Donor, on: date, by) -> None:
    """Agreements that are not over go to the successor; each says since when."""
    over = [AgreementStatus.CLOSED, AgreementStatus.TERMINATED]
    rows = Agreement.objects.select_for_update(of=("self",)).filter(donor=donor)
    for agreement in rows.exclude(status__in=over):
        agreement.donor, agreement.updated_by = successor, by
        agreement.save()
        last = agreement.amendments.aggregate(n=Max("number"))["n"] or 0
        Amendment.objects.create(
            agreement=agreement,
            number=last + 1,
            signed_on=on,
            amount_before=agreement.amount,
            amount=agreement.amount,
            ends_on_before=agreement.ends_on,
            ends_on=agreement.ends_on,
            donor_before=donor,
            reason=_("Passed from %(old)s to %(new)s.")
            % {"old": donor.name, "new": successor.name},
            created_by=by,
            updated_by=by,
        )


@transaction.atomic
def delete_donor(donor: Donor, *, by) -> None:
    """Take away a donor that was entered by mistake. Raises StepRefused once anything hangs on it."""
    donor = locked(donor, by)
    count = donor.agreements.count()
    if count:
        raise StepRefused(
            ngettext(
                "%(name)s has %(count)d agreement and cannot be deleted. Close it instead.",
                "%(name)s has %(count)d agreements and cannot be deleted. Close it instead.",
                count,
            )
            % {"name": donor.name, "count": count}
        )
    try:
        with transaction.atomic():
            donor.delete()
    except (ProtectedError, RestrictedError):
        raise StepRefused(
            _(
                "People, talks, requests or events belong to %s: it cannot be deleted. "
                "Close it instead."
            )
            % donor.name
        ) from None
