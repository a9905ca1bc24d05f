"""Pillar 4, by noun: the library, the plans of the office and its annual report."""

from reports.models.annual import AnnualReport
from reports.models.indicators import Indicator, Reading, Target
from reports.models.library import Report
from reports.models.plans import Objective, Pillar, PillarTitle, StrategicPlan
from reports.models.work import WorkItem

__all__ = [
    "AnnualReport",
    "Indicator",
    "Objective",
    "Pillar",
    "PillarTitle",
    "Reading",
    "Report",
    "StrategicPlan",
    "Target",
    "WorkItem",
]
