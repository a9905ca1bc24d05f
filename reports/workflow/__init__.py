"""The step tables of pillar 4, by noun; each status a record can have, and every arrow between."""

from reports.workflow.circulars import CIRCULAR, CircularStatus
from reports.workflow.library import CASE, REPORT, CaseStatus, ReportStatus

__all__ = ["CASE", "CIRCULAR", "REPORT", "CaseStatus", "CircularStatus", "ReportStatus"]
