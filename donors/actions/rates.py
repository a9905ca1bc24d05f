"""Rates of currencies from a file: read, previewed, taken over."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from donors.models import CURRENCIES, Rate, RateImport
from rocb import markup
from rocb.sheets import Sheet, SheetRefused
from rocb.workflow import StepRefused

HEADINGS = {
    "on": ("date", "day", "datum", "jour"),
    "currency": ("currency", "code", "devise", "monnaie"),
    "usd": ("usd", "rate", "us dollars", "taux", "value"),
    "source": ("source", "origine"),
}
DAYS = ("%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%d %b %Y", "%d %B %Y")
MOST_USD = Decimal(100_000)


@dataclass
class RateRow:
    """One row of a file: what it says, and what is wrong with it."""

    where: str
    currency: str = ""
    on: str = ""
    usd: str = ""
    source: str = ""
    problem: str = ""
    state: str = "new"

    def as_json(self) -> dict[str, str]:
        return dict(vars(self))


def columns_of(row: list[Any]) -> dict[str, int]:
    """Which column holds what, by its heading; empty unless day, currency and rate are all there."""
    found: dict[str, int] = {}
    for index, value in enumerate(row):
        word = str(value or "").strip().casefold()
        for name, words in HEADINGS.items():
            if name not in found and any(
                word == one or word.startswith(f"{one} ") for one in words
            ):
                found[name] = index
    return found if {"on", "currency", "usd"} <= set(found) else {}


def parse_rates(sheets: list[Sheet], today: date) -> list[RateRow]:
    """The rows of the first sheet with headings. Raises SheetRefused where there is none."""
    for sheet in sheets:
        for start, row in enumerate(sheet.rows[:20]):
            if columns := columns_of(row):
                return [
                    read_row(sheet, number, columns, today)
                    for number in range(start + 1, len(sheet.rows))
                    if any(cell not in (None, "") for cell in sheet.rows[number])
                ]
    raise SheetRefused(
        _("No table of rates was found. It needs the headings “date”, “currency” and “usd”.")
    )


def read_row(sheet: Sheet, number: int, columns: dict[str, int], today: date) -> RateRow:
    row = sheet.rows[number]

    def cell(name: str) -> Any:
        index = columns.get(name, len(row))
        return row[index] if index < len(row) else None

    read = RateRow(sheet.where(number, columns["currency"]))
    read.currency = str(cell("currency") or "").strip().upper()
    read.source = str(cell("source") or "").strip()[:160]
    if read.currency not in CURRENCIES or read.currency == "USD":
        read.problem = _("“%s” is no currency that has a rate.") % read.currency
        return read
    when = day_in(cell("on"))
    if when is None:
        read.where = sheet.where(number, columns["on"])
        read.problem = _("“%s” is no day. Write it like 2027-03-04.") % (cell("on") or "")
        return read
    read.on = when.isoformat()
    if when > today:
        read.where = sheet.where(number, columns["on"])
        read.problem = _("%s has not come yet.") % markup.day(when)
        return read
    usd = number_in(cell("usd"))
    if usd is None or not 0 < usd <= MOST_USD:
        read.where = sheet.where(number, columns["usd"])
        read.problem = _("“%s” is no rate: how many US dollars is one unit worth?") % (
            cell("usd") if cell("usd") is not None else ""
        )
        return read
    read.usd = f"{usd:.8f}"
    if Decimal(read.usd) == 0:
        read.problem = _("The rate is too small to be kept.")
    return read


def day_in(value: Any) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    text = str(value or "").strip()
    for pattern in DAYS:
        try:
            return datetime.strptime(text, pattern).date()  # noqa: DTZ007 a day has no zone
        except ValueError:
            continue
    return None


def number_in(value: Any) -> Decimal | None:
    if isinstance(value, bool) or value is None:
        return None
    text = re.sub(r"[\s\u00a0]", "", str(value))
    if "," in text and "." not in text:
        text = text.replace(",", ".")
    try:
        found = Decimal(text)
    except InvalidOperation:
        return None
    return found if found.is_finite() else None


def compared(rows: list[dict[str, str]]) -> list[RateRow]:
    """What each row would do now: new, changed, there already, or wrong. One query."""
    found = [RateRow(**row) for row in rows]
    kept = {
        (rate.currency, rate.on.isoformat()): rate.usd
        for rate in Rate.objects.filter(on__in={row.on for row in found if row.on})
    }
    seen: dict[tuple[str, str], str] = {}
    for row in found:
        key = (row.currency, row.on)
        if row.problem:
            row.state = "wrong"
        elif key in seen:
            row.state, row.problem = "wrong", _("It stands twice in the file: see %s.") % seen[key]
        elif key in kept:
            row.state = "unchanged" if kept[key] == Decimal(row.usd) else "changed"
        else:
            row.state = "new"
        seen.setdefault(key, row.where)
    return found


@transaction.atomic
def apply_rates(record: RateImport, *, by, take_good: bool) -> list[RateRow]:
    """Take the rates of a file over. The same file twice adds nothing.

    Raises StepRefused while a row is wrong, unless the good ones are to be taken without it.
    """
    if not by.has_perm("donors.change_rate"):
        raise PermissionDenied
    record = RateImport.objects.select_for_update(of=("self",)).get(pk=record.pk)
    rows = compared(record.content["rows"])
    wrong = sum(row.state == "wrong" for row in rows)
    if wrong and not take_good:
        raise StepRefused(_("Some rows are wrong. Correct the file, or take the good rows alone."))
    for row in rows:
        if row.state in ("new", "changed"):
            Rate.objects.update_or_create(
                currency=row.currency,
                on=date.fromisoformat(row.on),
                defaults={"usd": Decimal(row.usd), "source": row.source, "updated_by": by},
                create_defaults={
                    "usd": Decimal(row.usd),
                    "source": row.source,
                    "created_by": by,
                    "updated_by": by,
                },
            )
    record.applied_at = timezone.now()
    record.save(update_fields=["applied_at"])
    return rows
