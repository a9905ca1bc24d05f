"""What tells the office that the portal itself needs a hand."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rocb.jobs import silent_jobs
from rocb.models import Mail
from rocb.panels import Box


def trouble(user) -> list[dict]:
    """For whoever keeps the portal running: jobs that are silent, mail that failed."""
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
    week = timezone.now() - timedelta(days=7)
    failed = (
        Mail.objects.visible_to(user)
        .filter(status=Mail.Status.FAILED, created_at__gte=week)
        .count()
    )
    if failed:
        found.append(
            {
                "text": _("Mails that could not be delivered: %d") % failed,
                "url": f"{reverse('office-outbox')}?status=failed",
                "tag": _("failed"),
                "tone": "bad",
                "by": _("In the last seven days."),
            }
        )
    return found


TROUBLE = Box("trouble", gettext_lazy("The portal needs a hand"), "rocb.view_jobs", trouble)
