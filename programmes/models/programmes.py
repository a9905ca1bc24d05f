"""The programmes under which technical assistance is given."""

import pghistory
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from rocb.models import Organisation, Record
from rocb.models.base import UNTRACKED
from rocb.models.bilingual import Bilingual, in_french


class ProgrammeQuerySet(models.QuerySet):
    """Programmes are no secret: everybody signed in sees all of them."""

    def visible_to(self, user):
        return self if user.has_perm("programmes.view_programme") else self.none()


@pghistory.track(exclude=UNTRACKED)
class Programme(Record):
    """A standing line of work with its sponsor and period, such as Columbus or CCF Japan."""

    name_en = models.CharField(_("name"), max_length=160, unique=True, db_column="name")
    name_fr = in_french(_("name in French"), max_length=160)
    name = Bilingual(_("name"))
    acronym = models.CharField(_("short name"), max_length=40, blank=True)
    sponsor = models.ForeignKey(
        Organisation,
        models.SET_NULL,
        verbose_name=_("sponsor"),
        null=True,
        blank=True,
        related_name="programmes",
    )
    starts_on = models.DateField(_("starts"), null=True, blank=True)
    ends_on = models.DateField(_("ends"), null=True, blank=True)
    description = models.TextField(_("description"), max_length=4000, blank=True)

    objects = ProgrammeQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(starts_on=None) | Q(ends_on__gte=F("starts_on")),
                name="programme_ends_after_it_starts",
                violation_error_message=_("The programme ends before it starts."),
            )
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("programmes:programme-detail", args=[self.pk])

    def allows(self, user, perm):
        return user.has_perm(perm) and (user.is_superuser or user.is_office)

    def shows_trail(self, user) -> bool:
        """The office's notes on a programme are its own."""
        return user.is_superuser or user.is_office
