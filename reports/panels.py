"""What pillar 4 shows on pages of the ground floor."""

from django.utils.translation import gettext_lazy as _

from reports.models import Report
from rocb.panels import HomePanel
from rocb.search import Searchable


def latest() -> dict:
    """The newest published reports that anybody may know of."""
    rows = Report.objects.public().order_by("-number")[:5]
    return {
        "reports": [{"number": row.number, "title": row.title, "year": row.year} for row in rows]
    }


LATEST = HomePanel("reports", "reports/_latest.html", latest)
FOUND = Searchable(
    "reports",
    _("Reports"),
    lambda user: Report.objects.visible_to(user),
    "search",
    lambda report: (str(report), report.get_absolute_url(), str(report.year or "")),
    "reports.view_report",
)
