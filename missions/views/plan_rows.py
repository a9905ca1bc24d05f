"""The actions of a plan as the rows of its page: drawn at once, narrowed in Python."""

from datetime import date
from functools import cache
from typing import NamedTuple

from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from missions.models import Action, Implementation, Support
from missions.models.choices import FINISHED
from missions.sheets import options
from missions.workflow import PlanStatus
from rocb import markup
from rocb.standing import Blank, answer

HEADINGS = [
    {"label": gettext_lazy("Action")},
    {"label": gettext_lazy("Responsible")},
    {"label": gettext_lazy("Due"), "nowrap": True},
    {"label": gettext_lazy("Status")},
    {"label": gettext_lazy("% done"), "numeric": True},
    {"label": gettext_lazy("Support needed")},
]


def selects(wanted: dict) -> list[dict]:
    """The filters with choices, as HTML: a form field drawn by templates costs more than the rows."""
    found = []
    for name, label, choices in (
        ("status", _("Status"), Implementation),
        ("support", _("Support needed"), Support),
    ):
        made = options(choices, _("All"))
        chosen = made.get(wanted.get(name) or "", made[""])
        found.append({"name": name, "label": label, "options": mark_safe(chosen)})
    return found


class ActionLine(NamedTuple):
    """An action as the table of its plan shows it."""

    pk: int
    number: str
    title: str
    responsible_unit: str
    current_due_on: date | None
    baseline_due_on: date | None
    status: str
    percent: int
    support_needed: str
    is_shared: bool


def lines_of(plan) -> list[ActionLine]:
    """The actions of a plan; one query."""

    def make():
        actions = Action.objects.filter(plan=Blank("plan")).order_by("position", "pk")
        return actions.values_list(*ActionLine._fields)

    return [ActionLine(*row) for row in answer(("actions of a plan",), make, plan=plan.pk)]


def is_late(row, plan, today) -> bool:
    due = row.current_due_on
    is_open = plan.status == PlanStatus.IN_FORCE and row.status not in FINISHED
    return bool(is_open and due and due < today)


def fits(row, wanted: dict, plan, today) -> bool:
    """Whether a row passes the filters of the address."""
    if wanted.get("status") and row.status != wanted["status"]:
        return False
    if wanted.get("support") and row.support_needed != wanted["support"]:
        return False
    return not wanted.get("overdue") or is_late(row, plan, today)


def action_cells(rows, plan, today):
    """The cells of the table of actions; everything slow is done once."""
    link, day = markup.Linker("missions:action-detail"), cache(markup.day)
    statuses = {v: markup.tag(label, markup.tone_of(v)) for v, label in Implementation.choices}
    statuses[Implementation.IMPLEMENTED] = markup.tag(Implementation.IMPLEMENTED.label, "ok")
    supports = {v: str(label) if v != Support.NONE else "" for v, label in Support.choices}
    late, moved = markup.tag(_("overdue"), "bad"), _("moved from")
    shared = markup.tag(_("shared with donors"), "info")
    for row in rows:
        title = link(f"{row.number} {row.title}", row.pk)
        if row.is_shared:
            title = mark_safe(f"{title} {shared}")
        due = day(row.current_due_on)
        if is_late(row, plan, today):
            due = mark_safe(f"{due} {late}")
        if row.baseline_due_on not in (None, row.current_due_on):
            before = day(row.baseline_due_on)
            due = mark_safe(f'{due}<br><span class="by">{moved} {before}</span>')
        yield (
            title,
            row.responsible_unit,
            due,
            statuses[row.status],
            row.percent,
            supports[row.support_needed],
        )
