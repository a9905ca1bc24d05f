"""The step tables of pillar 4, by noun; each status a record can have, and every arrow between."""

from reports.workflow.library import REPORT, ReportStatus

__all__ = ["REPORT", "ReportStatus"]
