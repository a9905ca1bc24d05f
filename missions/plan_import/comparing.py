"""Holding parsed rows against a plan: what is new, what changes, what is there already."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from missions.models import Action, ActionPlan, Recommendation
from missions.workflow import PlanStatus
from rocb.models import Administration, Standard

PLAIN = (
    "title",
    "expected_result",
    "responsible_unit",
    "current_due_on",
    "cost",
    "currency",
    "support_needed",
)
LINKS = ("recommendations", "standards")
NEW, CHANGED, UNCHANGED, WRONG = "new", "changed", "unchanged", "wrong"


@dataclass
class Found:
    """What one row would do to the plan."""

    where: str
    state: str
    number: str
    title: str
    action_id: int | None = None
    values: dict[str, Any] = field(default_factory=dict)
    links: dict[str, list[int]] = field(default_factory=dict)
    changes: list[tuple[str, str, Any, Any]] = field(default_factory=list)  # field, cell, old, new
    problems: list[tuple[str, str]] = field(default_factory=list)  # cell, reason


def compare(rows: list[dict], plan: ActionPlan | None, member: Administration) -> list[Found]:
    """The rows of a file (Parsed as JSON) against a plan, or against none yet. Four queries."""
    actions = list(plan.actions.prefetch_related("recommendations", "standards")) if plan else []
    by_number = {action.number: action for action in actions}
    by_title = {action.title: action for action in actions}
    known = {
        "recommendations": dict(
            Recommendation.objects.told().filter(administration=member).values_list("number", "pk")
        ),
        "standards": dict(
            Standard.objects.in_use().filter(framework__is_default=True).values_list("code", "pk")
        ),
    }
    taken = set(by_number) | {row["values"].get("number") for row in rows}
    found = []
    for row in rows:
        values = row["values"]
        number = values.get("number") or ""
        action = by_number.get(number) if number else by_title.get(values.get("title"))
        if not number:
            number = action.number if action else next_number(taken)
            taken.add(number)
        found.append(one(row, action, number, plan, known))
    return found


def next_number(taken: set) -> str:
    number = 1
    while str(number) in taken:
        number += 1
    return str(number)


def one(row: dict, action: Action | None, number: str, plan, known) -> Found:
    values, places = row["values"], row["places"]
    found = Found(
        where=row["where"],
        state=UNCHANGED if action else NEW,
        number=number,
        title=values.get("title", ""),
        action_id=action.pk if action else None,
        problems=[(places[name], reason) for name, reason in row["problems"].items()],
    )
    for name in LINKS:
        if name in values:
            unknown = [one for one in values[name] if one not in known[name]]
            if unknown:
                found.problems.append((places[name], not_known(name, unknown[0])))
            # What no file can name stays tied: unsent advice, standards of another edition.
            told = known[name].values()
            others = {one.pk for one in linked(action, name) if one.pk not in told}
            named = {known[name][one] for one in values[name] if one in known[name]}
            found.links[name] = sorted(named | others)
    for name in PLAIN:
        if name in values:
            found.values[name] = typed(name, values[name])
    is_fixed = plan is not None and plan.status == PlanStatus.IN_FORCE
    if is_fixed and action is not None:
        # A due date moves by an extension request alone.
        found.values.pop("current_due_on", None)
    if action is not None:
        note_changes(found, action, places, known)
    if found.problems:
        found.state = WRONG
    elif found.changes:
        found.state = CHANGED
    return found


def not_known(name: str, value: str) -> str:
    if name == "recommendations":
        return _("The member has no recommendation “%s”.") % value[:40]
    return _("There is no standard “%s”. Write its code, like P1-S3.") % value[:40]


def typed(name: str, value):
    if name == "current_due_on":
        return parse_date(value) if value else None
    if name == "cost":
        return Decimal(value) if value is not None else None
    return value


def linked(action: Action | None, name: str) -> list:
    """The records that an action is tied to."""
    return list(getattr(action, name).all()) if action else []


def note_changes(found: Found, action: Action, places: dict[str, str], known) -> None:
    for name, new in found.values.items():
        old = getattr(action, name)
        if old != new:
            found.changes.append((name, places.get(name, found.where), old, new))
    for name, new in found.links.items():
        now = linked(action, name)
        if sorted(one.pk for one in now) != new:
            told = known[name].values()
            words = ", ".join(str(one) for one in now if one.pk in told)
            found.changes.append((name, places[name], words, sum(pk in told for pk in new)))
