"""Measuring in turn, and the table of what came out."""

import gc
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Result:
    """One bar: what was measured, in milliseconds or bytes, and the most its ratio may be.

    `at_least` turns it round: the ratio has to reach the bar.
    """

    what: str
    floor: float
    ours: float
    bar: float
    at_least: bool = False
    unit: str = "ms"

    @property
    def ratio(self) -> float:
        return self.ours / self.floor if self.floor else float("inf")

    @property
    def is_kept(self) -> bool:
        return self.ratio >= self.bar if self.at_least else self.ratio <= self.bar


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


def show(results: list[Result]) -> int:
    """Print the table; 0 when every bar is kept."""
    width = max(len(result.what) for result in results)
    print(f"\n{'what':<{width}}  {'floor':>10}  {'ours':>10}  {'ratio':>6}  bar")
    for result in results:
        sign = ">=" if result.at_least else "<="
        mark = "" if result.is_kept else "   NOT KEPT"
        print(
            f"{result.what:<{width}}  {result.floor:>10.1f}  {result.ours:>10.1f}  "
            f"{result.ratio:>6.2f}  {sign} {result.bar:g}{mark}  ({result.unit})"
        )
    return 0 if all(result.is_kept for result in results) else 1
