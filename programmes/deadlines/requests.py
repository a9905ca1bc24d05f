"""What the office owes to those who ask for assistance."""

from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.utils.translation import gettext_lazy as _

from programmes.models import AssistanceRequest, Event
from programmes.workflow import RequestStatus
from rocb.deadlines import ANSWERED_IN, OFFICE, DeadlineKind, after, owed


def requests_to_assess(requests: QuerySet) -> QuerySet:
    """Received, and nobody has taken it up."""
    return owed(
        requests.filter(status=RequestStatus.RECEIVED),
        what="title",
        on=after("created_at", ANSWERED_IN),
        member="administration",
    )


def requests_to_answer(requests: QuerySet) -> QuerySet:
    """Matched with events that are all over: two weeks to say what came of it."""
    helping = Event.objects.filter(assistance_requests=OuterRef("pk"))
    undated = helping.filter(ends_on=None)
    matched = requests.filter(~Exists(undated), status=RequestStatus.MATCHED)
    last = helping.order_by("-ends_on").values("ends_on")[:1]
    dated = matched.annotate(last_on=Subquery(last)).exclude(last_on=None)
    return owed(
        dated,
        what="title",
        on=after("last_on", ANSWERED_IN),
        member="administration",
    )


KINDS = (
    DeadlineKind(
        "request-assess",
        _("Assess the request"),
        AssistanceRequest,
        requests_to_assess,
        OFFICE,
        "programmes:request-detail",
        "programmes.run_request",
        rungs=(-7, 0, 7),
    ),
    DeadlineKind(
        "request-answer",
        _("Answer the request"),
        AssistanceRequest,
        requests_to_answer,
        OFFICE,
        "programmes:request-detail",
        "programmes.run_request",
        rungs=(-7, 0, 7),
    ),
)
