"""Days, numbers and money as readers write them: plain text.

A day is formatted once per distinct day and language, so that 200 rows of them cost nothing.
"""

import datetime as dt
from decimal import Decimal
from functools import lru_cache

from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.translation import get_language


@lru_cache(maxsize=8192)
def _day(value: dt.date, pattern: str, language: str) -> str:
    return date_format(value, pattern)


def _local(value: dt.datetime) -> dt.datetime:
    """A moment in the current time zone; one without a zone as it is."""
    return timezone.localtime(value) if timezone.is_aware(value) else value


def day(value: dt.date | dt.datetime | None, empty: str = "") -> str:
    """4 Mar 2027, in the current time zone; `empty` when there is none."""
    if not value:
        return empty
    if isinstance(value, dt.datetime):
        value = _local(value).date()
    return _day(value, "DATE_FORMAT", get_language() or settings.LANGUAGE_CODE)


def weekday(value: dt.date | dt.datetime | None, empty: str = "") -> str:
    """Thu 4 Mar 2027: for due dates, where the day of the week matters."""
    if not value:
        return empty
    if isinstance(value, dt.datetime):
        value = _local(value).date()
    return f"{_day(value, 'D', get_language() or settings.LANGUAGE_CODE)} {day(value)}"


def moment(value: dt.datetime | None, empty: str = "") -> str:
    """4 Mar 2027, 10:42, in the current time zone."""
    if not value:
        return empty
    local = _local(value)
    return f"{day(local.date())}, {local:%H:%M}"


def days(start: dt.date | None, end: dt.date | None) -> str:
    """4–8 Mar 2027, as short as it stays clear; one day where both are the same."""
    if not start or not end or start == end:
        return day(start or end)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{day(end)}"
    return f"{day(start)} – {day(end)}"


@lru_cache(maxsize=8192, typed=True)
def _number(value: int | float | Decimal, language: str) -> str:
    return number_format(value, force_grouping=True)


def number(value: int | float | Decimal | None, empty: str = "") -> str:
    """1,234 in the reader's language."""
    return empty if value is None else _number(value, get_language() or settings.LANGUAGE_CODE)


def up_to(value: int, most: int) -> str:
    """A number that was counted no further than `most`: 1,000+ where there are more."""
    return f"{number(most)}+" if value > most else number(value)


def money(amount: Decimal | int | float | None, currency: str = "", empty: str = "") -> str:
    """USD 1,250,000 (no cents where there are none), never broken over two lines."""
    if amount is None:
        return empty
    whole = amount == int(amount)
    text = number_format(amount, decimal_pos=0 if whole else 2, force_grouping=True)
    return f"{currency}\u00a0{text}" if currency else text


def shortened(text: str, length: int = 220) -> str:
    """The beginning of a text, cut between words."""
    text = " ".join(text.split())
    return text if len(text) <= length else f"{text[:length].rsplit(' ', 1)[0]} …"
