"""The step tables of plans, of the items of a work plan, and of the annual report."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from rocb.workflow import Step, Workflow


class StrategyStatus(TextChoices):
    DRAFT = "draft", _("Draft")
    ADOPTED = "adopted", _("Adopted")
    CLOSED = "closed", _("Closed")


class WorkStatus(TextChoices):
    PLANNED = "planned", _("Planned")
    UNDER_WAY = "running", _("Under way")
    DONE = "done", _("Done")
    DROPPED = "dropped", _("Dropped")


class AnnualStatus(TextChoices):
    DRAFT = "draft", _("Draft")
    ISSUED = "issued", _("Issued")


# Somebody still has it in hand.
OPEN_WORK = (WorkStatus.PLANNED, WorkStatus.UNDER_WAY)

STRATEGY = Workflow(
    Step(
        "adopt",
        _("Record the adoption"),
        (StrategyStatus.DRAFT,),
        StrategyStatus.ADOPTED,
        "reports.adopt_strategicplan",
        action="reports.actions.plans.adopt_plan",
    ),
    Step(
        "close",
        _("Close the plan"),
        (StrategyStatus.ADOPTED,),
        StrategyStatus.CLOSED,
        "reports.adopt_strategicplan",
        needs_comment=True,
        tone="warning",
    ),
)

WORK = Workflow(
    Step(
        "start",
        _("Begin"),
        (WorkStatus.PLANNED,),
        WorkStatus.UNDER_WAY,
        "reports.change_workitem",
    ),
    Step(
        "finish",
        _("It is done"),
        (WorkStatus.PLANNED, WorkStatus.UNDER_WAY),
        WorkStatus.DONE,
        "reports.change_workitem",
        action="reports.actions.plans.finish_item",
    ),
    Step(
        "drop",
        _("Drop it"),
        (WorkStatus.PLANNED, WorkStatus.UNDER_WAY),
        WorkStatus.DROPPED,
        "reports.change_workitem",
        needs_comment=True,
        tone="warning",
    ),
    Step(
        "reopen",
        _("Take it up again"),
        (WorkStatus.DONE, WorkStatus.DROPPED),
        WorkStatus.UNDER_WAY,
        "reports.change_workitem",
        needs_comment=True,
        tone="secondary",
        action="reports.actions.plans.reopen_item",
    ),
)

ANNUAL = Workflow(
    Step(
        "issue",
        _("Issue the report"),
        (AnnualStatus.DRAFT,),
        AnnualStatus.ISSUED,
        "reports.issue_annualreport",
        action="reports.actions.annual.issue_report",
    ),
)
