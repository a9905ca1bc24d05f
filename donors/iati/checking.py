"""What the schema cannot see: sums of percentages, lengths of periods, known codes, days to come."""

import itertools
import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from django.utils.translation import gettext as _

from donors.iati import codes
from donors.iati.parts import EXAMPLE_REF
from rocb import markup

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
ERROR, NOTE = "error", "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong with one activity (`error`), or worth knowing before it is published (`note`)."""

    level: str
    where: str
    sentence: str


def check(activity: Any, *, today: date) -> list[Finding]:
    """The findings on one <iati-activity> element, the errors first."""
    found = [finding for rule in RULES for finding in rule(activity, today)]
    return sorted(found, key=lambda one: one.level != ERROR)


def number(text: str | None) -> Decimal | None:
    try:
        found = Decimal((text or "").strip())
    except InvalidOperation:
        return None
    return found if found.is_finite() else None


def day(text: str | None) -> date | None:
    try:
        return date.fromisoformat((text or "")[:10])
    except ValueError:
        return None


def shares(activity: Any, *names: str) -> tuple[list[Any], Decimal | None]:
    """The elements of these names, and their percentages together; None where one is no number."""
    rows = [row for name in names for row in activity.findall(name)]
    percents = [number(row.get("percentage", "100" if len(rows) == 1 else None)) for row in rows]
    known = [one for one in percents if one is not None]
    return rows, sum(known, Decimal(0)) if len(known) == len(percents) else None


def sum_is_100(activity: Any, today: date) -> list[Finding]:
    """Countries and regions together, and each vocabulary of sectors, make 100 per cent."""
    found = []
    rows, total = shares(activity, "recipient-country", "recipient-region")
    if not rows:
        found.append(
            Finding(ERROR, "recipient-country", _("It says for no country and no region."))
        )
    elif total != 100:
        found.append(
            Finding(
                ERROR,
                "recipient-country",
                _("Countries and regions make %s per cent together, not 100.") % said(total),
            )
        )
    sectors: dict[str, list[Any]] = {}
    for row in activity.findall("sector"):
        sectors.setdefault(row.get("vocabulary", "1"), []).append(row)
    if not sectors:
        found.append(Finding(ERROR, "sector", _("It names no sector.")))
    for vocabulary, group in sectors.items():
        percents = [
            number(row.get("percentage", "100" if len(group) == 1 else None)) for row in group
        ]
        known = [one for one in percents if one is not None]
        total = sum(known, Decimal(0)) if len(known) == len(group) else None
        if total != 100:
            found.append(
                Finding(
                    ERROR,
                    "sector",
                    _("The sectors of vocabulary %(vocabulary)s make %(total)s per cent, not 100.")
                    % {"vocabulary": vocabulary, "total": said(total)},
                )
            )
    return found


def said(total: Decimal | None) -> str:
    return _("an unknown share") if total is None else f"{total.normalize():f}"


def budgets_fit(activity: Any, today: date) -> list[Finding]:
    """A budget period ends after it begins, and lasts a year at the most; none overlap."""
    found, spans = [], []
    for row in activity.findall("budget"):
        start = day(row.find("period-start").get("iso-date"))
        end = day(row.find("period-end").get("iso-date"))
        if start is None or end is None or end < start:
            found.append(Finding(ERROR, "budget", _("A budget period ends before it begins.")))
            continue
        if end >= codes.year_after(start):
            found.append(
                Finding(
                    ERROR,
                    "budget",
                    _("The budget period of %s is longer than a year.") % markup.days(start, end),
                )
            )
        spans.append((start, end))
    spans.sort()
    for before, after in itertools.pairwise(spans):
        if after[0] <= before[1]:
            found.append(Finding(ERROR, "budget", _("Two budget periods overlap.")))
    if not activity.findall("budget"):
        found.append(Finding(NOTE, "budget", _("It has no budget.")))
    return found


def defaults_are_said(activity: Any, today: date) -> list[Finding]:
    """Amounts need a currency and a day, texts a language."""
    found = []
    default = activity.get("default-currency")
    if activity.get(LANG) is None and any(
        row.get(LANG) is None for row in activity.iter("narrative")
    ):
        found.append(Finding(ERROR, "xml:lang", _("The texts do not say their language.")))
    for row in activity.iter("value"):
        currency = row.get("currency", default)
        if currency is None:
            found.append(Finding(ERROR, "value", _("An amount has no currency.")))
        elif currency not in codes.KNOWN["currency"]:
            found.append(Finding(ERROR, "value", _("“%s” is no currency.") % currency))
        if day(row.get("value-date")) is None:
            found.append(Finding(ERROR, "value", _("An amount does not say of which day it is.")))
        if number(row.text) is None:
            found.append(Finding(ERROR, "value", _("“%s” is no amount.") % (row.text or "")))
    return found


# Element, attribute, list of codes.
CODED = (
    ("activity-status", "code", "activity-status"),
    ("activity-date", "type", "activity-date"),
    ("activity-scope", "code", "activity-scope"),
    ("participating-org", "role", "participating-org"),
    ("participating-org", "type", "organisation-type"),
    ("reporting-org", "type", "organisation-type"),
    ("collaboration-type", "code", "collaboration-type"),
    ("default-flow-type", "code", "default-flow-type"),
    ("default-finance-type", "code", "default-finance-type"),
    ("default-aid-type", "code", "default-aid-type"),
    ("default-tied-status", "code", "default-tied-status"),
    ("transaction-type", "code", "transaction-type"),
)


def codes_are_known(activity: Any, today: date) -> list[Finding]:
    """Every code stands in its list."""
    found = []

    def refuse(name: str, code: str) -> None:
        words = _("“%(code)s” is no known code of %(name)s.") % {"code": code, "name": name}
        found.append(Finding(ERROR, name, words))

    for name, attribute, known in CODED:
        for row in activity.iter(name):
            code = row.get(attribute)
            if code is not None and code not in codes.KNOWN[known]:
                refuse(name, code)
    for row in activity.findall("sector"):
        if row.get("vocabulary", "1") == "1" and row.get("code") not in codes.KNOWN["sector"]:
            refuse("sector", row.get("code", ""))
    for row in activity.findall("recipient-region"):
        if (
            row.get("vocabulary", "1") == "1"
            and row.get("code") not in codes.KNOWN["recipient-region"]
        ):
            refuse("recipient-region", row.get("code", ""))
    for row in activity.findall("recipient-country"):
        if not re.fullmatch("[A-Z]{2}", row.get("code", "")):
            refuse("recipient-country", row.get("code", ""))
    return found


def days_fit(activity: Any, today: date) -> list[Finding]:
    """There is a start; what has happened has not yet to come; nothing ends before it begins."""
    found = []
    when = {row.get("type"): day(row.get("iso-date")) for row in activity.findall("activity-date")}
    if not (when.get("1") or when.get("2")):
        found.append(Finding(ERROR, "activity-date", _("It says no first day.")))
    for kind in ("2", "4"):
        moment = when.get(kind)
        if moment and moment > today:
            words = _("%s has not come yet, and is given as an actual day.") % markup.day(moment)
            found.append(Finding(ERROR, "activity-date", words))
    for start, end in (("1", "3"), ("2", "4")):
        first, last = when.get(start), when.get(end)
        if first and last and last < first:
            found.append(Finding(ERROR, "activity-date", _("It ends before it begins.")))
    for row in activity.iter("transaction-date"):
        moment = day(row.get("iso-date"))
        if moment is None or moment > today:
            found.append(
                Finding(ERROR, "transaction", _("A transaction lies in the future, or has no day."))
            )
    return found


def identifiers_fit(activity: Any, today: date) -> list[Finding]:
    """The identifier begins with the reporter's; donors have one, or the office is told."""
    found = []
    ref = activity.find("reporting-org").get("ref", "")
    identifier = activity.findtext("iati-identifier", "").strip()
    if not identifier.startswith(f"{ref}-"):
        found.append(
            Finding(ERROR, "iati-identifier", _("The identifier does not begin with “%s-”.") % ref)
        )
    if re.search(r"[/&|?\s]", identifier):
        found.append(
            Finding(ERROR, "iati-identifier", _("The identifier holds a letter that it may not."))
        )
    if ref == EXAMPLE_REF:
        found.append(
            Finding(
                NOTE,
                "reporting-org",
                _("The office has no registered identifier: the file is a preview."),
            )
        )
    for row in activity.findall("participating-org"):
        if row.get("role") == codes.FUNDING and not row.get("ref"):
            name = row.findtext("narrative", "")
            words = _("%s has no verified identifier: it goes by its name alone.") % name
            found.append(Finding(NOTE, "participating-org", words))
        if not row.get("type"):
            found.append(
                Finding(
                    NOTE,
                    "participating-org",
                    _("%s has no type of organisation.") % row.findtext("narrative", ""),
                )
            )
    if not any(row.get("role") == codes.FUNDING for row in activity.findall("participating-org")):
        found.append(Finding(ERROR, "participating-org", _("Nobody is named as the funder.")))
    return found


RULES = (
    sum_is_100,
    budgets_fit,
    defaults_are_said,
    codes_are_known,
    days_fit,
    identifiers_fit,
)
