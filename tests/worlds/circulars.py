"""A circular with a reply to give, a newsletter that was sent, and a draft of each."""

from datetime import timedelta

from django.utils import timezone

from reports.actions import send_circular
from tests.factories.reports import CircularFactory, NewsletterFactory


def circulars_world(cast: dict) -> dict[str, dict]:
    """What the addresses of circulars take."""
    due = timezone.localdate() + timedelta(days=20)
    circular = CircularFactory(office=cast["office"], reply_by=due, all_members=False)
    circular.members.add(cast["member"])
    circular = send_circular(circular, by=cast["officer"])
    draft = CircularFactory(office=cast["office"])
    sheet = circular.replies.get()
    sent = NewsletterFactory(office=cast["office"], status="sent", sent_at=timezone.now())
    issue = NewsletterFactory(office=cast["office"])
    return {
        "reports:newsletter-detail": {"pk": sent.pk},
        "reports:newsletter-edit": {"pk": issue.pk},
        "reports:newsletter-collect": {"pk": issue.pk},
        "reports:newsletter-step": {"pk": issue.pk, "step": "send"},
        "reports:newsletter-confirm": {"token": "unknown"},
        "reports:newsletter-leave": {"token": "unknown"},
        "api:newsletters-step": {"pk": issue.pk, "step": "send"},
        "api:newsletters-": {"pk": sent.pk},
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
