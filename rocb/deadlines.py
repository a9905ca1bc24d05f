"""Deadlines: the one idea behind desk, reminders, overdue lists and calendar feeds.

A pillar declares each kind once: a queryset of what is still owed, with fixed columns. Whether it
is due or overdue is computed from dates, to the end of the day where the debtor lives; it is
never stored. Because a declaration is a queryset, reminders become one INSERT ... SELECT.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import QuerySet
from django.utils import timezone

from rocb.registry import Registry

# The columns that every declaration yields (names of annotations or fields):
#   object_id          the record; with `kind` and `round` it names the deadline
#   round              0, and one more each time the ladder starts anew
#   due_on             a date; the day ends in the debtor's time zone
#   administration_id  whose it is; its time zone counts (null: the office's own business)
#   office_id          the regional office that watches over it
#   title              what is owed, in a few words
COLUMNS = ("object_id", "round", "due_on", "administration_id", "office_id", "title")


@dataclass(frozen=True, slots=True)
class DeadlineKind:
    """One kind of deadline.

    `owed()` gives the open ones, for everybody, with COLUMNS annotated; `visible(user)` those that
    the user may see, same columns. `debtors` are the roles that owe it: of the administration,
    or of the office where it is the office's turn. `url_name` takes the object id and is where to
    act. `rungs` replaces the office's ladder; an empty tuple shows it on the desk but never mails.
    """

    key: str
    label: Any
    owed: Callable[[], QuerySet]
    visible: Callable[[Any], QuerySet]
    debtors: frozenset[str]
    url_name: str
    rungs: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class Deadline:
    """One deadline as a page or feed shows it."""

    kind: DeadlineKind
    object_id: int
    round: int
    due_on: date
    title: str
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


deadlines: Registry[DeadlineKind] = Registry("Deadline")


def local_today(at: datetime, time_zone: str) -> date:
    """The calendar day at the moment `at` (aware) in a time zone of the tz database."""
    return timezone.localdate(at, ZoneInfo(time_zone))


def deadlines_of(user, *, at: datetime, until: date | None = None, limit: int = 200):
    """What is open for this reader, the most urgent first; one query for each kind they may see.

    `mine` tells the reader's own debts from what they only watch.
    """
    found = []
    for kind in deadlines:
        rows = kind.visible(user)
        if until is not None:
            rows = rows.filter(due_on__lte=until)
        rows = rows.order_by("due_on").values_list(
            *COLUMNS, "administration_time_zone", "administration_name"
        )
        for object_id, turn, due_on, administration_id, _office, title, zone, name in rows[:limit]:
            found.append(
                Deadline(
                    kind=kind,
                    object_id=object_id,
                    round=turn,
                    due_on=due_on,
                    title=title,
                    administration_id=administration_id,
                    administration=name or "",
                    days_left=(due_on - local_today(at, zone or "UTC")).days,
                )
            )
    found.sort(key=lambda deadline: (deadline.due_on, deadline.title))
    return found[:limit]


def is_mine(deadline: Deadline, user) -> bool:
    """Whether the reader is among those who owe it."""
    return user.role in deadline.kind.debtors
