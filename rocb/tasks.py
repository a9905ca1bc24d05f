"""What the worker does: names in, one call each."""

from celery import shared_task

from rocb import errands
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


@shared_task
def do_errand(pk: int) -> None:
    """Do one piece of long work; whoever asked for it sends this after the commit."""
    errands.do_errand(pk)
