"""The audit: every changed field and every step, of all records that the reader may see.

History lies in one event table for each kind of record, steps in one table for all. One statement
reads the newest of each and of all of them; what is older follows by key, never by counting.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import EmptyResultSet, FieldDoesNotExist
from django.db import connection
from django.urls import NoReverseMatch
from django.utils import timezone
from django.utils.dateparse import parse_datetime
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
    key: str
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


EVENTS = """
SELECT %s AS branch, e.pgh_id AS id, e.pgh_created_at AS at, e.pgh_obj_id AS record,
    (c.metadata->>'user')::bigint AS who, to_jsonb(e) AS now, NULL::jsonb AS step, (
        SELECT to_jsonb(p) FROM {table} p
        WHERE p.pgh_obj_id = e.pgh_obj_id AND p.pgh_id < e.pgh_id ORDER BY p.pgh_id DESC LIMIT 1
    ) AS before
FROM {table} e LEFT JOIN pghistory_context c ON c.id = e.pgh_context_id
WHERE e.pgh_obj_id IN ({visible})
"""
STEPS = """
SELECT %s AS branch, s.id, s.at, s.object_id AS record, s.by_id AS who, (
        SELECT to_jsonb(p) FROM {table} p
        WHERE p.pgh_obj_id = s.object_id ORDER BY p.pgh_id DESC LIMIT 1
    ) AS now, to_jsonb(s) AS step, NULL::jsonb AS before
FROM {steps} s WHERE s.content_type_id = %s AND s.object_id IN ({visible})
"""


def branches(user, asked: Asked) -> Iterator[tuple[int, str, list, str, str, str]]:
    """Number, statement, parameters and the columns of moment, id and author of each source."""
    for number, (label, (model, event)) in enumerate(tracked().items()):
        if asked.kind and asked.kind != label:
            continue
        rows = model._default_manager.visible_to(user).order_by().values("pk")
        try:
            visible, params = rows.query.sql_with_params()
        except EmptyResultSet:
            continue
        names = {"table": f'"{event._meta.db_table}"', "visible": visible}
        at = ("e.pgh_created_at", "e.pgh_id", "(c.metadata->>'user')::bigint")
        yield 2 * number, EVENTS.format(**names), [2 * number, *params], *at
        if has_status(model):
            kind = ContentType.objects.get_for_model(model).pk
            sql = STEPS.format(**names, steps=f'"{StatusChange._meta.db_table}"')
            yield 2 * number + 1, sql, [2 * number + 1, kind, *params], "s.at", "s.id", "s.by_id"


def statement(user, asked: Asked, after: tuple | None, limit: int) -> tuple[str, list]:
    """The one statement of a page and its parameters; an empty one when nothing is visible."""
    parts, values = [], []
    for number, sql, params, at, key, who in branches(user, asked):
        if asked.who:
            sql, params = f"{sql} AND {who} = %s", [*params, asked.who.pk]
        if asked.since:
            sql, params = f"{sql} AND {at} >= %s", [*params, start_of(asked.since)]
        if asked.until:
            end = start_of(asked.until + timedelta(days=1))
            sql, params = f"{sql} AND {at} < %s", [*params, end]
        if after:
            sql = f"{sql} AND ({at}, %s::int, {key}) < (%s, %s, %s)"
            params = [*params, number, *after]
        parts.append(f"({sql} ORDER BY {at} DESC, {key} DESC LIMIT %s)")
        values += [*params, limit]
    if not parts:
        return "", []
    union = " UNION ALL ".join(parts)
    order = "ORDER BY at DESC, branch DESC, id DESC LIMIT %s"
    # Nothing in it comes from the reader: names of tables, and what the ORM wrote itself.
    return f"SELECT * FROM ({union}) AS found {order}", [*values, limit]  # noqa: S608


def start_of(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def parse_key(text: str) -> tuple | None:
    """The place in the list that an address names; None for the top, or for nonsense."""
    at, _tilde, rest = text.partition("~")
    branch, _tilde, key = rest.partition("~")
    try:
        moment = parse_datetime(at)
    except ValueError:
        return None
    if moment is None or timezone.is_naive(moment):
        return None
    if not (branch.isdecimal() and key.isdecimal() and len(branch) < 9 and len(key) < 18):
        return None
    return moment, int(branch), int(key)


def read(user, asked: Asked, *, after: tuple | None = None, limit: int = 50) -> list[Entry]:
    """The newest changes that `user` may see, from `after` on. Two queries."""
    sql, params = statement(user, asked, after, limit)
    if not sql:
        return []
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        columns = [column[0] for column in cursor.description]
        rows = [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]
    models = [model for model, _event in tracked().values()]
    entries = [entry_of(models[row["branch"] // 2], row) for row in rows]
    ids = {entry.who_id for entry in entries}
    people = User.objects.select_related("person").in_bulk([pk for pk in ids if pk])
    for entry in entries:
        found = people.get(entry.who_id)
        entry.who = found.full_name if found else _("The portal")
    return entries


def entry_of(model, row: dict) -> Entry:
    # Django has the driver hand JSON over as text.
    now, before, step = (json.loads(row[name] or "null") for name in ("now", "before", "step"))
    now = now or {}
    entry = Entry(
        at=row["at"],
        key=f"{row['at'].isoformat()}~{row['branch']}~{row['id']}",
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
