"""What pillars put on pages of the ground floor: public home, desk, and a member's one page."""

from collections import defaultdict
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
from django.db.models.functions import Cast, JSONArray

from rocb.registry import Registry
from rocb.standing import Blank, ask, united


class Found(NamedTuple):
    """One row that a pillar shows on another's page; `names` is what its line is made of."""

    key: str
    id: int
    names: list[Any]


def finds(rows: QuerySet, key: str, *names, pk="pk") -> QuerySet:
    """Rows as `Found`: `names` are ORM paths or expressions. At most so many as they are cut to."""
    return rows.annotate(
        found_key=Value(key, CharField()),
        found_id=Cast(pk, BigIntegerField()),
        found_names=JSONArray(*names),
    ).values_list(*(f"found_{name}" for name in Found._fields))


class AnyRecord:
    """The record of a page while its query is put together: no more than what rows hang on."""

    pk = Blank("record_pk")
    iso2 = Blank("record_iso2")


@dataclass(frozen=True, slots=True)
class RecordPanel:
    """A part of a page of the ground floor or of a lower pillar, owned by who has the data.

    `on` names the page, as "member" or "recommendation"; `context(user, record, found)` fills
    `template`, and an empty one leaves the part out. `rows(user, record)` are querysets made by `finds`,
    with the panel's key before a colon: all panels of a page are one query, and each is given its own,
    in no order. They know of the record what `AnyRecord` does.
    """

    key: str
    on: str
    perm: str
    template: str
    context: Callable[[Any, Any, list[Found]], dict]
    rows: Callable[[Any, Any], list[QuerySet]] | None = None


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

    `rows(user)` are querysets made by `waits`, and `line(row)` a row as its dict: all boxes together
    are one query. The newest stand first, or what is most urgent by the column `first`: "on" or "at".
    What no row tells is computed by `tasks(user)`, at a price of its own.
    """

    key: str
    label: Any
    perm: str
    rows: Callable[[Any], list[QuerySet]]
    line: Callable[[Waiting], dict]
    tasks: Callable[[Any], list[dict]] | None = None
    first: str = ""
    most: int = 20

    def cut(self, rows: QuerySet) -> QuerySet:
        """As many rows as the desk shows, in the database."""
        return rows.order_by(*([f"waits_{self.first}"] if self.first else []), "-pk")[: self.most]

    def shown(self, found: list[Waiting]) -> list[dict]:
        """The lines of what the one query found for this box, in their order."""
        found.sort(key=lambda row: -row.id)
        if self.first:
            found.sort(key=lambda row: getattr(row, self.first))
        return [self.line(row) for row in found[: self.most]]


@dataclass(frozen=True, slots=True)
class Outlook:
    """A sentence for a reader with nothing due: when something will be next."""

    key: str
    perm: str
    sentence: Callable[[Any], str]


record_panels: Registry[RecordPanel] = Registry("Record panel")
home_panels: Registry[HomePanel] = Registry("Home panel")
office_panels: Registry[OfficePanel] = Registry("Office panel")
boxes: Registry[Box] = Registry("Desk box")
outlooks: Registry[Outlook] = Registry("Outlook")


def waiting_for(user) -> list[tuple[Any, list[dict]]]:
    """(label, tasks) of each box that has something for this reader; one query for all rows."""

    def rows(reader) -> QuerySet | None:
        return united(box.cut(rows) for box in open_to(reader) for rows in box.rows(reader))

    found: dict[str, list[Waiting]] = defaultdict(list)
    for row in map(Waiting._make, ask(user, "boxes", rows)):
        found[row.key.partition(":")[0]].append(row)
    shown = []
    for box in open_to(user):
        tasks = box.shown(found[box.key]) + (box.tasks(user) if box.tasks else [])
        if tasks:
            shown.append((box.label, tasks))
    return shown


def open_to(reader) -> list[Box]:
    """The boxes that stand on this reader's desk."""
    return [box for box in boxes if not box.perm or reader.has_perm(box.perm)]


def panels_on(page: str, user, record) -> list[tuple[str, dict]]:
    """(template, context) of what other pillars show on this page; one query for all their rows."""

    def rows(reader) -> QuerySet | None:
        return united(
            rows
            for one in standing_on(page, reader)
            if one.rows
            for rows in one.rows(reader, AnyRecord)
        )

    found: dict[str, list[Found]] = defaultdict(list)
    about = {"record_pk": record.pk, "record_iso2": getattr(record, "iso2", "")}
    for row in map(Found._make, ask(user, f"panels: {page}", rows, **about)):
        found[row.key.partition(":")[0]].append(row)
    panels = standing_on(page, user)
    filled = [(one.template, one.context(user, record, found[one.key])) for one in panels]
    return [(template, context) for template, context in filled if context]


def standing_on(page: str, reader) -> list[RecordPanel]:
    """The panels of a page that this reader may see."""
    return [one for one in record_panels if one.on == page and reader.has_perm(one.perm)]
