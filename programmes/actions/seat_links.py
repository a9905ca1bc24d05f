"""The links that nominees answer by: one seat, one asking."""

from datetime import timedelta

from django.core import signing
from django.urls import reverse

from programmes.models import Nomination
from programmes.workflow import (
    NominationStatus,
)

LINK = "programmes.nomination"


LINK_LASTS = timedelta(days=400)


# While it leads somewhere: from the good news to the first day of the event.
ANSWERABLE = (NominationStatus.SELECTED, NominationStatus.OFFERED, NominationStatus.CONFIRMED)


def token_of(nomination: Nomination) -> str:
    """The secret of the link in the mail: for this seat, this asking, and nothing else."""
    return signing.dumps({"nomination": nomination.pk, "asked": stamp(nomination)}, salt=LINK)


def link_of(nomination: Nomination) -> str:
    return reverse("programmes:nomination-answer", args=[token_of(nomination)])


def stamp(nomination: Nomination) -> str:
    return nomination.asked_at.isoformat() if nomination.asked_at else ""


def nomination_behind(token: str) -> Nomination | None:
    """The seat that a link leads to, whatever became of it; None for links that were never ours."""
    try:
        found = signing.loads(token, salt=LINK, max_age=LINK_LASTS)
    except signing.BadSignature:
        return None
    nomination = (
        Nomination.objects.select_related("event", "administration", "person")
        .filter(pk=found["nomination"])
        .first()
    )
    return nomination if nomination and stamp(nomination) == found["asked"] else None
