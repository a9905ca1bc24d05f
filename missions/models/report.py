"""A mission's report: its versions, and what the member says about a draft."""

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from missions.models.choices import TEXT_LIMIT
from missions.models.findings import OfMissionQuerySet
from missions.models.missions import Mission
from rocb.models import Record
from rocb.models.base import UNTRACKED


class ReportVersion(models.Model):
    """The report as it was sent. Content never changes: a later text is a later version."""

    class Kind(models.TextChoices):
        DRAFT = "draft", _("Draft")
        FINAL = "final", _("Final")

    mission = models.ForeignKey(Mission, models.PROTECT, related_name="report_versions")
    number = models.PositiveSmallIntegerField(_("version"))
    kind = models.CharField(_("kind"), max_length=8, choices=Kind)
    content = models.JSONField(_("content"))
    sha256 = models.CharField(max_length=64)
    made_at = models.DateTimeField(_("sent"))
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )

    objects = OfMissionQuerySet.as_manager()

    class Meta:
        ordering = ["mission_id", "number"]
        constraints = [
            models.UniqueConstraint(fields=["mission", "number"], name="report_version_once")
        ]
        triggers = [pgtrigger.Protect(name="keep", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self):
        return _("Version %(number)s (%(kind)s)") % {
            "number": self.number,
            "kind": self.get_kind_display(),
        }

    def get_absolute_url(self):
        return reverse("missions:report-version", args=[self.mission_id, self.number])


@pghistory.track(exclude=UNTRACKED)
class ReportRemark(Record):
    """What the member says to one paragraph or recommendation of a draft, and the office's reply.

    `anchor` names the place in the version's content, as `situation-2` or `R3`.
    """

    mission = models.ForeignKey(Mission, models.CASCADE, related_name="remarks")
    version = models.ForeignKey(ReportVersion, models.PROTECT, related_name="remarks")
    anchor = models.CharField(_("place"), max_length=40)
    text = models.TextField(_("comment"), max_length=TEXT_LIMIT)
    reply = models.TextField(_("reply"), max_length=TEXT_LIMIT, blank=True)
    replied_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )

    objects = OfMissionQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]

    def __str__(self):
        return f"{self.anchor}: {self.text[:60]}"

    def get_absolute_url(self):
        return f"{self.version.get_absolute_url()}#{self.anchor}"

    def allows(self, user, perm):
        return self.mission.allows(user, perm)
