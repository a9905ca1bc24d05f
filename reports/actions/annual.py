"""Issuing the annual report."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from reports.annual import described, digest_of
from reports.models import AnnualReport
from reports.workflow import ANNUAL
from rocb import fiscal
from rocb.documents import MissingGlyph, from_json, pdf
from rocb.workflow import StepRefused


@transaction.atomic
def issue_report(report: AnnualReport, *, by, comment: str = "") -> AnnualReport:
    """Freeze the report as it stands and issue it; it cannot be changed any more.

    Refused before the fiscal year is over, and where a letter cannot be printed.
    """
    report = (
        AnnualReport.objects.select_for_update(of=("self",))
        .select_related("office__region")
        .get(pk=report.pk)
    )
    if not report.allows(by, "reports.issue_annualreport"):
        raise PermissionDenied
    if report.is_draft:
        if timezone.localdate() <= fiscal.last_day(report.year):
            raise StepRefused(_("The fiscal year %s is not over yet.") % report.label)
        content = described(report)
        for document in content.values():
            try:
                pdf(from_json(document))
            except MissingGlyph as missing:
                raise StepRefused(
                    _("The report cannot show these letters: %s. Write them in Latin.") % missing
                ) from None
        report.content, report.sha256 = content, digest_of(content)
        report.issued_at, report.issued_by = timezone.now(), by
        report.save(update_fields=["content", "sha256", "issued_at", "issued_by", "updated_at"])
    return ANNUAL.take(report, "issue", by=by, comment=comment)
