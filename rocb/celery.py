"""The Celery application. Tasks take ids, fetch, and make one call (see each pillar's tasks.py)."""

import os

from celery import Celery
from celery.signals import setup_logging, task_received, worker_init, worker_ready
from django_structlog.celery.steps import DjangoStructLogInitStep

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rocb.settings")

app = Celery("rocb")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.steps["worker"].add(DjangoStructLogInitStep)
app.autodiscover_tasks()


@setup_logging.connect
def use_the_portals_logs(**_) -> None:
    """Django has configured logging; without this Celery would do it over again."""


@worker_init.connect
def end_rather_than_hang(sender, **_) -> None:
    """A worker that has stopped taking tasks ends, whatever the cause, and is started again."""
    from django.conf import settings

    from rocb.stuck import watch_over

    watch = watch_over(app, sender.concurrency, settings.WORKER_PATIENCE)
    task_received.connect(watch.note_task, weak=False)


@worker_ready.connect
def make_up_for_lost_time(**_) -> None:
    """Each scheduled job once when a worker comes up: what was missed meanwhile is made up for."""
    from django.conf import settings

    for entry in settings.CELERY_BEAT_SCHEDULE.values():
        app.send_task(entry["task"], args=entry["args"], expires=entry["schedule"])
