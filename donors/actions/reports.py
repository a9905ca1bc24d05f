"""Reports to donors: planned with the agreement, frozen when they are sent."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from donors.actions.agreements import locked
from donors.actions.requests import donor_users
from donors.activity_frozen import digest_of
from donors.documents import report_document
from donors.models import Agreement, DonorReport
from donors.workflow import IN_THE_BOOKS, REPORT, AgreementStatus
from rocb import markup
from rocb.post import tell
from rocb.workflow import StepRefused


@transaction.atomic
def plan_report(
    agreement: Agreement, *, by, kind: str, from_on: date, until_on: date, due_on: date
) -> DonorReport:
    """A report is owed to the donor by a day. Raises ValidationError for a period out of order or
    outside the agreement."""
    agreement = locked(agreement, by, "donors.change_donorreport")
    if agreement.status == AgreementStatus.TERMINATED:
        raise StepRefused(_("The agreement was terminated: no report is owed any more."))
    made = DonorReport(
        agreement=agreement,
        kind=kind,
        from_on=from_on,
        until_on=until_on,
        due_on=due_on,
        created_by=by,
        updated_by=by,
    )
    if from_on < agreement.starts_on or from_on > agreement.ends_on:
        raise ValidationError(
            {
                "from_on": _("The agreement runs from %(first)s to %(last)s.")
                % {
                    "first": markup.day(agreement.starts_on),
                    "last": markup.day(agreement.ends_on),
                }
            }
        )
    made.full_clean(exclude=["agreement"])
    made.save()
    return made


@transaction.atomic
def send_report(report: DonorReport, *, by, comment: str = "") -> DonorReport:
    """Freeze a report as it stands and tell the donor. Raises StepRefused before its period is over,
    without a summary, or while the agreement is a draft."""
    report = REPORT.take(report, "send", by=by, comment=comment)
    today = timezone.localdate()
    if report.agreement.status not in IN_THE_BOOKS:
        raise StepRefused(_("The agreement is not signed yet: there is nothing to report on."))
    if report.until_on > today:
        raise StepRefused(
            _("The period lasts until %s. Wait for its end, or shorten it.")
            % markup.day(report.until_on)
        )
    if not report.summary.strip():
        raise StepRefused(_("Say in short what the period brought, before it is sent."))
    report.content = report_document(report).as_json()
    report.sha256 = digest_of(report.content)
    report.sent_at, report.sent_by = timezone.now(), by
    report.save(update_fields=["content", "sha256", "sent_at", "sent_by"])
    tell(
        donor_users(report.agreement.donor),
        "donor_report_sent",
        f"donor-report:{report.pk}",
        about=report,
        administration=None,
        by=by,
        agreement=f"{report.agreement.reference} {report.agreement.title}",
    )
    return report
