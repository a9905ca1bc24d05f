"""The institutions that finance capacity building, under every name they have had."""

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from donors.models.choices import Instrument
from rocb.models import Administration, Organisation, Person, Record, Theme
from rocb.models.base import UNTRACKED
from rocb.roles import Role


class DonorQuerySet(models.QuerySet):
    """Donors: all of them for offices and the Secretariat, itself for a donor."""

    def visible_to(self, user):
        if user.is_superuser or user.is_office or user.role == Role.SECRETARIAT:
            return self
        if user.role == Role.DONOR:
            return self.filter(pk=user.organisation_id)
        return self.none()

    def current(self, today):
        """Those that still give on the day `today`."""
        return self.filter(Q(valid_until_on=None) | Q(valid_until_on__gte=today))


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
        "self",
        models.SET_NULL,
        verbose_name=_("successor"),
        null=True,
        blank=True,
        related_name="predecessors",
    )
    note = models.TextField(_("note"), max_length=4000, blank=True)
    themes = models.ManyToManyField(
        Theme, verbose_name=_("themes it cares for"), blank=True, related_name="donors"
    )
    administrations = models.ManyToManyField(
        Administration, verbose_name=_("members it helps"), blank=True, related_name="donors"
    )
    instruments = ArrayField(
        models.CharField(max_length=12, choices=Instrument),
        verbose_name=_("how it helps"),
        default=list,
        blank=True,
    )

    objects = DonorQuerySet.as_manager()

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
        # Comments on a donor are the office's own: there is nobody to share them with.
        if perm == "rocb.comment_shared":
            return False
        return user.has_perm(perm) and (user.is_superuser or user.is_office)

    def shows_trail(self, user) -> bool:
        """The office's notes and files on a donor are not the donor's to read."""
        return user.is_superuser or user.is_office

    def is_current(self, today) -> bool:
        return self.valid_until_on is None or self.valid_until_on >= today


class DonorName(models.Model):
    """A name that a donor bore until a day. Its agreements of that time say so."""

    donor = models.ForeignKey(Donor, models.CASCADE, related_name="names")
    name = models.CharField(_("name"), max_length=240)
    acronym = models.CharField(_("acronym"), max_length=40, blank=True)
    until_on = models.DateField(_("until"))

    class Meta:
        ordering = ["-until_on"]
        constraints = [
            models.UniqueConstraint(fields=["donor", "until_on"], name="one_donor_name_a_day")
        ]

    def __str__(self):
        return self.name


class ContactQuerySet(models.QuerySet):
    """Whom the office speaks with at a donor: the offices' own knowledge."""

    def visible_to(self, user):
        return self if user.has_perm("donors.view_contact") else self.none()


@pghistory.track(exclude=UNTRACKED)
class Contact(Record):
    """Somebody whom the office speaks with at a donor. Who leaves gets a last day, and stays."""

    donor = models.ForeignKey(Donor, models.PROTECT, related_name="contacts")
    person = models.ForeignKey(
        Person, models.PROTECT, verbose_name=_("person"), related_name="donor_contacts"
    )
    duty = models.CharField(_("speaks for"), max_length=160, blank=True)
    is_main = models.BooleanField(_("first to be written to"), default=False)
    until_on = models.DateField(_("last day"), null=True, blank=True)

    objects = ContactQuerySet.as_manager()

    class Meta:
        ordering = ["-is_main", "pk"]
        constraints = [models.UniqueConstraint(fields=["donor", "person"], name="contact_once")]

    def __str__(self):
        return self.duty or f"{self.pk}"

    def get_absolute_url(self):
        return reverse("donors:donor-detail", args=[self.donor_id])

    def allows(self, user, perm):
        return user.has_perm(perm) and (user.is_superuser or user.is_office)
