"""By what a plan is measured: indicators, their targets year by year, and values with evidence."""

import pghistory
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import OuterRef, Subquery
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from reports.models.plans import Objective, OfPlanQuerySet
from rocb import fiscal
from rocb.figures import figures
from rocb.models import Record
from rocb.models.base import UNTRACKED


class IndicatorQuerySet(OfPlanQuerySet):
    """Indicators, seen with their plan."""

    path = "objective__plan"

    def with_values(self, year: int, day):
        """Adds the target of a fiscal year, and the values entered last by `day` and before the year."""
        targets = Target.objects.filter(indicator=OuterRef("pk"), year=year)
        entered = Reading.objects.filter(indicator=OuterRef("pk")).order_by("-on", "-pk")
        return self.annotate(
            aim=Subquery(targets.values("value")[:1]),
            entered=Subquery(entered.filter(on__lte=day).values("value")[:1]),
            entered_before=Subquery(
                entered.filter(on__lt=fiscal.first_day(year)).values("value")[:1]
            ),
        )


@pghistory.track(exclude=UNTRACKED)
class Indicator(Record):
    """A number that shows whether an objective is reached: a figure, or entered with evidence."""

    objective = models.ForeignKey(Objective, models.CASCADE, related_name="indicators")
    title = models.CharField(_("indicator"), max_length=300)
    unit = models.CharField(_("unit"), max_length=40, blank=True)
    figure_key = models.CharField(
        _("computed from the figure"),
        max_length=80,
        blank=True,
        help_text=_("Empty: its values are entered by hand, with evidence."),
    )
    is_lower_better = models.BooleanField(_("lower is better"), default=False)
    baseline = models.DecimalField(
        _("baseline"), max_digits=12, decimal_places=2, null=True, blank=True
    )
    note = models.TextField(_("how it is measured"), max_length=2000, blank=True)

    objects = IndicatorQuerySet.as_manager()

    class Meta:
        ordering = ["objective", "pk"]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("reports:indicator-detail", args=[self.pk])

    def allows(self, user, perm):
        return self.objective.plan.allows(user, perm)

    def shows_trail(self, user) -> bool:
        return self.objective.plan.shows_trail(user)

    @property
    def figure(self):
        """The figure that it is computed from; none where values are entered."""
        key = self.figure_key
        return next((one for one in figures if one.key == key), None) if key else None

    def clean(self):
        if self.figure_key and self.figure_key not in figures:
            raise ValidationError({"figure_key": _("There is no such figure.")})


@pghistory.track(exclude=UNTRACKED)
class Target(Record):
    """What an indicator should have reached at the end of a fiscal year (30 June)."""

    indicator = models.ForeignKey(Indicator, models.CASCADE, related_name="targets")
    year = models.PositiveSmallIntegerField(
        _("fiscal year"),
        validators=[MinValueValidator(2000), MaxValueValidator(2100)],
        help_text=_("The calendar year in which it begins."),
    )
    value = models.DecimalField(_("target"), max_digits=12, decimal_places=2)

    class Meta:
        ordering = ["year"]
        constraints = [
            models.UniqueConstraint(fields=["indicator", "year"], name="one_target_a_year")
        ]

    def __str__(self):
        return f"{fiscal.label(self.year)}: {self.value}"


class ReadingQuerySet(OfPlanQuerySet):
    """Values entered, seen with their plan."""

    path = "indicator__objective__plan"


@pghistory.track(exclude=UNTRACKED)
class Reading(Record):
    """A value of an indicator on a day, with what shows it. One value a day."""

    indicator = models.ForeignKey(Indicator, models.CASCADE, related_name="readings")
    on = models.DateField(_("on"))
    value = models.DecimalField(_("value"), max_digits=12, decimal_places=2)
    evidence = models.TextField(
        _("evidence"), max_length=2000, help_text=_("Where the number comes from.")
    )

    objects = ReadingQuerySet.as_manager()

    class Meta:
        ordering = ["-on"]
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "on"],
                name="one_reading_a_day",
                violation_error_message=_("There is a value for this day already."),
            )
        ]

    def __str__(self):
        return str(self.value)

    def get_absolute_url(self):
        return self.indicator.get_absolute_url()

    def allows(self, user, perm):
        return self.indicator.allows(user, perm)
