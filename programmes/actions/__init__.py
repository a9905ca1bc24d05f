"""Changes of pillar 3 that have consequences. All atomic; mail leaves through the outbox."""

from programmes.actions.events import (
    announce_event,
    cancel_event,
    hold_event,
    plan_event,
    postpone_event,
)
from programmes.actions.requests import (
    answer_request,
    assess_request,
    decline_request,
    match_request,
    tell_of_request,
    withdraw_request,
)

__all__ = [
    "announce_event",
    "answer_request",
    "assess_request",
    "cancel_event",
    "decline_request",
    "hold_event",
    "match_request",
    "plan_event",
    "postpone_event",
    "tell_of_request",
    "withdraw_request",
]
