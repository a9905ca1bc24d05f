"""The portal in a process of its own, on a database of its own: two sizes can be asked in turn."""

import logging
import os
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context


class Aside:
    """Whatever it is given to do is done in its process, one thing after the other."""

    def __init__(self, database: str, redis: str) -> None:
        self._pool = ProcessPoolExecutor(
            1, get_context("spawn"), initializer=begin, initargs=(database, redis)
        )

    def __call__(self, act: Callable, *arguments):
        """What `act` returns there; what it raises is raised here."""
        return self._pool.submit(act, *arguments).result()

    def close(self) -> None:
        self._pool.shutdown()


def begin(database: str, redis: str) -> None:
    """Start the portal; nothing of it may be imported before."""
    os.environ |= {"DATABASE_URL": database, "REDIS_URL": redis}
    import django

    django.setup()
    logging.disable(logging.CRITICAL)
