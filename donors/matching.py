"""Which donor fits which need: a list of rules, each of which says its reason in words.

The rules read what donors say they care for, and what they have paid for before. They never read
anything that a member does not share: the needs come from `donors.needs`.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import CharField, F, QuerySet, Value
from django.db.models.functions import Cast
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from donors.models import Agreement, Allocation, Donor, Instrument
from donors.money import Rates, rates_at, with_money
from donors.needs import Wanted
from donors.workflow import IN_THE_BOOKS
from rocb import markup
from rocb.models.alphabet import az


@dataclass(slots=True)
class Profile:
    """What is known of a donor that matters to a need."""

    donor: Donor
    themes: dict[int, str] = field(default_factory=dict)
    members: set[int] = field(default_factory=set)
    helped: dict[int, int] = field(default_factory=dict)
    standards: set[int] = field(default_factory=set)
    left: list[tuple[str, Decimal, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Match:
    """One donor and one need: how well they fit, why, and what speaks against it."""

    donor: Donor
    need: Wanted
    points: int
    reasons: list[str]
    cautions: list[str]


# What needs no name in a match.
NAMELESS = Value("")
Rule = Callable[[Profile, Wanted, Rates], tuple[int, str, str]]


def by_theme(donor: Profile, need: Wanted, rates: Rates) -> tuple[int, str, str]:
    common = [name for pk, name in donor.themes.items() if pk in need.themes]
    if not common and need.kind == "action":
        # An action has no theme of its own: its words name it.
        words = f"{need.title} {need.text}".casefold()
        common = [
            name
            for name in donor.themes.values()
            if re.search(rf"\b{re.escape(name.casefold())}\b", words)
        ]
    if common:
        return 3, _("it cares for: %s") % ", ".join(sorted(common, key=az)), ""
    return 0, "", ""


def by_member(donor: Profile, need: Wanted, rates: Rates) -> tuple[int, str, str]:
    if not donor.members:
        return 0, "", ""
    if need.member_id in donor.members:
        return 3, _("%s is among the members that it helps") % need.member, ""
    return -2, "", _("%s is not among the members that it helps") % need.member


def by_instrument(donor: Profile, need: Wanted, rates: Rates) -> tuple[int, str, str]:
    if not need.instrument or not donor.donor.instruments:
        return 0, "", ""
    label = str(Instrument(need.instrument).label)
    if need.instrument in donor.donor.instruments:
        return 2, _("it helps with: %s") % label, ""
    if Instrument.MONEY in donor.donor.instruments:
        return 1, _("it gives money, which can pay for: %s") % label, ""
    return -1, "", _("it does not help with: %s") % label


def by_past(donor: Profile, need: Wanted, rates: Rates) -> tuple[int, str, str]:
    count = donor.helped.get(need.member_id, 0)
    if not count:
        return 0, "", ""
    words = ngettext(
        "it paid for %(count)d activity for %(member)s before",
        "it paid for %(count)d activities for %(member)s before",
        count,
    )
    return 1, words % {"count": count, "member": need.member}, ""


def by_standard(donor: Profile, need: Wanted, rates: Rates) -> tuple[int, str, str]:
    common = donor.standards & set(need.standards)
    if not common:
        return 0, "", ""
    codes = ", ".join(sorted(need.standards[one][0] for one in common))
    return 2, _("it paid for work on the same standards before: %s") % codes, ""


def by_money(donor: Profile, need: Wanted, rates: Rates) -> tuple[int, str, str]:
    """An agreement that still holds enough, in its own currency or at today's rates."""
    for currency, left, reference in donor.left:
        enough = left > 0
        if need.cost is not None:
            try:
                enough = rates.usd(left, currency) >= rates.usd(need.cost, need.currency)
            except LookupError:
                enough = currency == need.currency and left >= need.cost
        if enough:
            words = _("%(amount)s of agreement %(reference)s is not allocated yet")
            return (
                2,
                words % {"amount": markup.money(left, currency), "reference": reference},
                "",
            )
    return 0, "", ""


RULES: tuple[Rule, ...] = (by_theme, by_member, by_instrument, by_standard, by_past, by_money)


def known_of(donors: list[int]) -> QuerySet:
    """(what, donor, id, name) of all that donors care for, and of what they paid for; one query."""
    paid = Allocation.objects.standing().filter(
        agreement__donor__in=donors, agreement__status__in=IN_THE_BOOKS
    )
    cares = Donor.themes.through.objects.filter(donor__in=donors)
    helps = Donor.administrations.through.objects.filter(donor__in=donors)

    def part(rows: QuerySet, what: str, donor: str, key: str, name: Any = NAMELESS) -> QuerySet:
        told = (
            rows.exclude(**{key: None})
            .order_by()
            .annotate(known_what=Value(what, CharField()), known_name=Cast(name, CharField()))
        )
        return told.values_list("known_what", donor, key, "known_name")

    parts = [
        part(cares, "theme", "donor", "theme", F("theme__name")),
        part(helps, "member", "donor", "administration"),
        *(
            part(paid, "helped", "agreement__donor", path)
            for path in (
                "activity__mission__administration",
                "activity__action__plan__administration",
            )
        ),
        *(
            part(paid, "standard", "agreement__donor", path)
            for path in ("activity__event__standards", "activity__action__standards")
        ),
    ]
    return parts[0].union(*parts[1:], all=True)


def profiles(donors: list[Donor], today: date, agreements: Any = None) -> list[Profile]:
    """What the rules know of these donors; two queries, however many donors.

    `agreements` are theirs with their money, for a page that has them already: one query less.
    """
    found = {donor.pk: Profile(donor) for donor in donors}
    for what, donor, key, name in known_of(list(found)):
        profile = found[donor]
        if what == "theme":
            profile.themes[key] = name
        elif what == "member":
            profile.members.add(key)
        elif what == "helped":
            profile.helped[key] = profile.helped.get(key, 0) + 1
        else:
            profile.standards.add(key)
    if agreements is None:
        running = Agreement.objects.running().filter(donor__in=found, ends_on__gte=today)
        agreements = with_money(running).order_by("pk")
    for row in agreements:
        left = row.amount - row.allocated
        if left > 0 and row.is_running and row.ends_on >= today:
            found[row.donor_id].left.append((row.currency, left, row.reference))
    return list(found.values())


def match(profile: Profile, need: Wanted, rates: Rates) -> Match:
    """What the rules say about one donor and one need."""
    points, reasons, cautions = 0, [], []
    for rule in RULES:
        gained, reason, caution = rule(profile, need, rates)
        points += gained
        if reason:
            reasons.append(reason)
        if caution:
            cautions.append(caution)
    return Match(profile.donor, need, points, reasons, cautions)


def matches(
    donors: list[Donor],
    needs: list[Wanted],
    today: date,
    rates: Rates | None = None,
    agreements: Any = None,
) -> list[Match]:
    """The pairs that have a reason, the best first; three queries. Who has ended fits nothing."""
    alive = [one for one in donors if one.is_current(today)]
    if not alive or not needs:
        return []
    rates = rates or rates_at(today)
    known = profiles(alive, today, agreements)
    found = [match(profile, need, rates) for profile in known for need in needs]
    fitting = [one for one in found if one.points > 0 and one.reasons]
    fitting.sort(key=lambda one: (-one.points, az(one.donor.name), az(one.need.title), one.need.pk))
    return fitting
