"""Changes of pillar 3 that have consequences. All atomic; mail leaves through the outbox."""

from programmes.actions.attendance import add_walk_in, all_attended, record_attendance
from programmes.actions.centres import take_centre
from programmes.actions.certificates import issue_certificates, withdraw_certificate
from programmes.actions.copying import copy_event
from programmes.actions.events import (
    announce_event,
    cancel_event,
    close_event,
    confirm_event,
    hold_event,
    plan_event,
    postpone_event,
)
from programmes.actions.invitations import (
    answer_invitation,
    cancel_invitation,
    change_invitation,
    decline_invitation,
    invite_members,
    reopen_invitation,
)
from programmes.actions.moving import move_event
from programmes.actions.nominating import add_person, nominate, rank_nominees, remove_nominee
from programmes.actions.nominations import confirm_nomination, withdraw_nomination
from programmes.actions.nudging import nudge, nudge_when_due
from programmes.actions.offers import lapse_offers, offer_free_seats
from programmes.actions.questionnaires import (
    copy_questionnaire,
    move_question,
    save_questionnaire,
    take_out_question,
)
from programmes.actions.replacing import replace_nominee
from programmes.actions.requests import (
    answer_request,
    assess_request,
    decline_request,
    match_request,
    tell_of_request,
    withdraw_request,
)
from programmes.actions.resources import (
    accept_resource,
    ask_resource,
    decline_resource,
    release_resource,
)
from programmes.actions.respondents import keep_respondents, people_of
from programmes.actions.seat_links import nomination_behind
from programmes.actions.selection import save_marks, send_results
from programmes.actions.surveys import (
    ask_people,
    close_survey,
    keep_beats,
    new_survey,
    open_survey,
    record_answer,
    reopen_survey,
)

__all__ = [
    "accept_resource",
    "add_person",
    "add_walk_in",
    "all_attended",
    "announce_event",
    "answer_invitation",
    "answer_request",
    "ask_people",
    "ask_resource",
    "assess_request",
    "cancel_event",
    "cancel_invitation",
    "change_invitation",
    "close_event",
    "close_survey",
    "confirm_event",
    "confirm_nomination",
    "copy_event",
    "copy_questionnaire",
    "decline_invitation",
    "decline_request",
    "decline_resource",
    "hold_event",
    "invite_members",
    "issue_certificates",
    "keep_beats",
    "keep_respondents",
    "lapse_offers",
    "match_request",
    "move_event",
    "move_question",
    "new_survey",
    "nominate",
    "nomination_behind",
    "nudge",
    "nudge_when_due",
    "offer_free_seats",
    "open_survey",
    "people_of",
    "plan_event",
    "postpone_event",
    "rank_nominees",
    "record_answer",
    "record_attendance",
    "release_resource",
    "remove_nominee",
    "reopen_invitation",
    "reopen_survey",
    "replace_nominee",
    "save_marks",
    "save_questionnaire",
    "send_results",
    "take_centre",
    "take_out_question",
    "tell_of_request",
    "withdraw_certificate",
    "withdraw_nomination",
    "withdraw_request",
]
