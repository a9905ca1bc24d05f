"""Where each indicator of a plan stands on a day: value, target of the fiscal year, on track or not.

Between the value before the year and its target the way is taken to be even: who has come as far as
the year has is on track.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from reports.models import Indicator, StrategicPlan
from rocb import fiscal, markup
from rocb.figures import counted_at


class State(TextChoices):
    MET = "met", _("Reached")
    ON_TRACK = "on_track", _("On track")
    BEHIND = "behind", _("Behind")
    NO_VALUE = "no_value", _("No value yet")
    NO_TARGET = "no_target", _("No target")


TONES = {
    State.MET: "ok",
    State.ON_TRACK: "live",
    State.BEHIND: "bad",
    State.NO_VALUE: "warn",
    State.NO_TARGET: "neutral",
}


@dataclass(frozen=True, slots=True)
class Standing:
    """One indicator on a day. Numbers are floats, None where there is none."""

    indicator: Indicator
    value: float | None
    before: float | None
    aim: float | None
    state: State

    @property
    def tag(self):
        return markup.tag(self.state.label, TONES[self.state])

    @property
    def percent(self) -> int | None:
        """How much of the way from the value before to the target is done, 0 to 100."""
        if self.value is None or self.aim is None:
            return None
        start = self.before or 0.0
        if self.aim == start:
            return 100 if self.state == State.MET else 0
        return round(max(0.0, min(1.0, (self.value - start) / (self.aim - start))) * 100)


def elapsed(day: date) -> float:
    """How much of its fiscal year has passed at the end of a day."""
    year = fiscal.fiscal_year(day)
    whole = (fiscal.last_day(year) - fiscal.first_day(year)).days + 1
    return ((day - fiscal.first_day(year)).days + 1) / whole


def judged(
    value: float | None, before: float | None, aim: float | None, share: float, lower: bool
) -> State:
    """The state of an indicator when `share` (0 to 1) of its year has passed."""
    if aim is None:
        return State.NO_TARGET
    if value is None:
        return State.NO_VALUE
    sign = -1 if lower else 1
    if sign * value >= sign * aim:
        return State.MET
    start = before if before is not None else (aim if lower else 0.0)
    expected = start + (aim - start) * share
    return State.ON_TRACK if sign * value >= sign * expected else State.BEHIND


def number(value: Any) -> float | None:
    return None if value is None else float(value)


def standings(indicators: Sequence[Any], office, day: date) -> list[Standing]:
    """Where these indicators (of `with_values`) stand on a day; one query at most for all figures."""
    computed = [one for one in indicators if one.figure is not None]
    start = fiscal.first_day(fiscal.fiscal_year(day)) - timedelta(days=1)
    numbers = counted_at([(one.figure, when) for one in computed for when in (day, start)], office)
    of_figure = {
        one.pk: (numbers[2 * index], numbers[2 * index + 1]) for index, one in enumerate(computed)
    }
    share, found = elapsed(day), []
    for one in indicators:
        aim = number(one.aim)
        if one.pk in of_figure:
            value, before = (number(n) for n in of_figure[one.pk])
        else:
            value = number(one.entered)
            before = number(one.entered_before)
            before = number(one.baseline) if before is None else before
        state = judged(value, before, aim, share, one.is_lower_better)
        found.append(Standing(one, value, before, aim, state))
    return found


def progress_of(plan: StrategicPlan, office, day: date) -> list[Standing]:
    """Every indicator of a plan on a day, in the order of its objectives; two queries."""
    rows = (
        Indicator.objects.filter(objective__plan=plan)
        .select_related("objective")
        .with_values(fiscal.fiscal_year(day), day)
        .order_by("objective__pillar__number", "objective__number", "objective_id", "pk")
    )
    return standings(list(rows), office, day)


def in_words(value: float | None, unit: str = "") -> str:
    """A value as it is read: whole numbers whole, with the unit."""
    if value is None:
        return "–"
    text = markup.number(int(value) if value == int(value) else round(value, 1))
    return f"{text}\u00a0{unit}" if unit else text


def tally(found: Iterable[Standing]) -> list[dict[str, Any]]:
    """How many indicators stand how, for a bar."""
    counts = dict.fromkeys(State, 0)
    for one in found:
        counts[one.state] += 1
    fills = {
        State.MET: "f3", State.ON_TRACK: "f2", State.BEHIND: "f5",
        State.NO_VALUE: "f4", State.NO_TARGET: "f0",
    }  # fmt: skip
    return [
        {"label": state.label, "value": n, "fill": fills[state]} for state, n in counts.items() if n
    ]
