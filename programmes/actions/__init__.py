"""Changes of pillar 3 that have consequences. All atomic."""

from programmes.actions.attendance import add_walk_in, all_attended, record_attendance
from programmes.actions.certificates import issue_certificates, withdraw_certificate
from programmes.actions.events import (
    announce_event,
    cancel_event,
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
from programmes.actions.nominations import (
    add_person,
    confirm_nomination,
    nominate,
    nomination_behind,
    rank_nominees,
    remove_nominee,
    replace_nominee,
    withdraw_nomination,
)
from programmes.actions.offers import lapse_offers, offer_free_seats
from programmes.actions.questionnaires import (
    copy_questionnaire,
    move_question,
    save_questionnaire,
    take_out_question,
)
from programmes.actions.selection import save_marks, send_results
from programmes.actions.surveys import (
    ask_people,
    close_survey,
    keep_beats,
    keep_respondents,
    new_survey,
    nudge,
    nudge_when_due,
    open_survey,
    people_of,
    record_answer,
    reopen_survey,
)

__all__ = [
    "add_person",
    "add_walk_in",
    "all_attended",
    "announce_event",
    "answer_invitation",
    "ask_people",
    "cancel_event",
    "cancel_invitation",
    "change_invitation",
    "close_survey",
    "confirm_nomination",
    "copy_questionnaire",
    "decline_invitation",
    "hold_event",
    "invite_members",
    "issue_certificates",
    "keep_beats",
    "keep_respondents",
    "lapse_offers",
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
    "remove_nominee",
    "reopen_invitation",
    "reopen_survey",
    "replace_nominee",
    "save_marks",
    "save_questionnaire",
    "send_results",
    "take_out_question",
    "withdraw_certificate",
    "withdraw_nomination",
]
