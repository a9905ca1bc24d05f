"""What an agreement has left, and sums over currencies that say at what rate they were made."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django.db.models import DecimalField, OuterRef, QuerySet, Subquery, Sum, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from donors.models import Agreement, Allocation, Expenditure, Instalment, Rate
from rocb import markup

NOTHING = Decimal("0.00")
CENT = Decimal("0.01")
# What everything is converted into where one number is wanted.
REPORTING = "USD"


class NoRate(LookupError):
    """A currency has no rate on or before a day. The message is a sentence."""


def cents(amount: Decimal) -> Decimal:
    return amount.quantize(CENT, ROUND_HALF_UP)


def summed(rows: QuerySet, path: str):
    """The sum of a column of other rows of the same agreement, as a column."""
    of_agreement = rows.filter(agreement=OuterRef("pk")).order_by().values("agreement")
    money: Any = DecimalField(max_digits=16, decimal_places=2)
    return Coalesce(
        Subquery(of_agreement.annotate(n=Sum(path)).values("n")), Value(NOTHING), output_field=money
    )


def with_money(agreements: QuerySet[Agreement]) -> QuerySet:
    """Agreements with `received`, `allocated`, `spent` and `left`; each sum its own subquery."""
    standing = Allocation.objects.filter(kind=Allocation.Kind.MONEY, released_on=None)
    return agreements.annotate(
        received=summed(Instalment.objects.all(), "received_amount"),
        allocated=summed(standing, "amount"),
        spent=summed(Expenditure.objects.all(), "amount"),
    )


@dataclass(frozen=True, slots=True)
class Balance:
    """How one agreement, or several of one currency, stand."""

    currency: str
    agreed: Decimal = NOTHING
    received: Decimal = NOTHING
    allocated: Decimal = NOTHING
    spent: Decimal = NOTHING

    @property
    def left(self) -> Decimal:
        """What can still be allocated."""
        return self.agreed - self.allocated

    def plus(self, other: "Balance") -> "Balance":
        return Balance(
            self.currency,
            self.agreed + other.agreed,
            self.received + other.received,
            self.allocated + other.allocated,
            self.spent + other.spent,
        )

    def bar(self, title: Any = "") -> dict:
        """The money bar: agreed, received, allocated, spent; what components/money_bar.html draws."""
        parts = (
            (_("Agreed"), self.agreed, "f0"),
            (_("Received"), self.received, "f1"),
            (_("Allocated"), self.allocated, "f2"),
            (_("Spent"), self.spent, "f3"),
        )
        return {
            "title": title or _("The money, in %s") % self.currency,
            "unit": self.currency,
            "bars": [
                {
                    "label": label,
                    "value": value,
                    "text": markup.money(value, self.currency),
                    "fill": fill,
                }
                for label, value, fill in parts
            ],
            "left": markup.money(self.left, self.currency),
        }


def balance_of(agreement: Agreement) -> Balance:
    """How one agreement stands today; one query."""
    row = with_money(Agreement.objects.filter(pk=agreement.pk)).get()
    return Balance(row.currency, row.amount, row.received, row.allocated, row.spent)


def balances(agreements: QuerySet[Agreement]) -> list[Balance]:
    """What agreements stand at together, one row for each currency; never summed across. One query."""
    rows = with_money(agreements.order_by()).values_list(
        "currency", "amount", "received", "allocated", "spent"
    )
    return added_up(Balance(*row) for row in rows)


def added_up(parts: Iterable[Balance]) -> list[Balance]:
    """Balances put together, one for each currency."""
    found: dict[str, Balance] = {}
    for one in parts:
        found[one.currency] = found[one.currency].plus(one) if one.currency in found else one
    return [found[currency] for currency in sorted(found)]


@dataclass(frozen=True, slots=True)
class Total:
    """One number over several currencies: in what, at the rates of which days, and what it leaves out."""

    amount: Decimal
    currency: str = REPORTING
    days: tuple[date, ...] = ()
    missing: tuple[str, ...] = ()
    is_converted: bool = False

    def in_words(self) -> str:
        """The amount with where it comes from: never a sum without its date."""
        text = markup.money(self.amount, self.currency)
        if self.is_converted and self.days:
            if len(self.days) == 1:
                text = _("%(amount)s, converted at the rates of %(day)s") % {
                    "amount": text,
                    "day": markup.day(self.days[0]),
                }
            else:
                text = _("%(amount)s, converted at rates of %(first)s to %(last)s") % {
                    "amount": text,
                    "first": markup.day(self.days[0]),
                    "last": markup.day(self.days[-1]),
                }
        if self.missing:
            left_out = _("without %s: no rate is kept") % ", ".join(self.missing)
            text = f"{text} ({left_out})"
        return text


@dataclass
class Rates:
    """The latest rate of each currency on or before a day."""

    on: date
    found: dict[str, tuple[Decimal, date]] = field(default_factory=dict)

    def usd(self, amount: Decimal, currency: str) -> Decimal:
        """An amount in US dollars, unrounded; raises NoRate."""
        if currency == REPORTING:
            return amount
        if currency not in self.found:
            raise NoRate(
                _(
                    "There is no rate of %(currency)s on or before %(day)s. Enter one under "
                    "“Rates of currencies” first."
                )
                % {"currency": currency, "day": markup.day(self.on)}
            )
        return amount * self.found[currency][0]

    def convert(self, amount: Decimal, source: str, target: str) -> Decimal:
        """An amount in another currency, to the cent; raises NoRate."""
        if source == target:
            return amount
        return cents(self.usd(amount, source) / self.usd(Decimal(1), target))

    def day_of(self, *currencies: str) -> date | None:
        """The oldest day among the rates used for these currencies."""
        days = [self.found[one][1] for one in currencies if one in self.found]
        return min(days, default=None)

    def total(self, amounts: Iterable[tuple[str, Decimal]]) -> Total:
        """One number over currencies, in US dollars, saying its days and what has no rate."""
        amount, days, missing, other = NOTHING, set(), set(), False
        for currency, value in amounts:
            if not value:
                continue
            try:
                amount += self.usd(value, currency)
            except NoRate:
                missing.add(currency)
                continue
            if currency != REPORTING:
                other = True
                days.add(self.found[currency][1])
        return Total(cents(amount), REPORTING, tuple(sorted(days)), tuple(sorted(missing)), other)


def rates_at(on: date) -> Rates:
    """The rates that hold on a day: for each currency the latest until then. One query."""
    rows = Rate.objects.filter(on__lte=on).order_by("currency", "-on").distinct("currency")
    return Rates(on, {row.currency: (row.usd, row.on) for row in rows})
