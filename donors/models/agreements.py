"""Agreements with donors, and every change to them that was signed."""

from decimal import Decimal

import pghistory
from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from donors.models.choices import TEXT_LIMIT, RegionCode, Sector, amount_field, currency_field
from donors.models.donors import Donor
from donors.models.engagements import FundingRequest, OfOfficeQuerySet, of_office
from donors.workflow import AGREEMENT, IN_THE_BOOKS, RUNNING, AgreementStatus
from rocb.models import Administration, Office, Record
from rocb.models.base import UNTRACKED


class AgreementQuerySet(OfOfficeQuerySet):
    """Agreements: a donor reads its own from the day they are signed."""

    def known_to_donors(self):
        return self.in_the_books()

    def in_the_books(self):
        return self.filter(status__in=IN_THE_BOOKS)

    def running(self):
        return self.filter(status__in=RUNNING)


@pghistory.track(exclude=[*UNTRACKED, "search"])
class Agreement(Record):
    """What a donor has agreed to give, for how long. Once signed it changes only by an amendment.

    Never more is allocated than it holds: actions lock its row, and a trigger says no to the rest.
    """

    office = models.ForeignKey(Office, models.PROTECT, related_name="agreements", editable=False)
    donor = models.ForeignKey(
        Donor, models.PROTECT, verbose_name=_("donor"), related_name="agreements"
    )
    request = models.OneToOneField(
        FundingRequest,
        models.PROTECT,
        verbose_name=_("from the request"),
        null=True,
        editable=False,
        related_name="agreement",
    )
    reference = models.CharField(_("reference"), max_length=60, unique=True)
    title = models.CharField(_("title"), max_length=240)
    purpose = models.TextField(_("what it is for"), max_length=TEXT_LIMIT, blank=True)
    amount = amount_field(_("amount"))
    currency = currency_field()
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"))
    signed_on = models.DateField(_("signed"), null=True, editable=False)
    sector = models.CharField(
        _("sector"), max_length=5, choices=Sector, default=Sector.TRADE_FACILITATION
    )
    officer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("officer in charge"),
        null=True,
        blank=True,
        related_name="agreements_in_charge",
    )
    status = models.CharField(
        _("status"),
        max_length=12,
        choices=AgreementStatus,
        default=AgreementStatus.DRAFT,
        editable=False,
    )
    is_invented = models.BooleanField(_("demonstration data"), default=False, editable=False)
    search = models.GeneratedField(
        expression=SearchVector("reference", "title", "purpose", config="simple"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = AgreementQuerySet.as_manager()
    told_by_steps = ("signed_on",)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="agreement_above_nothing"),
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="agreement_dates_in_order",
                violation_error_message=_("The last day is before the first."),
            ),
        ]
        indexes = [
            models.Index(fields=["donor", "status"], name="agreement_of_donor"),
            models.Index(fields=["office", "-starts_on"], name="agreement_of_office"),
            GinIndex(fields=["search"], name="agreement_search"),
        ]
        triggers = [AGREEMENT.trigger()]
        permissions = [
            ("run_agreement", "Take agreements through their life and amend them"),
            ("allocate_money", "Allocate money of an agreement"),
            ("record_money", "Record instalments and expenditure"),
            ("view_money", "See the sums of the office and the rates of currencies"),
            ("export_iati", "Export agreements for IATI"),
        ]

    def __str__(self):
        return f"{self.reference} {self.title}"

    def get_absolute_url(self):
        return reverse("donors:agreement-detail", args=[self.pk])

    def allows(self, user, perm):
        return of_office(self, user, perm, self.office_id)

    @property
    def is_running(self) -> bool:
        return self.status in RUNNING


class OfAgreementQuerySet(OfOfficeQuerySet):
    """Rows of an agreement are seen with it."""

    office_path = "agreement__office"
    donor_path = "agreement__donor"

    def known_to_donors(self):
        return self.filter(agreement__status__in=IN_THE_BOOKS)


class OfAgreement(Record):
    """What every row of an agreement shares."""

    objects = OfAgreementQuerySet.as_manager()

    class Meta:
        abstract = True

    def get_absolute_url(self):
        return reverse("donors:agreement-detail", args=[self.agreement_id])

    def allows(self, user, perm):
        return self.agreement.allows(user, perm)


class Amendment(OfAgreement):
    """One signed change to an agreement: what it said before, what it says since. Never edited."""

    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="amendments")
    number = models.PositiveSmallIntegerField(_("number"))
    signed_on = models.DateField(_("signed"))
    amount_before = models.DecimalField(max_digits=14, decimal_places=2)
    amount = models.DecimalField(_("amount"), max_digits=14, decimal_places=2)
    ends_on_before = models.DateField()
    ends_on = models.DateField(_("last day"))
    donor_before = models.ForeignKey(Donor, models.PROTECT, null=True, related_name="+")
    reason = models.CharField(_("reason"), max_length=500)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["agreement", "number"], name="amendment_number_once")
        ]

    def __str__(self):
        return f"{self.number}"


class Share(models.Model):
    """Which part of an agreement is for one member, or for one part of the world, in per cent.

    The shares of an agreement make 100 together; without any it is for the whole region.
    """

    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="shares")
    administration = models.ForeignKey(
        Administration, models.PROTECT, verbose_name=_("member"), null=True, related_name="+"
    )
    region = models.CharField(_("part of the world"), max_length=5, choices=RegionCode, blank=True)
    percent = models.DecimalField(
        _("per cent"),
        max_digits=5,
        decimal_places=2,
        validators=[MinValueValidator(Decimal("0.01")), MaxValueValidator(Decimal(100))],
    )

    class Meta:
        ordering = ["-percent", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=(Q(administration=None) & ~Q(region=""))
                | (Q(administration__isnull=False) & Q(region="")),
                name="share_of_one_place",
            ),
            models.UniqueConstraint(
                fields=["agreement", "administration", "region"],
                name="one_share_of_a_place",
                nulls_distinct=False,
            ),
        ]

    def __str__(self):
        return f"{self.percent} %"
