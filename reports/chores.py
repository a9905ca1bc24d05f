"""The scheduled jobs of pillar 4."""

from datetime import datetime, timedelta

from django.utils.translation import gettext_lazy as _

from reports.actions import read_version
from reports.actions.subscribers import forget_unconfirmed
from reports.models import FileVersion
from rocb.jobs import Job, Outcome

# At most so many files in one round: each may be a thick study.
MOST = 20


def read_files(at: datetime) -> Outcome:
    """Files whose reader was away or was killed."""
    waiting = FileVersion.objects.filter(reading=FileVersion.Reading.WAITING)
    done = failed = 0
    for pk in waiting.order_by("at").values_list("pk", flat=True)[:MOST]:
        version = read_version(pk)
        if version is not None:
            is_bad = version.reading == FileVersion.Reading.FAILED
            done, failed = done + (not is_bad), failed + is_bad
    return Outcome(done, failed, 0)


def tidy_subscribers(at: datetime) -> Outcome:
    """Addresses that never confirmed."""
    return Outcome(forget_unconfirmed(at))


JOBS = (
    Job("read-files", _("Read uploaded reports for the search"), timedelta(minutes=5), read_files),
    Job(
        "subscribers",
        _("Forget addresses that never confirmed"),
        timedelta(days=1),
        tidy_subscribers,
    ),
)
