"""How much each officer carries, month by month, from the items of the work plan."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from reports.models import WorkItem
from reports.workflow import WorkStatus
from rocb import fiscal
from rocb.models.alphabet import az
from rocb.models.people import name_at

# Working days that a month holds, about: more than this is too much for one person.
FULL = 20.0


@dataclass(frozen=True, slots=True)
class Load:
    """One officer's working days in each month of a fiscal year; pk None: nobody carries it."""

    pk: int | None
    name: str
    days: list[float]

    @property
    def total(self) -> float:
        return round(sum(self.days), 1)

    @property
    def months_over(self) -> int:
        return sum(n > FULL for n in self.days)


def weekdays(first: date, last: date) -> int:
    """Mondays to Fridays from `first` to `last`, both included."""
    if last < first:
        return 0
    whole, rest = divmod((last - first).days + 1, 7)
    extra = sum((first.weekday() + offset) % 7 < 5 for offset in range(rest))
    return whole * 5 + extra


def spread(effort: float, starts: date, ends: date, year: int) -> list[float]:
    """The effort of an item in each month of a fiscal year, even over its working days."""
    total = weekdays(starts, ends)
    if not total:  # a weekend: all of it falls in its first month
        ends = starts
    found = []
    for month in fiscal.months(year):
        next_month = (month + timedelta(days=32)).replace(day=1)
        first, last = max(starts, month), min(ends, next_month - timedelta(days=1))
        if total:
            found.append(effort * weekdays(first, last) / total)
        else:
            found.append(effort if first <= last else 0.0)
    return found


def loads(office, year: int) -> list[Load]:
    """Each officer's load in a fiscal year, by name; dropped items weigh nothing. One query."""
    first, last = fiscal.first_day(year), fiscal.last_day(year)
    rows = (
        WorkItem.objects.filter(office=office, starts_on__lte=last, ends_on__gte=first)
        .exclude(status=WorkStatus.DROPPED)
        .values_list("carried_by", name_at("carried_by__person"), "effort", "starts_on", "ends_on")
    )
    days: dict[int | None, list[float]] = defaultdict(lambda: [0.0] * 12)
    names: dict[int | None, str] = {}
    for pk, name, effort, starts, ends in rows:
        names[pk] = name if pk else _("Nobody yet")
        parts = spread(float(effort), starts, ends, year)
        days[pk] = [old + new for old, new in zip(days[pk], parts, strict=True)]
    found = [Load(pk, names[pk], [round(n, 1) for n in parts]) for pk, parts in days.items()]
    return sorted(found, key=lambda load: (load.pk is None, az(load.name)))
