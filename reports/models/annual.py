"""The annual report of an office: written, and frozen when it is issued."""

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from reports.workflow import ANNUAL, AnnualStatus
from rocb import fiscal
from rocb.models import Office, Record
from rocb.models.base import UNTRACKED
from rocb.roles import Role


class AnnualReportQuerySet(models.QuerySet):
    """Drafts are the office's own (and the Secretariat's to read); issued ones are for everybody."""

    def visible_to(self, user):
        if user.is_superuser or user.role == Role.SECRETARIAT:
            return self
        if not user.has_perm("reports.view_annualreport"):
            return self.none()
        issued = models.Q(status=AnnualStatus.ISSUED)
        if user.is_office:
            return self.filter(issued | models.Q(office=user.organisation_id))
        return self.filter(issued)


@pghistory.track(exclude=[*UNTRACKED, "content"])
class AnnualReport(Record):
    """What an office tells the heads of customs of a fiscal year.

    `content` is what was issued, as data, with the hash of it: the documents are set from it and from
    nothing else, so that they can be made again, byte for byte.
    """

    office = models.ForeignKey(
        Office,
        models.PROTECT,
        verbose_name=_("office"),
        related_name="annual_reports",
        editable=False,
    )
    year = models.PositiveSmallIntegerField(_("fiscal year"), editable=False)
    foreword = models.TextField(_("foreword"), max_length=8000, blank=True)
    highlights = models.TextField(
        _("executive summary"), max_length=8000, blank=True, help_text=_("One point on each line.")
    )
    outlook = models.TextField(_("outlook"), max_length=8000, blank=True)
    status = models.CharField(
        _("status"),
        max_length=12,
        choices=AnnualStatus,
        default=AnnualStatus.DRAFT,
        editable=False,
    )
    content = models.JSONField(_("what was issued"), null=True, editable=False)
    sha256 = models.CharField(_("hash"), max_length=64, blank=True, editable=False)
    issued_at = models.DateTimeField(_("issued"), null=True, editable=False)
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )
    is_invented = models.BooleanField(_("demonstration data"), default=False, editable=False)

    objects = AnnualReportQuerySet.as_manager()
    told_by_steps = ("sha256", "issued_at", "issued_by")

    class Meta:
        ordering = ["-year"]
        constraints = [
            models.UniqueConstraint(
                fields=["office", "year"],
                name="one_annual_report_a_year",
                violation_error_message=_("There is a report of this year already."),
            )
        ]
        triggers = [
            ANNUAL.trigger(),
            pgtrigger.Protect(
                name="keep_issued",
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__status="issued"),
            ),
        ]
        permissions = [("issue_annualreport", "Issue the annual report")]

    def __str__(self):
        return _("Annual report %s") % self.label

    @property
    def label(self) -> str:
        return fiscal.label(self.year)

    def get_absolute_url(self):
        address = reverse("reports:annual-detail", args=[self.year])
        return f"{address}?office={self.office.region.code}"

    def allows(self, user, perm):
        if not user.has_perm(perm):
            return False
        return user.is_superuser or (user.is_office and self.office_id == user.organisation_id)

    def shows_trail(self, user) -> bool:
        return user.role == Role.SECRETARIAT or self.allows(user, "reports.view_workitem")

    @property
    def is_draft(self) -> bool:
        return self.status == AnnualStatus.DRAFT
