"""A room for long work: asked for on a page, done by a worker, and back on the desk of its asker.

A pillar declares a kind in its `apps.py` and asks for it where the reader presses the button:

    errands.register(ErrandKind("annual-report", _("Annual report"), annual_report))

    errand = ask_for("annual-report", by=user, title=_("Annual report 2026"), params={"year": 2026})
    return HttpResponseRedirect(errand.get_absolute_url())

    def annual_report(errand: Errand, told: Told) -> Product:
        told(0, 12)                       # chapters, rows, whatever is counted
        ...
        return Product("annual-2026.pdf", content)

`run` works with the rights of `errand.asked_by`, whatever it reads goes through `visible_to` of
them. It may be called again when a worker was cut off half-way, so it changes nothing but what it
returns. What it raises as ErrandRefused is a sentence for its asker.
"""

import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import structlog
from celery import current_app
from django.core.files import File
from django.core.files.storage import default_storage
from django.db import connection, transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from rocb.models import Errand, User
from rocb.registry import Registry
from rocb.storage import is_full

log = structlog.get_logger(__name__)

TASK = "rocb.tasks.do_errand"
KEEP = timedelta(days=7)
MOST_ATTEMPTS = 3
LOCKS = 7_301  # the first half of our advisory locks; the second is the errand
TELL_EVERY = 0.5  # seconds between two notes of progress
STALE = timedelta(seconds=30)  # so long may a message to the workers be on its way


class ErrandRefused(Exception):
    """The work cannot be done; the message is a sentence for whoever asked."""


class Stopped(Exception):
    """Its asker has taken the errand away while it was being done."""


@dataclass(frozen=True, slots=True)
class Product:
    """What came of an errand: a file by name and content, or the address of a page."""

    name: str = ""
    content: bytes | Iterable[bytes] = b""
    url: str = ""


class Told:
    """`told(done, total)` notes how far the work is; called as often as is handy."""

    def __init__(self, errand: Errand) -> None:
        self.errand, self.at = errand, 0.0

    def __call__(self, done: int, total: int) -> None:
        now = time.monotonic()
        if now - self.at < TELL_EVERY and done != total:
            return
        self.at = now
        mine = Errand.objects.filter(pk=self.errand.pk, status=Errand.Status.RUNNING)
        if not mine.update(done=done, total=total):
            raise Stopped

    def counting(self, rows: Iterable, total: int):
        """The same rows, each told as it goes by."""
        for number, row in enumerate(rows):
            if number % 200 == 0:
                self(number, total)
            yield row
        self(total, total)


@dataclass(frozen=True, slots=True)
class ErrandKind:
    """One kind of long work and who does it."""

    key: str
    label: Any
    run: Callable[[Errand, Told], Product]


errands: Registry[ErrandKind] = Registry("Errand")


@transaction.atomic
def ask_for(kind: str, *, by: User, title: str, params: dict[str, Any] | None = None) -> Errand:
    """Write the errand down; a worker begins after the commit. Asking twice makes one.

    Each person has one open errand of the same kind and `params` (JSON); it is returned as it is.
    """
    User.objects.select_for_update().get(pk=by.pk)  # a double click asks once
    params = params or {}
    same = Errand.objects.visible_to(by).open().filter(kind=errands[kind].key, params=params)
    if (found := same.first()) is not None:
        return found
    errand = Errand.objects.create(
        kind=kind,
        title=str(title)[:300],
        params=params,
        asked_by=by,
        asked_as=by.standing,
        expires_at=timezone.now() + KEEP,
    )
    transaction.on_commit(lambda: wake_worker(errand.pk))
    return errand


def wake_worker(pk: int) -> bool:
    """Tell a worker; without a broker the clock's next round does it."""
    try:
        current_app.send_task(TASK, args=[pk], retry=False, ignore_result=True)
    except Exception as error:
        # Whatever the broker's client raises, the errand is safe in its table.
        log.warning("errand_not_sent", errand=pk, error=str(error))
        return False
    return True


def taken(pk: int) -> bool:
    """Take the errand's lock for this connection; False when another worker is at it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s, %s)", [LOCKS, pk % 2**31])
        return cursor.fetchone()[0]


def give_back(pk: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_unlock(%s, %s)", [LOCKS, pk % 2**31])


def do_errand(pk: int) -> str:
    """Do one errand from its beginning, unless it is done, gone, or another worker is at it."""
    if not taken(pk):
        return "taken"
    try:
        errand = Errand.objects.select_related("asked_by__person__organisation__office")
        found = errand.open().filter(pk=pk).first()
        return attempt(found) if found else "settled"
    finally:
        give_back(pk)


def attempt(errand: Errand) -> str:
    """One attempt under the lock; how it ended is on the row."""
    if errand.attempts >= MOST_ATTEMPTS:
        return fail(errand, interrupted(errand))
    errand.status, errand.attempts = Errand.Status.RUNNING, errand.attempts + 1
    errand.done = errand.total = 0
    errand.save(update_fields=["status", "attempts", "done", "total"])
    user = errand.asked_by
    with translation.override(user.person.language):
        try:
            if not user.is_current(timezone.now()) or errand.asked_as != user.standing:
                raise ErrandRefused(_("Your sign-in has changed since. Please ask again."))
            keep(errand, errands[errand.kind].run(errand, Told(errand)))
        except Stopped:
            return "stopped"
        except ErrandRefused as refused:
            return fail(errand, str(refused))
        except OSError as error:
            log.exception("errand_failed", errand=errand.pk)
            return fail(errand, _("The portal's disk is full.") if is_full(error) else unforeseen())
        except Exception:
            log.exception("errand_failed", errand=errand.pk)
            return fail(errand, unforeseen())
    return "done"


def unforeseen() -> str:
    return _("Something unforeseen happened. Try again; if it happens again, tell the office.")


def interrupted(errand: Errand) -> str:
    with translation.override(errand.asked_by.person.language):
        return _(
            "The work was interrupted several times. Ask for less at once, or tell the office."
        )


def fail(errand: Errand, sentence: str) -> str:
    Errand.objects.filter(pk=errand.pk).update(
        status=Errand.Status.FAILED, error=sentence[:500], ended_at=timezone.now()
    )
    return "failed"


def keep(errand: Errand, product: Product) -> None:
    """Store the file whole, then say that it is there; a cut between the two is made good."""
    values: dict[str, Any] = {"url": product.url}
    if product.name:
        stored = f"errands/{errand.pk}"
        with tempfile.TemporaryFile() as scratch:
            content = product.content
            for piece in [content] if isinstance(content, bytes) else content:
                scratch.write(piece)
            size = scratch.tell()
            scratch.seek(0)
            default_storage.delete(stored)
            default_storage.save(stored, File(scratch))
        values |= {"file": stored, "file_name": product.name[-240:], "size": size}
    now = timezone.now()
    kept = Errand.objects.filter(pk=errand.pk, status=Errand.Status.RUNNING).update(
        status=Errand.Status.DONE, ended_at=now, expires_at=now + KEEP, **values
    )
    if not kept:
        default_storage.delete(f"errands/{errand.pk}")
        raise Stopped


@transaction.atomic
def forget(errand: Errand) -> None:
    """Take an errand away, with its file; one that is being done stops at its next note."""
    stored = errand.file.name
    Errand.objects.filter(pk=errand.pk).delete()
    if stored:
        transaction.on_commit(lambda: default_storage.delete(stored))


def take_up_again(at: datetime) -> tuple[int, int]:
    """Send workers to whatever waits or was cut off; (sent, could not be sent)."""
    sent = failed = 0
    for errand in Errand.objects.open().filter(created_at__lt=at - STALE).only("pk"):
        if not taken(errand.pk):
            continue
        give_back(errand.pk)
        if wake_worker(errand.pk):
            sent += 1
        else:
            failed += 1
    return sent, failed


def forget_expired(at: datetime) -> int:
    """Old errands and their files; how many."""
    gone = list(Errand.objects.filter(expires_at__lt=at))
    for errand in gone:
        forget(errand)
    return len(gone)
