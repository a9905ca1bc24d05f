"""The step tables of pillar 4, by noun; each status a record can have, and every arrow between."""

from reports.workflow.circulars import CIRCULAR, CircularStatus
from reports.workflow.library import CASE, REPORT, CaseStatus, ReportStatus
from reports.workflow.newsletters import NEWSLETTER, NewsletterStatus
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
    "CASE",
    "CIRCULAR",
    "NEWSLETTER",
    "REPORT",
    "CaseStatus",
    "CircularStatus",
    "NewsletterStatus",
    "ReportStatus",
    "ANNUAL",
    "OPEN_WORK",
    "STRATEGY",
    "WORK",
    "AnnualStatus",
    "StrategyStatus",
    "WorkStatus",
]
