"""A mission before the visit: the request, the team, the self-assessment."""

from datetime import timedelta

from django.db.models import CharField, F, QuerySet, Value
from django.db.models.functions import Concat
from django.utils.translation import gettext_lazy as _

from missions.models import Mission, TeamMember
from missions.models.missions import MissionQuerySet
from missions.workflow import GATHERING, MissionStatus, PlaceStatus
from rocb.deadlines import ANSWERED_IN, MEMBER, OFFICE, DeadlineKind, after, named, owed


def named_mission():
    """Member and phase as one text."""
    return Concat(
        F("administration__country_name"),
        Value(", phase "),
        F("phase"),
        output_field=CharField(),
    )


def missions_to_accept(missions: MissionQuerySet) -> QuerySet:
    """Requests that wait for the office's answer."""
    return owed(
        missions.filter(status=MissionStatus.REQUESTED),
        what=named_mission(),
        on=after("created_at", ANSWERED_IN),
        member="administration",
    )


def assessments_to_send(missions: MissionQuerySet) -> QuerySet:
    """The member's self-assessment, two weeks before the visit."""
    return owed(
        missions.filter(status__in=GATHERING, assessed_at=None).exclude(starts_on=None),
        what=named_mission(),
        on=after("starts_on", timedelta(days=-14)),
        member="administration",
    )


def places_to_answer(places: QuerySet) -> QuerySet:
    """People who were asked to join a mission and have not said whether they come."""
    return owed(
        places.filter(status=PlaceStatus.ASKED, mission__status__in=GATHERING).exclude(
            answer_by=None
        ),
        what=named("person__given_name", "person__family_name"),
        on="answer_by",
        member="mission__administration",
    )


KINDS = (
    DeadlineKind(
        "mission-request",
        _("Mission asked for"),
        Mission,
        missions_to_accept,
        OFFICE,
        "missions:mission-detail",
        "missions.view_mission",
        (-3, 7),
    ),
    DeadlineKind(
        "assessment",
        _("Self-assessment before the visit"),
        Mission,
        assessments_to_send,
        MEMBER,
        "missions:assessment",
        "missions.view_mission",
        (-14, -3, 0, 7),
    ),
    DeadlineKind(
        "place",
        _("Answer of somebody asked to join a mission"),
        TeamMember,
        places_to_answer,
        OFFICE,
        "missions:place-mission",
        "missions.run_mission",
        (0,),
    ),
)
