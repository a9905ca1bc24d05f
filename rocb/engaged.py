"""Where people are on given days, whichever pillar sends them there.

Whoever asks somebody to come looks here: a seat, a place on a team, a time away are one question.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import BigIntegerField, CharField, F, QuerySet, Value
from django.db.models.functions import Cast

from rocb.registry import Registry


@dataclass(frozen=True, slots=True)
class Commitment:
    """One reason why somebody cannot come.

    `rows(people, first, last, apart)` are rows made by `engages`: what these people (ids) have on those
    days, but for the record `apart`, which is the one that asks. `words` makes the text of a row the
    rest of a sentence: who “is on a mission to Tonga at that time”.
    """

    key: str
    rows: Callable[[Iterable[int], date, date, Any], QuerySet]
    words: Callable[[str], str]


commitments: Registry[Commitment] = Registry("Commitment")


def engages(rows: QuerySet, key: str, *, person: str, text: str) -> QuerySet:
    """Rows with whom they keep busy and a text; both arguments are ORM paths."""
    return (
        rows.order_by()
        .annotate(
            engaged_key=Value(key, CharField()),
            engaged_person=Cast(F(person), BigIntegerField()),
            engaged_text=Cast(F(text), CharField()),
        )
        .values_list("engaged_key", "engaged_person", "engaged_text")
    )


def engaged(
    people: Iterable[int], first: date | None, last: date | None, *, apart: Any = None
) -> dict[int, str]:
    """Person -> what they have on these days, as the rest of a sentence. One query over all pillars."""
    people = list(people)
    if not (first and last and people):
        return {}
    parts = [one.rows(people, first, last, apart) for one in commitments]
    if not parts:
        return {}
    rows = parts[0].union(*parts[1:], all=True) if parts[1:] else parts[0]
    found: dict[int, str] = {}
    for key, person, text in sorted(rows):
        found.setdefault(person, commitments[key].words(text))
    return found
