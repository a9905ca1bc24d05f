"""Scheduled jobs: when each ran last and what it did; an alarm where one has fallen silent."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy, ngettext

from rocb import markup
from rocb.jobs import is_silent, jobs, last_runs
from rocb.models import JobRun
from rocb.views.house import Page
from rocb.views.office import OFFICE

TONES = {
    JobRun.Outcome.DONE: "ok",
    JobRun.Outcome.RUNNING: "live",
    JobRun.Outcome.FAILED: "bad",
}


class JobList(Page):
    perm = "rocb.view_jobs"
    title = gettext_lazy("Scheduled jobs")
    template_name = "office/jobs.html"

    def breadcrumbs(self):
        return [OFFICE, (self.title, None)]

    def get(self, request):
        now, runs = timezone.now(), last_runs()
        rows = [
            {
                "job": job,
                "run": runs[job.key],
                "every": every(job.every),
                "is_silent": is_silent(job, runs[job.key], now),
                "tone": TONES[runs[job.key].outcome] if runs[job.key] else "neutral",
                "took": took(runs[job.key]),
            }
            for job in jobs
        ]
        return self.page({"rows": rows, "alarms": [row for row in rows if row["is_silent"]]})


def every(period: timedelta) -> str:
    """How often a job runs, in words."""
    minutes = max(1, int(period.total_seconds() // 60))
    if minutes % 1440 == 0:
        days = minutes // 1440
        return ngettext("every day", "every %(number)s days", days) % {"number": days}
    if minutes % 60 == 0:
        hours = minutes // 60
        return ngettext("every hour", "every %(number)s hours", hours) % {"number": hours}
    return ngettext("every minute", "every %(number)s minutes", minutes) % {"number": minutes}


def took(run: JobRun | None) -> str:
    """How long a run took, in seconds."""
    if run is None or run.ended_at is None:
        return ""
    return f"{markup.number(round((run.ended_at - run.started_at).total_seconds(), 1))} s"
