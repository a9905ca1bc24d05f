"""Regions, offices and organisations; people are next door."""

from zoneinfo import available_timezones

import pghistory
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from rocb.models.alphabet import kept_key
from rocb.models.base import Record
from rocb.models.bilingual import Bilingual, in_french
from rocb.models.reference import Ending, Reference, history
from rocb.roles import Role

DEFAULT_RUNGS = (-30, -14, -3, 0, 7, 21)


def default_rungs() -> list[int]:
    """Days from the due date at which the office reminds, unless it sets its own."""
    return list(DEFAULT_RUNGS)


def check_time_zone(name: str) -> None:
    """Refuse a time zone that the tz database does not know."""
    if name not in available_timezones():
        raise ValidationError(
            _("“%(name)s” is not a time zone. Write it like Asia/Bangkok."), params={"name": name}
        )


@history
class Region(Reference):
    """One of the six WCO regions. Its code never changes."""

    code = models.CharField(_("code"), max_length=8, unique=True)
    name_en = models.CharField(_("name"), max_length=120, db_column="name")
    name_fr = in_french(_("name in French"), max_length=120)
    name = Bilingual(_("name"))
    long_name_en = models.CharField(
        _("official name"), max_length=240, blank=True, db_column="long_name"
    )
    long_name_fr = in_french(_("official name in French"), max_length=240)
    long_name = Bilingual(_("official name"))

    class Meta:
        ordering = ["code"]
        permissions = [("view_desk", "See the desk"), ("search", "Search")]

    def __str__(self):
        return self.name


@history
class Grouping(Ending):
    """An overlapping sub-group of administrations such as ASEAN, GMS or the Pacific islands."""

    code = models.CharField(_("code"), max_length=24, unique=True)
    name = models.CharField(_("name"), max_length=160)
    source = models.CharField(_("source"), max_length=300, blank=True)

    class Meta:
        ordering = ["code"]

    def __str__(self):
        return self.code


class Organisation(Record):
    """Any party the office deals with. Its kinds are tables of their own that inherit from it."""

    name_en = models.CharField(_("name"), max_length=240, db_column="name")
    name_fr = in_french(_("name in French"), max_length=240)
    name = Bilingual(_("name"))
    name_en_az, name_fr_az = kept_key("name_en"), kept_key("name_en", "name_fr")
    acronym = models.CharField(_("acronym"), max_length=40, blank=True)
    iso2 = models.CharField(_("country code"), max_length=2, blank=True, db_index=True)
    website = models.URLField(_("website"), blank=True)
    time_zone = models.CharField(
        _("time zone"), max_length=64, default="UTC", validators=[check_time_zone]
    )

    def __str__(self):
        return self.name


class Office(Organisation):
    """A Regional Office for Capacity Building. Its fiscal year runs from July to June.

    The reminder ladder is the office's own: days from the due date, negative before it.
    """

    region = models.OneToOneField(Region, models.PROTECT, related_name="office")
    city = models.CharField(_("city"), max_length=120, blank=True)
    host = models.CharField(_("host"), max_length=240, blank=True)
    opened_on = models.DateField(_("opened"), null=True, blank=True)
    reminder_rungs = ArrayField(
        models.SmallIntegerField(),
        verbose_name=_("reminder ladder"),
        default=default_rungs,
        help_text=_("Days from the due date, separated by commas; negative is before it."),
    )
    officer_rung = models.SmallIntegerField(
        _("the officer is told from day"), default=7, help_text=_("Days after the due date.")
    )
    head_rung = models.SmallIntegerField(
        _("the heads are told from day"),
        default=21,
        help_text=_("The head of customs and the head of this office, days after the due date."),
    )
    maximum_extension_days = models.PositiveSmallIntegerField(
        _("longest extension without a second look"), default=365, help_text=_("In days.")
    )

    class Meta:
        permissions = [
            ("view_region", "See every record of the own region"),
            ("view_audit", "See the audit trail"),
        ]

    def get_absolute_url(self):
        return reverse("office")

    def clean(self):
        if not self.reminder_rungs:
            raise ValidationError(
                {"reminder_rungs": _("Keep at least one rung, or nobody is ever reminded.")}
            )
        self.reminder_rungs = sorted(set(self.reminder_rungs))
        outside = [day for day in self.reminder_rungs if not -365 <= day <= 365]
        if outside:
            raise ValidationError(
                {"reminder_rungs": _("A rung is at most a year away: %s.") % outside[0]}
            )


class AdministrationQuerySet(models.QuerySet):
    """Which administrations somebody may see as a record of their own (their member page)."""

    def visible_to(self, user):
        if user.is_superuser or user.role == Role.SECRETARIAT:
            return self
        if user.is_office:
            return self.filter(region=user.region_id)
        if user.is_member:
            return self.filter(pk=user.organisation_id)
        return self.none()

    def listed(self):
        """The directory: names and membership, no secret to anybody signed in."""
        return self.filter(is_listed=True)


class OfAdministrationQuerySet(models.QuerySet):
    """Records that belong to one administration; `path` leads to it.

    Own office and Secretariat read all, members their own, everybody else nothing: kinds of record
    that donors or experts may read too widen this in their own `visible_to`.
    """

    path = "administration"

    def visible_to(self, user):
        if user.is_superuser or user.role == Role.SECRETARIAT:
            return self
        return self.filter(self.of_own(user))

    def of_own(self, user) -> models.Q:
        """What belongs to the region of an officer, or to the reader's own administration."""
        if user.is_office:
            return models.Q(**{f"{self.path}__region": user.region_id})
        if user.is_member and user.organisation_id:
            return models.Q(**{self.path: user.organisation_id})
        return models.Q(pk__in=[])


@pghistory.track(
    fields=[
        "country_name_en",
        "country_name_fr",
        "wco_group",
        "is_listed",
        "is_member",
        "officer",
        "is_name_verified",
    ],
    model_name="AdministrationEvent",
)
class Administration(Organisation):
    """A customs administration of a region, WCO member or guest. ISO code names it in addresses."""

    region = models.ForeignKey(Region, models.PROTECT, related_name="administrations")
    country_name_en = models.CharField(_("member"), max_length=120, db_column="country_name")
    country_name_fr = in_french(_("member in French"), max_length=120)
    country_name = Bilingual(_("member"))
    country_name_en_az = kept_key("country_name_en")
    country_name_fr_az = kept_key("country_name_en", "country_name_fr")
    iso3 = models.CharField(_("ISO 3166 code, three letters"), max_length=3, blank=True)
    wco_group = models.CharField(_("WCO group"), max_length=40, blank=True)
    groupings = models.ManyToManyField(
        Grouping, verbose_name=_("groupings"), blank=True, related_name="administrations"
    )
    is_listed = models.BooleanField(_("in the directory"), default=True)
    is_member = models.BooleanField(
        _("WCO member"), default=True, help_text=_("As of today; the dated facts say since when.")
    )
    officer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("officer in charge"),
        null=True,
        blank=True,
        related_name="administrations_in_charge",
    )
    is_name_verified = models.BooleanField(_("name verified"), default=False)

    # Whoever looks for a member may write it in either language.
    EVERY_NAME = ("country_name_en", "country_name_fr", "name_en", "name_fr")

    objects = AdministrationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["country_name_en"], name="administration_country_once")
        ]
        indexes = [
            models.Index(fields=["country_name_en_az"], name="administration_az"),
            models.Index(fields=["country_name_fr_az"], name="administration_az_fr"),
        ]
        permissions = [("view_sent", "See what was sent to a member")]

    def __str__(self):
        return self.country_name

    def get_absolute_url(self):
        return reverse("member", args=[self.iso2.lower()])

    def allows(self, user, perm):
        return user.has_perm(perm) and user.may_work_for(self)


class AdministrationFact(models.Model):
    """Something dated that is true of an administration: WCO or WTO membership, LDC status.

    Half-open: true from `from_on` (or ever) up to, not including, `until_on` (or still).
    """

    class Kind(models.TextChoices):
        WCO_MEMBER = "wco_member", _("WCO member")
        WTO_MEMBER = "wto_member", _("WTO member")
        LDC = "ldc", _("Least developed country")
        SIDS = "sids", _("Small island developing state")
        LLDC = "lldc", _("Landlocked developing country")

    administration = models.ForeignKey(Administration, models.CASCADE, related_name="facts")
    kind = models.CharField(_("fact"), max_length=16, choices=Kind)
    from_on = models.DateField(_("from"), null=True, blank=True)
    until_on = models.DateField(_("until"), null=True, blank=True)
    source = models.CharField(_("source"), max_length=300, blank=True)
    is_verified = models.BooleanField(_("verified"), default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["administration", "kind", "from_on"],
                name="administration_fact_once",
                nulls_distinct=False,
            )
        ]

    def __str__(self):
        return self.get_kind_display()
