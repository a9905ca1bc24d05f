"""What the portal holds about a person, in words: for a page, for a file, for the preview."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Any

from django.conf import settings
from django.core.exceptions import FieldDoesNotExist, PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.text import Truncator, capfirst
from django.utils.translation import gettext as _

from rocb import markup
from rocb.figures import counts
from rocb.models import DataRequest, Person, User
from rocb.personal.holdings import Holding, holdings
from rocb.standing import Blank, answer
from rocb.trail import words_of

SHOWN, LONGEST = 5, 300  # rows of one kind and letters of one word on a page; the file holds all


@dataclass(frozen=True, slots=True)
class Held:
    """The rows of one kind: how many, and as many of them in words as were asked for.

    They are counted as far as lists are: beyond `MOST_COUNTED` it is said that there are more.
    """

    kind: Holding
    count: int
    labels: list[str]
    rows: list[list[str]]

    @property
    def number(self) -> str:
        return markup.up_to(self.count, settings.MOST_COUNTED)

    @property
    def more(self) -> int:
        return self.count - len(self.rows)

    @property
    def is_counted(self) -> bool:
        return self.count <= settings.MOST_COUNTED

    @property
    def columns(self) -> list[dict[str, str]]:
        return [{"label": capfirst(label)} for label in self.labels]

    @property
    def cells(self) -> list[list[str]]:
        """The rows, with long words cut: the file holds them whole."""
        return [
            [Truncator(word).chars(LONGEST) if len(word) > LONGEST else word for word in row]
            for row in self.rows
        ]

    @property
    def facts(self) -> list[tuple[str, str]]:
        """A single row, with what its columns are called."""
        return list(zip(self.labels, self.rows[0], strict=True))


def field_at(model, path: str):
    """The model and the field at the end of an ORM path."""
    *steps, last = path.split("__")
    for step in steps:
        model = model._meta.get_field(step).related_model
    return model, model._meta.get_field(last)


def label_of(model, path: str) -> str:
    """What a column is called; a name of something else is called after that."""
    first = path.partition("__")[0]
    try:
        field = model._meta.get_field(first) if "__" in path else field_at(model, path)[1]
    except FieldDoesNotExist:
        return path
    return capfirst(str(field.verbose_name))


def in_words(model, path: str, value) -> str:
    """A stored value as a reader knows it."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, datetime):
        return markup.moment(value)
    if isinstance(value, date):
        return markup.day(value)
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if isinstance(value, dict):
        return "; ".join(f"{name}: {', '.join(map(str, words))}" for name, words in value.items())
    owner, field = field_at(model, path)
    return words_of(owner, field.name, value)


def columns_of(kind: Holding, *, is_internal: bool) -> tuple[str, ...]:
    return (*kind.columns, *kind.internal) if is_internal else kind.columns


class Anybody(Blank):
    """The person that a standing question is about."""

    @property
    def pk(self) -> Blank:
        return self

    def addresses(self) -> list[Blank]:
        return [Blank("address"), Blank("other_address")]


ANYBODY: Any = Anybody("person")


def who(person: Person) -> dict[str, Any]:
    """What fills the blanks of a question about somebody."""
    address, other_address = (*person.addresses(), "", "")[:2]
    return {"person": person.pk, "address": address, "other_address": other_address}


def first_rows(kind: Holding, names: tuple[str, ...], limit: int | None) -> QuerySet:
    """The newest rows of a kind that are about somebody, as tuples."""
    return kind.of(ANYBODY).order_by("-pk").values_list(*names)[:limit]


def held(person: Person, *, is_internal: bool, limit: int | None = SHOWN) -> list[Held]:
    """Every kind of which there is anything. One query for all counts, and one for each such kind.

    `is_internal` adds what the office keeps to itself.
    """
    kinds = [kind for kind in holdings if columns_of(kind, is_internal=is_internal)]
    numbers = answer(
        ("how much is held", is_internal),
        lambda: counts((kind.of(ANYBODY) for kind in kinds), settings.MOST_COUNTED + 1),
        **who(person),
    )
    found = []
    for kind, count in zip(kinds, *numbers, strict=True):
        if count:
            names = columns_of(kind, is_internal=is_internal)
            rows = answer(
                ("what is held", kind.key, is_internal, limit),
                partial(first_rows, kind, names, limit),
                **who(person),
            )
            model = kind.of(person).model
            words = [
                [in_words(model, name, value) for name, value in zip(names, row, strict=True)]
                for row in rows
            ]
            found.append(Held(kind, count, [label_of(model, name) for name in names], words))
    return found


def plain(value: Any):
    """A value as JSON knows it; dates as ISO text."""
    return value.isoformat() if isinstance(value, date | datetime) else value


def told(person: Person, *, is_internal: bool) -> dict[str, Any]:
    """All of it as data: kind -> its rows, each a dictionary of columns."""
    kinds = []
    for kind in holdings:
        names = columns_of(kind, is_internal=is_internal)
        rows = kind.of(person).order_by("pk").values(*names) if names else []
        if rows:
            kinds.append(
                {
                    "kind": kind.key,
                    "label": str(kind.label),
                    "rows": [{name: plain(value) for name, value in row.items()} for row in rows],
                }
            )
    return {"person": person.pk, "made_at": timezone.now().isoformat(), "holds": kinds}


@transaction.atomic
def hand_out(person: Person, *, by: User, reason: str) -> dict[str, Any]:
    """All data about a person, for the person; the register keeps who handed them out and why.

    Raises PermissionDenied.
    """
    if not person.allows(by, "rocb.answer_data_request"):
        raise PermissionDenied
    found = told(person, is_internal=True)
    counts = {kind["kind"]: len(kind["rows"]) for kind in found["holds"]}
    DataRequest.objects.create(
        person=person, kind=DataRequest.Kind.HANDED_OUT, reason=reason, counts=counts, by=by
    )
    return found
