"""What a diagnostic mission advised a member to do, and what the member answered."""

import pghistory
from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from missions.models.choices import TEXT_LIMIT, Answer, Horizon, Priority
from missions.models.findings import Finding, Rewritten, told_of_mission
from missions.models.missions import Mission
from missions.workflow import PlaceStatus
from rocb.models import (
    Administration,
    DiagnosticArea,
    OfAdministrationQuerySet,
    Record,
    Standard,
)
from rocb.models.base import UNTRACKED
from rocb.roles import Role


def told() -> Q:
    """Advice without a mission, and what the member has been sent of a report."""
    return Q(mission=None) | told_of_mission()


class RecommendationQuerySet(OfAdministrationQuerySet):
    """Advice to members. What a team still writes is read by the office and the team alone."""

    def visible_to(self, user):
        rows = super().visible_to(user)
        if user.person_id is None or user.is_office or user.role == Role.SECRETARIAT:
            return rows
        on_team = Mission.objects.filter(
            team__person=user.person_id, team__status=PlaceStatus.ACCEPTED
        ).values("pk")
        return self.filter((Q(pk__in=rows.values("pk")) & told()) | Q(mission__in=on_team))

    def told(self):
        """What the member has been sent: all but the advice of a report still being written."""
        return self.filter(told())


@pghistory.track(exclude=[*UNTRACKED, "search", "rewritten"])
class Recommendation(Rewritten, Record):
    """One numbered piece of advice to one member. Its number is unique among the member's own.

    The member answers accepted, partly or noted, with a reason unless it is accepted.
    """

    administration = models.ForeignKey(
        Administration, models.PROTECT, verbose_name=_("member"), related_name="recommendations"
    )
    number = models.CharField(_("number"), max_length=20)
    text = models.TextField(_("recommendation"), max_length=TEXT_LIMIT)
    mission = models.ForeignKey(
        Mission,
        models.PROTECT,
        verbose_name=_("mission"),
        null=True,
        blank=True,
        related_name="recommendations",
    )
    findings = models.ManyToManyField(
        Finding, verbose_name=_("findings"), blank=True, related_name="recommendations"
    )
    area = models.ForeignKey(
        DiagnosticArea, models.PROTECT, verbose_name=_("area"), null=True, blank=True
    )
    standards = models.ManyToManyField(
        Standard, verbose_name=_("standards"), blank=True, related_name="recommendations"
    )
    priority = models.CharField(
        _("priority"), max_length=8, choices=Priority, default=Priority.MEDIUM
    )
    horizon = models.CharField(_("horizon"), max_length=8, choices=Horizon, default=Horizon.MEDIUM)
    source = models.CharField(
        _("where it comes from"), max_length=240, blank=True, help_text=_("Mission or report.")
    )
    made_on = models.DateField(_("made on"), null=True, blank=True)
    answer = models.CharField(_("the member's answer"), max_length=8, choices=Answer, blank=True)
    answer_reason = models.TextField(_("reason"), max_length=TEXT_LIMIT, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )
    answered_at = models.DateTimeField(_("answered"), null=True, editable=False)
    key = models.UUIDField(null=True, unique=True, editable=False)
    search = models.GeneratedField(
        expression=SearchVector("number", "text", "source", config="simple"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = RecommendationQuerySet.as_manager()
    waiting = ("area_id", "text", "priority", "horizon")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["administration", "number"], name="recommendation_number_once"
            )
        ]
        indexes = [
            GinIndex(fields=["search"], name="recommendation_search"),
            models.Index(
                fields=["administration"],
                condition=models.Q(answer=""),
                name="recommendation_unanswered",
            ),
        ]
        permissions = [("answer_recommendation", "Answer recommendations for the member")]

    def __str__(self):
        return self.number

    def past_told_since(self, user):
        """From when on a member reads how it changed: since it was sent, as it was sent last.

        None tells all: to the office, to the team, and where no mission stands behind it.
        """
        mission = self.mission
        if mission is None or not user.is_member or mission.has_on_team(user):
            return None
        return mission.sent_at

    def get_absolute_url(self):
        return reverse("missions:recommendation-detail", args=[self.pk])

    def allows(self, user, perm):
        if user.has_perm(perm) and user.may_work_for(self.administration):
            return True
        return self.mission is not None and self.mission.allows(user, perm)
