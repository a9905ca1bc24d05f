"""Measuring in turn, and the table of what came out."""

import gc
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Result:
    """One bar: what was measured, in milliseconds or bytes, and the most its ratio may be.

    `at_least` turns it round: the ratio has to reach the bar. A difference below `slack` is noise.
    """

    what: str
    floor: float
    ours: float
    bar: float
    at_least: bool = False
    unit: str = "ms"
    slack: float = 0

    @property
    def ratio(self) -> float:
        return self.ours / self.floor if self.floor else float("inf")

    @property
    def is_kept(self) -> bool:
        if self.at_least:
            return self.ratio >= self.bar
        return self.ratio <= self.bar or 0 < self.ours - self.floor <= self.slack

    def cells(self) -> list[str]:
        """The line of the table."""
        sign = "≥" if self.at_least else "≤"
        return [
            self.what,
            f"{self.floor:,.1f} {self.unit}",
            f"{self.ours:,.1f} {self.unit}",
            f"{self.ratio:.2f}",
            f"{sign} {self.bar:g}",
            "kept" if self.is_kept else "**not kept**",
        ]


HEADINGS = ["what", "floor", "ours", "ratio", "bar", ""]


def in_turn(first: Callable, second: Callable, rounds: int) -> tuple[float, float]:
    """Median milliseconds of both, measured alternately, so that noise meets both alike."""
    times: tuple[list[float], list[float]] = ([], [])
    for _warm in range(3):
        first()
        second()
    for _round in range(rounds):
        for index, act in enumerate((first, second)):
            gc.collect(0)
            began = time.perf_counter()
            act()
            times[index].append((time.perf_counter() - began) * 1000)
    return statistics.median(times[0]), statistics.median(times[1])


def markdown(headings: list[str], rows: list[list[str]]) -> str:
    """A table that reads well as text too."""
    widths = [max(len(row[i]) for row in [headings, *rows]) for i in range(len(headings))]
    lines = [headings, ["-" * width for width in widths], *rows]
    return "\n".join(
        "| " + " | ".join(c.ljust(w) for c, w in zip(line, widths, strict=True)) + " |"
        for line in lines
    )
