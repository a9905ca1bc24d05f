"""Annual reports of the demonstration office: one of the article's time, those of late, and a draft."""

from datetime import timedelta

from reports.annual import described, digest_of
from reports.models import AnnualReport
from reports.workflow import AnnualStatus
from rocb import fiscal
from rocb.seeding import Demo, at, passed

FOREWORD = (
    "This report tells the heads of customs of the region what their office did in the year, and "
    "what came of it. Every number in it opens, in the portal, into the records that it counts.\n\n"
    "Demonstration text, written without the report."
)
HIGHLIGHTS = (
    "Members answered the follow-up matrix of both half-years.\n"
    "Regional experts took part in most missions.\n"
    "Donors took up needs that members had shared."
)
OUTLOOK = (
    "In the coming year the office will bring more members to report in time, and let the regional "
    "training centres carry more of the programme."
)


def annual_reports(demo: Demo) -> None:
    """Issued three months after their year; the last one waits for the head."""
    by = demo.user("head")
    now = fiscal.fiscal_year(demo.today)
    for year in (2007, now - 2, now - 1):
        report = AnnualReport(
            office=demo.office, year=year, foreword=FOREWORD, highlights=HIGHLIGHTS,
            outlook=OUTLOOK, is_invented=True, created_by=by, updated_by=by,
        )  # fmt: skip
        if year < now - 1:
            issued = fiscal.last_day(year) + timedelta(days=85)
            report.content = described(report)
            report.sha256, report.issued_at = digest_of(report.content), at(issued)
            report.status = AnnualStatus.ISSUED
        report.save()
        if report.content:
            issue = ("issue", "draft", "issued", None, fiscal.last_day(year) + timedelta(85), "")
            passed([(report, issue)])
