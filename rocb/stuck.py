"""A worker that takes no more work ends itself, so that its supervisor starts another.

A process that lives and does nothing is the one fault that neither systemd nor Docker sees. What is
asked here is the only thing that counts, whatever the cause: tasks wait in the queue, this worker
has free hands, and it has taken nothing for a while. Ending at once loses nothing: mails, errands
and runs of jobs lie in the database.
"""

import os
import threading
import time
from collections.abc import Callable

import redis
import structlog
from celery import Celery
from celery.worker import state

log = structlog.get_logger(__name__)
EXIT_CODE = 70  # EX_SOFTWARE


class Watch:
    """Notes what one worker takes, and when it began to leave work lying."""

    def __init__(self, waiting: Callable[[], int], hands: int, patience: float):
        self.waiting, self.hands, self.patience = waiting, hands, patience
        self.taken_at = time.monotonic()
        self.lying_since: float | None = None

    def note_task(self, **_: object) -> None:
        """A task has come in; the handler of Celery's signal."""
        self.taken_at = time.monotonic()

    def is_stuck(self, now: float) -> bool:
        """Whether work has lain before free hands for longer than the patience."""
        if not self.waiting() or len(state.reserved_requests) >= self.hands:
            self.lying_since = None
            return False
        if self.lying_since is None:
            self.lying_since = now
        return now - max(self.lying_since, self.taken_at) > self.patience

    def keep_watch(self) -> None:
        """Until the process ends, one way or the other; runs in a thread of its own."""
        while True:
            time.sleep(self.patience / 8)
            if self.is_stuck(time.monotonic()):
                log.critical("worker_stuck", seconds=self.patience)
                os._exit(EXIT_CODE)


def queue_length(app: Celery) -> Callable[[], int]:
    """A function that asks the broker how many tasks wait; none while it cannot be asked."""
    client = redis.Redis.from_url(
        app.conf.broker_url, socket_connect_timeout=2, socket_timeout=5, health_check_interval=30
    )

    def ask() -> int:
        try:
            return client.llen(app.conf.task_default_queue)
        except (redis.RedisError, OSError):
            return 0

    return ask


def watch_over(app: Celery, hands: int, patience: float) -> Watch:
    """Begin to watch this process's worker."""
    watch = Watch(queue_length(app), hands, patience)
    threading.Thread(target=watch.keep_watch, name="watch", daemon=True).start()
    return watch
