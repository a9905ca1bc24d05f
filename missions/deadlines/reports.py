"""A mission after the visit: its report, the comments on it, the answers to its advice."""

from datetime import timedelta

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext_lazy as _

from missions.deadlines.missions import named_mission
from missions.models import Mission, Recommendation
from missions.models.missions import MissionQuerySet
from missions.workflow import MissionStatus
from rocb.deadlines import MEMBER, OFFICE, DeadlineKind, after, owed, times_taken


def reports_to_send(missions: MissionQuerySet) -> QuerySet:
    """Draft reports, a month after the visit."""
    written = [MissionStatus.IN_COUNTRY, MissionStatus.DRAFT_REPORT]
    return owed(
        missions.filter(status__in=written).exclude(ends_on=None),
        what=named_mission(),
        on=after("ends_on", timedelta(days=30)),
        turn=times_taken(Mission, "revise"),
        member="administration",
    )


def reports_to_comment(missions: MissionQuerySet) -> QuerySet:
    """Draft reports that are with the member."""
    return owed(
        missions.filter(status=MissionStatus.MEMBER_COMMENTS).exclude(comments_due_on=None),
        what=named_mission(),
        on="comments_due_on",
        turn=times_taken(Mission, "send"),
        member="administration",
    )


def reports_to_finish(missions: MissionQuerySet) -> QuerySet:
    """Reports whose time for comments is over: two weeks to make them final."""
    return owed(
        missions.filter(status=MissionStatus.MEMBER_COMMENTS).exclude(comments_due_on=None),
        what=named_mission(),
        on=after("comments_due_on", timedelta(days=14)),
        turn=times_taken(Mission, "send"),
        member="administration",
    )


def advice_to_answer(missions: MissionQuerySet) -> QuerySet:
    """Recommendations of a final report that the member has not answered within two months."""
    waiting = Recommendation.objects.filter(mission=OuterRef("pk"), answer="")
    return owed(
        missions.filter(Exists(waiting), final_on__isnull=False),
        what=named_mission(),
        on=after("final_on", timedelta(days=60)),
        member="administration",
    )


KINDS = (
    DeadlineKind(
        "mission-report",
        _("Draft report to send"),
        Mission,
        reports_to_send,
        OFFICE,
        "missions:mission-detail",
        "missions.view_mission",
        (-14, -3, 7),
    ),
    DeadlineKind(
        "report-comments",
        _("Draft report to comment on"),
        Mission,
        reports_to_comment,
        MEMBER,
        "missions:mission-detail",
        "missions.view_mission",
        (-14, -3, 0),
    ),
    DeadlineKind(
        "report-final",
        _("Report to make final"),
        Mission,
        reports_to_finish,
        OFFICE,
        "missions:mission-detail",
        "missions.view_mission",
        (-3, 7),
    ),
    DeadlineKind(
        "answers",
        _("Recommendations to answer"),
        Mission,
        advice_to_answer,
        MEMBER,
        "missions:mission-detail",
        "missions.view_mission",
        (-14, -3, 7),
    ),
)
