"""Plans, and requests for later due dates."""

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
