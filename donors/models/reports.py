"""What a donor is told, period by period."""

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from donors.models.agreements import Agreement, OfAgreement, OfAgreementQuerySet
from donors.models.choices import TEXT_LIMIT
from donors.workflow import IN_THE_BOOKS, REPORT, ReportStatus
from rocb.models.base import UNTRACKED


class DonorReportQuerySet(OfAgreementQuerySet):
    """Reports to donors: a donor sees what it was sent, and when the next is due."""

    def known_to_donors(self):
        return self.filter(agreement__status__in=IN_THE_BOOKS).exclude(status=ReportStatus.WAIVED)

    def owed(self):
        return self.filter(status=ReportStatus.WRITING, agreement__status__in=IN_THE_BOOKS)


@pghistory.track(exclude=[*UNTRACKED, "content", "sha256"])
class DonorReport(OfAgreement):
    """A report on one agreement for one period: made from the records, frozen when it is sent."""

    class Kind(models.TextChoices):
        PROGRESS = "progress", _("Progress report")
        FINANCIAL = "financial", _("Financial report")
        FINAL = "final", _("Final report")

    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="reports")
    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.PROGRESS)
    from_on = models.DateField(_("period from"))
    until_on = models.DateField(_("period until"))
    due_on = models.DateField(_("due"))
    summary = models.TextField(_("in short"), max_length=TEXT_LIMIT, blank=True)
    difficulties = models.TextField(_("difficulties"), max_length=TEXT_LIMIT, blank=True)
    outlook = models.TextField(_("what comes next"), max_length=TEXT_LIMIT, blank=True)
    content = models.JSONField(null=True, editable=False)
    sha256 = models.CharField(max_length=64, blank=True, editable=False)
    sent_at = models.DateTimeField(_("sent"), null=True, editable=False)
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )
    status = models.CharField(
        _("status"),
        max_length=8,
        choices=ReportStatus,
        default=ReportStatus.WRITING,
        editable=False,
    )

    objects = DonorReportQuerySet.as_manager()
    told_by_steps = ("sent_at", "sent_by")

    class Meta:
        ordering = ["due_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until_on__gte=F("from_on")),
                name="donor_report_dates_in_order",
                violation_error_message=_("The period ends before it begins."),
            ),
            models.CheckConstraint(
                condition=Q(due_on__gte=F("from_on")),
                name="donor_report_due_after_it_begins",
                violation_error_message=_("It is due before its period begins."),
            ),
        ]
        triggers = [REPORT.trigger()]
        permissions = [("send_donorreport", "Send reports to donors")]

    def __str__(self):
        return f"{self.get_kind_display()} {self.until_on}"

    def get_absolute_url(self):
        return reverse("donors:report-detail", args=[self.pk])
