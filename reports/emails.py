"""What is special about the messages of pillar 4. The words are in templates/emails/."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from reports.actions.library import is_for
from reports.models import CaseStudy, Circular, Report
from reports.workflow.library import CaseStatus, ReportStatus
from rocb.models import Attachment, Mail
from rocb.outbox import Letter


def about_report(mail: Mail) -> dict[str, Any] | None:
    """While it is published, and only to whoever may read it."""
    report = Report.objects.filter(pk=mail.object_id or 0, status=ReportStatus.PUBLISHED).first()
    user = getattr(mail.person, "user", None)
    if report is None or user is None or not is_for(user, report):
        return None
    return {"summary": report.summary}


def while_case(*statuses: str):
    """A context for letters that matter while a case is in one of these statuses."""

    def context(mail: Mail) -> dict[str, Any] | None:
        still = CaseStudy.objects.filter(pk=mail.object_id or 0, status__in=statuses).exists()
        return {} if still else None

    return context


def about_circular(mail: Mail) -> dict[str, Any] | None:
    """The letter itself, so that it is read where the portal is slow; its questions are there."""
    circular = Circular.objects.filter(pk=mail.object_id or 0).first()
    if circular is None:
        return None
    files = Attachment.objects.of(circular).filter(is_internal=False).count()
    return {
        "reference": circular.reference,
        "subject_line": circular.subject,
        "letter": circular.body.strip(),
        "reply_by": circular.reply_by,
        "files": files,
    }


LETTERS = (
    Letter("circular", about_circular, _("Open the circular")),
    Letter("circular_answered", None, _("Read the reply")),
    Letter("report_published", about_report, _("Read the report")),
    Letter(
        "case_asked", while_case(CaseStatus.ASKED, CaseStatus.RETURNED), _("Contribute the case")
    ),
    Letter("case_submitted", while_case(CaseStatus.SUBMITTED), _("Read the case")),
    Letter("case_declined", None, _("See the case")),
    Letter("case_returned", while_case(CaseStatus.RETURNED), _("Complete the case")),
    Letter("case_accepted", None, _("See the case")),
)
