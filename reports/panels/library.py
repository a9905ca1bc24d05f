"""What the library shows on pages of others: public home, related records, search."""

from django.utils.translation import gettext_lazy as _

from reports.models import Report
from rocb.panels import HomePanel, RecordPanel, home_panels, record_panels
from rocb.search import Searchable, searchables


def latest() -> dict:
    """The newest published reports that anybody may know of."""
    rows = Report.objects.public().order_by("-number")[:5]
    return {
        "reports": [{"number": row.number, "title": row.title, "year": row.year} for row in rows]
    }


def on_same_standards(user, recommendation) -> dict:
    """Best-practice reports on the standards of a recommendation; one query."""
    rows = (
        Report.objects.visible_to(user)
        .filter(standards__in=recommendation.standards.all())
        .distinct()
        .order_by("-number")[:8]
    )
    reports = [
        {"text": str(row), "url": row.get_absolute_url(), "by": str(row.year or "")} for row in rows
    ]
    return {"reports": reports} if reports else {}


RELATED = RecordPanel(
    "related-reports",
    "recommendation",
    "reports.view_report",
    "reports/_related.html",
    on_same_standards,
)
LATEST = HomePanel("reports", "reports/_latest.html", latest)
FOUND = Searchable(
    "reports",
    _("Reports"),
    lambda user: Report.objects.visible_to(user),
    "search",
    lambda report: (str(report), report.get_absolute_url(), str(report.year or "")),
    "reports.view_report",
)


def register() -> None:
    home_panels.register(LATEST)
    record_panels.register(RELATED)
    searchables.register(FOUND)
