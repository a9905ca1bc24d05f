"""Figures: every number that an office reports, computed for any day.

A pillar declares each figure once: title, definition in words, the rows that it counts on a day, and
how such a row is shown. The number is the count of these rows and nothing else, so that it always
opens into what it counts. Nothing is stored: a figure can say what it was.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import IntegerField, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from rocb.kept import kept
from rocb.models import StatusChange
from rocb.registry import Registry
from rocb.standing import ask

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


def counted(querysets: Iterable[QuerySet], most: int | None = None) -> list[int]:
    """How many rows each of them has, counted no further than `most`; one query."""
    rows = counts(querysets, most)
    return [] if rows is None else list(rows[0])


def counted_for(
    user, name: str, make: Callable[[Any], Iterable[QuerySet]], most: int | None = None
) -> list[int]:
    """The same of what `make(reader)` gives, as a standing question of this kind of reader."""
    rows = ask(user, name, lambda reader: counts(make(reader), most))
    return list(rows[0]) if rows else []


def counts(querysets: Iterable[QuerySet], most: int | None) -> QuerySet | None:
    """One row with the number of rows of each; None where there is nothing to count."""
    columns = [CountOf(rows.order_by().values("pk")[:most]) for rows in querysets]
    # Any table that is never empty will do to hang the columns on.
    rows = ContentType.objects.order_by("pk").values_list(*columns)[:1]
    return rows if columns else None


def figures_of(office, day: date) -> list[tuple[Figure, int]]:
    """All figures of an office as at the end of a day, pillar by pillar; one query at most."""
    found = sorted(figures, key=lambda figure: figure.pillar or 9)
    return list(zip(found, counted_at([(one, day) for one in found], office), strict=True))


def counted_at(asked: Sequence[tuple[Figure, date]], office) -> list[int]:
    """Figures of an office, each as at the end of its day; counted once between two steps."""
    told = tuple((figure.key, day) for figure, day in asked)
    return kept(
        "figures",
        lambda: counted(figure.rows(office, day) for figure, day in asked),
        office.pk,
        told,
    )


def series(figure: Figure, office, days: Iterable[date]) -> list[int]:
    """One figure on several days; one query at most."""
    return counted_at([(figure, day) for day in days], office)


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
