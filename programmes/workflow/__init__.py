"""The step tables of pillar 3: every status a record can have, and every arrow between them."""

from programmes.workflow.events import (
    EVENT,
    GATHERING,
    PAST,
    PUBLISHED,
    RESOURCE,
    EventStatus,
    ResourceStatus,
)
from programmes.workflow.nominations import (
    COMING,
    INVITATION,
    LIVE,
    NOMINATION,
    SEATED,
    InvitationStatus,
    NominationStatus,
)
from programmes.workflow.requests import OPEN_REQUESTS, REQUEST, RequestStatus
from programmes.workflow.surveys import SURVEY, SurveyStatus

__all__ = [
    "COMING",
    "EVENT",
    "GATHERING",
    "INVITATION",
    "LIVE",
    "NOMINATION",
    "OPEN_REQUESTS",
    "PAST",
    "PUBLISHED",
    "REQUEST",
    "RESOURCE",
    "SEATED",
    "SURVEY",
    "EventStatus",
    "InvitationStatus",
    "NominationStatus",
    "RequestStatus",
    "ResourceStatus",
    "SurveyStatus",
]
