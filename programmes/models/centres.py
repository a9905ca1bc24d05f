"""The region's own training centres: the compendium."""

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from rocb.languages import Language
from rocb.models import Administration, Organisation, Person, Record, Region, Theme
from rocb.models.base import UNTRACKED


class TrainingCentreQuerySet(models.QuerySet):
    """The compendium is no secret: everybody signed in reads all of it."""

    def visible_to(self, user):
        return self if user.has_perm("programmes.view_trainingcentre") else self.none()

    def at_work(self, day):
        """Accredited as a regional centre on `day`."""
        return self.filter(
            models.Q(since_on=None) | models.Q(since_on__lte=day),
            models.Q(until_on=None) | models.Q(until_on__gt=day),
        )


@pghistory.track(exclude=UNTRACKED)
class TrainingCentre(Organisation):
    """A regional training centre (RTC), run by one administration for the whole region.

    Half-open: a centre from `since_on` up to, not including, `until_on`.
    """

    region = models.ForeignKey(Region, models.PROTECT, related_name="training_centres")
    run_by = models.ForeignKey(
        Administration,
        models.PROTECT,
        verbose_name=_("run by"),
        related_name="training_centres",
    )
    city = models.CharField(_("city"), max_length=120, blank=True)
    since_on = models.DateField(_("regional centre since"), null=True, blank=True)
    until_on = models.DateField(_("until"), null=True, blank=True)
    profile = models.TextField(_("profile"), max_length=4000, blank=True)
    facilities = models.TextField(_("facilities"), max_length=4000, blank=True)
    seats = models.PositiveSmallIntegerField(_("seats in the largest room"), null=True, blank=True)
    beds = models.PositiveSmallIntegerField(_("beds"), null=True, blank=True)
    languages = ArrayField(
        models.CharField(max_length=8, choices=Language),
        verbose_name=_("languages"),
        default=list,
        blank=True,
    )
    themes = models.ManyToManyField(
        Theme, verbose_name=_("themes"), blank=True, related_name="training_centres"
    )
    contacts = models.ManyToManyField(
        Person, verbose_name=_("contacts"), blank=True, related_name="contact_of_centres"
    )
    source = models.CharField(_("source"), max_length=300, blank=True)
    is_verified = models.BooleanField(_("verified"), default=False)

    objects = TrainingCentreQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["run_by", "city"], name="one_centre_of_a_member_in_a_city"
            )
        ]

    def get_absolute_url(self):
        return reverse("programmes:centre-detail", args=[self.pk])

    def allows(self, user, perm):
        if not user.has_perm(perm):
            return False
        return user.is_superuser or (user.is_office and user.region_id == self.region_id)

    def shows_trail(self, user) -> bool:
        return self.allows(user, "programmes.change_trainingcentre")


class CourseQuerySet(models.QuerySet):
    """Courses are part of the compendium."""

    def visible_to(self, user):
        return self.filter(centre__in=TrainingCentre.objects.visible_to(user).values("pk"))


@pghistory.track(exclude=UNTRACKED)
class Course(Record):
    """One course in a centre's programme."""

    centre = models.ForeignKey(TrainingCentre, models.CASCADE, related_name="courses")
    title = models.CharField(_("title"), max_length=240)
    themes = models.ManyToManyField(
        Theme, verbose_name=_("themes"), blank=True, related_name="courses"
    )
    languages = ArrayField(
        models.CharField(max_length=8, choices=Language),
        verbose_name=_("languages"),
        default=list,
        blank=True,
    )
    days = models.PositiveSmallIntegerField(_("days"), null=True, blank=True)
    audience = models.CharField(_("for whom"), max_length=240, blank=True)
    description = models.TextField(_("description"), max_length=2000, blank=True)

    objects = CourseQuerySet.as_manager()

    class Meta:
        ordering = ["title"]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("programmes:centre-detail", args=[self.centre_id])

    def allows(self, user, perm):
        return self.centre.allows(user, perm)
