"""Scheduled jobs: each run leaves a row, and silence raises an alarm.

The clock (Celery beat) starts them by key; what they do is registered here by whoever owns it.
"""

import zlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import structlog
from django.db import connection
from django.db.models import OuterRef, Subquery
from django.utils import timezone

from rocb.models import JobRun
from rocb.registry import Registry

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one run did, in the job's own units."""

    done: int = 0
    failed: int = 0
    skipped: int = 0


@dataclass(frozen=True, slots=True)
class Job:
    """One scheduled job. `run(at)` is idempotent; twice `every` without a run is an alarm."""

    key: str
    label: Any
    every: timedelta
    run: Callable[[datetime], Outcome]

    @property
    def patience(self) -> timedelta:
        """How long its silence is nothing to worry about."""
        return max(self.every * 2, timedelta(minutes=5))


jobs: Registry[Job] = Registry("Job")


def run_job(key: str, at: datetime | None = None) -> JobRun | None:
    """Run a job now, or not at all while another run of it is under way (then None).

    The row says how it ended; what it raised is kept there and in the log, never swallowed.
    """
    job = jobs[key]
    lock = zlib.crc32(f"job:{key}".encode())
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [lock])
        if not cursor.fetchone()[0]:
            return None
    try:
        return run_and_note(job, at or timezone.now())
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [lock])


def run_and_note(job: Job, at: datetime) -> JobRun:
    # A run that was killed never came back to say so.
    JobRun.objects.filter(job=job.key, outcome=JobRun.Outcome.RUNNING).update(
        outcome=JobRun.Outcome.FAILED, ended_at=timezone.now(), detail="It was interrupted."
    )
    row = JobRun.objects.create(job=job.key, started_at=timezone.now())
    try:
        outcome = job.run(at)
    except Exception as error:
        log.exception("job_failed", job=job.key)
        row.outcome, row.detail = JobRun.Outcome.FAILED, repr(error)[:2000]
    else:
        row.outcome = JobRun.Outcome.DONE
        row.sent, row.failed, row.skipped = outcome.done, outcome.failed, outcome.skipped
    row.ended_at = timezone.now()
    row.save()
    forget_idle_run_before(row)
    return row


def forget_idle_run_before(row: JobRun) -> None:
    """Of runs in a row that found nothing to do only the newest is worth a row."""
    before = JobRun.objects.filter(job=row.job, pk__lt=row.pk).order_by("-pk").first()
    idle = {"outcome": JobRun.Outcome.DONE, "sent": 0, "failed": 0, "skipped": 0}
    if before and all(getattr(run, k) == v for run in (before, row) for k, v in idle.items()):
        before.delete()


def last_runs() -> dict[str, JobRun | None]:
    """The newest run of each job; one query."""
    newest = JobRun.objects.filter(job=OuterRef("job")).order_by("-pk").values("pk")[:1]
    rows = {run.job: run for run in JobRun.objects.filter(pk=Subquery(newest))}
    return {job.key: rows.get(job.key) for job in jobs}


def silent_jobs(now: datetime) -> list[Job]:
    """Jobs that ought to have run and have not, or failed the last time."""
    runs = last_runs()
    return [job for job in jobs if is_silent(job, runs[job.key], now)]


def is_silent(job: Job, run: JobRun | None, now: datetime) -> bool:
    if run is None:
        return True
    return run.outcome == JobRun.Outcome.FAILED or run.started_at < now - job.patience
