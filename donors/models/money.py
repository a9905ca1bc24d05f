"""Money on its way: instalments, allocations, expenditure, and what a currency is worth."""

from decimal import Decimal

import pghistory
import pgtrigger
from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from donors.models.activities import Activity
from donors.models.agreements import Agreement, OfAgreement, OfAgreementQuerySet
from donors.models.choices import amount_field, currency_field
from rocb.models import Record
from rocb.models.base import UNTRACKED


class InstalmentQuerySet(OfAgreementQuerySet):
    """Instalments, seen with their agreement."""

    def outstanding(self):
        return self.filter(received_on=None)


@pghistory.track(exclude=UNTRACKED)
class Instalment(OfAgreement):
    """A part of an agreement that the donor pays on a day, and what came in."""

    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="instalments")
    number = models.PositiveSmallIntegerField(_("number"), editable=False)
    due_on = models.DateField(_("planned for"))
    amount = amount_field(_("planned amount"))
    received_on = models.DateField(_("received"), null=True, editable=False)
    received_amount = models.DecimalField(
        _("received amount"), max_digits=14, decimal_places=2, null=True, editable=False
    )
    condition = models.CharField(_("on what condition"), max_length=240, blank=True)

    objects = InstalmentQuerySet.as_manager()

    class Meta:
        permissions = [("pay_instalment", "Be reminded of the own payments")]
        ordering = ["due_on", "number"]
        constraints = [
            models.UniqueConstraint(fields=["agreement", "number"], name="instalment_number_once"),
            models.CheckConstraint(condition=Q(amount__gt=0), name="instalment_above_nothing"),
            models.CheckConstraint(
                condition=Q(received_on=None, received_amount=None)
                | Q(received_on__isnull=False, received_amount__gt=0),
                name="instalment_received_in_full_words",
            ),
        ]

    def __str__(self):
        return f"{self.number}"


class AllocationQuerySet(OfAgreementQuerySet):
    """Allocations, seen with their agreement."""

    def standing(self):
        return self.filter(released_on=None)


# Whoever writes past the actions meets this: the row of the agreement is locked, then counted.
WITHIN = """
    IF NEW.kind = 'money' AND NEW.released_on IS NULL THEN
        SELECT amount INTO held FROM donors_agreement WHERE id = NEW.agreement_id FOR UPDATE;
        SELECT coalesce(sum(amount), 0) INTO taken FROM donors_allocation
            WHERE agreement_id = NEW.agreement_id AND kind = 'money' AND released_on IS NULL
            AND id <> NEW.id;
        IF taken + NEW.amount > held THEN
            RAISE EXCEPTION 'allocated above what the agreement holds' USING ERRCODE = '23514';
        END IF;
    END IF;
    RETURN NEW;
"""


@pghistory.track(exclude=UNTRACKED)
class Allocation(OfAgreement):
    """A part of an agreement given to one activity: money in its currency, or something in kind.

    What is no longer wanted is released, with a reason; the row stays.
    """

    class Kind(models.TextChoices):
        MONEY = "money", _("Money")
        IN_KIND = "in_kind", _("In kind")

    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="allocations")
    activity = models.ForeignKey(Activity, models.PROTECT, related_name="allocations")
    kind = models.CharField(_("kind"), max_length=8, choices=Kind, default=Kind.MONEY)
    amount = amount_field(
        _("amount"), null=True, blank=True, help_text=_("In the currency of the agreement.")
    )
    what = models.CharField(_("for what"), max_length=240, blank=True)
    on = models.DateField(_("allocated"))
    released_on = models.DateField(_("released"), null=True, editable=False)
    released_reason = models.CharField(_("reason"), max_length=500, blank=True, editable=False)

    objects = AllocationQuerySet.as_manager()

    class Meta:
        ordering = ["on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="money", amount__gt=0) | (Q(kind="in_kind") & ~Q(what="")),
                name="allocation_is_money_or_said_what",
                violation_error_message=_("Say how much money, or what is given in kind."),
            )
        ]
        indexes = [models.Index(fields=["agreement", "activity"], name="allocation_of_agreement")]
        triggers = [
            pgtrigger.Trigger(
                name="within_agreement",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                func=WITHIN,
                declare=[("held", "numeric"), ("taken", "numeric")],
            )
        ]

    def __str__(self):
        return f"{self.amount or self.what}"


@pghistory.track(exclude=UNTRACKED)
class Expenditure(OfAgreement):
    """What was paid out of one allocation. `amount` is in the agreement's currency.

    Paid in another currency, it says which, how much, and at the rate of what day it was converted.
    """

    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="expenditures")
    allocation = models.ForeignKey(
        Allocation, models.PROTECT, verbose_name=_("allocation"), related_name="expenditures"
    )
    on = models.DateField(_("paid"))
    what = models.CharField(_("for what"), max_length=240)
    amount = amount_field(_("amount"))
    paid_amount = amount_field(_("amount paid"), null=True, blank=True)
    paid_currency = currency_field(_("currency paid"), default="", blank=True)
    rate_on = models.DateField(_("rate of"), null=True, editable=False)

    class Meta:
        ordering = ["on", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="expenditure_above_nothing")
        ]

    def __str__(self):
        return self.what


class RateQuerySet(models.QuerySet):
    """Rates are no secret of anybody, but only those who see money need them."""

    def visible_to(self, user):
        return self if user.has_perm("donors.view_money") else self.none()


@pghistory.track(exclude=UNTRACKED)
class Rate(Record):
    """What one unit of a currency was worth in US dollars on a day, and who says so."""

    currency = currency_field(default="")
    on = models.DateField(_("day"))
    usd = models.DecimalField(
        _("US dollars for one unit"),
        max_digits=18,
        decimal_places=8,
        validators=[MinValueValidator(Decimal("0.00000001"))],
        help_text=_("For example 0.0067 for one yen."),
    )
    source = models.CharField(_("source"), max_length=160, blank=True)

    objects = RateQuerySet.as_manager()

    class Meta:
        ordering = ["-on", "currency"]
        constraints = [
            models.UniqueConstraint(
                fields=["currency", "on"],
                name="one_rate_a_day",
                violation_error_message=_("There is a rate of this currency for that day already."),
            ),
            models.CheckConstraint(condition=Q(usd__gt=0), name="rate_above_nothing"),
            models.CheckConstraint(
                condition=~Q(currency="USD"),
                name="no_rate_of_the_dollar",
                violation_error_message=_("A US dollar is always worth one US dollar."),
            ),
        ]

    def __str__(self):
        return f"{self.currency} {self.on}"

    def get_absolute_url(self):
        return reverse("donors:rate-list")

    def allows(self, user, perm):
        return user.has_perm(perm) and (user.is_superuser or user.is_office)


class RateImportQuerySet(models.QuerySet):
    """Files with rates, seen by whoever may change rates."""

    def visible_to(self, user):
        return self if user.has_perm("donors.change_rate") else self.none()


class RateImport(models.Model):
    """A file with rates that was read, waiting for its preview to be taken over."""

    name = models.CharField(_("file"), max_length=240)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(_("sent in"), auto_now_add=True)
    applied_at = models.DateTimeField(_("applied"), null=True)
    content = models.JSONField()

    objects = RateImportQuerySet.as_manager()

    def __str__(self):
        return self.name
