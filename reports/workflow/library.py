"""The step tables of the library."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from rocb.workflow import Step, Workflow


class ReportStatus(TextChoices):
    DRAFT = "draft", _("Draft")
    CALLING = "calling", _("Call for cases")
    IN_REVIEW = "in_review", _("In review")
    PUBLISHED = "published", _("Published")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class CaseStatus(TextChoices):
    ASKED = "asked", _("Asked for")
    SUBMITTED = "submitted", _("Submitted")
    RETURNED = "returned", _("Returned with questions")
    ACCEPTED = "accepted", _("Accepted")
    DECLINED = "declined", _("Declined")


REPORT = Workflow(
    Step(
        "call",
        _("Call for cases"),
        (ReportStatus.DRAFT,),
        ReportStatus.CALLING,
        "reports.call_cases",
        action="reports.actions.call_for_cases",
    ),
    Step(
        "end-call",
        _("End the call and draft"),
        (ReportStatus.CALLING,),
        ReportStatus.DRAFT,
        "reports.call_cases",
    ),
    Step(
        "review",
        _("Send to review"),
        (ReportStatus.DRAFT,),
        ReportStatus.IN_REVIEW,
        "reports.change_report",
    ),
    Step(
        "return",
        _("Return to the author"),
        (ReportStatus.IN_REVIEW,),
        ReportStatus.DRAFT,
        "reports.publish_report",
        needs_comment=True,
        tone="secondary",
    ),
    Step(
        "publish",
        _("Publish"),
        (ReportStatus.IN_REVIEW, ReportStatus.WITHDRAWN),
        ReportStatus.PUBLISHED,
        "reports.publish_report",
        action="reports.actions.publish_report",
    ),
    Step(
        "withdraw",
        _("Withdraw"),
        (ReportStatus.PUBLISHED,),
        ReportStatus.WITHDRAWN,
        "reports.publish_report",
        needs_comment=True,
        tone="warning",
    ),
)

CASE = Workflow(
    Step(
        "submit",
        _("Submit the case"),
        (CaseStatus.ASKED, CaseStatus.RETURNED),
        CaseStatus.SUBMITTED,
        "reports.contribute_case",
        action="reports.actions.submit_case",
    ),
    Step(
        "decline",
        _("Decline"),
        (CaseStatus.ASKED, CaseStatus.RETURNED),
        CaseStatus.DECLINED,
        "reports.contribute_case",
        needs_comment=True,
        action="reports.actions.decline_case",
        tone="secondary",
    ),
    Step(
        "return",
        _("Return with questions"),
        (CaseStatus.SUBMITTED,),
        CaseStatus.RETURNED,
        "reports.change_report",
        needs_comment=True,
        action="reports.actions.return_case",
        tone="secondary",
    ),
    Step(
        "accept",
        _("Accept"),
        (CaseStatus.SUBMITTED,),
        CaseStatus.ACCEPTED,
        "reports.change_report",
        action="reports.actions.accept_case",
    ),
)
