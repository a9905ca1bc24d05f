"""Pillar 4, by noun: the library with its files and cases, circulars, newsletters."""

from reports.models.cases import CaseStudy
from reports.models.circulars import Circular, Copy, Reply
from reports.models.files import Downloads, FilePage, FileVersion
from reports.models.library import Following, Report, SearchText, Series
from reports.models.newsletters import (
    Newsletter,
    NewsletterItem,
    NewsletterRefusal,
    Subscriber,
)

__all__ = [
    "CaseStudy",
    "Circular",
    "Copy",
    "Downloads",
    "FilePage",
    "FileVersion",
    "Following",
    "Newsletter",
    "NewsletterItem",
    "NewsletterRefusal",
    "Reply",
    "Report",
    "SearchText",
    "Series",
    "Subscriber",
]
