"""Figures: every number that the office reports, computed for any day.

A pillar declares each figure once: title, definition in words, a function of the day, and the list
in which the rows that it counts are found. Nothing is stored, so a figure can say what it was.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from rocb.registry import Registry


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of an office.

    `value(office, day)` counts as at the end of `day`; `url(day)` opens the rows that were counted,
    empty where there is no list of them.
    """

    key: str
    title: Any
    definition: Any
    value: Callable[[Any, date], int]
    url: Callable[[date], str]


figures: Registry[Figure] = Registry("Figure")


def figures_of(office, day: date) -> list[tuple[Figure, int]]:
    """All figures of an office as at the end of a day, in the order of registration."""
    return [(figure, figure.value(office, day)) for figure in figures]
