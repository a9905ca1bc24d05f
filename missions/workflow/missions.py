"""Missions, and places on their teams."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from rocb.workflow import Step, Workflow


class MissionStatus(TextChoices):
    REQUESTED = "requested", _("Requested")
    ACCEPTED = "accepted", _("Accepted")
    TEAM_SELECTED = "team_selected", _("Team selected")
    TERMS_AGREED = "terms_agreed", _("Terms agreed")
    IN_COUNTRY = "in_country", _("In the country")
    DRAFT_REPORT = "draft_report", _("Draft report")
    MEMBER_COMMENTS = "member_comments", _("With the member for comments")
    FINAL = "final", _("Final report")
    CLOSED = "closed", _("Closed")
    CANCELLED = "cancelled", _("Cancelled")


class PlaceStatus(TextChoices):
    RESERVE = "reserve", _("In reserve")
    ASKED = "asked", _("Asked")
    ACCEPTED = "accepted", _("Accepted")
    DECLINED = "declined", _("Declined")
    RELEASED = "released", _("Released")


# The team may write in these: from the terms (notes are made on the plane) to the final report.
WRITING = (
    MissionStatus.TERMS_AGREED,
    MissionStatus.IN_COUNTRY,
    MissionStatus.DRAFT_REPORT,
    MissionStatus.MEMBER_COMMENTS,
)

# The team is still being put together, or may be changed.
GATHERING = (MissionStatus.ACCEPTED, MissionStatus.TEAM_SELECTED, MissionStatus.TERMS_AGREED)

# The visit has begun: what the office counts as a mission conducted.
GONE = (
    MissionStatus.IN_COUNTRY,
    MissionStatus.DRAFT_REPORT,
    MissionStatus.MEMBER_COMMENTS,
    MissionStatus.FINAL,
    MissionStatus.CLOSED,
)

# Nothing is expected of anybody any more.
ENDED = (MissionStatus.CLOSED, MissionStatus.CANCELLED)

# Somebody still has something to do for its report.
UNDER_WAY = tuple(one for one in MissionStatus if one not in (MissionStatus.FINAL, *ENDED))

MISSION = Workflow(
    Step(
        "accept",
        _("Accept the request"),
        (MissionStatus.REQUESTED,),
        MissionStatus.ACCEPTED,
        "missions.run_mission",
        action="missions.actions.accept_mission",
    ),
    Step(
        "select-team",
        _("The team is complete"),
        (MissionStatus.ACCEPTED,),
        MissionStatus.TEAM_SELECTED,
        "missions.run_mission",
        action="missions.actions.select_team",
    ),
    Step(
        "agree-terms",
        _("Agree on the terms"),
        (MissionStatus.TEAM_SELECTED,),
        MissionStatus.TERMS_AGREED,
        "missions.agree_terms",
        action="missions.actions.agree_terms",
    ),
    Step(
        "arrive",
        _("The visit begins"),
        (MissionStatus.TERMS_AGREED,),
        MissionStatus.IN_COUNTRY,
        "missions.run_mission",
        action="missions.actions.arrive",
    ),
    Step(
        "leave",
        _("The visit has ended"),
        (MissionStatus.IN_COUNTRY,),
        MissionStatus.DRAFT_REPORT,
        "missions.run_mission",
    ),
    Step(
        "send",
        _("Send the draft report"),
        (MissionStatus.DRAFT_REPORT,),
        MissionStatus.MEMBER_COMMENTS,
        "missions.run_mission",
        action="missions.actions.send_report",
    ),
    Step(
        "revise",
        _("Take it back and revise"),
        (MissionStatus.MEMBER_COMMENTS,),
        MissionStatus.DRAFT_REPORT,
        "missions.run_mission",
        needs_comment=True,
        tone="secondary",
    ),
    Step(
        "finalise",
        _("Send the final report"),
        (MissionStatus.MEMBER_COMMENTS,),
        MissionStatus.FINAL,
        "missions.run_mission",
        action="missions.actions.finalise_report",
    ),
    Step(
        "close",
        _("Close the mission"),
        (MissionStatus.FINAL,),
        MissionStatus.CLOSED,
        "missions.run_mission",
    ),
    Step(
        "cancel",
        _("Cancel"),
        (
            MissionStatus.REQUESTED,
            MissionStatus.ACCEPTED,
            MissionStatus.TEAM_SELECTED,
            MissionStatus.TERMS_AGREED,
            MissionStatus.IN_COUNTRY,
        ),
        MissionStatus.CANCELLED,
        "missions.run_mission",
        needs_comment=True,
        action="missions.actions.cancel_mission",
        tone="warning",
    ),
)

PLACE = Workflow(
    Step(
        "ask",
        _("Ask"),
        (PlaceStatus.RESERVE,),
        PlaceStatus.ASKED,
        "missions.run_mission",
        action="missions.actions.ask_reserve",
    ),
    Step(
        "accept",
        _("Accept"),
        (PlaceStatus.ASKED,),
        PlaceStatus.ACCEPTED,
        "missions.answer_place",
        action="missions.actions.accept_place",
    ),
    Step(
        "decline",
        _("Decline"),
        (PlaceStatus.ASKED, PlaceStatus.ACCEPTED),
        PlaceStatus.DECLINED,
        "missions.answer_place",
        needs_comment=True,
        action="missions.actions.decline_place",
        tone="secondary",
    ),
    Step(
        "release",
        _("Release"),
        (PlaceStatus.RESERVE, PlaceStatus.ASKED, PlaceStatus.ACCEPTED),
        PlaceStatus.RELEASED,
        "missions.run_mission",
        needs_comment=True,
        action="missions.actions.release_place",
        tone="secondary",
    ),
)
