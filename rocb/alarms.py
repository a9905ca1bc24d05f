"""What tells the office that the portal itself needs a hand."""

from datetime import timedelta

from django.db.models import Count, DateTimeField, Subquery
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rocb.jobs import silent_jobs
from rocb.models import Mail
from rocb.panels import Box, Waiting, waits
from rocb.standing import Blank


def silent(user) -> list[dict]:
    """For whoever keeps the portal running: jobs that have not run; one query."""
    found = []
    if user.has_perm("rocb.view_jobs"):
        found += [
            {
                "text": _("“%s” has not run as it should") % job.label,
                "url": reverse("office-jobs"),
                "tag": _("alarm"),
                "tone": "bad",
                "by": _("Is the worker running? Is the clock?"),
            }
            for job in silent_jobs(timezone.now())
        ]
    return found


def undelivered(user) -> list:
    """Mail of the last seven days that failed, as one row with its number."""
    week_ago = Blank("now", DateTimeField()) - timedelta(days=7)
    failed = Mail.objects.visible_to(user).filter(
        status=Mail.Status.FAILED, created_at__gte=week_ago
    )
    newest = failed.filter(pk=Subquery(failed.order_by("-pk").values("pk")[:1]))
    number = failed.order_by().values("status").annotate(n=Count("pk")).values("n")
    return [waits(newest, "trouble", what=Subquery(number))]


def undelivered_line(row: Waiting) -> dict:
    return {
        "text": _("Mails that could not be delivered: %s") % row.what,
        "url": f"{reverse('office-outbox')}?status=failed",
        "tag": _("failed"),
        "tone": "bad",
        "by": _("In the last seven days."),
    }


TROUBLE = Box(
    "trouble",
    gettext_lazy("The portal needs a hand"),
    "rocb.view_jobs",
    tasks=silent,
    rows=undelivered,
    line=undelivered_line,
)
