"""Reading a workbook back: each cell is changed, unchanged, in conflict, or wrong.

Against the stamp it shows what the writer changed and what changed in the portal meanwhile; a file
without a stamp is compared with the portal as it is now, and says so.
"""

from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from missions.actions.rows import clean_value
from missions.models import Matrix
from missions.sheets import FIELDS, LETTERS, headings, rows_of
from missions.workbook.stamp import SHEET, Stamp, find_stamp, hashed
from missions.workbook.words import (
    CHOICES,
    KEYS,
    columns_by_heading,
    values_by_word,
    yes_words,
)
from rocb.posted import number_in
from rocb.sheets import Sheet, Value
from rocb.tables import normal

# Title rows that a colleague may have put above the headings.
HEADING_WITHIN = 20

CHANGED, UNCHANGED, CONFLICT, WRONG = "changed", "unchanged", "conflict", "wrong"


class WrongWorkbook(Exception):
    """The file is not a workbook of this matrix. The message is a sentence for its sender."""


@dataclass
class Preview:
    """What an upload would do: `rows` as JSON (see `compare_row`), and remarks on the whole."""

    rows: list[dict[str, Any]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def of(self, state: str) -> list[dict[str, Any]]:
        return [row for row in self.rows if row["state"] == state]


def compare(matrix: Matrix, sheets: list[Sheet]) -> Preview:
    """Hold a file against the matrix; changes nothing. Raises WrongWorkbook."""
    stamp = find_stamp(sheets)
    check_owner(matrix, stamp, sheets)
    stored = {part: {row["id"]: row for row in rows} for part, rows in rows_of(matrix).items()}
    preview = Preview()
    if stamp is None:
        preview.notes.append(
            _("The file has no stamp of the portal: it is compared with what is here now.")
        )
    tables = [found for sheet in sheets if sheet.name != SHEET and (found := table_in(sheet))]
    if not tables:
        raise WrongWorkbook(
            _("No table of a matrix was found. Its headings are, for example: %s.")
            % ", ".join(headings("actions")[:4])
        )
    seen: dict[tuple[str, int], str] = {}
    for sheet, part, top, columns in tables:
        for number in range(top + 1, len(sheet.rows)):
            read_row(preview, sheet, number, part, columns, stored[part], stamp, seen)
    return preview


def check_owner(matrix: Matrix, stamp: Stamp | None, sheets: list[Sheet]) -> None:
    if stamp is None or stamp.matrix == matrix.pk:
        return
    raise WrongWorkbook(
        _(
            "This is the workbook of %(theirs)s for %(their_cycle)s, but you are at %(ours)s, "
            "%(our_cycle)s. Nothing was changed."
        )
        % {
            "theirs": stamp.member,
            "their_cycle": stamp.cycle,
            "ours": matrix.administration.country_name,
            "our_cycle": matrix.cycle.name,
        }
    )


def table_in(sheet: Sheet) -> tuple[Sheet, str, int, dict[str, int]] | None:
    """The table of a sheet: which part it is, the row of its headings, the column of each field."""
    best: tuple[int, str, int, dict[str, int]] | None = None
    for number, row in enumerate(sheet.rows[:HEADING_WITHIN]):
        for part in FIELDS:
            known = columns_by_heading(part)
            columns: dict[str, int] = {}
            for column, cell in enumerate(row):
                name = known.get(normal(cell)) if cell is not None else None
                if name and name not in columns:
                    columns[name] = column
            keyed = KEYS[part] in columns or "row" in columns
            fields = len(columns.keys() & set(FIELDS[part]))
            if keyed and fields and (best is None or fields > best[0]):
                best = (fields, part, number, columns)
    return (sheet, best[1], best[2], best[3]) if best else None


def read_row(preview, sheet, number, part, columns, stored, stamp, seen) -> None:
    """Add one row of a sheet to the preview; rows without any identifier are left alone."""
    cells = sheet.rows[number]

    def cell(name: str) -> Value:
        at = columns.get(name)
        return cells[at] if at is not None and at < len(cells) else None

    key, shown = cell("row"), cell(KEYS[part])
    if key is None and shown is None:
        return
    row_id = identify(part, key, shown, stored)
    where = sheet.where(number, columns.get(KEYS[part], columns.get("row", 0)))
    if row_id is None:
        problem = (
            _("“%s” is not a row of this matrix.") % str(shown if shown is not None else key)[:60]
        )
        preview.rows.append(wrong_row(part, where, str(shown or key)[:60], problem))
        return
    if (part, row_id) in seen:
        problem = _("This row stands in the file twice, also in %s.") % seen[part, row_id]
        preview.rows.append(wrong_row(part, where, stored[row_id]["label"], problem))
        for row in preview.rows:
            if (row["part"], row["id"]) == (part, row_id) and row["state"] != WRONG:
                row["state"] = WRONG
                row["problem"] = _("This row stands in the file twice, also in %s.") % where
        return
    seen[part, row_id] = where
    places = {name: sheet.where(number, columns[name]) for name in FIELDS[part] if name in columns}
    given = {name: cell(name) for name in places}
    was = stamp.cells.get(f"{LETTERS[part]}{row_id}") if stamp else None
    preview.rows.append(compare_row(part, stored[row_id], given, places, was))


def identify(part: str, key: Value, shown: Value, stored: dict[int, dict]) -> int | None:
    """Which row is meant: by our own key, else by its code or number."""
    text = str(key or "")
    row_id = number_in(text[1:], 0)
    if text[:1] == LETTERS[part] and row_id in stored:
        return row_id
    wanted = normal(shown) if shown is not None else ""
    matches = [row_id for row_id, row in stored.items() if normal(row["label"]) == wanted]
    return matches[0] if wanted and len(matches) == 1 else None


def wrong_row(part: str, where: str, label: str, problem: str) -> dict[str, Any]:
    return {
        "part": part,
        "id": 0,
        "label": label,
        "title": where,
        "state": WRONG,
        "problem": problem,
        "cells": [],
    }


def compare_row(part, row, given, places, was) -> dict[str, Any]:
    """One row of the preview: its state, and each cell that is not simply unchanged.

    `cells`: {"field", "where", "old", "new", "state", "problem"}, values as stored. `values` is what
    would be saved, over `revision`.
    """
    names = FIELDS[part]
    cells, values = [], {}
    for name in names:
        if name not in given:
            continue
        now = row[name]
        entry = {"field": name, "where": places[name], "old": now, "new": now, "problem": ""}
        try:
            new = understood(name, given[name], given)
        except ValidationError as error:
            problem = error.messages[0]
            cells.append(
                {**entry, "new": str(given[name])[:200], "state": WRONG, "problem": problem}
            )
            continue
        if new == now or hashed(new) == hashed(now):
            continue
        before = was[names.index(name)] if was else None
        if before is not None and hashed(new) == before:
            continue  # changed in the portal alone: the portal's stays
        state = CHANGED if before is None or before == hashed(now) else CONFLICT
        values[name] = new
        cells.append({**entry, "new": new, "state": state})
    states = {cell["state"] for cell in cells}
    state = next((one for one in (WRONG, CONFLICT, CHANGED) if one in states), UNCHANGED)
    return {
        "part": part,
        "id": row["id"],
        "label": row["label"],
        "title": row["title"],
        "state": state,
        "problem": "",
        "revision": row["revision"],
        "cells": cells,
        "values": values,
    }


def understood(name: str, value: Value, row: dict[str, Value]) -> Any:
    """A cell as it would be stored. Raises ValidationError with a sentence."""
    if name in CHOICES:
        return chosen(name, value)
    if name == "is_unchanged":
        word = normal(value) if value is not None else ""
        if isinstance(value, bool):
            return value
        if word not in yes_words():
            raise ValidationError(
                _("“%s” is not understood: write Yes, or leave it empty.") % str(value)[:40]
            )
        return yes_words()[word]
    if name == "percent":
        return percentage(value, row)
    text = "" if value is None else str(value).replace("_x000D_", "")
    return clean_value(name, text)


def chosen(name: str, value: Value) -> Any:
    if value is None:
        return clean_value(name, None)
    word = normal(value)
    known = values_by_word(name)
    if word not in known:
        choices = ", ".join(f"“{label}”" for _value, label in CHOICES[name].choices)
        raise ValidationError(
            _("“%(value)s” is not one of the choices: %(choices)s.")
            % {"value": str(value)[:40], "choices": choices}
        )
    return known[word]


def percentage(value: Value, row: dict[str, Value]) -> int | None:
    """A spreadsheet keeps “40 %” as 0.4, and “100 %” as 1: then the status tells which 1 it is."""
    if isinstance(value, float) and 0 < value < 1:
        return clean_value("percent", round(value * 100))
    status = values_by_word("status").get(normal(row.get("status") or ""))
    if value == 1 and status == "implemented":
        return 100
    return clean_value("percent", value)
