"""Pillar 2: the institutions that finance capacity building."""

import pghistory
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from rocb.models import Organisation
from rocb.roles import Role


class DonorQuerySet(models.QuerySet):
    """Donors: all of them for offices and the Secretariat, itself for a donor."""

    def visible_to(self, user):
        if user.is_superuser or user.is_office or user.role == Role.SECRETARIAT:
            return self
        if user.role == Role.DONOR:
            return self.filter(pk=user.organisation_id)
        return self.none()


@pghistory.track(
    fields=["kind", "iati_identifier", "crs_channel", "valid_until_on", "successor"],
    model_name="DonorEvent",
)
class Donor(Organisation):
    """An institution that gives money, goods or people. Renamed or closed ones keep their row."""

    class Kind(models.TextChoices):
        INTERNATIONAL = "international", _("International")
        REGIONAL = "regional", _("Regional")
        NATIONAL = "national", _("National")

    kind = models.CharField(_("kind"), max_length=16, choices=Kind)
    iati_identifier = models.CharField(_("IATI identifier"), max_length=60, blank=True)
    iati_organisation_type = models.CharField(_("IATI type"), max_length=4, blank=True)
    crs_channel = models.CharField(_("CRS channel code"), max_length=12, blank=True)
    is_identifier_verified = models.BooleanField(_("identifier verified"), default=False)
    valid_from_on = models.DateField(_("from"), null=True, blank=True)
    valid_until_on = models.DateField(_("until"), null=True, blank=True)
    successor = models.ForeignKey(
        "self", models.SET_NULL, verbose_name=_("successor"), null=True, blank=True
    )
    note = models.TextField(_("note"), max_length=4000, blank=True)

    objects = DonorQuerySet.as_manager()  # type: ignore[misc]

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_until_on=None)
                | Q(valid_from_on=None)
                | Q(valid_until_on__gte=F("valid_from_on")),
                name="donor_dates_in_order",
                violation_error_message=_("The last day is before the first."),
            )
        ]

    def get_absolute_url(self):
        return reverse("donors:donor-detail", args=[self.pk])

    def allows(self, user, perm):
        return user.has_perm(perm) and (user.is_superuser or user.is_office)

    def shows_trail(self, user) -> bool:
        """The office's notes and files on a donor are not the donor's to read."""
        return user.is_superuser or user.is_office
