"""The best-practice library."""

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from reports.workflow import REPORT, ReportStatus
from rocb.models import Record, Standard, Theme
from rocb.models.base import UNTRACKED


class ReportQuerySet(models.QuerySet):
    """Published reports for everybody signed in; drafts for the office alone."""

    def visible_to(self, user):
        if user.is_superuser or user.is_office:
            return self
        published = self.filter(status=ReportStatus.PUBLISHED)
        if user.is_member or user.role in ("expert", "secretariat"):
            return published
        return published.filter(is_public=True)

    def public(self):
        """What anybody may read without signing in."""
        return self.filter(status=ReportStatus.PUBLISHED, is_public=True)


@pghistory.track(exclude=[*UNTRACKED, "search"])
class Report(Record):
    """One number of the best-practice series: how some members solved a problem."""

    number = models.PositiveSmallIntegerField(_("number"), unique=True)
    title = models.CharField(_("title"), max_length=300)
    summary = models.TextField(_("summary"), max_length=4000, blank=True)
    countries = ArrayField(
        models.CharField(max_length=2), verbose_name=_("case countries"), default=list, blank=True
    )
    themes = models.ManyToManyField(
        Theme, verbose_name=_("themes"), blank=True, related_name="reports"
    )
    standards = models.ManyToManyField(
        Standard, verbose_name=_("standards"), blank=True, related_name="reports"
    )
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    status = models.CharField(
        _("status"),
        max_length=12,
        choices=ReportStatus,
        default=ReportStatus.DRAFT,
        editable=False,
    )
    is_public = models.BooleanField(_("public"), default=False)
    search = models.GeneratedField(
        expression=SearchVector("title", "summary", config="simple"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = ReportQuerySet.as_manager()

    class Meta:
        indexes = [GinIndex(fields=["search"], name="report_search")]
        triggers = [REPORT.trigger()]
        permissions = [("publish_report", "Publish and withdraw reports")]

    def __str__(self):
        return f"{self.number} {self.title}"

    def get_absolute_url(self):
        return reverse("reports:report-detail", args=[self.number])

    def allows(self, user, perm):
        return user.has_perm(perm) and (user.is_superuser or user.is_office)
