"""Messages on their way: written in the transaction that caused them, and until they leave reworded,
stopped or tried again by the office."""

from datetime import datetime
from typing import Any

import structlog
from celery import current_app
from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from rocb.models import Administration, Mail, Person, User

log = structlog.get_logger(__name__)

SEND_TASK = "rocb.tasks.send_mail"


def queue_mail(
    *,
    key: str,
    template: str,
    to: User | Person | str,
    context: dict[str, Any] | None = None,
    about=None,
    administration: Administration | None = None,
    by: User | None = None,
    not_before: datetime | None = None,
) -> None:
    """Write one message into the outbox; it leaves when the transaction commits.

    `to` may be a bare address, of somebody who is in no contact book; the context then says the
    `language`. `key` names the message for ever: asking again with the same key does nothing.
    `context` is JSON: strings and numbers, dates as ISO text under names that end in `_on`.
    """
    mail = Mail(
        key=key,
        template=template,
        context=context or {},
        person=to.person if isinstance(to, User) else None if isinstance(to, str) else to,
        email=to if isinstance(to, str) else "",
        about=about,
        administration=administration,
        by=by,
        not_before=not_before or timezone.now(),
    )
    Mail.objects.bulk_create([mail], ignore_conflicts=True)
    if not any(call[1] is wake_sender for call in connection.run_on_commit):
        transaction.on_commit(wake_sender)


def wake_sender() -> None:
    """Ask a worker to send what waits. Without a broker the clock's next round does it."""
    try:
        current_app.send_task(SEND_TASK, retry=False, ignore_result=True)
    except Exception as error:
        # Whatever the broker's client raises, the mail is safe in its table.
        log.warning("sender_not_woken", error=str(error))


class AlreadyGone(Exception):
    """The message has left or was cancelled; the sentence says so."""


def locked_waiting(mail: Mail, by: User) -> Mail:
    """The row under lock, if it still waits and `by` may touch it."""
    if not by.has_perm("rocb.manage_outbox"):
        raise PermissionDenied
    found = (
        Mail.objects.select_for_update(of=("self",), skip_locked=True).filter(pk=mail.pk).first()
    )
    if found is None or found.status != Mail.Status.QUEUED:
        raise AlreadyGone(_("This message has gone, or is just going: it cannot be changed."))
    return found


@transaction.atomic
def cancel_mail(mail: Mail, *, by: User) -> Mail:
    """Stop a message that has not gone. Raises AlreadyGone, PermissionDenied."""
    mail = locked_waiting(mail, by)
    mail.status, mail.last_error = Mail.Status.CANCELLED, f"Cancelled by {by.full_name}"
    mail.save()
    return mail


@transaction.atomic
def edit_mail(mail: Mail, *, by: User, subject: str, body: str) -> Mail:
    """Put other words in place of the template's. Raises AlreadyGone, PermissionDenied."""
    mail = locked_waiting(mail, by)
    mail.subject, mail.body = " ".join(subject.split())[:300], body
    mail.save()
    return mail


@transaction.atomic
def retry_mail(mail: Mail, *, by: User) -> Mail:
    """Try a failed message again, from the first attempt. Raises AlreadyGone, PermissionDenied."""
    if not by.has_perm("rocb.manage_outbox"):
        raise PermissionDenied
    mail = Mail.objects.select_for_update(of=("self",)).get(pk=mail.pk)
    if mail.status != Mail.Status.FAILED:
        raise AlreadyGone(_("Only a message that has failed can be tried again."))
    mail.status, mail.attempts, mail.last_error = Mail.Status.QUEUED, 0, ""
    mail.not_before = timezone.now()
    mail.save()
    transaction.on_commit(wake_sender)
    return mail
