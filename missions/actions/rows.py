"""One row of a matrix, saved as its writer leaves it."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from missions.models import ActionRow, Matrix, StandardRow
from missions.models.choices import TEXT_LIMIT, Implementation, Level, Support
from missions.versions import ACTION_FIELDS, STANDARD_FIELDS
from missions.workflow import EDITABLE
from rocb.posted import number_in
from rocb.workflow import StepRefused

CHOICES = {"level": Level, "status": Implementation, "support_needed": Support}


class RowConflict(Exception):
    """Somebody else saved this row meanwhile. `theirs` holds its values, `revision` its number."""

    def __init__(self, theirs: dict[str, Any], revision: int) -> None:
        super().__init__(_("Somebody else changed this row while you were writing."))
        self.theirs = theirs
        self.revision = revision


def clean_value(name: str, value: Any) -> Any:
    """A value as it is stored; raises ValidationError with a sentence when it does not fit."""
    if name == "is_unchanged":
        return value in (True, "on", "true", "1", 1)
    if name == "level" or name == "percent":
        if value in (None, ""):
            return None
        top = 4 if name == "level" else 100
        text = str(value).strip().removesuffix("%").strip()
        number = number_in(text, top + 1)
        if number > top:
            raise ValidationError(
                _("“%(value)s” does not fit: write a whole number from 0 to %(top)s.")
                % {"value": str(value)[:40], "top": top}
            )
        return number
    text = "" if value is None else str(value).replace("\r\n", "\n").strip()
    if name in CHOICES:
        if text and text not in CHOICES[name].values:
            raise ValidationError(_("“%s” is not one of the choices.") % text[:40])
        return text
    if "\x00" in text:
        raise ValidationError(_("The text holds a character that cannot be stored (a null byte)."))
    if len(text) > TEXT_LIMIT:
        raise ValidationError(
            _("The text has %(length)s characters; at most %(limit)s fit. Shorten it.")
            % {"length": len(text), "limit": TEXT_LIMIT}
        )
    return text


def clean_values(names: tuple[str, ...], values: dict[str, Any]) -> dict[str, Any]:
    """The given values of a row, cleaned; raises one ValidationError keyed by field."""
    cleaned, errors = {}, {}
    for name in names:
        if name in values:
            try:
                cleaned[name] = clean_value(name, values[name])
            except ValidationError as error:
                errors[name] = error
    if errors:
        raise ValidationError(errors)
    return cleaned


def check_open(matrix: Matrix, by) -> None:
    """Raise unless `by` may type into this matrix as it stands now."""
    if not matrix.allows(by, "missions.fill_matrix") or not by.is_member:
        raise PermissionDenied
    if matrix.status not in EDITABLE:
        raise StepRefused(
            _("This matrix is %s: nothing can be typed into it now.")
            % matrix.get_status_display().lower()
        )


def save_row(rows, names, values: dict[str, Any], *, matrix, by, revision: int) -> int:
    """Update one row if its revision is still `revision`; returns the new one.

    A row that already says the same is left alone, so that a message sent twice over a bad line
    is no conflict.
    """
    check_open(matrix, by)
    cleaned = clean_values(names, values)
    now = timezone.now()
    with transaction.atomic():
        done = rows.filter(revision=revision).update(
            **cleaned, revision=F("revision") + 1, updated_at=now, updated_by=by
        )
        if done:
            Matrix.objects.filter(pk=matrix.pk, status__in=EDITABLE).update(
                typed_by=by, typed_at=now
            )
            return revision + 1
    theirs = rows.values("revision", *names).get()
    now_at = theirs.pop("revision")
    if all(theirs[name] == value for name, value in cleaned.items()):
        return now_at
    raise RowConflict(theirs, now_at)


def save_standard_row(matrix: Matrix, standard_id: int, values, *, by, revision: int) -> int:
    """Save level and remark of one standard; returns the row's new revision.

    Raises RowConflict, ValidationError keyed by field, StepRefused when the matrix is closed,
    StandardRow.DoesNotExist, PermissionDenied.
    """
    rows = StandardRow.objects.filter(matrix=matrix, standard=standard_id)
    return save_row(rows, STANDARD_FIELDS, values, matrix=matrix, by=by, revision=revision)


def save_action_row(matrix: Matrix, action_id: int, values, *, by, revision: int) -> int:
    """Save the progress of one action; returns the row's new revision. Raises as above."""
    rows = ActionRow.objects.filter(matrix=matrix, action=action_id)
    return save_row(rows, ACTION_FIELDS, values, matrix=matrix, by=by, revision=revision)
