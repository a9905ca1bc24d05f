"""The step tables of circulars."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from rocb.workflow import Step, Workflow


class CircularStatus(TextChoices):
    DRAFT = "draft", _("Draft")
    SENT = "sent", _("Sent")
    CLOSED = "closed", _("Closed")


CIRCULAR = Workflow(
    Step(
        "send",
        _("Send"),
        (CircularStatus.DRAFT,),
        CircularStatus.SENT,
        "reports.send_circular",
        action="reports.actions.send_circular",
    ),
    Step(
        "close",
        _("Close: no more replies"),
        (CircularStatus.SENT,),
        CircularStatus.CLOSED,
        "reports.send_circular",
        tone="secondary",
    ),
)
