"""What is owed in pillar 4, each declared once; desk, reminders and calendars read it from here."""

from datetime import timedelta

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from reports.models import CaseStudy, Circular, Reply
from reports.workflow.circulars import CircularStatus
from reports.workflow.library import CaseStatus, ReportStatus
from rocb.deadlines import MEMBER, OFFICE, DeadlineKind, after, owed, times_taken

READ_IN = timedelta(days=14)


def cases_to_send(cases: QuerySet) -> QuerySet:
    """Asked for or returned, while the call is open. Each return starts a new ladder."""
    return owed(
        cases.filter(
            status__in=(CaseStatus.ASKED, CaseStatus.RETURNED),
            report__status=ReportStatus.CALLING,
        ).exclude(report__call_due_on=None),
        what="report__title",
        on="report__call_due_on",
        turn=times_taken(CaseStudy, "return"),
        member="administration",
    )


def cases_to_read(cases: QuerySet) -> QuerySet:
    """Handed in, and not yet accepted or returned."""
    return owed(
        cases.filter(status=CaseStatus.SUBMITTED),
        what="report__title",
        on=after("updated_at", READ_IN),
        turn=times_taken(CaseStudy, "submit"),
        member="administration",
    )


def replies_to_give(sheets: QuerySet) -> QuerySet:
    """Members that a circular asked for a reply, and that have not given one.

    Moving the day for replies, and taking replies again, start a new ladder.
    """
    return owed(
        sheets.filter(
            circular__status=CircularStatus.SENT,
            circular__reply_by__isnull=False,
            answered_at=None,
        ),
        what="circular__subject",
        on="circular__reply_by",
        turn=times_taken(Circular, "move", of="circular")
        + times_taken(Circular, "reopen", of="circular"),
        member="administration",
    )


KINDS = (
    DeadlineKind(
        "circular",
        _("Reply to the circular"),
        Reply,
        replies_to_give,
        MEMBER,
        "reports:circular-reply",
        "reports.view_circular",
    ),
    DeadlineKind(
        "case",
        _("Case for the study"),
        CaseStudy,
        cases_to_send,
        MEMBER,
        "reports:case-detail",
        "reports.view_case",
    ),
    DeadlineKind(
        "case-reading",
        _("Case to read"),
        CaseStudy,
        cases_to_read,
        OFFICE,
        "reports:case-detail",
        "reports.view_case",
    ),
)
