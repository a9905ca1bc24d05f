"""Pillar 4, by noun: the library with its files and cases, circulars, newsletters."""

from reports.models.annual import AnnualReport
from reports.models.cases import CaseStudy
from reports.models.circulars import Circular, Copy, Reply
from reports.models.files import Downloads, FilePage, FileVersion
from reports.models.indicators import Indicator, Reading, Target
from reports.models.library import Following, Report, SearchText, Series
from reports.models.newsletters import (
    Newsletter,
    NewsletterItem,
    NewsletterRefusal,
    Subscriber,
)
from reports.models.plans import Objective, Pillar, PillarTitle, StrategicPlan
from reports.models.work import WorkItem

__all__ = [
    "AnnualReport",
    "CaseStudy",
    "Circular",
    "Copy",
    "Downloads",
    "FilePage",
    "FileVersion",
    "Following",
    "Indicator",
    "Newsletter",
    "NewsletterItem",
    "NewsletterRefusal",
    "Objective",
    "Pillar",
    "PillarTitle",
    "Reading",
    "Reply",
    "Report",
    "SearchText",
    "Series",
    "StrategicPlan",
    "Subscriber",
    "Target",
    "WorkItem",
]
