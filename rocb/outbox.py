"""The outbox: mail is a row, written in the transaction that caused it and sent by a worker.

A worker takes one row at a time under `FOR UPDATE SKIP LOCKED`, sends it and commits. Several may
work at once; one that is killed gives its row back with its database connection, so nothing is
lost and at most the message in flight is repeated, under the same Message-ID.
"""

import hashlib
import smtplib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import parseaddr
from typing import Any

import structlog
from celery import current_app
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.core.mail import EmailMultiAlternatives, get_connection
from django.db import DatabaseError, connection, transaction
from django.db.models import Q
from django.template import TemplateDoesNotExist
from django.template.loader import get_template, render_to_string
from django.utils import timezone, translation
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from rocb.context import office_name
from rocb.models import Administration, Mail, Person, User
from rocb.registry import Registry

log = structlog.get_logger(__name__)

# How long a refused message waits before each further attempt; after the last it has failed.
WAITS = tuple(timedelta(minutes=m) for m in (1, 5, 30, 120, 480, 1440))
SEND_TASK = "rocb.tasks.send_mail"


@dataclass(frozen=True, slots=True)
class Letter:
    """What is special about one message, beside its templates `emails/<key>.*`.

    `context(mail)` gives what only the moment of sending knows; None means that the message is
    not wanted any more. `url_label` is on the button. `is_open` lets it go to people without a
    current sign-in, as an invitation does; a mail to a bare address needs it. `headers(mail)` gives
    more of the message's head, such as how to leave a list.
    """

    key: str
    context: Callable[[Mail], dict[str, Any] | None] | None = None
    url_label: Any = ""
    going: Callable[[Mail], None] | None = None
    is_open: bool = False
    is_secret: bool = False
    headers: Callable[[Mail], dict[str, str]] | None = None


letters: Registry[Letter] = Registry("Letter")


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


@dataclass(frozen=True, slots=True)
class Message:
    """A message in words."""

    subject: str
    text: str
    html: str


def letter_of(mail: Mail) -> Letter:
    """How this message is special; most are not."""
    return letters[mail.template] if mail.template in letters else Letter(mail.template)


def words_of(mail: Mail, context: dict[str, Any]) -> dict[str, Any]:
    """What the layout of a message is filled with: `subject`, `text`, and what stands around them.

    What staff wrote over it (`mail.subject`, `mail.body`) stands in place of the template's text.
    """
    path = context.get("path")
    words = {name: parsed(name, value) for name, value in context.items()}
    words |= {
        "name": mail.person.full_name if mail.person else "",
        "office": office_name(),
        "url": f"{settings.SITE_URL}{path}" if path else "",
        "url_label": letter_of(mail).url_label,
        "site": settings.SITE_URL,
    }
    name = f"emails/{mail.template}"
    subject = mail.subject or render_to_string(f"{name}.subject.txt", words)
    words["subject"] = " ".join(subject.split())
    words["text"] = mail.body or render_to_string(f"{name}.txt", words).strip()
    return words


def compose(mail: Mail, context: dict[str, Any]) -> Message:
    """Put a message into words, in its receiver's language."""
    with translation.override(mail.language):
        words = words_of(mail, context)
        text = render_to_string("emails/_base.txt", words)
        try:
            page = get_template(f"emails/{mail.template}.html")
        except TemplateDoesNotExist:
            page = get_template("emails/_base.html")
        return Message(words["subject"], text.strip() + "\n", page.render(words))


def parsed(name: str, value):
    """ISO text under a name that ends in `_on` is a date."""
    return parse_date(value) or value if name.endswith("_on") and isinstance(value, str) else value


def wanted(mail: Mail, now: datetime) -> tuple[dict[str, Any] | None, str]:
    """What the message says if it is still wanted, else None and why not."""
    letter = letter_of(mail)
    user = getattr(mail.person, "user", None)
    if not letter.is_open and (user is None or not user.is_current(now)):
        return None, "The receiver has no current sign-in."
    context = dict(mail.context)
    if letter.context is not None:
        with translation.override(mail.language):
            more = letter.context(mail)
        if more is None:
            return None, "What it was about has been settled."
        context |= more
    return context, ""


def address_of(person: Person) -> str:
    """Where a person gets mail today: the address of the sign-in, else that of the contact book."""
    user = getattr(person, "user", None)
    return user.email if user else person.email


@dataclass
class Sent:
    """What one round of sending did."""

    sent: int = 0
    failed: int = 0
    skipped: int = 0


class ServerAway(Exception):
    """The mail server cannot be reached: nobody's message is to blame."""


class Postman:
    """One SMTP connection, opened when first needed and again after it broke."""

    def __init__(self) -> None:
        self.connection = get_connection()

    def send(self, message: EmailMultiAlternatives) -> None:
        try:
            if hasattr(self.connection, "connection") and self.connection.connection is None:
                self.connection.open()
        except (OSError, smtplib.SMTPException) as error:
            raise ServerAway(str(error)) from error
        self.connection.send_messages([message])

    def hang_up(self) -> None:
        """Forget the connection, however broken it is."""
        try:
            self.connection.close()
        except (OSError, smtplib.SMTPException) as error:
            log.info("smtp_close", error=str(error))
        self.connection = get_connection()


BATCH = 50
# Two statements a message, written out: the ORM would take longer to make them than to run them.
LOCK = """
    SELECT subject, body, attempts FROM rocb_mail
    WHERE id = %s AND status = 'queued' AND not_before <= %s
    FOR UPDATE SKIP LOCKED
"""
SETTLE = """
    UPDATE rocb_mail SET status = %s, last_error = %s, attempts = %s, not_before = %s, sent_at = %s,
        email = %s, message_id = %s, subject = %s, body = %s
    WHERE id = %s
"""


def due_mails(now: datetime, after: tuple[datetime, int] | None) -> list[Mail]:
    """The next mails that are due, the oldest first, from behind `after` (not_before, id)."""
    mails = Mail.objects.waiting().filter(not_before__lte=now).select_related("person__user")
    if after is not None:
        moment, pk = after
        mails = mails.filter(Q(not_before__gt=moment) | Q(not_before=moment, pk__gt=pk))
    return list(mails.order_by("not_before", "pk")[:BATCH])


def send_waiting() -> Sent:
    """Send what waits, one message and one commit at a time, until nothing is due.

    A message that the server refuses for good has failed; one that it cannot take now waits
    longer each time. When the server itself is away the round ends and nothing is counted
    against anybody.
    """
    done, postman, away, after = Sent(), Postman(), 0, None
    try:
        while batch := due_mails(timezone.now(), after):
            for mail in batch:
                after = (mail.not_before, mail.pk)
                away = away + 1 if send_one(mail, postman, done) == "away" else 0
                # Two hung or dropped lines in a row: the server, not the message.
                if away == 2:
                    return done
    except ServerAway as error:
        log.warning("mail_server_away", error=str(error))
    finally:
        postman.hang_up()
    return done


@transaction.atomic
def send_one(mail: Mail, postman: Postman, done: Sent) -> str:
    """Send one message under the lock of its row; says what became of it."""
    now = timezone.now()
    with connection.cursor() as cursor:
        cursor.execute(LOCK, [mail.pk, now])
        row = cursor.fetchone()
    if row is None:
        return "taken"  # another worker has it, or it was cancelled meanwhile
    mail.subject, mail.body, mail.attempts = row
    try:
        context, reason = wanted(mail, now)
        if mail.person is not None:
            mail.email = address_of(mail.person)
        if context is None:
            return settle(mail, done, Mail.Status.DROPPED, reason)
        if not mail.email:
            return settle(mail, done, Mail.Status.FAILED, "The receiver has no address.")
        if (going := letter_of(mail).going) is not None:
            going(mail)
        message = compose(mail, context)
    except DatabaseError:
        raise
    except Exception as error:
        log.exception("mail_not_composed", mail=mail.pk)
        return settle(mail, done, Mail.Status.FAILED, f"It could not be written: {error!r}")
    mail.message_id = message_id(mail.key)
    try:
        headers = letter_of(mail).headers
        more = headers(mail) if headers else {}
        postman.send(as_email(message, mail.email, mail.message_id, more))
    except (smtplib.SMTPResponseException, smtplib.SMTPRecipientsRefused) as error:
        postman.hang_up()
        code, reason = answer_of(error)
        return settle_refusal(mail, done, now, reason, for_good=500 <= code < 600)
    except (OSError, smtplib.SMTPException) as error:
        postman.hang_up()
        settle_refusal(mail, done, now, str(error) or repr(error), for_good=False)
        return "away"
    mail.subject = message.subject[:300]
    mail.body = "" if letter_of(mail).is_secret else message.text
    mail.sent_at = timezone.now()
    return settle(mail, done, Mail.Status.SENT, "")


def settle(mail: Mail, done: Sent, status: str, reason: str) -> str:
    """Record what became of a message, and count it."""
    mail.attempts += 1
    record(mail, status, reason)
    if status == Mail.Status.SENT:
        done.sent += 1
    elif status == Mail.Status.FAILED:
        done.failed += 1
    else:
        done.skipped += 1
    return status


def record(mail: Mail, status: str, reason: str) -> None:
    mail.status, mail.last_error = status, reason[:500]
    with connection.cursor() as cursor:
        cursor.execute(
            SETTLE,
            (mail.status, mail.last_error, mail.attempts, mail.not_before, mail.sent_at)
            + (mail.email, mail.message_id, mail.subject, mail.body, mail.pk),
        )


def settle_refusal(mail: Mail, done: Sent, now: datetime, reason: str, *, for_good: bool) -> str:
    """Fail for good, or wait longer than the last time."""
    if for_good or mail.attempts >= len(WAITS):
        return settle(mail, done, Mail.Status.FAILED, reason)
    mail.not_before = now + WAITS[mail.attempts]
    mail.attempts += 1
    record(mail, Mail.Status.QUEUED, reason)
    done.skipped += 1
    return "waits"


def answer_of(error) -> tuple[int, str]:
    """The server's code and words."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        code, words = next(iter(error.recipients.values()))
    else:
        code, words = error.smtp_code, error.smtp_error
    text = words.decode(errors="replace") if isinstance(words, bytes) else str(words)
    return code, f"{code} {text}"


def message_id(key: str) -> str:
    """The same for the same message, so that a repeated one is seen to be the same."""
    domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or "localhost"
    return f"<{hashlib.sha256(key.encode()).hexdigest()[:32]}@{domain}>"


def as_email(
    message: Message, to: str, mail_id: str, more: dict[str, str]
) -> EmailMultiAlternatives:
    email = EmailMultiAlternatives(
        message.subject,
        message.text,
        to=[to],
        headers={"Message-ID": mail_id, "Auto-Submitted": "auto-generated", **more},
    )
    email.attach_alternative(message.html, "text/html")
    return email


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
