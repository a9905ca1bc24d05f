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
        "move",
        _("Move the day for replies"),
        (CircularStatus.SENT,),
        CircularStatus.SENT,
        "reports.send_circular",
        action="reports.actions.move_reply_day",
        tone="secondary",
    ),
    Step(
        "close",
        _("Close: no more replies"),
        (CircularStatus.SENT,),
        CircularStatus.CLOSED,
        "reports.send_circular",
        tone="secondary",
    ),
    Step(
        "reopen",
        _("Take replies again"),
        (CircularStatus.CLOSED,),
        CircularStatus.SENT,
        "reports.send_circular",
        action="reports.actions.reopen_circular",
        needs_comment=True,
        tone="secondary",
    ),
)
