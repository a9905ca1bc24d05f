"""Mail through a real SMTP server that is sometimes unwell, and workers that are killed."""

import subprocess
import sys
import time
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from rocb.models import Mail
from rocb.outbox import AlreadyGone, cancel_mail, edit_mail, queue_mail, retry_mail, send_waiting

CONTEXT = {"member": "Vanuatu", "by": "Ana", "cycle": "2026", "path": "/missions/matrices/1/"}


def queue(to, key="k", **more):
    queue_mail(key=key, template="matrix_accepted", to=to, context=CONTEXT, **more)
    return Mail.objects.get(key=key)


def test_the_same_key_makes_one_mail(coordinator):
    queue(coordinator)
    queue(coordinator)
    assert Mail.objects.count() == 1


def test_a_mail_arrives_with_link_and_words(coordinator, smtp):
    mail = queue(coordinator)
    assert send_waiting().sent == 1
    mail.refresh_from_db()
    (message,) = smtp.to(coordinator.email)
    assert message["Subject"] == "2026: your follow-up matrix is accepted"
    assert message["Message-ID"] == mail.message_id
    text = message.get_body(("plain",)).get_content()
    assert "http://localhost:8000/missions/matrices/1/" in text
    assert "Ana has accepted the follow-up matrix of Vanuatu for 2026." in text
    html = message.get_body(("html",)).get_content()
    assert '<a href="http://localhost:8000/missions/matrices/1/">' in html
    assert (mail.status, mail.email) == ("sent", coordinator.email)


def test_words_in_a_mail_are_escaped_in_html_alone(coordinator, smtp):
    queue_mail(
        key="k",
        template="matrix_accepted",
        to=coordinator,
        context={**CONTEXT, "comment": "<b>A & B</b>"},
    )
    send_waiting()
    (message,) = smtp.messages
    assert "<b>A & B</b>" in message.get_body(("plain",)).get_content()
    assert "&lt;b&gt;A &amp; B&lt;/b&gt;" in message.get_body(("html",)).get_content()


def test_the_receivers_language(coordinator, smtp):
    coordinator.person.language = "fr"
    coordinator.person.save()
    queue(coordinator)
    assert send_waiting().sent == 1


def test_one_refused_address_stops_nobody(coordinator, officer, head, smtp):
    smtp.refuse(officer.email)
    for number, user in enumerate((coordinator, officer, head)):
        queue(user, key=f"k{number}")
    done = send_waiting()
    assert (done.sent, done.failed) == (2, 1)
    assert sorted(smtp.recipients) == sorted([coordinator.email, head.email])
    failed = Mail.objects.get(status="failed")
    assert (failed.person, failed.last_error) == (
        officer.person,
        "550 5.1.1 No such mailbox here",
    )


def test_greylisting_delays_one_mail_and_no_other(coordinator, officer, smtp):
    smtp.greylist(officer.email)
    for number, user in enumerate((officer, coordinator)):
        queue(user, key=f"k{number}")
    assert send_waiting().sent == 1
    delayed = Mail.objects.get(status="queued")
    assert (delayed.attempts, delayed.last_error) == (1, "450 4.2.0 Greylisted, try again later")
    Mail.objects.update(not_before=timezone.now())
    assert send_waiting().sent == 1
    assert smtp.recipients == [coordinator.email, officer.email]


def test_a_dropped_line_is_tried_again_later(coordinator, smtp):
    smtp.drop()
    mail = queue(coordinator)
    assert send_waiting().sent == 0
    mail.refresh_from_db()
    assert (mail.status, mail.attempts) == ("queued", 1)
    assert mail.not_before > timezone.now() + timedelta(seconds=50)
    smtp.drop(False)
    assert send_waiting().sent == 0  # not yet
    Mail.objects.update(not_before=timezone.now())
    assert send_waiting().sent == 1


def test_a_server_that_hangs_is_left_alone(coordinator, officer, smtp, settings):
    settings.EMAIL_TIMEOUT = 0.3
    smtp.hang(2)
    for number in range(4):
        queue(coordinator if number % 2 else officer, key=f"k{number}")
    began = time.monotonic()
    send_waiting()
    assert time.monotonic() - began < 2  # two tries, not four
    assert Mail.objects.filter(attempts=1).count() == 2


def test_a_server_that_is_away_counts_against_nobody(coordinator, smtp, settings):
    settings.EMAIL_PORT = 1
    mail = queue(coordinator)
    assert send_waiting().sent == 0
    mail.refresh_from_db()
    assert (mail.status, mail.attempts) == ("queued", 0)


def test_after_many_attempts_it_has_failed(coordinator, smtp):
    smtp.drop()
    mail = queue(coordinator)
    for _turn in range(7):
        Mail.objects.update(not_before=timezone.now())
        send_waiting()
    mail.refresh_from_db()
    assert mail.status == "failed"


def test_a_former_employee_gets_nothing(former, smtp):
    mail = queue(former)
    assert send_waiting().skipped == 1
    mail.refresh_from_db()
    assert (mail.status, mail.last_error) == ("dropped", "The receiver has no current sign-in.")


def test_a_mail_that_settled_itself_is_dropped(matrix, coordinator, smtp):
    assert Mail.objects.filter(template="cycle_opened").count() == 1
    matrix.status = "cancelled"
    matrix.save()
    assert send_waiting().skipped == 1
    assert smtp.messages == []


def test_staff_edit_and_cancel_what_has_not_gone(coordinator, officer, smtp):
    mail = edit_mail(queue(coordinator), by=officer, subject="Other", body="My words.")
    send_waiting()
    (message,) = smtp.messages
    assert message["Subject"] == "Other"
    assert "My words." in message.get_body(("plain",)).get_content()
    mail.refresh_from_db()
    with pytest.raises(AlreadyGone):
        cancel_mail(mail, by=officer)
    second = cancel_mail(queue(coordinator, key="k2"), by=officer)
    assert (second.status, send_waiting().sent) == ("cancelled", 0)


def test_others_may_not_touch_the_outbox(coordinator, officer):
    mail = queue(officer)
    for act in (cancel_mail, retry_mail):
        with pytest.raises(PermissionDenied):
            act(mail, by=coordinator)


def test_a_failed_mail_can_be_tried_again(coordinator, officer, smtp):
    mail = queue(coordinator)
    Mail.objects.update(status="failed", attempts=6)
    retry_mail(Mail.objects.get(pk=mail.pk), by=officer)
    assert send_waiting().sent == 1


SENDER = "import django; django.setup(); from rocb.outbox import send_waiting; send_waiting()"


@pytest.mark.django_db(transaction=True)
def test_killed_senders_lose_nothing(live_env, smtp, office):
    from rocb.models import Person

    people = Person.objects.bulk_create(
        Person(family_name=f"P{n}", email=f"p{n}@example.org") for n in range(300)
    )
    from tests.factories.rocb import UserFactory

    users = [UserFactory(person=person, email=person.email) for person in people]
    for user in users:
        queue(user, key=f"k{user.pk}")
    env = {**live_env, "EMAIL_URL": f"smtp://127.0.0.1:{smtp.port}"}
    kills = 0
    for target in (40, 120, 200):
        sender = subprocess.Popen([sys.executable, "-c", SENDER], env=env)
        until = time.monotonic() + 30
        while len(smtp.messages) < target and time.monotonic() < until:
            time.sleep(0.005)
        sender.kill()
        sender.wait()
        kills += 1
    assert Mail.objects.filter(status="queued").exists()
    subprocess.run([sys.executable, "-c", SENDER], env=env, check=True, timeout=60)
    assert set(smtp.recipients) == {user.email for user in users}
    assert 0 <= len(smtp.recipients) - len(users) <= kills
    assert Mail.objects.filter(status="sent").count() == len(users)
