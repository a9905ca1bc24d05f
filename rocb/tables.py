"""Finding a table in a sheet that strangers keep: columns known by their headings, in any order.

Titles above, extra columns, plurals, remarks in brackets and cells merged downwards do not matter.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from functools import cache, lru_cache
from typing import Any

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from rocb.sheets import Sheet, Value

HEADING_WITHIN = 30


@lru_cache(4096, typed=True)
def normal(text: Any) -> str:
    """Small letters without accents, punctuation or double spaces."""
    flat = unicodedata.normalize("NFKD", str(text)).encode("ascii", "ignore").decode().lower()
    return " ".join(re.sub(r"[^a-z0-9%]+", " ", flat).split())


@cache
def meanings(choices: Any) -> dict[str, Any]:
    """The value that a word in a cell means: a label, key or number of `choices`, in any language."""
    found: dict[str, Any] = {}
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            for value, label in choices.choices:
                found[normal(label)] = value
                found[normal(re.sub(r"^\d+ ", "", str(label)))] = value
                found[normal(re.sub(r"\(.*?\)", "", str(label)))] = value
                found[normal(value)] = value
                found[normal(str(value).replace("_", " "))] = value
    return found


def words_of(headings: Mapping[str, str]) -> dict[str, str]:
    """{"title": "action,measure"} -> {"action": "title", "measure": "title"}."""
    return {word: name for name, words in headings.items() for word in words.split(",")}


@dataclass(frozen=True)
class Table:
    """Where a table stands: the row of its headings, and the column of each field."""

    sheet: Sheet
    top: int
    columns: dict[str, int]

    def rows(self) -> Iterator[tuple[int, dict[str, Value]]]:
        """(row, cells by field) below the headings, empty rows left out."""
        merged = carried_down(self.sheet)
        for number in range(self.top + 1, len(self.sheet.rows)):
            if all(value is None for value in self.sheet.rows[number]):
                continue
            cells: dict[str, Value] = {}
            for name, column in self.columns.items():
                row, at = merged.get((number, column), (number, column))
                line = self.sheet.rows[row]
                cells[name] = line[at] if at < len(line) else None
            yield number, cells

    def where(self, row: int, name: str) -> str:
        """The cell of a field as people name it: Actions!D12."""
        return self.sheet.where(row, self.columns[name])

    def extra(self) -> list[str]:
        """Headings that mean nothing here."""
        known = set(self.columns.values())
        line = self.sheet.rows[self.top]
        return [
            str(cell)[:40]
            for column, cell in enumerate(line)
            if cell is not None and column not in known
        ]


def heading(cell: Value, fields: Mapping[str, str]) -> str | None:
    """The field that a heading means."""
    if cell is None:
        return None
    words = normal(re.sub(r"\(.*?\)", " ", str(cell)))
    singular = " ".join(word.removesuffix("s") if len(word) > 3 else word for word in words.split())
    return fields.get(words) or fields.get(singular)


def find_table(
    sheet: Sheet, fields: Mapping[str, str], needed: str, at_least: int = 2
) -> Table | None:
    """The table with the most known headings, `needed` among them; None where there is none."""
    best: Table | None = None
    for number, row in enumerate(sheet.rows[:HEADING_WITHIN]):
        columns: dict[str, int] = {}
        for column, cell in enumerate(row):
            name = heading(cell, fields)
            if name and name not in columns:
                columns[name] = column
        is_one = needed in columns and len(columns) >= at_least
        if is_one and (best is None or len(columns) > len(best.columns)):
            best = Table(sheet, number, columns)
    return best


def carried_down(sheet: Sheet) -> dict[tuple[int, int], tuple[int, int]]:
    """For each cell inside a merged block of one column or more: the cell that holds its value."""
    return {
        (row, column): first
        for first, last in sheet.merged
        for row in range(first[0], last[0] + 1)
        for column in range(first[1], last[1] + 1)
        if row > first[0] and column == first[1]
    }


@dataclass
class Parsed:
    """One row as understood: `values` as JSON, `places` of its cells, `problems` by field."""

    where: str
    values: dict[str, Any] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    problems: dict[str, str] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def read_tables(
    sheets: Iterable[Sheet],
    find: Callable[[Sheet], Table | None],
    read: Callable[[Table], list[Parsed]],
) -> tuple[list[Parsed], list[str]] | None:
    """All rows of the tables that `find` finds, and remarks; None where it finds no table."""
    rows: list[Parsed] = []
    notes: list[str] = []
    tables = [table for table in map(find, sheets) if table is not None]
    for table in tables:
        rows += read(table)
        if extra := table.extra():
            notes.append(_("Columns that are not taken over: %s.") % ", ".join(extra))
    return (rows, notes) if tables else None
