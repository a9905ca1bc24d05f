"""The step tables of pillar 1: every status a record can have, and every arrow between them."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from rocb.workflow import Step, Workflow


class PlanStatus(TextChoices):
    DRAFT = "draft", _("Draft")
    SUBMITTED = "submitted", _("Submitted for endorsement")
    ENDORSED = "endorsed", _("Endorsed")
    IN_FORCE = "in_force", _("In force")
    CLOSED = "closed", _("Closed")


class ExtensionStatus(TextChoices):
    REQUESTED = "requested", _("Requested")
    APPROVED = "approved", _("Approved")
    REFUSED = "refused", _("Refused")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class CycleStatus(TextChoices):
    PLANNED = "planned", _("Planned")
    OPEN = "open", _("Open")
    CLOSED = "closed", _("Closed")


class MatrixStatus(TextChoices):
    DRAFT = "draft", _("To be filled in")
    SUBMITTED = "submitted", _("Submitted")
    RETURNED = "returned", _("Returned for correction")
    WITHDRAWN = "withdrawn", _("Withdrawn by the member")
    ACCEPTED = "accepted", _("Accepted")
    CANCELLED = "cancelled", _("Cancelled")


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

# The member may type in these; in every other status a matrix is read only.
EDITABLE = (MatrixStatus.DRAFT, MatrixStatus.RETURNED, MatrixStatus.WITHDRAWN)

PLAN = Workflow(
    Step(
        "submit",
        _("Submit for endorsement"),
        (PlanStatus.DRAFT,),
        PlanStatus.SUBMITTED,
        "missions.submit_plan",
        action="missions.actions.submit_plan",
    ),
    Step(
        "return",
        _("Return to the coordinator"),
        (PlanStatus.SUBMITTED,),
        PlanStatus.DRAFT,
        "missions.endorse_plan",
        needs_comment=True,
        action="missions.actions.return_plan",
        tone="secondary",
    ),
    Step(
        "endorse",
        _("Endorse"),
        (PlanStatus.SUBMITTED,),
        PlanStatus.ENDORSED,
        "missions.endorse_plan",
        action="missions.actions.endorse_plan",
    ),
    Step(
        "bring-into-force",
        _("Bring into force"),
        (PlanStatus.ENDORSED,),
        PlanStatus.IN_FORCE,
        "missions.bring_plan_into_force",
        action="missions.actions.bring_plan_into_force",
    ),
    Step(
        "close",
        _("Close the plan"),
        (PlanStatus.IN_FORCE,),
        PlanStatus.CLOSED,
        "missions.close_plan",
        needs_comment=True,
        tone="warning",
    ),
)

EXTENSION = Workflow(
    Step(
        "approve",
        _("Approve the new date"),
        (ExtensionStatus.REQUESTED,),
        ExtensionStatus.APPROVED,
        "missions.decide_extension",
        action="missions.actions.approve_extension",
    ),
    Step(
        "refuse",
        _("Refuse"),
        (ExtensionStatus.REQUESTED,),
        ExtensionStatus.REFUSED,
        "missions.decide_extension",
        needs_comment=True,
        action="missions.actions.refuse_extension",
        tone="secondary",
    ),
    Step(
        "withdraw",
        _("Withdraw the request"),
        (ExtensionStatus.REQUESTED,),
        ExtensionStatus.WITHDRAWN,
        "missions.request_extension",
        tone="secondary",
    ),
)

CYCLE = Workflow(
    Step(
        "open",
        _("Open the cycle"),
        (CycleStatus.PLANNED,),
        CycleStatus.OPEN,
        "missions.open_cycle",
        action="missions.actions.open_cycle",
    ),
    Step(
        "close",
        _("Close the cycle"),
        (CycleStatus.OPEN,),
        CycleStatus.CLOSED,
        "missions.open_cycle",
        tone="warning",
    ),
)

MATRIX = Workflow(
    Step(
        "submit",
        _("Submit"),
        EDITABLE,
        MatrixStatus.SUBMITTED,
        "missions.submit_matrix",
        action="missions.actions.submit_matrix",
    ),
    Step(
        "withdraw",
        _("Withdraw"),
        (MatrixStatus.SUBMITTED,),
        MatrixStatus.WITHDRAWN,
        "missions.submit_matrix",
        action="missions.actions.withdraw_matrix",
        tone="secondary",
    ),
    Step(
        "accept",
        _("Accept"),
        (MatrixStatus.SUBMITTED,),
        MatrixStatus.ACCEPTED,
        "missions.review_matrix",
        action="missions.actions.accept_matrix",
    ),
    Step(
        "return",
        _("Return for correction"),
        (MatrixStatus.SUBMITTED,),
        MatrixStatus.RETURNED,
        "missions.review_matrix",
        needs_comment=True,
        action="missions.actions.return_matrix",
        tone="secondary",
    ),
    Step(
        "cancel",
        _("Cancel"),
        (MatrixStatus.DRAFT, MatrixStatus.RETURNED, MatrixStatus.WITHDRAWN),
        MatrixStatus.CANCELLED,
        "missions.review_matrix",
        needs_comment=True,
        tone="warning",
    ),
)

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
