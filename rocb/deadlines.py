"""Deadlines: the one idea behind desk, reminders, overdue lists and calendar feeds.

A pillar declares each kind once: a queryset of what is still owed, made by `owed()`. Whether it is
due or overdue is computed from dates, to the end of the day where the debtor lives; it is never
stored. Because a declaration is a queryset, reminders become one INSERT ... SELECT.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.db import connection
from django.db.models import (
    BigIntegerField,
    CharField,
    Count,
    DateField,
    DateTimeField,
    ExpressionWrapper,
    F,
    IntegerField,
    OuterRef,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.functions import Cast, Coalesce, Concat
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rocb.models import StatusChange
from rocb.registry import Registry
from rocb.roles import Role
from rocb.standing import Blank, ask, asked_by, own, united

# What every declaration yields, in this order; no model has fields of these names:
#   owed_id     the record; with the kind and the round it names the deadline
#   owed_round  0, and one more each time the ladder starts anew
#   owed_on     a date; the day ends where the debtor lives
#   owed_by     the administration, or the donor, that owes it (null: the office's own business)
#   owed_to     the regional office that watches over it
#   owed_what   in a few words
#   owed_zone   the debtor's time zone
#   owed_name   the debtor's name
#   owed_charge the sign-in in charge of it, where that is not the officer in charge of the member
COLUMNS = (
    "owed_id",
    "owed_round",
    "owed_on",
    "owed_by",
    "owed_to",
    "owed_what",
    "owed_zone",
    "owed_name",
    "owed_charge",
)

# Who is asked: of a member its coordinator or its head of customs, of the office whoever runs it.
MEMBER = frozenset({Role.COORDINATOR})
EXECUTIVE = frozenset({Role.EXECUTIVE})
OFFICE = frozenset({Role.HEAD, Role.OFFICER})
# The office answers what members send in within two weeks; so does a head of customs.
ANSWERED_IN = timedelta(days=14)


def owed(
    queryset: QuerySet,
    *,
    what,
    on,
    turn=0,
    member: str = "",
    party: str = "",
    office: str = "",
    charge: str = "",
) -> QuerySet:
    """Give a queryset the columns of a deadline.

    `what`, `on` and `turn` are expressions or names of fields; `member` is the path to the
    administration that owes it, `office` to the office where there is no member, and then `party` to
    another organisation that owes it. `charge` leads to the user in charge, where a record names one.
    """
    debtor, where = member or party, member or party or office
    return queryset.annotate(
        owed_id=F("pk"),
        owed_round=Cast(Value(turn) if isinstance(turn, int) else turn, IntegerField()),
        owed_on=F(on) if isinstance(on, str) else on,
        owed_by=F(f"{debtor}_id") if debtor else Cast(Value(None), BigIntegerField()),
        owed_to=F(f"{member}__region__office") if member else F(f"{office}_id"),
        owed_what=Cast(what, CharField()),
        owed_zone=F(f"{where}__time_zone"),
        owed_name=F(f"{member}__country_name")
        if member
        else F(f"{party}__name")
        if party
        else Cast(Value(""), CharField()),
        owed_charge=F(f"{charge}_id") if charge else Cast(Value(None), BigIntegerField()),
    )


def after(when, days: timedelta):
    """The day `days` after a moment or a day (before it, if negative), as a column.

    `when` is an expression or the path to it.
    """
    when = F(when) if isinstance(when, str) else when
    return Cast(ExpressionWrapper(when + days, output_field=DateTimeField()), DateField())


def times_taken(model, step: str, of: str = "pk"):
    """How often a step was taken on a record (`of` is the path to it): each starts a new ladder."""
    names = model._meta
    changes = StatusChange.objects.filter(
        content_type__app_label=names.app_label,
        content_type__model=names.model_name,
        object_id=OuterRef(of),
        step=step,
    )
    count = changes.order_by().values("object_id").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(count, output_field=IntegerField()), 0)


def named(number: str, title: str):
    """Two columns as one text."""
    return Concat(F(number), Value(" "), F(title), output_field=CharField())


@dataclass(frozen=True, slots=True)
class DeadlineKind:
    """One kind of deadline.

    `rows(queryset)` narrows records of `model` to what is still owed and gives it COLUMNS. `debtors`
    are the roles that owe it: of the administration, or of the office where it is the office's turn.
    `url_name` takes the record's id and is where to act; `page_name` is where those read who only watch,
    where that is another page. `perm` is what a reader of it needs.
    A kind with a `call` is what its debtors come for: it stands on top of their desk, with the call on
    its button. `rungs` replaces the office's ladder; an
    empty tuple shows it on the desk but never mails.
    """

    key: str
    label: Any
    model: Any
    rows: Callable[[Any], QuerySet]
    debtors: frozenset[str]
    url_name: str
    perm: str
    rungs: tuple[int, ...] | None = None
    call: Any = ""
    page_name: str = ""

    def owed(self) -> QuerySet:
        """What is open, for everybody: what reminders work on."""
        return self.rows(self.model.objects.all())

    def visible(self, user) -> QuerySet:
        """What is open among the records that this reader may see."""
        return self.rows(self.model.objects.visible_to(user))


@dataclass(frozen=True, slots=True)
class Deadline:
    """One deadline as a page, mail or feed shows it."""

    kind: DeadlineKind
    object_id: int
    round: int
    due_on: date
    what: str
    administration_id: int | None
    administration: str
    days_left: int

    @property
    def is_overdue(self) -> bool:
        return self.days_left < 0

    @property
    def is_soon(self) -> bool:
        """Within two weeks: what a desk shows first."""
        return 0 <= self.days_left <= 14

    @property
    def title(self) -> str:
        return f"{self.kind.label}: {self.what}"

    @property
    def url(self) -> str:
        return reverse(self.kind.url_name, args=[self.object_id])

    def url_for(self, user) -> str:
        """Where to act for those who owe it, where to read for everybody else."""
        if self.kind.page_name and user.role not in self.kind.debtors:
            return reverse(self.kind.page_name, args=[self.object_id])
        return self.url

    def left(self) -> str:
        """How long that still is, in words."""
        if self.days_left < 0:
            return ngettext("%d day overdue", "%d days overdue", -self.days_left) % -self.days_left
        if self.days_left == 0:
            return _("due today")
        return ngettext("%d day left", "%d days left", self.days_left) % self.days_left


deadlines: Registry[DeadlineKind] = Registry("Deadline")


def local_today(at: datetime, time_zone: str) -> date:
    """The calendar day at the moment `at` (aware) in a time zone of the tz database."""
    return timezone.localdate(at, ZoneInfo(time_zone))


def read(rows: Iterable[tuple], at: datetime) -> Iterator[Deadline]:
    """The deadlines in rows of `keyed`, with the days left where each debtor lives."""
    for key, pk, turn, on, member, _office, what, zone, name, _charge in rows:
        yield Deadline(
            kind=deadlines[key],
            object_id=pk,
            round=turn,
            due_on=on,
            what=what,
            administration_id=member,
            administration=name or "",
            days_left=(on - local_today(at, zone or "UTC")).days,
        )


def keyed(kind: DeadlineKind, rows: QuerySet) -> QuerySet:
    """Rows of one kind as tuples that begin with its key, so that kinds can be put together."""
    named = rows.annotate(owed_kind=Value(kind.key, CharField()))
    return named.values_list("owed_kind", *COLUMNS)


def deadlines_of(
    user, *, at: datetime, until: date | None = None, administration=None, limit: int = 200
) -> list[Deadline]:
    """What is open for this reader, the most urgent first; one query over all kinds."""

    def rows(reader) -> QuerySet | None:
        parts = []
        for kind in open_to(reader):
            owed = kind.visible(reader)
            if until is not None:
                owed = owed.filter(owed_on__lte=Blank("until"))
            if administration is not None:
                owed = owed.filter(owed_by=Blank("debtor"))
            parts.append(keyed(kind, owed).order_by("owed_on", "pk")[:limit])
        return united(parts)

    variant = (until is None, administration is None, limit)
    debtor = administration and administration.pk
    found = list(read(ask(user, "deadlines", rows, *variant, until=until, debtor=debtor), at))
    found.sort(key=lambda deadline: (deadline.due_on, deadline.what))
    return found[:limit]


def open_to(reader) -> list[DeadlineKind]:
    """The kinds that a reader may read of at all."""
    return [kind for kind in deadlines if reader.has_perm(kind.perm)]


COUNTED = """
    SELECT kind, count(*) FILTER (WHERE on_day < %s), count(*) FILTER (WHERE on_day >= %s)
    FROM ({rows}) AS owed (kind, on_day) GROUP BY kind
"""


def counts_of(user, *, today: date, until: date) -> list[tuple[DeadlineKind, int, int]]:
    """(kind, overdue, due by `until`) of what is open for this reader, by the reader's day; one query.

    Kinds with nothing to do by then are left out.
    """

    def rows(reader) -> QuerySet | None:
        return united(dated(kind, reader) for kind in open_to(reader))

    standing = asked_by(user, "dates of deadlines", rows)
    if standing is None:
        return []
    # Some kinds are sums already, which the ORM cannot count in groups.
    values = standing.filled(own(user) | {"until": until})
    with connection.cursor() as cursor:
        cursor.execute(COUNTED.format(rows=standing.sql), [today, today, *values])
        found = {key: (late, soon) for key, late, soon in cursor.fetchall()}
    return [(kind, *found[kind.key]) for kind in deadlines if kind.key in found]


def dated(kind: DeadlineKind, reader) -> QuerySet:
    """The kind and the day of each deadline of one kind, as tuples."""
    rows = kind.visible(reader).filter(owed_on__lte=Blank("until")).order_by()
    named = rows.annotate(owed_kind=Value(kind.key, CharField()))
    return named.values_list("owed_kind", "owed_on")


def is_mine(deadline: Deadline, user, in_charge_of: frozenset[int] = frozenset()) -> bool:
    """Whether it is for this reader to do; officers do what concerns members in their charge."""
    if user.role not in deadline.kind.debtors:
        return False
    member = deadline.administration_id
    return not user.is_office or member is None or member in in_charge_of
