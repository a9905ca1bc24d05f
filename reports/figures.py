"""The figures of pillar 4; see rocb/figures.py."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from reports.models import Report
from reports.workflow import ReportStatus
from rocb.figures import Figure, Shown, status_on


def published(office, day: date):
    """Reports of an office whose last step by the day had published them."""
    reports = Report.objects.filter(office=office).annotate(then=status_on(Report, day))
    return reports.filter(then=ReportStatus.PUBLISHED)


FIGURES = (
    Figure(
        "best_practice_reports",
        _("Best-practice reports"),
        _("Numbers of the best-practice series that were published on the day."),
        published,
        Shown("title", "year", None, "reports:report-detail", "handle"),
        pillar=4,
    ),
)
