"""What people type into the cells of a plan: dates and money, in the usual ways."""

import calendar
import re
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from rocb.sheets import Value
from rocb.tables import normal

MONTHS = {
    word: number
    for number, words in enumerate(
        (
            "january jan janvier janv",
            "february feb fevrier fev fevr",
            "march mar mars",
            "april apr avril avr",
            "may mai",
            "june jun juin",
            "july jul juillet juil",
            "august aug aout",
            "september sep sept septembre",
            "october oct octobre",
            "november nov novembre",
            "december dec decembre",
        ),
        1,
    )
    for word in words.split()
}
# Days since 1899-12-30, as spreadsheets count: 2000-01-01 to 2100-12-31.
FIRST_SERIAL, LAST_SERIAL = 36526, 73415
FIRST_YEAR, LAST_YEAR = 2000, 2100


def day_from(value: Value) -> date | None:
    """A date from a cell: a real one, a spreadsheet's number, or text. Raises ValidationError.

    “04/03/2027” is 4 March: day first, as the region writes; only where that cannot be, month first.
    A month, quarter or year means its last day.
    """
    if value is None:
        return None
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return in_our_time(value, value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        if FIRST_SERIAL <= value <= LAST_SERIAL:
            return date(1899, 12, 30) + timedelta(days=int(value))
        if FIRST_YEAR <= value <= LAST_YEAR and value == int(value):
            return date(int(value), 12, 31)
        raise ValidationError(_("“%s” is not a date.") % value)
    text = normal_date(str(value))
    if not text:
        return None
    for read in (iso, numeric, quarter, worded):
        found = read(text)
        if found is not None:
            try:
                day = date(*found)
            except ValueError:
                raise ValidationError(
                    _("“%s” is no day of the calendar.") % str(value)[:40]
                ) from None
            return in_our_time(day, value)
    raise ValidationError(
        _("“%s” is not understood as a date. Write it like 4 Mar 2027.") % str(value)[:40]
    )


def in_our_time(day: date, value) -> date:
    if FIRST_YEAR <= day.year <= LAST_YEAR:
        return day
    raise ValidationError(
        _("“%(value)s” lies in the year %(year)s: check the century.")
        % {"value": str(value)[:40], "year": day.year}
    )


def normal_date(text: str) -> str:
    text = re.sub(r"[T ]\d{1,2}:\d{2}(:\d{2})?(\.\d+)?Z?$", "", text.strip())
    return text if re.fullmatch(r"[\d./ -]+", text) else normal(text)


def full_year(text: str) -> int:
    """27 is 2027, 98 is 1998 (and then refused)."""
    year = int(text)
    if len(text) > 2:
        return year
    return 2000 + year if year < 80 else 1900 + year


def iso(text: str):
    found = re.fullmatch(r"(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})", text)
    return found and tuple(int(part) for part in found.groups())


def numeric(text: str):
    found = re.fullmatch(r"(\d{1,2})[-/. ]+(\d{1,2})[-/. ]+(\d{2}|\d{4})", text)
    if found:
        first, second, year = int(found[1]), int(found[2]), full_year(found[3])
        day, month = (second, first) if second > 12 >= first else (first, second)
        return year, month, day
    found = re.fullmatch(r"(\d{1,2})[-/. ](\d{4})", text)
    if found and 1 <= int(found[1]) <= 12:
        return last_day(int(found[2]), int(found[1]))
    found = re.fullmatch(r"\d{4}", text)
    return found and (int(text), 12, 31)


def quarter(text: str):
    found = re.fullmatch(r"(?:q|t|quarter |trimestre )([1-4])(?: of| de)? (\d{4})", text)
    found = found or re.fullmatch(
        r"([1-4])(?:st|nd|rd|th|er|e|eme)? (?:quarter|trimestre|q)(?: of| de)? (\d{4})", text
    )
    return found and last_day(int(found[2]), int(found[1]) * 3)


def worded(text: str):
    words = re.sub(r"(?<=\d)(st|nd|rd|th|er)\b", "", text).replace(" of ", " ").split()
    months = [MONTHS[word] for word in words if word in MONTHS]
    numbers = [word for word in words if word.isdecimal()]
    if len(months) != 1 or len(months) + len(numbers) != len(words):
        return None
    if len(numbers) == 1 and len(numbers[0]) == 4:
        return last_day(int(numbers[0]), months[0])
    if len(numbers) == 2:
        day, year = numbers if len(numbers[1]) != 2 or len(numbers[0]) <= 2 else numbers[::-1]
        if len(day) == 4:
            day, year = year, day
        return full_year(year), months[0], int(day)
    return None


def last_day(year: int, month: int) -> tuple[int, int, int]:
    if not 1 <= year <= 9999:
        return year, month, 1
    return year, month, calendar.monthrange(year, month)[1]


SYMBOLS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY"}


def money_from(value: Value) -> tuple[Decimal | None, str]:
    """An amount and its currency (empty where the cell does not say). Raises ValidationError."""
    if value is None:
        return None, ""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return amount(str(value), value), ""
    text = str(value).strip()
    found = re.search(r"\b([A-Za-z]{3})\b", text)
    currency = found[1].upper() if found else ""
    for symbol, name in SYMBOLS.items():
        if symbol in text:
            currency = currency or name
    digits = re.sub(r"[^\d.,-]", "", text)
    if not digits:
        if normal(text) in ("", "nil", "none", "n a", "na", "tbd", "nul", "neant"):
            return None, ""
        raise ValidationError(_("“%s” is not an amount.") % text[:40])
    return amount(digits, value), currency


def amount(text: str, value) -> Decimal:
    """12,500.00 and 12.500,00 and 12 500,00 are the same."""
    marks = [mark for mark in ".," if mark in text]
    if len(marks) == 2:
        decimal = max(marks, key=text.rfind)
        text = text.replace(min(marks, key=text.rfind), "").replace(decimal, ".")
    elif marks:
        mark = marks[0]
        tail = len(text) - text.rfind(mark) - 1
        is_decimal = text.count(mark) == 1 and tail != 3
        text = text.replace(mark, "." if is_decimal else "")
    try:
        found = Decimal(text).quantize(Decimal("0.01"))
    except InvalidOperation:
        raise ValidationError(_("“%s” is not an amount.") % str(value)[:40]) from None
    if not 0 <= found < Decimal("1e12"):
        raise ValidationError(_("“%s” is not an amount that a plan can have.") % str(value)[:40])
    return found
