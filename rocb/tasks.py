"""What the worker does: names in, one call each."""

from celery import shared_task

from rocb.jobs import run_job
from rocb.outbox import send_waiting


@shared_task
def run_scheduled(key: str) -> None:
    """Run one scheduled job; the clock sends this."""
    run_job(key)


@shared_task
def send_mail() -> None:
    """Send what waits in the outbox; whoever queued a mail sends this after the commit."""
    send_waiting()
