"""How far each member is on each standard, on any day: from accepted matrices only.

What a member has not had accepted by that day is not reported, whatever is in a draft.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from statistics import mean, median
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from missions.models import Matrix, StandardRow
from missions.workflow import MatrixStatus
from rocb.figures import FEWEST, end_of
from rocb.models import Administration, Framework, Standard

__all__ = ["FEWEST", "HeatMap", "end_of", "heat_map", "last_matrices", "slippage_by_area"]


def last_matrices(members: QuerySet, framework: Framework, as_at: date) -> dict[int, int]:
    """Member id -> id of its last matrix accepted by `as_at` in a cycle of this edition."""
    last = Matrix.objects.filter(
        administration=OuterRef("pk"),
        status=MatrixStatus.ACCEPTED,
        reviewed_at__lt=end_of(as_at),
        cycle__framework=framework,
    ).order_by("-reviewed_at")
    rows = members.order_by().annotate(last=Subquery(last.values("pk")[:1]))
    return dict(rows.exclude(last=None).values_list("pk", "last"))


@dataclass
class HeatMap:
    """Levels by member and standard; `matrices` tells where each member's row was reported."""

    standards: list[Standard]
    members: list[Administration]
    levels: dict[tuple[int, int], int]
    matrices: dict[int, int]

    def shares(self) -> dict[int, dict[str, Any]]:
        """For each standard: how many members reported and their median level; none below FEWEST."""
        by_standard: dict[int, list[int]] = defaultdict(list)
        for (_member, standard), level in self.levels.items():
            by_standard[standard].append(level)
        return {
            standard: {"members": len(levels), "median": round(median(levels))}
            for standard, levels in by_standard.items()
            if len(levels) >= FEWEST
        }


def heat_map(members: QuerySet, framework: Framework, as_at: date) -> HeatMap:
    """The heat map of these members (a queryset of administrations); four queries."""
    matrices = last_matrices(members, framework, as_at)
    owners = {matrix: member for member, matrix in matrices.items()}
    rows = StandardRow.objects.filter(matrix__in=owners)
    return HeatMap(
        standards=list(framework.standards.in_use().order_by("position")),
        members=list(members.order_by("country_name__az")),
        levels={
            (owners[matrix], standard): level
            for matrix, standard, level in rows.values_list("matrix", "standard", "level")
            if level is not None
        },
        matrices=matrices,
    )


def slippage_by_area(actions: QuerySet, as_at: date) -> list[dict[str, Any]]:
    """By diagnostic area: actions with a baseline, days slipped, and days from in force to done.

    `actions` is already narrowed to what the reader may see. An area comes from the recommendations
    that an action carries out; an action of two areas counts in both. One query.
    """
    rows = (
        actions.filter(
            baseline_due_on__isnull=False,
            plan__in_force_on__lte=as_at,
            recommendations__area__isnull=False,
        )
        .order_by()
        .values_list(
            "recommendations__area__number",
            "recommendations__area__title",
            "pk",
            "baseline_due_on",
            "current_due_on",
            "plan__in_force_on",
            "implemented_at",
        )
        .distinct()
    )
    areas: dict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    end = end_of(as_at)
    for number, title, _pk, baseline, due, began, implemented in rows:
        slipped, closed = areas[f"{number} {title}"]
        slipped.append((due - baseline).days if due else 0)
        if implemented and implemented < end:
            closed.append((implemented.date() - began).days)
    return [
        {
            "area": area,
            "actions": len(slipped),
            "moved": sum(days > 0 for days in slipped),
            "slippage": round(mean(slipped)),
            "closed": len(closed),
            "days_to_close": round(median(closed)) if closed else None,
        }
        for area, (slipped, closed) in sorted(areas.items())
    ]
