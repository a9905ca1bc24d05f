"""The Celery application. Tasks take ids, fetch, and make one call (see each pillar's tasks.py)."""

import os

from celery import Celery
from celery.signals import setup_logging, worker_ready
from django_structlog.celery.steps import DjangoStructLogInitStep

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rocb.settings")

app = Celery("rocb")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.steps["worker"].add(DjangoStructLogInitStep)
app.autodiscover_tasks()


@setup_logging.connect
def use_the_portals_logs(**_) -> None:
    """Django has configured logging; without this Celery would do it over again."""


@worker_ready.connect
def make_up_for_lost_time(**_) -> None:
    """Each scheduled job once when a worker comes up: what was missed meanwhile is made up for."""
    from django.conf import settings

    for entry in settings.CELERY_BEAT_SCHEDULE.values():
        app.send_task(entry["task"], args=entry["args"], expires=entry["schedule"])
