"""What a team found in the country: the ground that its recommendations stand on."""

import pghistory
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from missions.models.choices import TEXT_LIMIT
from missions.models.missions import Mission
from rocb.models import DiagnosticArea, OfAdministrationQuerySet, Record
from rocb.models.base import UNTRACKED


class OfMissionQuerySet(OfAdministrationQuerySet):
    """What belongs to a mission: its team sees it at once, the member when the draft was sent."""

    path = "mission__administration"

    def told(self) -> Q:
        """What a member outside the team has been sent."""
        return Q(mission__sent_at__isnull=False)

    def visible_to(self, user):
        seen = Mission.objects.visible_to(user)
        if user.is_member and not user.is_superuser:
            own_team = Mission.objects.filter(
                team__person=user.person_id, team__status="accepted"
            ).values("pk")
            return self.filter(Q(mission__in=own_team) | (Q(mission__in=seen) & self.told()))
        return self.filter(mission__in=seen)


def told_of_mission() -> Q:
    """What the member has been sent: what stood there when a version of the report was sent last.

    Where no version is kept (reports from before the portal) it is all of a report once sent.
    """
    from missions.models.report import ReportVersion

    versions = ReportVersion.objects.filter(mission=OuterRef("mission"))
    return Q(mission__sent_at__isnull=False) & (
        Q(Exists(versions.filter(made_at__gte=OuterRef("created_at")))) | ~Q(Exists(versions))
    )


class FindingQuerySet(OfMissionQuerySet):
    """Findings: what the team adds after a version was sent waits for the next one."""

    def told(self) -> Q:
        return told_of_mission()


class Rewritten(models.Model):
    """What the member was sent, and beside it what its writers have made of it since.

    The columns hold what was sent, so that nothing that reads them can tell more; `rewritten` waits
    for the next version of the report.
    """

    # What of a row waits when it is changed.
    waiting: tuple[str, ...] = ()
    rewritten = models.JSONField(null=True, editable=False)
    is_struck = False

    class Meta:
        abstract = True

    def as_written(self):
        """The record as its writers left it, in memory; returns itself."""
        words = dict(self.rewritten or {})
        self.is_struck = words.pop("struck", False)
        for name, value in words.items():
            setattr(self, name, value)
        return self

    def was_sent(self) -> bool:
        """Whether the member has been sent it; one query."""
        return type(self)._default_manager.filter(told_of_mission(), pk=self.pk).exists()


@pghistory.track(exclude=[*UNTRACKED, "search", "rewritten"])
class Finding(Rewritten, Record):
    """What is the case in one area, with its evidence. Not advice: that is a recommendation.

    `key` is the name it was given on a device in the field, so that sending it twice makes it once.
    """

    mission = models.ForeignKey(Mission, models.CASCADE, related_name="findings")
    number = models.PositiveSmallIntegerField(_("number"), editable=False)
    area = models.ForeignKey(
        DiagnosticArea, models.PROTECT, verbose_name=_("area"), related_name="findings"
    )
    text = models.TextField(_("finding"), max_length=TEXT_LIMIT)
    evidence = models.TextField(_("evidence"), max_length=TEXT_LIMIT, blank=True)
    key = models.UUIDField(null=True, unique=True, editable=False)
    search = models.GeneratedField(
        expression=SearchVector("text", "evidence", config="simple"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = FindingQuerySet.as_manager()
    waiting = ("area_id", "text", "evidence")

    class Meta:
        ordering = ["mission_id", "number"]
        constraints = [
            models.UniqueConstraint(fields=["mission", "number"], name="finding_number_once")
        ]
        indexes = [GinIndex(fields=["search"], name="finding_search")]

    def __str__(self):
        return f"F{self.number}"

    def get_absolute_url(self):
        return (
            f"{reverse('missions:mission-detail', args=[self.mission_id])}?tab=findings#f{self.pk}"
        )

    def allows(self, user, perm):
        return self.mission.allows(user, perm)
