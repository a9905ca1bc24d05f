"""The whole matrix form at once: what was posted, what of it is new, what of it collides.

The page that saves row by row sends a few rows; the page without JavaScript sends all of them.
Good rows are saved, wrong ones come back with what was typed, and a row that somebody else
changed meanwhile is never overwritten.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from missions.actions.rows import check_open, clean_values
from missions.models import ActionRow, Matrix, StandardRow
from missions.sheets import FIELDS, PARTS
from rocb.posted import number_in

Key = tuple[str, int]  # (part, id of the standard or action)
OWN: dict[str, tuple[Any, str]] = {
    "standards": (StandardRow, "standard_id"),
    "actions": (ActionRow, "action_id"),
}


@dataclass
class Filed:
    """What became of a post: new revisions, errors by row and field, conflicts with theirs."""

    saved: dict[Key, int] = field(default_factory=dict)
    errors: dict[Key, dict[str, str]] = field(default_factory=dict)
    conflicts: dict[Key, dict[str, Any]] = field(default_factory=dict)

    @property
    def is_clean(self) -> bool:
        return not self.errors and not self.conflicts


def posted_rows(post) -> dict[Key, dict[str, Any]]:
    """The rows of a posted form: values by field, and the `revision` each was typed over.

    A checkbox that is off is not posted at all, so a row without it means off.
    """
    rows: dict[Key, dict[str, Any]] = {}
    for name, value in post.items():
        head, dot, last = name.partition(".")
        part = PARTS.get(head[:1])
        if not dot or part is None or not head[1:].isdecimal() or len(head) > 12:
            continue
        if last == "revision" or last in FIELDS[part]:
            rows.setdefault((part, int(head[1:])), {})[last] = value
    for (part, _row), values in rows.items():
        if part == "actions":
            values["is_unchanged"] = values.get("is_unchanged") == "on"
    return rows


@transaction.atomic
def file_rows(matrix: Matrix, rows: dict[Key, dict[str, Any]], *, by) -> Filed:
    """Save those rows that are right and uncontested. Six queries, however many rows.

    Raises PermissionDenied or StepRefused when nothing may be typed into the matrix now.
    """
    locked = Matrix.objects.select_for_update().filter(pk=matrix.pk)
    matrix.status = locked.values_list("status", flat=True).get()
    check_open(matrix, by)
    filed = Filed()
    now = timezone.now()
    for part, (model, key) in OWN.items():
        wanted = {row_id: values for (of, row_id), values in rows.items() if of == part}
        if not wanted:
            continue
        stored = model.objects.select_for_update().filter(
            matrix=matrix.pk, **{f"{key}__in": wanted}
        )
        changed = [
            row
            for row in stored.order_by("pk")
            if merge(filed, (part, getattr(row, key)), row, dict(wanted[getattr(row, key)]))
        ]
        write(model, FIELDS[part], changed, by, now)
    if filed.saved:
        Matrix.objects.filter(pk=matrix.pk).update(typed_by=by, typed_at=now)
    return filed


def write(model, names: tuple[str, ...], rows: list, by, now: datetime) -> None:
    """Store changed rows in one UPDATE ... FROM (VALUES ...).

    `bulk_update` says the same with a CASE per row and field, and takes ten times as long.
    """
    if not rows:
        return
    columns = [model._meta.get_field(name) for name in (*names, "revision")]
    types = ", ".join(f"%s::{column.db_type(connection)}" for column in columns)
    one = f"(%s::bigint, {types})"
    sets = ", ".join(f"{column.column} = v.{column.column}" for column in columns)
    heads = ", ".join(["id", *(column.column for column in columns)])
    values = [[row.pk, *(getattr(row, column.attname) for column in columns)] for row in rows]
    with connection.cursor() as cursor:
        # Names of our own tables and columns; every value is a parameter.
        cursor.execute(
            f"UPDATE {model._meta.db_table} AS t SET {sets}, updated_at = %s, updated_by_id = %s "  # noqa: S608
            f"FROM (VALUES {', '.join([one] * len(rows))}) AS v ({heads}) WHERE t.id = v.id",
            [now, by.pk, *(value for row in values for value in row)],
        )


def merge(filed: Filed, key: Key, row, values: dict[str, Any]) -> bool:
    """Lay posted values over a stored row; True when it has to be written."""
    revision = str(values.pop("revision", ""))
    try:
        cleaned = clean_values(FIELDS[key[0]], values)
    except ValidationError as error:
        filed.errors[key] = {name: texts[0] for name, texts in error.message_dict.items()}
        return False
    differs = {name for name, value in cleaned.items() if getattr(row, name) != value}
    if not differs:
        filed.saved[key] = row.revision
        return False
    if revision != str(row.revision):
        theirs = {name: getattr(row, name) for name in FIELDS[key[0]]}
        filed.conflicts[key] = {"values": theirs, "revision": row.revision}
        filed.errors[key] = {
            name: _("Somebody else wrote here meanwhile: “%s”. Yours is below; save to keep it.")
            % str(theirs[name])[:200]
            for name in differs
        }
        return False
    for name, value in cleaned.items():
        setattr(row, name, value)
    row.revision += 1
    filed.saved[key] = row.revision
    return True


def typed_back(rows: dict[Key, dict], filed: Filed, stored: dict) -> dict[Key, dict]:
    """The rows that were not saved, as typed, ready to be shown again in the form.

    A contested row carries the newer revision: saving it a second time is a decision.
    """
    by_key = {(part, row["id"]): row for part in stored for row in stored[part]}
    typed = {}
    for key in filed.errors:
        if key in by_key:
            values = {**by_key[key], **rows[key]}
            for name in ("level", "percent"):
                if name in values:
                    values[name] = number_in(str(values[name]), values[name])
            if key in filed.conflicts:
                values["revision"] = filed.conflicts[key]["revision"]
            typed[key] = values
    return typed
