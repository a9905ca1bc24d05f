"""What the library shows on pages of others: public home, desk, related records, search."""

from django.db.models import F
from django.db.models.functions import JSONArray
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reports.models import CaseStudy, Report
from reports.workflow.library import CaseStatus, ReportStatus
from rocb.deadlines import named
from rocb.news import News, Told, news, tells, tells_steps
from rocb.panels import (
    Box,
    Found,
    HomePanel,
    RecordPanel,
    Waiting,
    boxes,
    finds,
    home_panels,
    record_panels,
    waits,
)
from rocb.search import Searchable, searchables
from rocb.standing import Blank


def latest() -> dict:
    """The newest published reports that anybody may read."""
    rows = Report.objects.public().order_by("-published_on", "-number")[:5]
    return {
        "reports": [
            {
                "number": row.number,
                "title": row.title,
                "year": row.year,
                "url": row.get_absolute_url(),
            }
            for row in rows
        ]
    }


NAMED = ("number", "title", "year", "handle", "published_on")


def on_same_standards(user, record) -> list:
    """Best-practice reports on the standards of a recommendation."""
    rows = (
        Report.objects.visible_to(user)
        .filter(status=ReportStatus.PUBLISHED, standards__recommendations=record.pk)
        .distinct()
        .order_by("-published_on", "-number")
    )
    return [finds(rows, "related-reports", *NAMED)[:8]]


def from_event(user, event) -> list:
    """Reports that came out of an event."""
    rows = Report.objects.visible_to(user).filter(related_events=event.pk).order_by("-number")
    return [finds(rows, "event-reports", *NAMED)[:8]]


def related(_user, _record, found: list[Found]) -> dict:
    """The newest first."""
    tasks = []
    for row in sorted(found, key=lambda row: (row.names[4] or "", row.names[0]), reverse=True):
        number, title, year, handle, _day = row.names
        url = reverse("reports:report-detail", args=[handle])
        tasks.append({"text": f"{number} {title}", "url": url, "by": str(year or "")})
    return {"reports": tasks} if tasks else {}


MOST = 5


def practice_of(user, member) -> list:
    """What the library holds of a member's practice, and the cases that it is asked for."""
    reports = Report.objects.visible_to(user).filter(
        status=ReportStatus.PUBLISHED, countries__contains=[member.iso2]
    )
    cases = CaseStudy.objects.visible_to(user).filter(administration=member.pk)
    # Not in the order of an index: the few of one country are found by theirs, and put in order.
    newest = F("published_on").desc(nulls_last=True)
    return [
        finds(reports.order_by(newest, "-number"), "library:report", *NAMED)[:MOST],
        finds(cases.order_by("-pk"), "library:case", "report__title", "status")[:MOST],
    ]


def practice(user, member, found: list[Found]) -> dict:
    cases = [row for row in found if row.key == "library:case"]
    reports = [row for row in found if row.key == "library:report"]
    return {
        "reports": related(user, member, reports).get("reports", []),
        "cases": [
            {
                "text": row.names[0],
                "url": reverse("reports:case-detail", args=[row.id]),
                "tag": CaseStatus(row.names[1]).label,
                "tone": "neutral",
            }
            for row in sorted(cases, key=lambda row: -row.id)
        ],
    }


def to_review(user) -> list:
    """Reports of the own office that wait for a second reader."""
    rows = Report.objects.filter(
        office=user.organisation_id, status=ReportStatus.IN_REVIEW
    ).exclude(updated_by=user.pk)
    return [
        waits(rows, "report-review", what=named("number", "title"), who="handle", at="updated_at")
    ]


def review_line(row: Waiting) -> dict:
    return {"text": row.what, "url": reverse("reports:report-detail", args=[row.who]), "by": ""}


def published_since(user, moment: Blank) -> list:
    """Reports that were published meanwhile, for whoever may read them."""
    seen = Report.objects.visible_to(user).filter(status=ReportStatus.PUBLISHED)
    return [tells_steps(user, moment, "library", seen, ("title", "handle"), step="publish")]


def published_line(row: Told) -> tuple[str, str]:
    title, handle = row.names
    return _("New in the library: %s") % title, reverse("reports:report-detail", args=[handle])


def cases_since(user, moment: Blank) -> list:
    """Cases that came in meanwhile."""
    if not user.is_office:
        return []
    rows = (
        CaseStudy.objects.visible_to(user)
        .filter(status=CaseStatus.SUBMITTED, updated_at__gt=moment)
        .exclude(updated_by=user.pk)
    )
    names = JSONArray("administration__country_name", "report__title")
    return [tells(rows, "cases", at="updated_at", names=names)]


def case_line(row: Told) -> tuple[str, str]:
    member, study = row.names
    words = _("%(member)s has sent a case for “%(study)s”")
    return words % {"member": member, "study": study}, reverse("reports:case-detail", args=[row.id])


FOUND = Searchable(
    "reports",
    gettext_lazy("Reports"),
    lambda user: Report.objects.visible_to(user).order_by("-published_on"),
    "search",
    lambda report: (str(report), report.get_absolute_url(), str(report.year or "")),
    "reports.view_report",
)


def register() -> None:
    home_panels.register(HomePanel("reports", "reports/_latest.html", latest))
    for key, on, perm, rows in (
        ("related-reports", "recommendation", "reports.view_report", on_same_standards),
        ("event-reports", "event", "reports.view_report", from_event),
    ):
        record_panels.register(RecordPanel(key, on, perm, "reports/_related.html", related, rows))
    record_panels.register(
        RecordPanel(
            "library",
            "member",
            "reports.view_report",
            "reports/_member.html",
            practice,
            practice_of,
        )
    )
    boxes.register(
        Box(
            "report-review",
            gettext_lazy("To review"),
            "reports.publish_report",
            to_review,
            review_line,
            first="at",
            most=10,
        )
    )
    news.register(News("library", "reports.view_report", published_since, published_line))
    news.register(News("cases", "reports.view_case", cases_since, case_line))
    searchables.register(FOUND)
