"""Events, and the people who are asked to speak at them."""

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
