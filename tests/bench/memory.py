"""The most memory that some work takes above what is held when it begins."""

import os
from collections.abc import Callable

from django.db import connection


def peak(act: Callable) -> float:
    """Megabytes, measured in a child process of its own."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        connection.connection = None  # the parent's stays the parent's
        before = reset()
        act()
        os.write(writing, str(status("VmHWM") - before).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as told:
        kilobytes = told.read()
    os.waitpid(child, 0)
    return int(kilobytes) / 1000


def reset() -> int:
    """Forget the highest mark so far; kilobytes held now."""
    with open("/proc/self/clear_refs", "w") as file:
        file.write("5")
    return status("VmRSS")


def status(name: str) -> int:
    with open("/proc/self/status") as file:
        return next(int(line.split()[1]) for line in file if line.startswith(name))
