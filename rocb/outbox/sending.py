"""Sending what waits: one row under lock, one message, one commit at a time."""

import hashlib
import smtplib
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import parseaddr

import structlog
from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.db import DatabaseError, connection, transaction
from django.db.models import Q
from django.utils import timezone

from rocb.models import Mail
from rocb.outbox.wording import Message, address_of, compose, letter_of, wanted

log = structlog.get_logger(__name__)

# How long a refused message waits before each further attempt; after the last it has failed.
WAITS = tuple(timedelta(minutes=m) for m in (1, 5, 30, 120, 480, 1440))
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
