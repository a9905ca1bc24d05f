"""The annual work plan: what the office does in a fiscal year, and who carries it."""

import pghistory
from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from missions.models import Mission
from programmes.models import Event
from reports.models.plans import Objective, Pillar
from reports.workflow import OPEN_WORK, WORK, WorkStatus
from rocb import fiscal
from rocb.models import Office, Record
from rocb.models.base import UNTRACKED
from rocb.roles import Role


class WorkItemQuerySet(models.QuerySet):
    """What an office has in hand: its own business, and the Secretariat's to read."""

    def visible_to(self, user):
        if user.is_superuser or user.role == Role.SECRETARIAT:
            return self
        return self.filter(office=user.organisation_id) if user.is_office else self.none()

    def open(self):
        """Neither done nor dropped."""
        return self.filter(status__in=OPEN_WORK)


@pghistory.track(exclude=[*UNTRACKED, "search"])
class WorkItem(Record):
    """One item of an office's annual work plan. `effort` is spread evenly over its days."""

    office = models.ForeignKey(
        Office, models.PROTECT, verbose_name=_("office"), related_name="work_items", editable=False
    )
    year = models.PositiveSmallIntegerField(
        _("fiscal year"), validators=[MinValueValidator(2000), MaxValueValidator(2100)]
    )
    pillar = models.ForeignKey(
        Pillar, models.PROTECT, verbose_name=_("pillar"), null=True, blank=True, related_name="work"
    )
    objective = models.ForeignKey(
        Objective,
        models.SET_NULL,
        verbose_name=_("objective"),
        null=True,
        blank=True,
        related_name="work",
    )
    title = models.CharField(_("what"), max_length=300)
    description = models.TextField(_("description"), max_length=4000, blank=True)
    outcome = models.CharField(_("intended outcome"), max_length=500, blank=True)
    carried_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name=_("carried by"),
        null=True,
        blank=True,
        related_name="work_items",
    )
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"))
    effort = models.DecimalField(
        _("working days it takes"),
        max_digits=5,
        decimal_places=1,
        default=5,
        validators=[MinValueValidator(0), MaxValueValidator(400)],
    )
    percent = models.PositiveSmallIntegerField(
        _("per cent done"), default=0, validators=[MaxValueValidator(100)]
    )
    progress = models.TextField(_("progress so far"), max_length=2000, blank=True)
    event = models.ForeignKey(
        Event,
        models.SET_NULL,
        verbose_name=_("event"),
        null=True,
        blank=True,
        related_name="work_items",
    )
    mission = models.ForeignKey(
        Mission,
        models.SET_NULL,
        verbose_name=_("mission"),
        null=True,
        blank=True,
        related_name="work_items",
    )
    status = models.CharField(
        _("status"),
        max_length=12,
        choices=WorkStatus,
        default=WorkStatus.PLANNED,
        editable=False,
    )
    is_invented = models.BooleanField(_("demonstration data"), default=False, editable=False)
    search = models.GeneratedField(
        expression=SearchVector("title", "description", "outcome", config="simple"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = WorkItemQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="work_ends_after_it_starts",
                violation_error_message=_("It ends before it starts."),
            ),
            models.CheckConstraint(condition=Q(percent__lte=100), name="work_percent_to_100"),
        ]
        indexes = [
            models.Index(fields=["office", "year", "status"], name="work_of_year"),
            models.Index(fields=["carried_by", "ends_on"], name="work_of_person"),
            GinIndex(fields=["search"], name="work_search"),
        ]
        triggers = [WORK.trigger()]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("reports:work-detail", args=[self.pk])

    def allows(self, user, perm):
        if not user.has_perm(perm):
            return False
        return user.is_superuser or (user.is_office and self.office_id == user.organisation_id)

    @property
    def is_open(self) -> bool:
        return self.status in OPEN_WORK

    @property
    def year_label(self) -> str:
        return fiscal.label(self.year)
