"""What pillars put on pages of the ground floor: public home, desk, and a member's one page."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from django.db.models import (
    BigIntegerField,
    CharField,
    DateField,
    DateTimeField,
    F,
    QuerySet,
    TextField,
    Value,
)
from django.db.models.functions import Cast

from rocb.registry import Registry


@dataclass(frozen=True, slots=True)
class Panel:
    """A part of a member's page. `context(user, administration)` fills `template`."""

    key: str
    perm: str
    template: str
    context: Callable[[Any, Any], dict]


@dataclass(frozen=True, slots=True)
class RecordPanel:
    """A part of a lower pillar's page, owned by the pillar that has the data.

    `on` names the page, as "recommendation"; `context(user, record)` fills `template`, and an empty
    one leaves the part out.
    """

    key: str
    on: str
    perm: str
    template: str
    context: Callable[[Any, Any], dict]


@dataclass(frozen=True, slots=True)
class HomePanel:
    """A part of the public home: `context()` gives what anybody may read."""

    key: str
    template: str
    context: Callable[[], dict]


@dataclass(frozen=True, slots=True)
class OfficePanel:
    """A part of the office's home for its staff: `context(user, today)`; an empty one is left out."""

    key: str
    perm: str
    template: str
    context: Callable[[Any, date], dict]


class Waiting(NamedTuple):
    """One row that waits for a reader, as every box gives it to the desk's one query."""

    key: str
    id: int
    what: str
    who: str
    tag: str
    on: date | None
    at: datetime | None


def waits(rows: QuerySet, key: str, *, what, who="", tag="", on=None, at=None) -> QuerySet:
    """Rows as `Waiting`: each argument is an ORM path or an expression, empty for nothing."""

    def column(source, kind):
        if source in ("", None):
            return Cast(Value("" if isinstance(kind, TextField) else None), kind)
        return Cast(F(source) if isinstance(source, str) else source, kind)

    return rows.annotate(
        waits_key=Value(key, CharField()),
        waits_id=column("pk", BigIntegerField()),
        waits_what=column(what, TextField()),
        waits_who=column(who, TextField()),
        waits_tag=column(tag, TextField()),
        waits_on=column(on, DateField()),
        waits_at=column(at, DateTimeField()),
    ).values_list(*(f"waits_{name}" for name in Waiting._fields))


@dataclass(frozen=True, slots=True)
class Box:
    """A part of the desk: what waits for this reader, as dicts with text, url, by, tag and tone.

    Usual is `rows(user)`, querysets made by `waits`, and `line(row)`, a row as its dict: all boxes
    together are one query then. What no row tells is computed by `tasks(user)`, at a price of its own.
    """

    key: str
    label: Any
    perm: str
    tasks: Callable[[Any], list[dict]] | None = None
    rows: Callable[[Any], list[QuerySet]] | None = None
    line: Callable[[Waiting], dict] | None = None
    most: int = 20


@dataclass(frozen=True, slots=True)
class News:
    """What changed: `since(user, moment)` gives (when, text, url, who), the newest first."""

    key: str
    perm: str
    since: Callable[[Any, datetime], list[tuple[datetime, str, str, str]]]


@dataclass(frozen=True, slots=True)
class Outlook:
    """A sentence for a reader with nothing due: when something will be next."""

    key: str
    perm: str
    sentence: Callable[[Any], str]


member_panels: Registry[Panel] = Registry("Member panel")
record_panels: Registry[RecordPanel] = Registry("Record panel")
home_panels: Registry[HomePanel] = Registry("Home panel")
office_panels: Registry[OfficePanel] = Registry("Office panel")
boxes: Registry[Box] = Registry("Desk box")
news: Registry[News] = Registry("News")
outlooks: Registry[Outlook] = Registry("Outlook")


def waiting_for(user) -> list[tuple[Any, list[dict]]]:
    """(label, tasks) of each box that has something for this reader; one query for all rows."""
    open_to = [box for box in boxes if not box.perm or user.has_perm(box.perm)]
    parts = []
    for box in open_to:
        for rows in box.rows(user) if box.rows else []:
            parts.append((box, rows.order_by("-pk")[: box.most]))
    found: dict[str, list[dict]] = {box.key: [] for box in open_to}
    if parts:
        by_key = {box.key: box for box in open_to}
        querysets = [part for _box, part in parts]
        united = querysets[0].union(*querysets[1:], all=True) if parts[1:] else querysets[0]
        for row in sorted(map(Waiting._make, united), key=lambda one: -one.id):
            box = by_key[row.key.partition(":")[0]]
            found[box.key].append(box.line(row))  # type: ignore[misc]
    for box in open_to:
        if box.tasks:
            found[box.key] += box.tasks(user)
    return [(box.label, found[box.key]) for box in open_to if found[box.key]]


def panels_on(page: str, user, record) -> list[tuple[str, dict]]:
    """(template, context) of what other pillars show on this page to this reader."""
    found = []
    for panel in record_panels:
        if panel.on == page and user.has_perm(panel.perm):
            context = panel.context(user, record)
            if context:
                found.append((panel.template, context))
    return found
