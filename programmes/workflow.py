"""The step tables of pillar 3."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from rocb.workflow import Step, Workflow


class EventStatus(TextChoices):
    IDEA = "idea", _("Idea")
    PLANNED = "planned", _("Planned")
    ANNOUNCED = "announced", _("Announced")
    CONFIRMED = "confirmed", _("Confirmed")
    HELD = "held", _("Held")
    CLOSED = "closed", _("Closed")
    POSTPONED = "postponed", _("Postponed")
    CANCELLED = "cancelled", _("Cancelled")


# What everybody may read: an event leaves the office's desk when it is announced.
PUBLISHED = (
    EventStatus.ANNOUNCED,
    EventStatus.CONFIRMED,
    EventStatus.HELD,
    EventStatus.CLOSED,
    EventStatus.POSTPONED,
    EventStatus.CANCELLED,
)
# People can be invited, nominated and selected.
GATHERING = (EventStatus.ANNOUNCED, EventStatus.CONFIRMED)
# What took place.
PAST = (EventStatus.HELD, EventStatus.CLOSED)

EVENT = Workflow(
    Step(
        "plan",
        _("Plan it"),
        (EventStatus.IDEA,),
        EventStatus.PLANNED,
        "programmes.run_event",
        action="programmes.actions.plan_event",
    ),
    Step(
        "announce",
        _("Announce"),
        (EventStatus.PLANNED, EventStatus.POSTPONED),
        EventStatus.ANNOUNCED,
        "programmes.run_event",
        action="programmes.actions.announce_event",
    ),
    Step(
        "confirm",
        _("Confirm"),
        (EventStatus.ANNOUNCED,),
        EventStatus.CONFIRMED,
        "programmes.run_event",
        action="programmes.actions.confirm_event",
    ),
    Step(
        "hold",
        _("It was held"),
        (EventStatus.CONFIRMED,),
        EventStatus.HELD,
        "programmes.run_event",
        action="programmes.actions.hold_event",
    ),
    Step(
        "close",
        _("Close"),
        (EventStatus.HELD,),
        EventStatus.CLOSED,
        "programmes.run_event",
        action="programmes.actions.close_event",
    ),
    Step(
        "postpone",
        _("Postpone"),
        (EventStatus.ANNOUNCED, EventStatus.CONFIRMED),
        EventStatus.POSTPONED,
        "programmes.run_event",
        needs_comment=True,
        tone="secondary",
        action="programmes.actions.postpone_event",
    ),
    Step(
        "cancel",
        _("Cancel"),
        (
            EventStatus.IDEA,
            EventStatus.PLANNED,
            EventStatus.ANNOUNCED,
            EventStatus.CONFIRMED,
            EventStatus.POSTPONED,
        ),
        EventStatus.CANCELLED,
        "programmes.run_event",
        needs_comment=True,
        tone="warning",
        action="programmes.actions.cancel_event",
    ),
)


class RequestStatus(TextChoices):
    RECEIVED = "received", _("Received")
    ASSESSED = "assessed", _("Assessed")
    MATCHED = "matched", _("Matched")
    ANSWERED = "answered", _("Answered")
    DECLINED = "declined", _("Declined")
    WITHDRAWN = "withdrawn", _("Withdrawn")


# Somebody still has to do something for these.
OPEN_REQUESTS = (RequestStatus.RECEIVED, RequestStatus.ASSESSED, RequestStatus.MATCHED)

REQUEST = Workflow(
    Step(
        "assess",
        _("Assess"),
        (RequestStatus.RECEIVED,),
        RequestStatus.ASSESSED,
        "programmes.run_request",
        action="programmes.actions.assess_request",
    ),
    Step(
        "match",
        _("Match with help"),
        (RequestStatus.ASSESSED,),
        RequestStatus.MATCHED,
        "programmes.run_request",
        action="programmes.actions.match_request",
    ),
    Step(
        "answer",
        _("Answer"),
        (RequestStatus.MATCHED,),
        RequestStatus.ANSWERED,
        "programmes.run_request",
        needs_comment=True,
        action="programmes.actions.answer_request",
    ),
    Step(
        "decline",
        _("Decline"),
        (RequestStatus.RECEIVED, RequestStatus.ASSESSED),
        RequestStatus.DECLINED,
        "programmes.run_request",
        needs_comment=True,
        tone="warning",
        action="programmes.actions.decline_request",
    ),
    Step(
        "withdraw",
        _("Withdraw the request"),
        OPEN_REQUESTS,
        RequestStatus.WITHDRAWN,
        "programmes.ask_assistance",
        needs_comment=True,
        tone="secondary",
        action="programmes.actions.withdraw_request",
    ),
)


class InvitationStatus(TextChoices):
    OPEN = "open", _("Waiting for the answer")
    ANSWERED = "answered", _("Answered")
    DECLINED = "declined", _("Nobody comes")
    CANCELLED = "cancelled", _("Taken back")


INVITATION = Workflow(
    Step(
        "answer",
        _("Send the nominations"),
        (InvitationStatus.OPEN,),
        InvitationStatus.ANSWERED,
        "programmes.answer_invitation",
        action="programmes.actions.answer_invitation",
    ),
    Step(
        "decline",
        _("Nobody can come"),
        (InvitationStatus.OPEN,),
        InvitationStatus.DECLINED,
        "programmes.answer_invitation",
        needs_comment=True,
        tone="secondary",
        action="programmes.actions.decline_invitation",
    ),
    Step(
        "reopen",
        _("Open it again"),
        (InvitationStatus.ANSWERED, InvitationStatus.DECLINED),
        InvitationStatus.OPEN,
        "programmes.invite_members",
        tone="secondary",
        action="programmes.actions.reopen_invitation",
    ),
    Step(
        "cancel",
        _("Take the invitation back"),
        (InvitationStatus.OPEN,),
        InvitationStatus.CANCELLED,
        "programmes.invite_members",
        needs_comment=True,
        tone="warning",
        action="programmes.actions.cancel_invitation",
    ),
)


class NominationStatus(TextChoices):
    NOMINATED = "nominated", _("Nominated")
    SELECTED = "selected", _("Selected")
    WAITING = "waiting", _("On the waiting list")
    OFFERED = "offered", _("Seat offered")
    CONFIRMED = "confirmed", _("Confirmed")
    ATTENDED = "attended", _("Attended")
    NO_SHOW = "no_show", _("Did not come")
    NOT_SELECTED = "not_selected", _("Not selected")
    LAPSED = "lapsed", _("Offer expired")
    WITHDRAWN = "withdrawn", _("Withdrawn")


# Holds a seat.
SEATED = (
    NominationStatus.SELECTED,
    NominationStatus.OFFERED,
    NominationStatus.CONFIRMED,
    NominationStatus.ATTENDED,
)
# Comes, as far as is known.
COMING = (NominationStatus.SELECTED, NominationStatus.CONFIRMED)
# Still in play: one such row for one person at one event.
LIVE = (*SEATED, NominationStatus.NOMINATED, NominationStatus.WAITING, NominationStatus.NO_SHOW)

NOMINATION = Workflow(
    Step(
        "select",
        _("Select"),
        (NominationStatus.NOMINATED, NominationStatus.WAITING),
        NominationStatus.SELECTED,
        "programmes.select_nominees",
        is_offered=False,
    ),
    Step(
        "wait",
        _("Put on the waiting list"),
        (NominationStatus.NOMINATED,),
        NominationStatus.WAITING,
        "programmes.select_nominees",
        is_offered=False,
    ),
    Step(
        "turn_down",
        _("Do not select"),
        (NominationStatus.NOMINATED, NominationStatus.WAITING),
        NominationStatus.NOT_SELECTED,
        "programmes.select_nominees",
        is_offered=False,
    ),
    # The portal's own: a seat has become free, or an offer was not taken in time.
    Step(
        "offer",
        _("Offer the seat"),
        (NominationStatus.WAITING,),
        NominationStatus.OFFERED,
        "programmes.select_nominees",
        is_offered=False,
    ),
    Step(
        "lapse",
        _("Let the offer expire"),
        (NominationStatus.OFFERED,),
        NominationStatus.LAPSED,
        "programmes.select_nominees",
        is_offered=False,
    ),
    Step(
        "confirm",
        _("Confirm"),
        (NominationStatus.SELECTED, NominationStatus.OFFERED),
        NominationStatus.CONFIRMED,
        "programmes.confirm_nomination",
        action="programmes.actions.confirm_nomination",
    ),
    Step(
        "withdraw",
        _("Withdraw"),
        (
            NominationStatus.NOMINATED,
            NominationStatus.WAITING,
            NominationStatus.OFFERED,
            NominationStatus.SELECTED,
            NominationStatus.CONFIRMED,
        ),
        NominationStatus.WITHDRAWN,
        "programmes.withdraw_nomination",
        needs_comment=True,
        tone="warning",
        action="programmes.actions.withdraw_nomination",
    ),
    Step(
        "attend",
        _("Attended"),
        (NominationStatus.SELECTED, NominationStatus.CONFIRMED, NominationStatus.NO_SHOW),
        NominationStatus.ATTENDED,
        "programmes.record_attendance",
        is_offered=False,
    ),
    Step(
        "miss",
        _("Did not come"),
        (NominationStatus.SELECTED, NominationStatus.CONFIRMED, NominationStatus.ATTENDED),
        NominationStatus.NO_SHOW,
        "programmes.record_attendance",
        is_offered=False,
    ),
)


class ResourceStatus(TextChoices):
    ASKED = "asked", _("Asked")
    ACCEPTED = "accepted", _("Accepted")
    DECLINED = "declined", _("Declined")
    RELEASED = "released", _("Released")


RESOURCE = Workflow(
    Step(
        "accept",
        _("Accept"),
        (ResourceStatus.ASKED,),
        ResourceStatus.ACCEPTED,
        "programmes.answer_resource",
        action="programmes.actions.accept_resource",
    ),
    Step(
        "decline",
        _("Decline"),
        (ResourceStatus.ASKED, ResourceStatus.ACCEPTED),
        ResourceStatus.DECLINED,
        "programmes.answer_resource",
        needs_comment=True,
        tone="secondary",
        action="programmes.actions.decline_resource",
    ),
    Step(
        "release",
        _("Release"),
        (ResourceStatus.ASKED, ResourceStatus.ACCEPTED),
        ResourceStatus.RELEASED,
        "programmes.run_event",
        needs_comment=True,
        tone="warning",
        action="programmes.actions.release_resource",
    ),
)


class SurveyStatus(TextChoices):
    PLANNED = "planned", _("Planned")
    OPEN = "open", _("Open")
    CLOSED = "closed", _("Closed")


SURVEY = Workflow(
    Step(
        "open",
        _("Open and ask"),
        (SurveyStatus.PLANNED,),
        SurveyStatus.OPEN,
        "programmes.run_survey",
        action="programmes.actions.open_survey",
    ),
    Step(
        "close",
        _("Close"),
        (SurveyStatus.OPEN,),
        SurveyStatus.CLOSED,
        "programmes.run_survey",
        action="programmes.actions.close_survey",
    ),
    Step(
        "reopen",
        _("Open it again"),
        (SurveyStatus.CLOSED,),
        SurveyStatus.OPEN,
        "programmes.run_survey",
        tone="secondary",
        action="programmes.actions.reopen_survey",
    ),
)
