"""Which donor fits which need: a list of rules, each of which says its reason in words.

The rules read what donors say they care for, and what they have paid for before. They never read
anything that a member does not share: the needs come from `donors.needs`.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from donors.models import Agreement, Allocation, Donor, Instrument
from donors.money import Rates, rates_at, with_money
from donors.needs import Wanted
from donors.workflow import IN_THE_BOOKS
from rocb import markup
from rocb.models import Theme


@dataclass(slots=True)
class Profile:
    """What is known of a donor that matters to a need."""

    donor: Donor
    themes: set[int] = field(default_factory=set)
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


@dataclass(frozen=True, slots=True)
class Ground:
    """What the rules share: themes by id, and the rates of the day."""

    themes: dict[int, str]
    rates: Rates


Rule = Callable[[Profile, Wanted, Ground], tuple[int, str, str]]


def by_theme(donor: Profile, need: Wanted, ground: Ground) -> tuple[int, str, str]:
    common = donor.themes & need.themes
    if not common and need.kind == "action":
        words = f"{need.title} {need.text}".casefold()
        common = {
            pk
            for pk in donor.themes
            if re.search(rf"\b{re.escape(ground.themes[pk].casefold())}\b", words)
        }
    if common:
        names = ", ".join(sorted(ground.themes[pk] for pk in common))
        return 3, _("it cares for: %s") % names, ""
    return 0, "", ""


def by_member(donor: Profile, need: Wanted, ground: Ground) -> tuple[int, str, str]:
    if not donor.members:
        return 0, "", ""
    if need.member_id in donor.members:
        return 3, _("%s is among the members that it helps") % need.member, ""
    return -2, "", _("%s is not among the members that it helps") % need.member


def by_instrument(donor: Profile, need: Wanted, ground: Ground) -> tuple[int, str, str]:
    if not need.instrument or not donor.donor.instruments:
        return 0, "", ""
    label = str(Instrument(need.instrument).label)
    if need.instrument in donor.donor.instruments:
        return 2, _("it helps with: %s") % label, ""
    if Instrument.MONEY in donor.donor.instruments:
        return 1, _("it gives money, which can pay for: %s") % label, ""
    return -1, "", _("it does not help with: %s") % label


def by_past(donor: Profile, need: Wanted, ground: Ground) -> tuple[int, str, str]:
    count = donor.helped.get(need.member_id, 0)
    if not count:
        return 0, "", ""
    words = ngettext(
        "it paid for %(count)d activity for %(member)s before",
        "it paid for %(count)d activities for %(member)s before",
        count,
    )
    return 1, words % {"count": count, "member": need.member}, ""


def by_standard(donor: Profile, need: Wanted, ground: Ground) -> tuple[int, str, str]:
    common = donor.standards & set(need.standards)
    if not common:
        return 0, "", ""
    codes = ", ".join(sorted(need.standards[one] for one in common))
    return 2, _("it paid for work on the same standards before: %s") % codes, ""


def by_money(donor: Profile, need: Wanted, ground: Ground) -> tuple[int, str, str]:
    """An agreement that still holds enough, in its own currency or at today's rates."""
    for currency, left, reference in donor.left:
        enough = left > 0
        if need.cost is not None:
            try:
                enough = ground.rates.usd(left, currency) >= ground.rates.usd(
                    need.cost, need.currency
                )
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


def profiles(donors: list[Donor], today: date) -> tuple[list[Profile], Ground]:
    """What the rules know of these donors; eight queries, however many donors."""
    found = {donor.pk: Profile(donor) for donor in donors}
    for donor, theme in Donor.themes.through.objects.filter(donor__in=found).values_list(
        "donor", "theme"
    ):
        found[donor].themes.add(theme)
    for donor, member in Donor.administrations.through.objects.filter(donor__in=found).values_list(
        "donor", "administration"
    ):
        found[donor].members.add(member)
    paid = Allocation.objects.standing().filter(
        agreement__donor__in=found, agreement__status__in=IN_THE_BOOKS
    )
    for path in ("activity__mission__administration", "activity__action__plan__administration"):
        rows = paid.exclude(**{path: None}).values_list("agreement__donor", path)
        for donor, member in rows:
            found[donor].helped[member] = found[donor].helped.get(member, 0) + 1
    for path in ("activity__event__standards", "activity__action__standards"):
        for donor, standard in paid.exclude(**{path: None}).values_list("agreement__donor", path):
            found[donor].standards.add(standard)
    running = with_money(Agreement.objects.running().filter(donor__in=found, ends_on__gte=today))
    for row in running.order_by("pk"):
        left = row.amount - row.allocated
        if left > 0:
            found[row.donor_id].left.append((row.currency, left, row.reference))
    themes = dict(Theme.objects.values_list("pk", "name"))
    return list(found.values()), Ground(themes, rates_at(today))


def match(profile: Profile, need: Wanted, ground: Ground) -> Match:
    """What the rules say about one donor and one need."""
    points, reasons, cautions = 0, [], []
    for rule in RULES:
        gained, reason, caution = rule(profile, need, ground)
        points += gained
        if reason:
            reasons.append(reason)
        if caution:
            cautions.append(caution)
    return Match(profile.donor, need, points, reasons, cautions)


def matches(donors: list[Donor], needs: list[Wanted], today: date) -> list[Match]:
    """The pairs that have a reason, the best first. Donors that have ended fit nothing."""
    alive = [one for one in donors if one.is_current(today)]
    if not alive or not needs:
        return []
    known, ground = profiles(alive, today)
    found = [match(profile, need, ground) for profile in known for need in needs]
    fitting = [one for one in found if one.points > 0 and one.reasons]
    fitting.sort(key=lambda one: (-one.points, one.donor.name, one.need.title, one.need.pk))
    return fitting
