"""A circular that went to the members, with a reply to give, and a draft."""

from datetime import timedelta

from django.utils import timezone

from reports.actions import send_circular
from tests.factories.reports import CircularFactory


def circulars_world(cast: dict) -> dict[str, dict]:
    """What the addresses of circulars take."""
    due = timezone.localdate() + timedelta(days=20)
    circular = CircularFactory(office=cast["office"], reply_by=due, all_members=False)
    circular.members.add(cast["member"])
    circular = send_circular(circular, by=cast["officer"])
    draft = CircularFactory(office=cast["office"])
    sheet = circular.replies.get()
    return {
        "reports:circular-list": {},
        "reports:circular-create": {},
        "reports:circular-detail": {"pk": circular.pk},
        "reports:circular-edit": {"pk": draft.pk},
        "reports:circular-step": {"pk": draft.pk, "step": "send"},
        "reports:circular-reply": {"pk": sheet.pk},
        "reports:circular-answer": {"pk": sheet.pk},
        "api:circulars-step": {"pk": draft.pk, "step": "send"},
        "api:circulars-": {"pk": circular.pk},
    }
