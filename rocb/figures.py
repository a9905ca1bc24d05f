"""Figures: every number that an office reports, computed for any day.

A pillar declares each figure once: title, definition in words, the rows that it counts on a day, and
how such a row is shown. The number is the count of these rows and nothing else, so that it always
opens into what it counts. Nothing is stored: a figure can say what it was.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import IntegerField, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from rocb.models import Region, StatusChange
from rocb.registry import Registry

# Fewer members than this are never shown as a total of what members did: it would give one away.
FEWEST = 3


@dataclass(frozen=True, slots=True)
class Shown:
    """How a counted row is shown: ORM paths or expressions, and the page that it opens.

    `url_name` is reversed with the value of `url_by`, for readers with `perm`; empty where rows have
    no page of their own.
    """

    name: Any
    more: Any = None
    on: Any = None
    url_name: str = ""
    url_by: str = "pk"
    perm: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of an office.

    `rows(office, day)` are the rows counted as at the end of `day`; `register(day)` is the list where
    the same rows are found, if there is one. `pillar` is 1 to 4, 0 for the office itself. What is
    `of_members` counts what members did: outside their office it is not shown for a few of them.
    """

    key: str
    title: Any
    definition: Any
    rows: Callable[[Any, date], QuerySet]
    shown: Shown
    pillar: int = 0
    register: Callable[[date], str] | None = None
    of_members: bool = False

    def value(self, office, day: date) -> int:
        """The number as at the end of a day; one query."""
        return self.rows(office, day).count()


figures: Registry[Figure] = Registry("Figure")


class CountOf(Subquery):
    """The number of rows of any queryset, as a column: many counts in one query."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) AS counted)"
    output_field = IntegerField()
    empty_result_set_value = 0


def counted(querysets: Iterable[QuerySet]) -> list[int]:
    """How many rows each of them has; one query."""
    columns = [CountOf(rows.order_by().values("pk")) for rows in querysets]
    if not columns:
        return []
    # Any table with a row will do to hang the columns on.
    rows = Region.objects.order_by("pk").values_list(*columns)[:1]
    return list(next(iter(rows), [0] * len(columns)))


def figures_of(office, day: date) -> list[tuple[Figure, int]]:
    """All figures of an office as at the end of a day, pillar by pillar; one query."""
    found = sorted(figures, key=lambda figure: figure.pillar or 9)
    return list(zip(found, counted(figure.rows(office, day) for figure in found), strict=True))


def series(figure: Figure, office, days: Iterable[date]) -> list[int]:
    """One figure on several days; one query."""
    return counted(figure.rows(office, day) for day in days)


def end_of(day: date) -> datetime:
    """The first moment after a day, in the zone of the installation."""
    return timezone.make_aware(
        datetime.combine(day + timedelta(days=1), time()), timezone.get_default_timezone()
    )


def year_before(day: date) -> date:
    """The same day a year earlier: twelve months up to a day begin after it."""
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - 1, day=28 if leap else day.day)


def status_on(model, day: date) -> Coalesce:
    """The status that a row had at the end of a day, as its steps tell; empty before its first."""
    kind = ContentType.objects.get_for_model(model)
    steps = StatusChange.objects.filter(
        content_type=kind, object_id=OuterRef("pk"), at__lt=end_of(day)
    )
    last = Subquery(steps.order_by("-at", "-pk").values("target")[:1])
    return Coalesce(last, Value(""))
