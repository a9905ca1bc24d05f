"""Changes of pillar 3 that have consequences. All atomic; mail leaves through the outbox."""

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
from programmes.actions.moving import move_event
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

__all__ = [
    "accept_resource",
    "ask_resource",
    "close_event",
    "confirm_event",
    "copy_event",
    "decline_resource",
    "move_event",
    "release_resource",
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
