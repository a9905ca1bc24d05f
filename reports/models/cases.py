"""Cases: what members contribute to a study after a call."""

import pghistory
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from reports.models.library import Report
from reports.workflow.library import CASE, CaseStatus
from rocb.models import Administration, OfAdministrationQuerySet, Record
from rocb.models.base import UNTRACKED


@pghistory.track(exclude=UNTRACKED)
class CaseStudy(Record):
    """One member's case for one study: asked for by a call, once. Its files hang on it.

    Other members never read it as such; what the study makes of it is published there.
    """

    report = models.ForeignKey(Report, models.CASCADE, related_name="cases", editable=False)
    administration = models.ForeignKey(
        Administration, models.PROTECT, related_name="case_studies", editable=False
    )
    title = models.CharField(_("title"), max_length=200, blank=True)
    text = models.TextField(
        _("the case"),
        max_length=20_000,
        blank=True,
        help_text=_("What the problem was, what was done, what came of it, what others may learn."),
    )
    contact = models.CharField(
        _("who can tell more"), max_length=200, blank=True, help_text=_("Name, unit, e-mail.")
    )
    status = models.CharField(
        _("status"), max_length=10, choices=CaseStatus, default=CaseStatus.ASKED, editable=False
    )

    objects = OfAdministrationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["report", "administration"], name="asked_once_for_a_case"
            )
        ]
        triggers = [CASE.trigger()]
        permissions = [
            ("view_case", "See cases"),
            ("contribute_case", "Contribute the own administration's cases"),
        ]

    def __str__(self):
        return self.title or f"{self.administration.country_name}: {self.report.title}"

    def get_absolute_url(self):
        return reverse("reports:case-detail", args=[self.pk])

    def allows(self, user, perm):
        if not user.has_perm(perm):
            return False
        if user.is_office:
            return user.organisation_id == self.report.office_id
        return user.may_work_for(self.administration)

    @property
    def is_open(self) -> bool:
        """Whether its member may still write in it."""
        return self.status in (CaseStatus.ASKED, CaseStatus.RETURNED)
