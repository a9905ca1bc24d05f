"""What is special about the messages of pillar 2: the button on each, and when one is stale."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from donors.actions.requests import not_shared
from donors.models import DonorReport, FundingRequest
from donors.workflow import ReportStatus, RequestStatus
from rocb.models import Mail
from rocb.outbox import Letter


def while_sent(mail: Mail) -> dict[str, Any] | None:
    """A request goes out only while it is with the donor, and every need in it is still shared."""
    request = FundingRequest.objects.filter(
        pk=mail.object_id or 0, status=RequestStatus.SENT
    ).first()
    return {} if request is not None and not not_shared(request) else None


def while_report(mail: Mail) -> dict[str, Any] | None:
    report = DonorReport.objects.filter(pk=mail.object_id or 0, status=ReportStatus.SENT)
    return {} if report.exists() else None


LETTERS = (
    Letter("funding_request_sent", while_sent, _("Read the request")),
    Letter("donor_report_sent", while_report, _("Read the report")),
    Letter("donor_interested", None, _("Open the note")),
)
