"""What is special about the messages of pillar 1: the button on each, and when one is stale.

The words are in templates/emails/. Registered from apps.py.
"""

from typing import Any

from django.utils.translation import gettext_lazy as _

from missions.actions.teams import link_of
from missions.models import Matrix, Mission, TeamMember
from missions.workflow import EDITABLE, MatrixStatus, MissionStatus, PlaceStatus
from rocb import markup
from rocb.models import Mail
from rocb.outbox import Letter


def while_matrix(*statuses: str):
    """A context for letters that only matter while their matrix is in one of these statuses."""

    def context(mail: Mail) -> dict[str, Any] | None:
        still = Matrix.objects.filter(pk=mail.object_id or 0, status__in=statuses).exists()
        return {} if still else None

    return context


def words_of_mission(mission: Mission) -> dict[str, Any]:
    """Phase and dates in the reader's language, as they are at the moment of sending."""
    return {
        "phase": str(mission.get_phase_display()),
        "dates": str(markup.days(mission.starts_on, mission.ends_on)) or str(_("dates to come")),
        "comments_due": str(markup.weekday(mission.comments_due_on)),
    }


def about_mission(*statuses: str):
    """A context for letters about a mission; with statuses: only while it is in one of them."""

    def context(mail: Mail) -> dict[str, Any] | None:
        mission = Mission.objects.filter(pk=mail.object_id or 0).first()
        if mission is None or (statuses and mission.status not in statuses):
            return None
        return words_of_mission(mission)

    return context


def about_answer(mail: Mail) -> dict[str, Any] | None:
    """Who answered, and as what that person was asked."""
    place = (
        TeamMember.objects.select_related("mission", "person")
        .filter(pk=mail.context.get("place", 0))
        .first()
    )
    if place is None:
        return None
    return {
        **words_of_mission(place.mission),
        "person": place.person.full_name,
        "role": str(place.get_role_display()),
    }


def about_place(*statuses: str):
    """A context for letters to somebody who is asked to join a mission, while that is so."""

    def context(mail: Mail) -> dict[str, Any] | None:
        place = (
            TeamMember.objects.select_related("mission", "person")
            .filter(pk=mail.object_id or 0, status__in=statuses)
            .first()
        )
        if place is None:
            return None
        words = {
            **words_of_mission(place.mission),
            "role": str(place.get_role_display()),
            "answer_by": str(markup.weekday(place.answer_by)),
        }
        if place.status == PlaceStatus.ASKED:
            words["path"] = link_of(place)
        return words

    return context


LETTERS = (
    Letter("cycle_opened", while_matrix(*EDITABLE), _("Fill in the matrix")),
    Letter("matrix_submitted", while_matrix(MatrixStatus.SUBMITTED), _("Review the matrix")),
    Letter("matrix_withdrawn", None, _("See the matrix")),
    Letter("matrix_returned", while_matrix(*EDITABLE), _("Correct the matrix")),
    Letter("matrix_accepted", None, _("See the matrix")),
    Letter("matrix_copy", None, _("Read the matrix")),
    Letter("extension_requested", None, _("Decide on it")),
    Letter("extension_decided", None, _("See the action")),
    Letter("plan_submitted", None, _("Read the plan")),
    Letter("plan_returned", None, _("Open the plan")),
    Letter("plan_endorsed", None, _("Open the plan")),
    Letter("plan_in_force", None, _("Open the plan")),
    Letter("mission_requested", about_mission(MissionStatus.REQUESTED), _("Read the request")),
    Letter("mission_accepted", about_mission(), _("Open the mission")),
    Letter("mission_agreed", about_mission(), _("Open the mission"), is_open=True),
    Letter("mission_assessed", about_mission(), _("Read the self-assessment")),
    Letter("mission_cancelled", about_mission(), is_open=True),
    Letter("report_sent", about_mission(MissionStatus.MEMBER_COMMENTS), _("Read the draft report")),
    Letter("report_remarked", about_mission(), _("Read the comments")),
    Letter("report_final", about_mission(), _("Read the report")),
    Letter(
        "place_asked",
        about_place(PlaceStatus.ASKED),
        _("Accept or decline"),
        is_open=True,
        is_secret=True,
    ),
    Letter("place_accepted", about_answer, _("See the team")),
    Letter("place_declined", about_answer, _("Find somebody else")),
    Letter("place_released", about_place(PlaceStatus.RELEASED), is_open=True),
)
