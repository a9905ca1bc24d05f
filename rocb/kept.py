"""Sums over the whole past, kept until somebody takes a step or corrects a record.

A table of twenty years of participation costs a second to count, and is the same from morning to noon.
What such sums count changes when a workflow moves on: an event is held, a matrix accepted, a report
published. So they are counted anew after each step, whoever took it, and after each form that is saved.
What comes in without either, as an answer to a survey or a file that is loaded, is counted within ten
minutes. Where the cache is away they are counted each time. Sums bear the names of what they count:
whoever words a reference record anew does it with a form.
"""

import hashlib
from collections.abc import Callable
from secrets import token_hex
from typing import Any

from django.core.cache import cache
from django.db import connection
from django.utils import timezone
from django.utils.translation import get_language

from rocb.standing import OWN

SECONDS = 600
TURN = "kept:turn"
LAST_STEP = "SELECT max(id) FROM rocb_statuschange"


def last_step() -> int:
    """The number of the step that was taken last, in the whole portal; one look at an index."""
    with connection.cursor() as cursor:
        cursor.execute(LAST_STEP)
        return cursor.fetchone()[0] or 0


def forget() -> None:
    """Count everything anew from now on."""
    cache.set(TURN, token_hex(8), None)


def kept(name: str, make: Callable[[], Any], *asked: Any) -> Any:
    """What `make` gives for these values, counted at most once between two steps.

    `asked` is all that the answer depends on but day, zone and language; for what depends on its
    reader `reader(user)` is among them.
    """
    told = (name, asked, get_language(), timezone.localdate(), timezone.get_current_timezone_name())
    digest = hashlib.sha256(repr((*told, last_step(), cache.get(TURN))).encode()).hexdigest()
    key = f"kept:{digest}"
    found = cache.get(key)
    if found is None:
        found = (make(),)
        cache.set(key, found, SECONDS)
    return found[0]


def reader(user) -> tuple:
    """What decides which rows somebody may read: two readers alike in this read the same."""
    return user.role, user.is_superuser, *(getattr(user, name) for name in OWN)
