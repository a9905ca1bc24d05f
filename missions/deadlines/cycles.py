"""Cycles to open and to close."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from missions.models import Cycle
from missions.workflow import CycleStatus
from rocb.deadlines import OFFICE, DeadlineKind, owed


def cycles_to_open(cycles: QuerySet) -> QuerySet:
    """Planned cycles, due on the day they open."""
    return owed(
        cycles.filter(status=CycleStatus.PLANNED), what="name", on="opens_on", office="office"
    )


def cycles_to_close(cycles: QuerySet) -> QuerySet:
    """Open cycles with nothing left to wait for, or at their end."""
    return owed(
        cycles.filter(status=CycleStatus.OPEN), what="name", on="closes_on", office="office"
    )


KINDS = (
    DeadlineKind(
        "cycle-opening",
        _("Cycle to open"),
        Cycle,
        cycles_to_open,
        OFFICE,
        "missions:cycle-detail",
        "missions.change_cycle",
        (-3, 0, 7),
    ),
    DeadlineKind(
        "cycle-closing",
        _("Cycle to close"),
        Cycle,
        cycles_to_close,
        OFFICE,
        "missions:cycle-detail",
        "missions.change_cycle",
        (0, 7),
    ),
)
