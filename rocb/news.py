"""What changed since somebody was here: the news of all pillars, as one query."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.db.models import (
    BigIntegerField,
    CharField,
    DateTimeField,
    F,
    JSONField,
    OuterRef,
    QuerySet,
    Subquery,
    TextField,
    Value,
)
from django.db.models.functions import Cast, Coalesce, Concat, JSONArray, NullIf, Trim
from django.urls import reverse

from rocb.models import StatusChange
from rocb.registry import Registry
from rocb.roles import Role
from rocb.standing import Blank, ask, united
from rocb.workflow import Workflow

MOST = 15
NOBODY = Value("", TextField())
# Who took a step, by name; who has none by address; nobody for what the clock did.
TAKER = Coalesce(
    NullIf(Trim(Concat("by__person__given_name", Value(" "), "by__person__family_name")), NOBODY),
    "by__email",
    NOBODY,
    output_field=TextField(),
)


class Told(NamedTuple):
    """One change, as every pillar gives it to the one query; `names` say what it is about."""

    key: str
    id: int
    at: datetime
    step: str
    names: list[Any]
    by: str


@dataclass(frozen=True, slots=True)
class News:
    """A kind of change: `rows(user, moment)`, made by `tells` or `tells_steps`, of what came after it.

    `line(row)` gives the words and the address of one.
    """

    key: str
    perm: str
    rows: Callable[[Any, Blank], list[QuerySet]]
    line: Callable[[Told], tuple[str, str]]


news: Registry[News] = Registry("News")


def tells(rows: QuerySet, key: str, *, at, names, pk="pk", step="", by=NOBODY) -> QuerySet:
    """Rows as `Told`: arguments are ORM paths or expressions, `names` the JSON array of names."""

    def column(source, kind):
        return Cast(F(source) if isinstance(source, str) else source, kind)

    return rows.annotate(
        told_key=Value(key, CharField()),
        told_id=column(pk, BigIntegerField()),
        told_at=column(at, DateTimeField()),
        told_step=column(step or Value(""), TextField()),
        told_names=column(names, JSONField()),
        told_by=column(by, TextField()),
    ).values_list(*(f"told_{name}" for name in Told._fields))


def tells_steps(
    user, moment: Blank, key: str, seen: QuerySet, names: Iterable[str], **narrowed
) -> QuerySet:
    """The steps that others took after `moment` on records that `seen` holds.

    `names` are columns of the record; `narrowed` filters the steps.
    """
    record = seen.model._default_manager.filter(pk=OuterRef("object_id")).order_by()
    changes = StatusChange.objects.filter(
        content_type=ContentType.objects.get_for_model(seen.model),
        object_id__in=seen.order_by().values("pk"),
        at__gt=moment,
        **narrowed,
    ).exclude(by=user.pk)
    named = Subquery(record.values(told=JSONArray(*names)), output_field=JSONField())
    return tells(changes, key, pk="object_id", at="at", step="step", names=named, by=TAKER)


@dataclass(frozen=True, slots=True)
class Followed:
    """A kind of record whose every step is news. `called(names)` is its name in a sentence."""

    model: Any
    flow: Workflow
    names: tuple[str, ...]
    url_name: str
    called: Callable[[list[Any]], str] = ", ".join


def news_of_steps(key: str, perm: str, *kinds: Followed, quiet: tuple[str, ...] = ()) -> News:
    """The news that somebody else took a step; steps that are `quiet` are told otherwise."""
    by_key = {f"{key}:{kind.model._meta.model_name}": kind for kind in kinds}

    def rows(user, moment: Blank) -> list[QuerySet]:
        parts = [
            tells_steps(user, moment, one, kind.model.objects.visible_to(user), kind.names)
            for one, kind in by_key.items()
        ]
        return [part.exclude(step__in=quiet) for part in parts] if quiet else parts

    def line(row: Told) -> tuple[str, str]:
        kind = by_key[row.key]
        label = kind.flow.step(row.step).label if row.step in kind.flow.steps else row.step
        return f"{kind.called(row.names)}: {label}", reverse(kind.url_name, args=[row.id])

    return News(key, perm, rows, line)


def told_since(user, moment: datetime) -> list[tuple[datetime, str, str, str]]:
    """(when, text, address, who) of what others did since then, the newest first; one query.

    A donor reads what was done, not who did it.
    """

    def rows(reader) -> QuerySet | None:
        return united(
            rows.order_by("-told_at")[:MOST]
            for one in news
            if reader.has_perm(one.perm)
            for rows in one.rows(reader, Blank("moment"))
        )

    found = map(Told._make, ask(user, "news", rows, moment=moment))
    newest = sorted(found, key=lambda row: row.at, reverse=True)[:MOST]
    hides_names = user.role == Role.DONOR
    return [
        (row.at, *news[row.key.partition(":")[0]].line(row), "" if hides_names else row.by)
        for row in newest
    ]
