"""The step tables of pillar 4, by noun; each status a record can have, and every arrow between."""

from reports.workflow.library import REPORT, ReportStatus
from reports.workflow.plans import (
    ANNUAL,
    OPEN_WORK,
    STRATEGY,
    WORK,
    AnnualStatus,
    StrategyStatus,
    WorkStatus,
)

__all__ = [
    "ANNUAL",
    "OPEN_WORK",
    "REPORT",
    "STRATEGY",
    "WORK",
    "AnnualStatus",
    "ReportStatus",
    "StrategyStatus",
    "WorkStatus",
]
