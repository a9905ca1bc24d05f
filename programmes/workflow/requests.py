"""Requests for assistance."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from rocb.workflow import Step, Workflow


class RequestStatus(TextChoices):
    RECEIVED = "received", _("Received")
    ASSESSED = "assessed", _("Assessed")
    MATCHED = "matched", _("Matched")
    ANSWERED = "answered", _("Answered")
    DECLINED = "declined", _("Declined")
    WITHDRAWN = "withdrawn", _("Withdrawn")


# Somebody still has to do something for these.
OPEN_REQUESTS = (RequestStatus.RECEIVED, RequestStatus.ASSESSED, RequestStatus.MATCHED)

REQUEST = Workflow(
    Step(
        "assess",
        _("Assess"),
        (RequestStatus.RECEIVED,),
        RequestStatus.ASSESSED,
        "programmes.run_request",
        action="programmes.actions.assess_request",
    ),
    Step(
        "match",
        _("Match with help"),
        (RequestStatus.ASSESSED,),
        RequestStatus.MATCHED,
        "programmes.run_request",
        action="programmes.actions.match_request",
    ),
    Step(
        "answer",
        _("Answer"),
        (RequestStatus.MATCHED,),
        RequestStatus.ANSWERED,
        "programmes.run_request",
        needs_comment=True,
        action="programmes.actions.answer_request",
    ),
    Step(
        "decline",
        _("Decline"),
        (RequestStatus.RECEIVED, RequestStatus.ASSESSED),
        RequestStatus.DECLINED,
        "programmes.run_request",
        needs_comment=True,
        tone="warning",
        action="programmes.actions.decline_request",
    ),
    Step(
        "withdraw",
        _("Withdraw the request"),
        OPEN_REQUESTS,
        RequestStatus.WITHDRAWN,
        "programmes.ask_assistance",
        needs_comment=True,
        tone="secondary",
        action="programmes.actions.withdraw_request",
    ),
)
