"""The chain of plans: the WCO's, the region's and the office's, with pillars and objectives."""

import pghistory
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from reports.workflow import STRATEGY, StrategyStatus
from rocb.models import Office, Record
from rocb.models.base import UNTRACKED
from rocb.models.bilingual import Bilingual, in_french
from rocb.roles import Role


class StrategicPlanQuerySet(models.QuerySet):
    """Drafts are their office's own; what has been adopted is there to be read."""

    def visible_to(self, user):
        if user.is_superuser or user.role == Role.SECRETARIAT:
            return self
        if not user.has_perm("reports.view_strategicplan"):
            return self.none()
        adopted = ~Q(status=StrategyStatus.DRAFT)
        if user.is_office:
            return self.filter(
                adopted | Q(office=user.organisation_id) | Q(level=StrategicPlan.Level.WCO)
            )
        return self.filter(adopted)

    def holding(self, day):
        """Adopted, and for a time that holds the day."""
        return self.exclude(status=StrategyStatus.DRAFT).filter(
            starts_on__lte=day, ends_on__gte=day
        )


@pghistory.track(exclude=[*UNTRACKED, "search"])
class StrategicPlan(Record):
    """One plan of the chain for some years. The office's carries out the region's, that the WCO's.

    The WCO's belongs to no office. At most one plan of a level and office holds on any day.
    """

    class Level(models.TextChoices):
        WCO = "wco", _("WCO Strategic Plan")
        REGION = "region", _("Regional Strategic Plan")
        OFFICE = "office", _("Plan of the office")

    level = models.CharField(_("whose plan"), max_length=8, choices=Level, default=Level.OFFICE)
    office = models.ForeignKey(
        Office,
        models.PROTECT,
        verbose_name=_("office"),
        null=True,
        blank=True,
        related_name="strategic_plans",
        editable=False,
    )
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        verbose_name=_("carries out"),
        null=True,
        blank=True,
        related_name="carried_out_by",
    )
    title = models.CharField(_("title"), max_length=240)
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"))
    adopted_by = models.CharField(
        _("adopted by"),
        max_length=240,
        blank=True,
        help_text=_("The body, such as the Heads of Customs Administrations Meeting."),
    )
    adopted_on = models.DateField(_("adopted"), null=True, editable=False)
    summary = models.TextField(_("summary"), max_length=8000, blank=True)
    status = models.CharField(
        _("status"),
        max_length=12,
        choices=StrategyStatus,
        default=StrategyStatus.DRAFT,
        editable=False,
    )
    is_invented = models.BooleanField(_("demonstration data"), default=False, editable=False)
    search = models.GeneratedField(
        expression=SearchVector("title", "summary", config="simple"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = StrategicPlanQuerySet.as_manager()
    told_by_steps = ("adopted_on",)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="strategy_ends_after_it_starts",
                violation_error_message=_("The plan ends before it starts."),
            ),
            models.CheckConstraint(
                condition=Q(level="wco", office=None) | (~Q(level="wco") & Q(office__isnull=False)),
                name="strategy_of_an_office",
            ),
        ]
        indexes = [
            models.Index(fields=["level", "office", "starts_on"], name="strategy_of_time"),
            GinIndex(fields=["search"], name="strategy_search"),
        ]
        triggers = [STRATEGY.trigger()]
        permissions = [("adopt_strategicplan", "Record that a plan was adopted, and close it")]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("reports:plan-detail", args=[self.pk])

    def allows(self, user, perm):
        if not user.has_perm(perm):
            return False
        return user.is_superuser or (
            user.is_office and self.office_id in (None, user.organisation_id)
        )

    def shows_trail(self, user) -> bool:
        """How a plan came about is the business of those who made it."""
        return user.role == Role.SECRETARIAT or self.allows(user, "reports.view_workitem")


class PillarQuerySet(models.QuerySet):
    """The priority areas of an office's plan, as open as its plans."""

    def visible_to(self, user):
        return self if user.has_perm("reports.view_strategicplan") else self.none()

    def titled(self, day):
        """Adds `title`: what each was called on a day."""
        titles = PillarTitle.objects.filter(pillar=OuterRef("pk"), from_on__lte=day)
        return self.annotate(title=Subquery(titles.order_by("-from_on").values("title")[:1]))


class Pillar(models.Model):
    """One priority area of an office, by number. What it is called changes; what it is does not."""

    office = models.ForeignKey(Office, models.CASCADE, related_name="pillars")
    number = models.PositiveSmallIntegerField(_("number"))

    objects = PillarQuerySet.as_manager()

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["office", "number"], name="pillar_once")]

    def __str__(self):
        return str(self.number)

    def allows(self, user, perm):
        if not user.has_perm(perm):
            return False
        return user.is_superuser or (user.is_office and self.office_id == user.organisation_id)


@pghistory.track()
class PillarTitle(models.Model):
    """What a pillar is called from a day on, until the next title."""

    pillar = models.ForeignKey(Pillar, models.CASCADE, related_name="titles")
    title_en = models.CharField(_("title"), max_length=240, db_column="title")
    title_fr = in_french(_("title in French"), max_length=240)
    title = Bilingual(_("title"))
    from_on = models.DateField(_("from"))

    class Meta:
        ordering = ["pillar", "from_on"]
        constraints = [
            models.UniqueConstraint(
                fields=["pillar", "from_on"],
                name="one_title_from_a_day",
                violation_error_message=_("This pillar has a title from that day already."),
            )
        ]

    def __str__(self):
        return self.title


class OfPlanQuerySet(models.QuerySet):
    """What hangs on a plan is seen with it; `path` leads to the plan."""

    path = "plan"

    def visible_to(self, user):
        plans = StrategicPlan.objects.visible_to(user).values("pk")
        return self.filter(**{f"{self.path}__in": plans})


@pghistory.track(exclude=UNTRACKED)
class Objective(Record):
    """What a plan wants to reach. It serves an objective of the plan above."""

    plan = models.ForeignKey(StrategicPlan, models.CASCADE, related_name="objectives")
    pillar = models.ForeignKey(
        Pillar,
        models.PROTECT,
        verbose_name=_("pillar"),
        null=True,
        blank=True,
        related_name="objectives",
    )
    number = models.CharField(_("number"), max_length=12)
    title = models.CharField(_("objective"), max_length=300)
    description = models.TextField(_("description"), max_length=4000, blank=True)
    serves = models.ForeignKey(
        "self",
        models.SET_NULL,
        verbose_name=_("serves"),
        null=True,
        blank=True,
        related_name="served_by",
        help_text=_("The objective of the plan above."),
    )

    objects = OfPlanQuerySet.as_manager()

    class Meta:
        ordering = ["plan", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "number"],
                name="objective_number_once",
                violation_error_message=_("This plan has an objective of that number already."),
            )
        ]

    def __str__(self):
        return f"{self.number} {self.title}"

    def get_absolute_url(self):
        return f"{self.plan.get_absolute_url()}#o{self.pk}"

    def allows(self, user, perm):
        return self.plan.allows(user, perm)
