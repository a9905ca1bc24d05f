"""Standing questions: what every reader asks, put into SQL once for each kind of reader.

Desk, digest and calendar are unions over what all pillars declare: to put one together costs thirty
times what it costs to send it. From reader to reader only a few numbers differ. So it is put together
for a stand-in, with blanks where those numbers belong, and the blanks are filled when it is asked.

That is right only while a statement depends on nothing but the kind of reader. The stand-in knows its
role and no more: whoever asks it for anything else, compares a blank with a value, reads records, or
writes a moment into the statement is told so by `Unfit`, the first time and not the tenth. Statements
are kept for the day, so that they may know which day it is where the reader lives.
"""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import BooleanField, Expression, Func, Model, QuerySet
from django.db.models.query import ModelIterable, get_related_populators
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import get_language

from rocb.policy import permissions_of
from rocb.roles import MEMBER_ROLES, OFFICE_ROLES

# What tells one reader from another of the same role; where somebody has none, the stand-in has none.
OWN = (
    "pk",
    "person_id",
    "organisation_id",
    "administration_id",
    "office_id",
    "region_id",
    "standing",
)


class Unfit(TypeError):
    """A statement that would not be the same for every reader of its kind all day long."""


class Blank(Expression):
    """A place in a statement that is filled when the question is asked: `Blank("until")`.

    Two fill themselves: `Blank("now")` with the moment, `Blank("zone")` with the reader's time zone.
    """

    def __init__(self, name: str, output_field=None):
        super().__init__(output_field)
        self.name = name

    def unknown(self, *_other):
        raise Unfit(f"“{self.name}” is not known while the statement is put together.")

    __str__ = __format__ = __int__ = __index__ = __lt__ = __le__ = __gt__ = __ge__ = unknown

    def __eq__(self, other):
        # The ORM asks each value of a filter whether it is the empty string.
        if not isinstance(other, Expression) and other != "":
            self.unknown()
        return isinstance(other, Blank) and other.name == self.name

    def __hash__(self):
        return hash(self.name)

    def __repr__(self):
        return f"Blank({self.name!r})"

    def as_sql(self, compiler, connection):
        return "%s", [self]

    def get_group_by_cols(self):
        return []


class Among(Func):
    """True where a column is one of the values that fill a blank: `filter(Among("pk", "ids"))`."""

    function = "ANY"
    template = "%(expressions)s"
    arg_joiner = " = "
    output_field = BooleanField()

    def __init__(self, column: str, name: str):
        super().__init__(column, Func(Blank(name), function="ANY"))


class SomeZone(tzinfo):
    """The reader's time zone, which has its hours and not its name while a statement is put together.

    Whatever asks on which day a moment was writes the name of the zone into the statement.
    """

    NAME = "where the reader lives"

    def __init__(self):
        self.zone = timezone.get_current_timezone()

    def utcoffset(self, when):
        return self.zone.utcoffset(when)

    def dst(self, when):
        return self.zone.dst(when)

    def tzname(self, when):
        return self.NAME if when is None else self.zone.tzname(when)

    def fromutc(self, when):
        return self.zone.fromutc(when.replace(tzinfo=self.zone)).replace(tzinfo=self)


class StandIn:
    """A kind of reader. It has a role; what makes it one person is a blank, or None."""

    is_authenticated = True

    def __init__(self, user):
        self.role = user.role
        self.is_active = user.is_active
        self.is_superuser = user.is_superuser
        self.is_office = user.role in OFFICE_ROLES
        self.is_member = user.role in MEMBER_ROLES
        for name in OWN:
            setattr(self, name, None if getattr(user, name) is None else Blank(name))

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        raise Unfit(f"A kind of reader has no “{name}”: take it from its role, or leave a blank.")

    def has_perm(self, perm: str) -> bool:
        return self.is_active and (self.is_superuser or perm in permissions_of(self.role))


class StandInRequest:
    """A request of which nothing is known but what kind of reader it comes from.

    `query` is for what is part of the name of the question, as its `GET`.
    """

    def __init__(self, reader: StandIn, query: QueryDict | None = None):
        self.user = reader
        if query is not None:
            self.GET = query

    def __getattr__(self, name):
        raise Unfit(f"What a request says of “{name}” is its own.")


def kind_of(user, its_own: dict[str, Any] | None = None) -> tuple:
    """What a statement may depend on: two readers alike in this are asked the same."""
    its_own = own(user) if its_own is None else its_own
    known = (value is None for value in its_own.values())
    return user.role, user.is_superuser, user.is_active, *known


@dataclass(frozen=True, slots=True)
class Statement:
    """SQL, the values that go with it, some of them blanks, and how its columns are read.

    Beyond its `width` it has columns that are there for the order alone.
    """

    sql: str
    values: tuple
    width: int
    converters: dict

    def filled(self, blanks: dict[str, Any]) -> list:
        """The values, with the blanks filled."""
        blanks = {"now": timezone.now(), "zone": timezone.get_current_timezone_name()} | blanks
        return [blanks[one.name] if isinstance(one, Blank) else one for one in self.values]

    def rows(self, blanks: dict[str, Any], piece: slice | None = None) -> list[tuple]:
        """All rows, or a `piece` of them."""
        sql, values = self.sql, self.filled(blanks)
        if piece is not None:
            sql = f"{sql} LIMIT %s OFFSET %s"
            values += [piece.stop - piece.start, piece.start]
        with connection.cursor() as cursor:
            cursor.execute(sql, values)
            found = cursor.fetchall()
            if len(cursor.description) > self.width:
                found = [row[: self.width] for row in found]
        return [self.read(row) for row in found] if self.converters else found

    def count(self, blanks: dict[str, Any], most: int) -> int:
        """How many rows, counted no further than `most`."""
        sql = f"SELECT count(*) FROM ({self.sql} LIMIT %s) AS found"  # noqa: S608
        with connection.cursor() as cursor:
            cursor.execute(sql, [*self.filled(blanks), most])
            return cursor.fetchone()[0]

    def read(self, row: tuple) -> tuple:
        values = list(row)
        for place, (converters, expression) in self.converters.items():
            for convert in converters:
                values[place] = convert(values[place], expression, connection)
        return tuple(values)


@dataclass(frozen=True, slots=True)
class RecordStatement(Statement):
    """A statement whose rows are records, with those that `select_related` brings along."""

    made: Callable[[tuple], Model]

    def records(self, blanks: dict[str, Any]) -> list[Any]:
        return [self.made(row) for row in self.rows(blanks)]


# The statements by their date: around midnight it is not the same for readers in different zones.
kept: dict[date, dict[tuple, Statement | Unfit | None]] = {}


def forget(**_signal) -> None:
    """Statements hold the numbers of content types, which a migration may change."""
    kept.clear()


def statement(key: tuple, make: Callable[[], QuerySet | None]) -> Statement | None:
    """The statement of this key, put together by `make` the first time. None: it can find nothing.

    Each language has its own: names of records are read from the column of the language.
    """
    today, key = timezone.localdate(), (get_language(), *key)
    if today not in kept:
        for day in [day for day in kept if abs(day - today) > timedelta(days=1)]:
            kept.pop(day, None)
    of_today = kept.setdefault(today, {})
    if key not in of_today:
        try:
            of_today[key] = put_together(make)
        except Unfit as error:
            of_today[key] = error
    found = of_today[key]
    if isinstance(found, Unfit):
        raise Unfit(*found.args)
    return found


def put_together(make: Callable[[], QuerySet | None]) -> Statement | None:
    with connection.execute_wrapper(refuse), timezone.override(SomeZone()):
        queryset = make()
        if queryset is None:
            return None
        compiler = queryset.query.get_compiler(connection=connection)
        try:
            sql, values = compiler.as_sql()
        except EmptyResultSet:
            return None
    for one in values:
        if isinstance(one, datetime):
            raise Unfit(f"{one} is written into the statement: leave a blank.")
    values = tuple(
        Blank("zone") if isinstance(one, str) and one == SomeZone.NAME else one for one in values
    )
    converters = compiler.get_converters([one for one, _sql, _name in compiler.select])
    statement = (sql, values, len(compiler.select), converters)
    if issubclass(queryset._iterable_class, ModelIterable):
        return RecordStatement(*statement, maker(queryset, compiler))
    return Statement(*statement)


# Django keeps it to itself, and its stubs tell of a later version: the tests of every page that is
# about one record hold what it makes against what a queryset makes.
populators_of: Any = get_related_populators


def maker(queryset: Any, compiler) -> Callable[[tuple], Model]:
    """What makes a record of a row, as a queryset does it."""
    if queryset._prefetch_related_lookups or queryset._known_related_objects:
        raise Unfit("Records that bring along more than one row of others are asked for as such.")
    model, places = compiler.klass_info["model"], compiler.klass_info["select_fields"]
    start, end = places[0], places[-1] + 1
    names = [one.target.attname for one, _sql, _name in compiler.select[start:end]]
    others = populators_of(compiler.klass_info, compiler.select, connection.alias)
    more, alias = compiler.annotation_col_map or {}, connection.alias

    def made(row: tuple) -> Model:
        record = model.from_db(alias, names, row[start:end])
        for other in others:
            other.populate(row, record)
        for name, place in more.items():
            setattr(record, name, row[place])
        return record

    return made


def refuse(execute, sql, params, many, context):
    """Nothing that is read from records may become part of a statement, but for their kinds."""
    if "django_content_type" not in sql:
        raise Unfit(f"Records are read to put the statement together: {sql[:200]}")
    return execute(sql, params, many, context)


def answer(key: tuple, make: Callable[[], QuerySet | None], **blanks) -> list[tuple]:
    """The rows of a standing question that is the same for everybody who may ask it."""
    found = statement(key, make)
    return found.rows(blanks) if found else []


def asked_by(
    user, name: Hashable, make: Callable[[Any], QuerySet | None], *variant
) -> Statement | None:
    """The statement of a question for this kind of reader; None where it can find nothing.

    `make(reader)` gives a queryset of tuples. It is called once for each kind of reader and each
    `variant`.
    """
    return statement((name, *variant, *kind_of(user)), lambda: make(StandIn(user)))


def own(user) -> dict[str, Any]:
    """What fills the blanks of a stand-in."""
    return {name: getattr(user, name) for name in OWN}


def ask(user, name: str, make: Callable[[Any], QuerySet | None], *variant, **blanks) -> list[tuple]:
    """The rows of a standing question for this reader; `blanks` are the values of its other blanks."""
    standing = asked_by(user, name, make, *variant)
    return standing.rows(own(user) | blanks) if standing else []


def records(key: tuple, make: Callable[[], QuerySet], **blanks) -> list[Any]:
    """The records of a standing question that is the same for everybody who may ask it."""
    found = statement(key, make)
    return found.records(blanks) if isinstance(found, RecordStatement) else []


def find(key: tuple, make: Callable[[], QuerySet], **blanks) -> Any | None:
    """The one record that such a question finds, or None."""
    found = records(key, make, **blanks)
    return found[0] if found else None


def find_for(user, name: str, make: Callable[[Any], QuerySet], **blanks) -> Any | None:
    """The one record that a question of this reader finds, or None."""
    found = records_for(user, name, make, **blanks)
    return found[0] if found else None


def records_for(user, name: Hashable, make: Callable[[Any], QuerySet], **blanks) -> list[Any]:
    """The records that a question of this reader finds."""
    if not user.is_authenticated:
        raise Unfit("Whoever has not signed in is no kind of reader.")
    its_own = own(user)
    found = statement((name, *kind_of(user, its_own)), lambda: make(StandIn(user)))
    return found.records(its_own | blanks) if isinstance(found, RecordStatement) else []


@dataclass(frozen=True, slots=True)
class Whole:
    """A list as a kind of reader gets it who narrows nothing: how many there are, and any piece of it."""

    counted: Statement | None
    told: Statement | None
    blanks: dict[str, Any]

    def count(self, most: int) -> int:
        """How many, counted no further than `most`."""
        return self.counted.count(self.blanks, most) if self.counted else 0

    def rows(self, piece: slice) -> list[tuple]:
        return self.told.rows(self.blanks, piece) if self.told else []


def whole(
    user, name: tuple, make: Callable[[Any], QuerySet], columns: Callable[[QuerySet], QuerySet]
) -> Whole:
    """The list that `make(reader)` gives in its order; `columns` takes tuples from it.

    Whatever decides on order and columns is part of the name. Raises `Unfit`.
    """
    if not user.is_authenticated:
        raise Unfit("Whoever has not signed in is no kind of reader.")
    blanks = own(user)
    kind = (*name, *kind_of(user, blanks))

    def count():
        return make(StandIn(user)).order_by().values_list("pk")

    def tell():
        return columns(make(StandIn(user)))

    return Whole(statement(("how many", *kind), count), statement(("which", *kind), tell), blanks)


def united(parts: Iterable[QuerySet]) -> QuerySet | None:
    """Querysets of the same columns as one; None where there are none."""
    found = list(parts)
    if len(found) < 2:
        return found[0] if found else None
    return found[0].union(*found[1:], all=True)
