"""The step tables of pillar 1: every status a record can have, and every arrow between them."""

from missions.workflow.matrices import CYCLE, EDITABLE, MATRIX, CycleStatus, MatrixStatus
from missions.workflow.missions import (
    ENDED,
    GATHERING,
    GONE,
    MISSION,
    PLACE,
    UNDER_WAY,
    WRITING,
    MissionStatus,
    PlaceStatus,
)
from missions.workflow.plans import EXTENSION, PLAN, ExtensionStatus, PlanStatus

__all__ = [
    "CYCLE",
    "EDITABLE",
    "ENDED",
    "EXTENSION",
    "GATHERING",
    "GONE",
    "UNDER_WAY",
    "MATRIX",
    "MISSION",
    "PLACE",
    "PLAN",
    "WRITING",
    "CycleStatus",
    "ExtensionStatus",
    "MatrixStatus",
    "MissionStatus",
    "PlaceStatus",
    "PlanStatus",
]
