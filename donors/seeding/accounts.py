"""What the demonstration office has told donors: reports sent, pages published."""

from datetime import date, timedelta

from donors import actions
from donors.activity_frozen import digest_of
from donors.documents import report_document
from donors.models import (
    Activity,
    Agreement,
    DonorReport,
)
from donors.seeding.spreading import Books
from donors.workflow import ReportStatus
from programmes.workflow import PAST
from rocb.seeding import at, passed


def reports(books: Books, made: list[Agreement]) -> None:
    """A report for each year of an agreement. The last two of running ones are kept as sent."""
    today, by = books.demo.today, books.demo.user("officer5")
    rows: list[DonorReport] = []
    for agreement in made:
        begins = agreement.starts_on
        while begins <= agreement.ends_on and begins <= today:
            ends = min(
                date(begins.year + 1, begins.month, 1) - timedelta(days=1), agreement.ends_on
            )
            due = ends + timedelta(days=60)
            is_last = ends == agreement.ends_on
            is_sent = due < today - timedelta(days=20) or agreement.status == "closed"
            rows.append(
                DonorReport(
                    agreement=agreement,
                    kind="final" if is_last else "progress",
                    from_on=begins,
                    until_on=ends,
                    due_on=due,
                    summary="The activities of the period took place as planned."
                    if is_sent
                    else "",
                    status=ReportStatus.SENT if is_sent else ReportStatus.WRITING,
                    sent_at=at(due - timedelta(days=6)) if is_sent else None,
                    sent_by=by if is_sent else None,
                    created_by=by,
                    updated_by=by,
                )
            )
            begins = ends + timedelta(days=1)
    for row in rows:
        if row.status == ReportStatus.SENT:
            row.content = report_document(row).as_json()
            row.sha256 = digest_of(row.content)
    DonorReport.objects.bulk_create(rows)
    passed(
        [
            (row, ("send", "writing", "sent", by, row.due_on - timedelta(days=6), ""))
            for row in rows
            if row.status == ReportStatus.SENT
        ]
    )


def publish(books: Books) -> None:
    """The two examples of the article, and three newer ones, are published."""
    by = books.demo.user("officer5")
    held = Activity.objects.filter(event__status__in=PAST).order_by("event__starts_on")
    ids = list(held.values_list("pk", flat=True))
    for key in {*ids[:2], *ids[-3:]}:
        activity = Activity.objects.get(pk=key)
        with books.demo.moment(books.demo.days_ago(12)):
            actions.publish_snapshot(actions.freeze(activity, by=by, shows_amounts=False), by=by)
