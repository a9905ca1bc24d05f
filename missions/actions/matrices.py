"""A matrix on its way: submitted, withdrawn, returned, accepted."""

import hashlib
import json
from datetime import date, datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from missions.actions.rows import check_open
from missions.models import Action, Implementation, Matrix, MatrixVersion, ReturnComment
from missions.versions import content_of, missing_in
from missions.workflow import MATRIX, CycleStatus
from rocb.frozen import in_every_language
from rocb.models import User
from rocb.post import officers_of, tell, users_of
from rocb.roles import Role
from rocb.workflow import StepRefused

# A returned matrix is due this many days later, unless the officer says otherwise.
RETURNED_DUE_IN = timedelta(days=14)


@transaction.atomic
def report_nothing(matrix: Matrix, *, by, reason: str | None) -> Matrix:
    """Set (with a reason) or clear (None) “nothing to report”. Rows typed so far stay."""
    matrix = Matrix.objects.select_for_update(of=("self",)).get(pk=matrix.pk)
    check_open(matrix, by)
    if reason is not None and not reason.strip():
        raise ValidationError({"nothing_reason": _("Say why there is nothing to report.")})
    matrix.has_nothing_to_report = reason is not None
    matrix.nothing_reason = (reason or "").strip()
    matrix.typed_by, matrix.typed_at, matrix.updated_by = by, timezone.now(), by
    matrix.save()
    return matrix


@transaction.atomic
def submit_matrix(matrix: Matrix, *, by, comment: str = "") -> Matrix:
    """Sign the matrix off to the office: checks that it is complete and keeps an exact version.

    Raises StepRefused when the cycle is closed, ValidationError with every missing row.
    """
    matrix = MATRIX.take(matrix, "submit", by=by, comment=comment)
    if matrix.cycle.status == CycleStatus.CLOSED:
        raise StepRefused(_("The cycle is closed. Ask the office to open it again."))
    content = in_every_language(lambda: content_of(matrix))
    missing = missing_in(content)
    if missing:
        raise ValidationError([sentence for _part, _row, sentence in missing])
    now = timezone.now()
    number = (matrix.versions.aggregate(last=Max("number"))["last"] or 0) + 1
    text = json.dumps(content, sort_keys=True, ensure_ascii=False)
    MatrixVersion.objects.create(
        matrix=matrix,
        number=number,
        submitted_at=now,
        submitted_by=by,
        typed_by=matrix.typed_by,
        content=content,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
    )
    matrix.submitted_by, matrix.submitted_at = by, now
    matrix.save(update_fields=["submitted_by", "submitted_at"])
    tell(
        officers_of(matrix.administration),
        "matrix_submitted",
        f"matrix-submitted:{matrix.pk}:{number}",
        about=matrix,
        administration=matrix.administration,
        by=by,
        cycle=matrix.cycle.name,
        nothing=matrix.nothing_reason if matrix.has_nothing_to_report else "",
    )
    return matrix


@transaction.atomic
def withdraw_matrix(matrix: Matrix, *, by, comment: str = "") -> Matrix:
    """Take a submission back before the office has decided; its version is kept."""
    matrix = MATRIX.take(matrix, "withdraw", by=by, comment=comment)
    tell(
        officers_of(matrix.administration),
        "matrix_withdrawn",
        f"matrix-withdrawn:{matrix.pk}:{matrix.versions.count()}",
        about=matrix,
        administration=matrix.administration,
        by=by,
        cycle=matrix.cycle.name,
        comment=comment,
    )
    return matrix


@transaction.atomic
def return_matrix(
    matrix: Matrix,
    *,
    by,
    comment: str = "",
    due_on: date | None = None,
    rows: dict[tuple[str, int], str] | None = None,
) -> Matrix:
    """Send a matrix back with a comment, a comment per row where needed, and a new due date.

    `rows` maps ("standards" | "actions", id) to a comment. The reminder ladder starts anew.
    Coordinators and the typist are told. Raises ValidationError for a due date in the past.
    """
    today = timezone.localdate()
    due_on = due_on or today + RETURNED_DUE_IN
    if due_on < today:
        raise ValidationError({"due_on": _("The new due date is in the past.")})
    matrix = MATRIX.take(matrix, "return", by=by, comment=comment)
    version = matrix.versions.latest("number")
    comment_rows(version, rows or {}, by)
    matrix.due_on = due_on
    matrix.round += 1
    matrix.reviewed_by, matrix.reviewed_at = by, timezone.now()
    matrix.save(update_fields=["due_on", "round", "reviewed_by", "reviewed_at"])
    tell(
        receivers_of(matrix),
        "matrix_returned",
        f"matrix-returned:{matrix.pk}:{matrix.round}",
        about=matrix,
        administration=matrix.administration,
        by=by,
        cycle=matrix.cycle.name,
        comment=comment,
        due_on=due_on.isoformat(),
        rows=version.return_comments.count(),
    )
    return matrix


def comment_rows(version: MatrixVersion, rows: dict[tuple[str, int], str], by) -> None:
    """Keep what the office says of single rows; of rows that were not submitted nothing is kept."""
    fields = {"standards": "standard_id", "actions": "action_id"}
    known = {(part, row["id"]) for part in fields for row in version.content[part]}
    for (part, key), text in rows.items():
        if text.strip() and (part, key) in known:
            row = {fields[part]: key}
            ReturnComment.objects.create(version=version, by=by, text=text.strip(), **row)


def receivers_of(matrix: Matrix) -> list[User]:
    """Coordinators of the member, and whoever signed or typed it."""
    people = users_of(matrix.administration, Role.COORDINATOR)
    known = {user.pk for user in people}
    others = {matrix.typed_by_id, matrix.submitted_by_id} - known - {None}
    current = User.objects.current(timezone.localdate()).select_related("person")
    return people + list(current.filter(pk__in=others))


@transaction.atomic
def accept_matrix(matrix: Matrix, *, by, comment: str = "") -> Matrix:
    """Accept a matrix: its actions take over what was reported, and the Secretariat gets a copy."""
    matrix = MATRIX.take(matrix, "accept", by=by, comment=comment)
    now = timezone.now()
    if not matrix.has_nothing_to_report:
        update_actions(matrix, by, now)
    copies = list(
        User.objects.current(timezone.localdate())
        .filter(role=Role.SECRETARIAT)
        .select_related("person")
    )
    tell(
        copies,
        "matrix_copy",
        f"matrix-copy:{matrix.pk}",
        about=matrix,
        administration=matrix.administration,
        by=by,
        cycle=matrix.cycle.name,
    )
    matrix.copied_to = ", ".join(user.email for user in copies)[:400]
    matrix.copied_at = now if copies else None
    matrix.reviewed_by, matrix.reviewed_at = by, now
    matrix.save(update_fields=["copied_to", "copied_at", "reviewed_by", "reviewed_at"])
    tell(
        receivers_of(matrix),
        "matrix_accepted",
        f"matrix-accepted:{matrix.pk}",
        about=matrix,
        administration=matrix.administration,
        by=by,
        cycle=matrix.cycle.name,
        comment=comment,
    )
    return matrix


# What an accepted matrix says about its actions.
CARRIED_OVER = (
    "status",
    "percent",
    "support_needed",
    "implemented_at",
    "updated_by",
    "updated_at",
)


def update_actions(matrix: Matrix, by, now: datetime) -> int:
    """Carry what each changed row reports over to its action; returns how many there were."""
    changed = []
    for row in matrix.action_rows.select_related("action").exclude(is_unchanged=True):
        action = row.action
        is_done = row.status == Implementation.IMPLEMENTED
        percent = 100 if is_done else row.percent
        action.status = row.status or action.status
        action.percent = action.percent if percent is None else percent
        action.support_needed = row.support_needed or action.support_needed
        action.implemented_at = action.implemented_at or (now if is_done else None)
        action.updated_by, action.updated_at = by, now
        changed.append(action)
    return Action.objects.bulk_update(changed, CARRIED_OVER, 500)
