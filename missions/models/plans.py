"""Action plans of members."""

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from missions.models.choices import TEXT_LIMIT
from missions.models.missions import Mission
from missions.workflow import PLAN, PlaceStatus, PlanStatus
from rocb.models import Administration, OfAdministrationQuerySet, Record
from rocb.models.base import UNTRACKED
from rocb.roles import Role


def plans_of_team(user) -> QuerySet:
    """Plans that answer a mission which somebody is on: made after it, or carrying out its advice."""
    on_team = Mission.objects.filter(
        team__person=user.person_id, team__status=PlaceStatus.ACCEPTED
    ).values("pk")
    answered = ActionPlan._base_manager.filter(actions__recommendations__mission__in=on_team)
    return ActionPlan._base_manager.filter(
        Q(mission__in=on_team) | Q(pk__in=answered.values("pk"))
    ).exclude(status=PlanStatus.DRAFT)


class ActionPlanQuerySet(OfAdministrationQuerySet):
    """Plans of members; experts also see those that answer a mission they are on."""

    def visible_to(self, user):
        rows = super().visible_to(user)
        if user.role != Role.EXPERT or user.person_id is None or user.is_superuser:
            return rows
        return self.filter(pk__in=plans_of_team(user).values("pk"))

    def in_force(self):
        return self.filter(status=PlanStatus.IN_FORCE)


@pghistory.track(exclude=UNTRACKED)
class ActionPlan(Record):
    """What one member undertakes to do. At most one plan of a member is in force at a time."""

    administration = models.ForeignKey(
        Administration, models.PROTECT, verbose_name=_("member"), related_name="plans"
    )
    mission = models.ForeignKey(
        Mission,
        models.PROTECT,
        verbose_name=_("made after the mission"),
        null=True,
        blank=True,
        related_name="plans",
    )
    title = models.CharField(_("title"), max_length=240)
    status = models.CharField(
        _("status"), max_length=12, choices=PlanStatus, default=PlanStatus.DRAFT, editable=False
    )
    starts_on = models.DateField(_("starts"), null=True, blank=True)
    ends_on = models.DateField(_("ends"), null=True, blank=True)
    summary = models.TextField(_("summary"), max_length=TEXT_LIMIT, blank=True)
    endorsed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )
    endorsed_on = models.DateField(_("endorsed"), null=True, editable=False)
    in_force_on = models.DateField(_("in force since"), null=True, editable=False)

    objects = ActionPlanQuerySet.as_manager()
    told_by_steps = ("endorsed_by", "endorsed_on", "in_force_on")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["administration"],
                condition=Q(status=PlanStatus.IN_FORCE),
                name="one_plan_in_force",
            ),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(starts_on=None) | Q(ends_on__gte=F("starts_on")),
                name="plan_ends_after_it_starts",
                violation_error_message=_("The plan ends before it starts."),
            ),
        ]
        triggers = [PLAN.trigger()]
        permissions = [
            ("submit_plan", "Submit a plan for endorsement"),
            ("endorse_plan", "Endorse or return a plan"),
            ("bring_plan_into_force", "Bring a plan into force"),
            ("close_plan", "Close a plan"),
            ("import_plan", "Import a plan from a workbook"),
            ("view_plan", "See action plans"),
            ("change_plan", "Change draft plans"),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("missions:plan-detail", args=[self.pk])

    def allows(self, user, perm):
        return user.has_perm(perm) and user.may_work_for(self.administration)

    @property
    def is_draft(self) -> bool:
        return self.status == PlanStatus.DRAFT
