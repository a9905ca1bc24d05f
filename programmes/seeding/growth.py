"""What is over in pillar 3, for an office of many more years."""

from django.db.models import Q

from programmes.models import (
    AssistanceRequest,
    Certificate,
    Event,
    EventSession,
    Invitation,
    Nomination,
    ResourcePerson,
)
from programmes.workflow import OPEN_REQUESTS, PAST, EventStatus
from rocb.growing import Growth
from rocb.models import Person

GROWTHS = (
    Growth(
        "events",
        (
            (Person, Q(user=None)),
            (Event, Q(status__in=PAST)),
            (EventSession, "event"),
            (ResourcePerson, "event"),
            (Invitation, "event"),
            (Nomination, "event"),
            (Certificate, "nomination"),
        ),
        {
            Person: {
                "family_name": "t.family_name || ' ' || k",
                "email": "CASE WHEN t.email = '' THEN '' ELSE 'k' || k || '.' || t.email END",
            },
            Event: {
                "status": f"'{EventStatus.CLOSED}'",
                # Not all on one day.
                "starts_on": "t.starts_on - k % 300",
                "ends_on": "t.ends_on - k % 300",
            },
        },
        # The office's files count 10,000 nominations, the demonstration shows half of them.
        times=2,
    ),
    Growth("requests", ((AssistanceRequest, ~Q(status__in=OPEN_REQUESTS)),)),
)
