"""Reminders and sending, each against the least there can be."""

import smtplib
import time
from datetime import UTC, datetime
from email.message import EmailMessage

from aiosmtpd.controller import Controller
from django.db import connection
from django.test.utils import override_settings

from rocb.models import Mail, User
from rocb.outbox import send_waiting
from rocb.reminders import remind
from rocb.roles import Role
from tests.bench.office import MANY, TEXT, furnish, many_deadlines
from tests.bench.table import Result

BARE = """
INSERT INTO rocb_reminder (kind, object_id, round, rung, due_on, person_id, reason, made_at)
SELECT 'bare', action.id, 0, 0, action.current_due_on, person.id, 'debtor', now()
FROM missions_action action
JOIN missions_actionplan plan ON plan.id = action.plan_id
JOIN rocb_person person ON person.organisation_id = plan.administration_id
WHERE action.current_due_on = '2030-06-30'
"""
BARE_MAILS = """
INSERT INTO rocb_mail
    (key, template, context, person_id, email, subject, body, created_at, not_before)
SELECT 'bare:' || id, 'bare', '{}', id, '', '', '', now(), now() FROM rocb_person
WHERE email LIKE 'many%'
"""


def reminders(rounds: int) -> list[Result]:
    """Ledger and outbox of 10,000 deadlines, and sending, each against the least there can be."""
    furnish()
    many_deadlines()
    at = datetime(2030, 6, 30, 6, tzinfo=UTC)
    # A worker puts the statements together in its first run of a day and keeps them.
    idle = remind(datetime(2020, 1, 1, tzinfo=UTC))
    assert (idle.rows, idle.mails) == (0, 0), idle
    began = time.perf_counter()
    with connection.cursor() as cursor:
        cursor.execute(BARE)
        rows = cursor.rowcount
        cursor.execute(BARE_MAILS)
    bare = (time.perf_counter() - began) * 1000
    began = time.perf_counter()
    first = remind(at)
    ours = (time.perf_counter() - began) * 1000
    again = remind(at)
    assert rows == MANY, rows
    assert first.rows >= MANY, first
    assert (again.rows, again.mails) == (0, 0), again
    return [
        Result(f"reminders: {first.rows} ledger rows, {first.mails} digests", bare, ours, 3),
        sending(),
    ]


class Sink:
    """A mail server that takes everything."""

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        return "250 OK"


def sending() -> Result:
    """Mails a second, against a bare smtplib loop on one connection with messages of our size."""
    from rocb.embedded import free_port

    Mail.objects.all().delete()
    user = User.objects.filter(role=Role.COORDINATOR).select_related("person").first()
    count = 500
    Mail.objects.bulk_create(
        Mail(
            key=f"bench:{n}",
            template="matrix_accepted",
            person=user.person,
            context={"member": "M", "by": "A", "cycle": "C", "path": "/missions/matrices/1/"},
            not_before=datetime(2020, 1, 1, tzinfo=UTC),
        )
        for n in range(count)
    )
    controller = Controller(Sink(), hostname="127.0.0.1", port=free_port())
    controller.start()
    try:
        with override_settings(
            EMAIL_BACKEND="django.core.mail.backends.smtp.EmailBackend",
            EMAIL_HOST="127.0.0.1",
            EMAIL_PORT=controller.port,
        ):
            began = time.perf_counter()
            sent = send_waiting()
            ours = count / (time.perf_counter() - began)
        assert sent.sent == count, sent
        bare = bare_loop(controller.port, user.email, count)
    finally:
        controller.stop(no_assert=True)
    return Result("sending, mails a second", bare, ours, 0.6, at_least=True, unit="1/s")


def bare_loop(port: int, to: str, count: int) -> float:
    began = time.perf_counter()
    with smtplib.SMTP("127.0.0.1", port) as server:
        for number in range(count):
            message = EmailMessage()
            message["Subject"], message["From"], message["To"] = f"{number}", "a@example.org", to
            message.set_content(TEXT * 6)
            message.add_alternative(f"<p>{TEXT * 8}</p>", subtype="html")
            server.send_message(message)
    return count / (time.perf_counter() - began)
