"""Letters about requests for assistance: the button on each, and when one is stale."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from programmes.models import AssistanceRequest
from programmes.workflow import RequestStatus
from rocb.models import Mail
from rocb.outbox import Letter


def while_request(*statuses: str):
    """A context for letters that only matter while their request is in one of these statuses."""

    def context(mail: Mail) -> dict[str, Any] | None:
        found = AssistanceRequest.objects.filter(pk=mail.object_id or 0, status__in=statuses)
        request = found.select_related("officer__person").first()
        if request is None:
            return None
        return {"officer": request.officer.full_name if request.officer else ""}

    return context


LETTERS = (
    Letter("request_received", while_request(RequestStatus.RECEIVED), _("Read the request")),
    Letter(
        "request_assessed",
        while_request(RequestStatus.ASSESSED, RequestStatus.MATCHED),
        _("See the request"),
    ),
    Letter("request_matched", while_request(RequestStatus.MATCHED), _("See what helps")),
    Letter("request_answered", None, _("Read the answer")),
    Letter("request_declined", None, _("See the request")),
    Letter("request_withdrawn", None, _("See the request")),
)
