"""The step tables of the library."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from rocb.workflow import Step, Workflow


class ReportStatus(TextChoices):
    DRAFT = "draft", _("Draft")
    IN_REVIEW = "in_review", _("In review")
    PUBLISHED = "published", _("Published")
    WITHDRAWN = "withdrawn", _("Withdrawn")


REPORT = Workflow(
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
