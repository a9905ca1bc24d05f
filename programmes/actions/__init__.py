"""Changes of pillar 3 that have consequences. All atomic."""

from programmes.actions.events import (
    announce_event,
    cancel_event,
    hold_event,
    plan_event,
    postpone_event,
)

__all__ = ["announce_event", "cancel_event", "hold_event", "plan_event", "postpone_event"]
