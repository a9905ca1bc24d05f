"""A matrix to fill in, and one to review."""

from django.db.models import F, QuerySet
from django.utils.translation import gettext_lazy as _

from missions.models import Matrix
from missions.models.cycles import MatrixQuerySet
from missions.workflow import MatrixStatus
from rocb.deadlines import ANSWERED_IN, MEMBER, OFFICE, DeadlineKind, after, owed, times_taken


def matrices_to_file(matrices: MatrixQuerySet) -> QuerySet:
    """Not yet filed, in an open cycle. Each return is a new round with its own due date."""
    return owed(
        matrices.owed(), what="cycle__name", on="due_on", turn=F("round"), member="administration"
    )


def matrices_to_review(matrices: QuerySet) -> QuerySet:
    """Submitted, and not yet accepted or returned."""
    return owed(
        matrices.filter(status=MatrixStatus.SUBMITTED),
        what="cycle__name",
        on=after("submitted_at", ANSWERED_IN),
        turn=times_taken(Matrix, "submit"),
        member="administration",
    )


KINDS = (
    DeadlineKind(
        "matrix",
        _("Follow-up matrix"),
        Matrix,
        matrices_to_file,
        MEMBER,
        "missions:matrix-edit",
        "missions.view_matrix",
        call=_("Fill in the matrix"),
        page_name="missions:matrix-detail",
    ),
    DeadlineKind(
        "matrix-review",
        _("Matrix to review"),
        Matrix,
        matrices_to_review,
        OFFICE,
        "missions:matrix-detail",
        "missions.view_matrix",
        (-3, 7),
    ),
)
