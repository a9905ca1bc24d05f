"""Cycles of follow-up, and their matrices."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from rocb.workflow import Step, Workflow


class CycleStatus(TextChoices):
    PLANNED = "planned", _("Planned")
    OPEN = "open", _("Open")
    CLOSED = "closed", _("Closed")


class MatrixStatus(TextChoices):
    DRAFT = "draft", _("To be filled in")
    SUBMITTED = "submitted", _("Submitted")
    RETURNED = "returned", _("Returned for correction")
    WITHDRAWN = "withdrawn", _("Withdrawn by the member")
    ACCEPTED = "accepted", _("Accepted")
    CANCELLED = "cancelled", _("Cancelled")


# The member may type in these; in every other status a matrix is read only.
EDITABLE = (MatrixStatus.DRAFT, MatrixStatus.RETURNED, MatrixStatus.WITHDRAWN)

CYCLE = Workflow(
    Step(
        "open",
        _("Open the cycle"),
        (CycleStatus.PLANNED,),
        CycleStatus.OPEN,
        "missions.open_cycle",
        action="missions.actions.open_cycle",
    ),
    Step(
        "close",
        _("Close the cycle"),
        (CycleStatus.OPEN,),
        CycleStatus.CLOSED,
        "missions.open_cycle",
        tone="warning",
    ),
)

MATRIX = Workflow(
    Step(
        "submit",
        _("Submit"),
        EDITABLE,
        MatrixStatus.SUBMITTED,
        "missions.submit_matrix",
        action="missions.actions.submit_matrix",
    ),
    Step(
        "withdraw",
        _("Withdraw"),
        (MatrixStatus.SUBMITTED,),
        MatrixStatus.WITHDRAWN,
        "missions.submit_matrix",
        action="missions.actions.withdraw_matrix",
        tone="secondary",
    ),
    Step(
        "accept",
        _("Accept"),
        (MatrixStatus.SUBMITTED,),
        MatrixStatus.ACCEPTED,
        "missions.review_matrix",
        action="missions.actions.accept_matrix",
    ),
    Step(
        "return",
        _("Return for correction"),
        (MatrixStatus.SUBMITTED,),
        MatrixStatus.RETURNED,
        "missions.review_matrix",
        needs_comment=True,
        action="missions.actions.return_matrix",
        tone="secondary",
    ),
    Step(
        "cancel",
        _("Cancel"),
        (MatrixStatus.DRAFT, MatrixStatus.RETURNED, MatrixStatus.WITHDRAWN),
        MatrixStatus.CANCELLED,
        "missions.review_matrix",
        needs_comment=True,
        tone="warning",
    ),
)
