"""Changes of pillar 3 that have consequences. All atomic."""

from programmes.actions.events import (
    announce_event,
    cancel_event,
    hold_event,
    plan_event,
    postpone_event,
)
from programmes.actions.questionnaires import (
    copy_questionnaire,
    move_question,
    save_questionnaire,
    take_out_question,
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
    "announce_event",
    "ask_people",
    "cancel_event",
    "close_survey",
    "copy_questionnaire",
    "hold_event",
    "keep_beats",
    "keep_respondents",
    "move_question",
    "new_survey",
    "nudge",
    "nudge_when_due",
    "open_survey",
    "people_of",
    "plan_event",
    "postpone_event",
    "record_answer",
    "reopen_survey",
    "save_questionnaire",
    "take_out_question",
]
