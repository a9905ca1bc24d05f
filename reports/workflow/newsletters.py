"""The step table of newsletters."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from rocb.workflow import Step, Workflow


class NewsletterStatus(TextChoices):
    DRAFT = "draft", _("Draft")
    SENT = "sent", _("Sent")


NEWSLETTER = Workflow(
    Step(
        "send",
        _("Send"),
        (NewsletterStatus.DRAFT,),
        NewsletterStatus.SENT,
        "reports.send_newsletter",
        action="reports.actions.send_newsletter",
    ),
)
