"""The step tables of pillar 1: every status a record can have, and every arrow between them."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from rocb.workflow import Step, Workflow


class PlanStatus(TextChoices):
    DRAFT = "draft", _("Draft")
    SUBMITTED = "submitted", _("Submitted for endorsement")
    ENDORSED = "endorsed", _("Endorsed")
    IN_FORCE = "in_force", _("In force")
    CLOSED = "closed", _("Closed")


class ExtensionStatus(TextChoices):
    REQUESTED = "requested", _("Requested")
    APPROVED = "approved", _("Approved")
    REFUSED = "refused", _("Refused")
    WITHDRAWN = "withdrawn", _("Withdrawn")


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

PLAN = Workflow(
    Step(
        "submit",
        _("Submit for endorsement"),
        (PlanStatus.DRAFT,),
        PlanStatus.SUBMITTED,
        "missions.submit_plan",
        action="missions.actions.submit_plan",
    ),
    Step(
        "return",
        _("Return to the coordinator"),
        (PlanStatus.SUBMITTED,),
        PlanStatus.DRAFT,
        "missions.endorse_plan",
        needs_comment=True,
        action="missions.actions.return_plan",
        tone="secondary",
    ),
    Step(
        "endorse",
        _("Endorse"),
        (PlanStatus.SUBMITTED,),
        PlanStatus.ENDORSED,
        "missions.endorse_plan",
        action="missions.actions.endorse_plan",
    ),
    Step(
        "bring-into-force",
        _("Bring into force"),
        (PlanStatus.ENDORSED,),
        PlanStatus.IN_FORCE,
        "missions.bring_plan_into_force",
        action="missions.actions.bring_plan_into_force",
    ),
    Step(
        "close",
        _("Close the plan"),
        (PlanStatus.IN_FORCE,),
        PlanStatus.CLOSED,
        "missions.close_plan",
        needs_comment=True,
        tone="warning",
    ),
)

EXTENSION = Workflow(
    Step(
        "approve",
        _("Approve the new date"),
        (ExtensionStatus.REQUESTED,),
        ExtensionStatus.APPROVED,
        "missions.decide_extension",
        action="missions.actions.approve_extension",
    ),
    Step(
        "refuse",
        _("Refuse"),
        (ExtensionStatus.REQUESTED,),
        ExtensionStatus.REFUSED,
        "missions.decide_extension",
        needs_comment=True,
        action="missions.actions.refuse_extension",
        tone="secondary",
    ),
    Step(
        "withdraw",
        _("Withdraw the request"),
        (ExtensionStatus.REQUESTED,),
        ExtensionStatus.WITHDRAWN,
        "missions.request_extension",
        tone="secondary",
    ),
)

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
