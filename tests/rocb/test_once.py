"""A double click: two sendings of one form at the same moment, by the same person."""

from datetime import date, timedelta
from threading import Barrier, Thread

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.urls import reverse

from missions.models import Certification
from programmes.models import Invitation
from rocb.models import Comment, Mail, StatusChange
from tests.conftest import filled
from tests.factories.missions import ExpertFactory
from tests.factories.programmes import EventFactory
from tests.factories.reports import CircularFactory

UNTIL = date.today() + timedelta(days=20)


@pytest.fixture(autouse=True)
def nothing_known_yet():
    cache.clear()


def clicked_twice(user, url: str, **data) -> list:
    """Both answers to one form that was sent by two clicks."""
    start, answers = Barrier(2), []

    def send():
        client = Client()
        client.force_login(user)
        start.wait(10)
        try:
            answers.append(client.post(url, {"csrfmiddlewaretoken": "of this page", **data}))
        finally:
            connection.close()

    threads = [Thread(target=send) for _click in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return answers


def told(answer) -> list[str]:
    """What the next page says, whoever of both clicks the browser shows."""
    return [str(message) for message in answer.wsgi_request._messages._queued_messages]


def invitations(cast):
    event = EventFactory(
        office=cast.office, status="announced", starts_on=UNTIL + timedelta(days=9),
        ends_on=UNTIL + timedelta(days=9),
    )  # fmt: skip
    chosen = {"groups": ["members"], "seats": 1, "respond_by": UNTIL.isoformat(), "send": 1}
    return cast.officer, reverse("programmes:event-invite", args=[event.pk]), chosen, Invitation


def circular(cast):
    record = CircularFactory(office=cast.office, reply_by=UNTIL)
    return (
        cast.officer,
        reverse("reports:circular-step", args=[record.pk, "send"]),
        {},
        StatusChange,
    )


def award(cast):
    day = date.today() - timedelta(days=9)
    event = EventFactory(
        office=cast.office, kind="accreditation", status="held", starts_on=day, ends_on=day
    )
    experts = [ExpertFactory(certified=False, administration__region=cast.office.region)]
    data = {
        "event": event.pk, "scheme": "facilitator", "stage": "accredited", "expires_on": "2031-03-06",
        "experts": [one.pk for one in experts],
    }  # fmt: skip
    return cast.officer, reverse("missions:expert-award"), data, Certification


def submission(cast):
    record = filled(cast.matrix, cast.coordinator)
    address = reverse("missions:matrix-step", args=[record.pk, "submit"])
    return cast.coordinator, address, {}, StatusChange


def remark(cast):
    address = reverse("comment-add", args=["missions.actionplan", cast.plan.pk])
    return cast.coordinator, address, {"text": "Once."}, Comment


@pytest.mark.fault
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("form", [invitations, circular, award, submission, remark])
def test_a_double_click_sends_once_and_neither_answer_is_a_refusal(cast, form):
    assert cast.coordinator.person.email
    user, url, data, model = form(cast)
    rows, mails = model.objects.count(), Mail.objects.count()
    answers = clicked_twice(user, url, **data)
    assert [answer.status_code for answer in answers] == [302, 302]
    assert answers[0]["Location"] == answers[1]["Location"]
    assert model.objects.count() == rows + 1
    assert "It was sent twice and has been carried out once." in [
        *told(answers[0]),
        *told(answers[1]),
    ]
    assert len(set(Mail.objects.values_list("template", "person"))) == Mail.objects.count()
    assert Mail.objects.count() > mails or form in (award, remark)


@pytest.mark.django_db
def test_the_same_words_from_a_page_that_was_opened_anew_are_meant(client, coordinator, plan):
    client.force_login(coordinator)
    url = reverse("comment-add", args=["missions.actionplan", plan.pk])
    for token in ("first", "first", "second", ""):
        client.post(url, {"text": "Good.", **({"csrfmiddlewaretoken": token} if token else {})})
    assert Comment.objects.count() == 3


@pytest.mark.django_db
def test_what_was_refused_may_be_tried_again(client, coordinator, matrix):
    """A refusal leads onwards too; but it was not carried out, and the reason may be gone."""
    client.force_login(coordinator)
    url = reverse("missions:matrix-step", args=[matrix.pk, "submit"])
    sent = {"csrfmiddlewaretoken": "of this page"}
    refused = client.post(url, sent)
    filled(matrix, coordinator)
    taken = client.post(url, sent)
    matrix.refresh_from_db()
    assert (refused.status_code, taken.status_code) == (422, 302)
    assert matrix.status == "submitted"
