"""What the desk says of long work: what is being prepared, and what is ready and not yet fetched."""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rocb import markup
from rocb.models import Errand
from rocb.panels import Box

TONES = {
    Errand.Status.WAITING: "info",
    Errand.Status.RUNNING: "live",
    Errand.Status.DONE: "ok",
    Errand.Status.FAILED: "bad",
}
MOST = 10


def prepared(user) -> list[dict[str, Any]]:
    """This reader's errands that still matter, the newest first; one query."""
    matters = Q(fetched_at=None) | Q(status__in=[Errand.Status.WAITING, Errand.Status.RUNNING])
    rows = Errand.objects.visible_to(user).filter(matters).order_by("-created_at", "-pk")[:MOST]
    return [
        {
            "text": row.title,
            "url": row.get_absolute_url(),
            "tag": row.get_status_display(),
            "tone": TONES[Errand.Status(row.status)],
            "by": row.error
            or ("" if row.is_open else _("kept until %s") % markup.day(row.expires_at)),
        }
        for row in rows
    ]


PREPARED = Box("errands", gettext_lazy("Prepared for you"), "rocb.view_desk", prepared)
