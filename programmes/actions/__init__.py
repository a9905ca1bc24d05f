"""Changes of pillar 3 that have consequences. All atomic; mail leaves through the outbox."""

from programmes.actions.copying import (
    copy_event,
)
from programmes.actions.events import (
    announce_event,
    cancel_event,
    close_event,
    confirm_event,
    hold_event,
    plan_event,
    postpone_event,
)
from programmes.actions.moving import (
    move_event,
)
from programmes.actions.questionnaires import (
    copy_questionnaire,
    move_question,
    save_questionnaire,
    take_out_question,
)
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
    "accept_resource",
    "announce_event",
    "answer_request",
    "ask_people",
    "ask_resource",
    "assess_request",
    "cancel_event",
    "close_event",
    "close_survey",
    "confirm_event",
    "copy_event",
    "copy_questionnaire",
    "decline_request",
    "decline_resource",
    "hold_event",
    "keep_beats",
    "keep_respondents",
    "match_request",
    "move_event",
    "move_question",
    "new_survey",
    "nudge",
    "nudge_when_due",
    "open_survey",
    "people_of",
    "plan_event",
    "postpone_event",
    "record_answer",
    "release_resource",
    "reopen_survey",
    "save_questionnaire",
    "take_out_question",
    "tell_of_request",
    "withdraw_request",
]
