"""The audit: every changed field and every step, of all records that the reader may see.

History lies in one event table for each kind of record, steps in one table for all. The newest of
each are read by key and merged; what is older follows by key too, never by counting.
"""

import heapq
import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import EmptyResultSet, FieldDoesNotExist
from django.db import connection
from django.urls import NoReverseMatch
from django.utils import timezone
from django.utils.translation import gettext as _
from pghistory.models import Event

from rocb.models import StatusChange, User
from rocb.trail import words_of

UNSAID = {"id", "search", "created_at", "created_by_id", "updated_at", "updated_by_id", "status"}
TITLES = ("title", "name", "country_name", "email", "number")


@dataclass(frozen=True, slots=True)
class Asked:
    """What the reader narrows the audit to. Days are whole days of the current time zone."""

    who: User | None = None
    kind: str = ""
    since: date | None = None
    until: date | None = None


@dataclass(slots=True)
class Entry:
    """One change as a page shows it."""

    at: datetime
    kind: Any
    title: str
    url: str
    who_id: int | None
    who: str = ""
    lines: list[str] = field(default_factory=list)
    comment: str = ""
    is_step: bool = False


def tracked() -> dict[str, tuple[Any, Any]]:
    """Kinds of record with a history that know who may see them: label -> model, event model."""
    found = {}
    for event in apps.get_models():
        record: Any = getattr(event, "pgh_obj", None)
        if record is not None and issubclass(event, Event):
            model = record.field.related_model
            if hasattr(model._default_manager, "visible_to"):
                found[model._meta.label_lower] = (model, event)
    return dict(sorted(found.items()))


def has_status(model) -> bool:
    try:
        return bool(model._meta.get_field("status").choices)
    except FieldDoesNotExist:
        return False


# Where a source is read from: newest first by its own key, which an index holds.
EVENTS = """
SELECT {branch} AS branch, e.pgh_id AS id, e.pgh_created_at AS at
FROM {table} e LEFT JOIN pghistory_context c ON c.id = e.pgh_context_id
WHERE e.pgh_obj_id = ANY (ARRAY({visible}))
"""
STEPS = """
SELECT {branch} AS branch, e.id, e.at FROM {steps} e
WHERE e.content_type_id = {kind} AND e.object_id = ANY (ARRAY({visible}))
"""
# What the chosen ones say; `now` and `before` are stored states of the record.
EVENTS_IN_FULL = """
SELECT {branch} AS branch, e.pgh_id AS id, e.pgh_created_at AS at, e.pgh_obj_id AS record,
    (c.metadata->>'user')::bigint AS who, to_jsonb(e) AS now, NULL::jsonb AS step, (
        SELECT to_jsonb(p) FROM {table} p
        WHERE p.pgh_obj_id = e.pgh_obj_id AND p.pgh_id < e.pgh_id ORDER BY p.pgh_id DESC LIMIT 1
    ) AS before
FROM {table} e LEFT JOIN pghistory_context c ON c.id = e.pgh_context_id
WHERE e.pgh_id = ANY (%s)
"""
STEPS_IN_FULL = """
SELECT {branch} AS branch, e.id, e.at, e.object_id AS record, e.by_id AS who, (
        SELECT to_jsonb(p) FROM {table} p
        WHERE p.pgh_obj_id = e.object_id ORDER BY p.pgh_id DESC LIMIT 1
    ) AS now, to_jsonb(e) AS step, NULL::jsonb AS before
FROM {steps} e WHERE e.id = ANY (%s)
"""


@dataclass(frozen=True, slots=True)
class Source:
    """One table of history, or the steps of one kind of record."""

    branch: int
    model: Any
    table: str
    is_steps: bool

    def fill(self, template: str, **more: Any) -> str:
        steps = f'"{StatusChange._meta.db_table}"'
        return template.format(branch=self.branch, table=self.table, steps=steps, **more)

    def newest(self, user, asked: Asked, before: int | None, limit: int) -> tuple[str, list]:
        """The statement for the keys of the newest rows, and its parameters."""
        rows = self.model._default_manager.visible_to(user).order_by().values("pk")
        visible, values = rows.query.sql_with_params()
        params = list(values)
        if self.is_steps:
            kind = ContentType.objects.get_for_model(self.model).pk
            sql = self.fill(STEPS, visible=visible, kind=kind)
            key, at, who = "e.id", "e.at", "e.by_id"
        else:
            sql = self.fill(EVENTS, visible=visible)
            key, at, who = "e.pgh_id", "e.pgh_created_at", "(c.metadata->>'user')::bigint"
        for condition, value in (
            (f"{key} < %s", before),
            (f"{who} = %s", asked.who and asked.who.pk),
            (f"{at} >= %s", asked.since and start_of(asked.since)),
            (f"{at} < %s", asked.until and start_of(asked.until + timedelta(days=1))),
        ):
            if value is not None:
                sql += f" AND {condition}"
                params.append(value)
        return f"({sql} ORDER BY {key} DESC LIMIT %s)", [*params, limit]

    def in_full(self) -> str:
        return self.fill(STEPS_IN_FULL if self.is_steps else EVENTS_IN_FULL)


def sources() -> dict[int, Source]:
    """Every source by its number, which is the same for everybody."""
    found = {}
    for number, (model, event) in enumerate(tracked().values()):
        table = f'"{event._meta.db_table}"'
        found[2 * number] = Source(2 * number, model, table, is_steps=False)
        if has_status(model):
            found[2 * number + 1] = Source(2 * number + 1, model, table, is_steps=True)
    return found


def rows_of(parts: list[tuple[str, list]]) -> list[dict]:
    """The rows of several statements, read as one."""
    if not parts:
        return []
    with connection.cursor() as cursor:
        values = [value for _sql, params in parts for value in params]
        cursor.execute(" UNION ALL ".join(sql for sql, _params in parts), values)
        columns = [column[0] for column in cursor.description]
        return [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]


def start_of(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


Key = dict[int, int]  # of each source the last id that was shown


def parse_key(text: str) -> Key:
    """The place in the list that an address names; the top for nonsense."""
    key: Key = {}
    for pair in text.split("-"):
        branch, _dot, last = pair.partition(".")
        if not (branch.isdecimal() and last.isdecimal() and len(branch) < 4 and len(last) < 18):
            return {}
        key[int(branch)] = int(last)
    return key


def read(
    user, asked: Asked, *, after: Key | None = None, limit: int = 50
) -> tuple[list[Entry], str]:
    """The newest changes that `user` may see, from `after` on, and the key of what is older.

    Each source is read in the order of its own ids and merged by time, so that nothing is shown
    twice or passed over, however transactions overlapped. Three queries.
    """
    known, place, parts = sources(), dict(after or {}), []
    for branch, source in known.items():
        if asked.kind in ("", source.model._meta.label_lower):
            with suppress(EmptyResultSet):
                parts.append(source.newest(user, asked, place.get(branch), limit + 1))
    by_branch: dict[int, list[dict]] = {}
    for row in rows_of(parts):
        by_branch.setdefault(row["branch"], []).append(row)
    merged = heapq.merge(*by_branch.values(), key=lambda row: row["at"], reverse=True)
    chosen = list(islice(merged, limit + 1))
    is_more, chosen = len(chosen) > limit, chosen[:limit]
    wanted: dict[int, list[int]] = {}
    for row in chosen:
        wanted.setdefault(row["branch"], []).append(row["id"])
        place[row["branch"]] = row["id"]
    full = rows_of([(known[branch].in_full(), [ids]) for branch, ids in wanted.items()])
    found = {(row["branch"], row["id"]): row for row in full}
    entries = [
        entry_of(known[row["branch"]].model, found[row["branch"], row["id"]]) for row in chosen
    ]
    name_authors(entries)
    key = "-".join(f"{branch}.{last}" for branch, last in sorted(place.items()))
    return entries, key if is_more else ""


def name_authors(entries: list[Entry]) -> None:
    ids = {entry.who_id for entry in entries}
    people = User.objects.select_related("person").in_bulk([pk for pk in ids if pk])
    for entry in entries:
        found = people.get(entry.who_id) if entry.who_id else None
        entry.who = found.full_name if found else _("The portal")


def entry_of(model, row: dict) -> Entry:
    # Django has the driver hand JSON over as text.
    now, before, step = (json.loads(row[name] or "null") for name in ("now", "before", "step"))
    now = now or {}
    entry = Entry(
        at=row["at"],
        kind=model._meta.verbose_name,
        title=title_of(now) or _("no. %d") % row["record"],
        url=address_of(model, row["record"], now),
        who_id=row["who"],
    )
    if step:
        entry.is_step, entry.comment = True, step["comment"]
        names = [words_of(model, "status", step[end]) for end in ("source", "target")]
        entry.lines = [" → ".join(names)]
    elif before is None:
        entry.lines = [_("Made.")]
    else:
        entry.lines = list(differences(model, before, now))
    return entry


def title_of(now: dict) -> str:
    """What a stored state calls its record."""
    name = " ".join(filter(None, (now.get("given_name"), now.get("family_name"))))
    return name or next((str(now[key]) for key in TITLES if now.get(key)), "")


def address_of(model, pk: int, now: dict) -> str:
    """The page of a record, as far as its stored state tells; no query."""
    record = model()
    for column in model._meta.concrete_fields:
        if column.column in now and not column.is_relation:
            setattr(record, column.attname, now[column.column])
    record.pk = pk
    try:
        return record.get_absolute_url()
    except (AttributeError, NoReverseMatch, TypeError):
        return ""


def differences(model, before: dict, now: dict) -> Iterator[str]:
    """What changed from one stored state to the next, in sentences."""
    for column in model._meta.concrete_fields:
        name = column.column
        if name in UNSAID or name not in now or before.get(name) == now[name]:
            continue
        if column.is_relation:
            yield _("%s changed") % column.verbose_name
        else:
            yield _("%(field)s: from “%(old)s” to “%(new)s”") % {
                "field": column.verbose_name,
                "old": words_of(model, column.name, before.get(name))[:200],
                "new": words_of(model, column.name, now[name])[:200],
            }
