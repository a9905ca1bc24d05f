"""What the desk says of long work: what is being prepared, and what is ready and not yet fetched."""

from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rocb import markup
from rocb.models import Errand
from rocb.panels import Box, Waiting, waits

TONES = {
    Errand.Status.WAITING: "info",
    Errand.Status.RUNNING: "live",
    Errand.Status.DONE: "ok",
    Errand.Status.FAILED: "bad",
}
OPEN = (Errand.Status.WAITING, Errand.Status.RUNNING)


def prepared(user) -> list:
    """This reader's errands that still matter."""
    rows = Errand.objects.visible_to(user).filter(Q(fetched_at=None) | Q(status__in=OPEN))
    return [waits(rows, "errands", what="title", who="error", tag="status", on="expires_at__date")]


def line(row: Waiting) -> dict[str, Any]:
    status = Errand.Status(row.tag)
    kept = "" if status in OPEN else _("kept until %s") % markup.day(row.on)
    return {
        "text": row.what,
        "url": reverse("my-errand", args=[row.id]),
        "tag": status.label,
        "tone": TONES[status],
        "by": row.who or kept,
    }


PREPARED = Box(
    "errands", gettext_lazy("Prepared for you"), "rocb.view_desk", rows=prepared, line=line, most=10
)
