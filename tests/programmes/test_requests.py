"""Requests for assistance: the case of Lao PDR from asking to the answer, and who reads what."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from programmes import actions
from programmes.models import AssistanceRequest, Event
from programmes.workflow import EVENT, REQUEST
from rocb.deadlines import deadlines_of
from rocb.models import Mail
from rocb.outbox import send_waiting
from rocb.search import found
from rocb.workflow import StepRefused
from tests.factories.programmes import AssistanceRequestFactory, EventFactory
from tests.factories.rocb import AdministrationFactory, OfficeFactory, RegionFactory

pytestmark = pytest.mark.django_db
FORM = {
    "title": "Seminar on the Revised Kyoto Convention",
    "kind": "seminar",
    "reason": "We are a new member and must decide on accession.",
    "expected": "A decision on accession.",
    "participants": "40",
    "languages": ["en"],
}


@pytest.fixture
def wish(member):
    return AssistanceRequestFactory(administration=member, title="Seminar on valuation")


def step(client, request, name, **data):
    return client.post(
        reverse("programmes:request-step", args=[request.pk, name]), data, follow=True
    )


def mailed(template) -> list[str]:
    return sorted(Mail.objects.filter(template=template).values_list("person__email", flat=True))


def test_the_case_of_a_new_member(client, office, officer, coordinator, executive, smtp):
    """Asked for, assessed, made an event with help of a neighbour, held, answered: each told once."""
    thailand = AdministrationFactory(region=office.region, country_name="Thailand", iso2="TH")
    client.force_login(coordinator)
    answer = client.post(reverse("programmes:request-create"), FORM, follow=True)
    assert "The office answers within two weeks" in answer.content.decode()
    request = AssistanceRequest.objects.get()
    assert (request.administration, request.status) == (
        coordinator.person.organisation.administration,
        "received",
    )
    assert mailed("request_received") == [officer.email]

    client.force_login(officer)
    step(client, request, "assess", assessment="Small and quick.", needs_funding="on")
    request.refresh_from_db()
    assert (request.status, request.officer, request.needs_funding) == ("assessed", officer, True)
    both = sorted([coordinator.email, executive.email])
    assert mailed("request_assessed") == both

    create = f"{reverse('programmes:event-create')}?request={request.pk}"
    page = client.get(create).content.decode()
    assert "Seminar on the Revised Kyoto Convention, Vanuatu" in page
    ahead = timezone.localdate() + timedelta(days=60)
    client.post(create, {
        "title": "Seminar", "kind": "seminar", "scope": "national", "place": "Port Vila",
        "time_zone": "Pacific/Efate", "starts_on": ahead, "ends_on": ahead,
    })  # fmt: skip
    event = request.activities.get()
    assert event.status == "idea"
    step(client, request, "match", activities=[event.pk], helpers=[thailand.pk])
    request.refresh_from_db()
    assert (request.status, list(request.helpers.all())) == ("matched", [thailand])

    client.force_login(coordinator)
    page = client.get(request.get_absolute_url()).content.decode()
    assert "Thailand" in page
    assert event.get_absolute_url() not in page  # an idea is the office's own
    assert "Small and quick" not in page

    for name in ("plan", "announce", "confirm"):
        event = EVENT.perform(event, name, by=officer)
    Event.objects.update(starts_on=date(2026, 1, 5), ends_on=date(2026, 1, 6))
    EVENT.perform(event, "hold", by=officer)
    due = [
        one for one in deadlines_of(officer, at=timezone.now()) if one.kind.key == "request-answer"
    ]
    assert [one.due_on for one in due] == [date(2026, 1, 20)]
    client.force_login(officer)
    step(client, request, "answer", comment="The seminar was held with Thai Customs.")
    request.refresh_from_db()
    assert (request.status, request.answer) == (
        "answered",
        "The seminar was held with Thai Customs.",
    )
    assert mailed("request_answered") == both
    send_waiting()
    assert "with Thai Customs" in smtp.to(coordinator.email)[-1].get_body().get_content()
    client.force_login(coordinator)
    page = client.get(request.get_absolute_url()).content.decode()
    assert event.get_absolute_url() in page
    assert "The seminar was held with Thai Customs." in page


def test_the_office_answers_within_two_weeks(wish, officer, coordinator):
    AssistanceRequest.objects.update(created_at="2026-03-02T03:00:00Z")
    (due,) = [
        one for one in deadlines_of(officer, at=timezone.now()) if one.kind.key == "request-assess"
    ]
    assert (due.due_on, due.what) == (date(2026, 3, 16), "Seminar on valuation")
    assert [one.kind.key for one in deadlines_of(coordinator, at=timezone.now())] == []
    REQUEST.perform(wish, "assess", by=officer)
    assert [one.kind.key for one in deadlines_of(officer, at=timezone.now())] == []


def test_wanted_until_before_wanted_from(client, coordinator):
    client.force_login(coordinator)
    ahead = timezone.localdate() + timedelta(days=90)
    response = client.post(
        reverse("programmes:request-create"),
        {**FORM, "wanted_from_on": ahead, "wanted_until_on": ahead - timedelta(days=1)},
    )
    assert response.status_code == 422
    assert "“Wanted until” lies before “wanted from”." in response.content.decode()
    assert AssistanceRequest.objects.count() == 0


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"reason": ""}, "This field is required"),
        ({"participants": "0"}, "At least one person"),
        ({"wanted_until_on": "2020-01-01"}, "This day has passed"),
        ({"title": "x" * 241}, "at most 240"),
        ({"languages": ["xx"]}, "xx"),
    ],
)
def test_what_cannot_be_asked(client, coordinator, wrong, sentence):
    client.force_login(coordinator)
    response = client.post(reverse("programmes:request-create"), {**FORM, **wrong})
    assert response.status_code == 422
    assert sentence in response.content.decode()


def test_a_request_is_matched_with_something(wish, officer, office):
    actions.assess_request(wish, by=officer)
    with pytest.raises(StepRefused, match="Name an event or an administration"):
        actions.match_request(wish, by=officer)
    with pytest.raises(StepRefused, match="other than the one that asks"):
        actions.match_request(wish, by=officer, helpers=[wish.administration])
    foreign = EventFactory(office=OfficeFactory(region=RegionFactory(code="ESA", name="East")))
    with pytest.raises(ValidationError, match="events of your office"):
        actions.match_request(wish, by=officer, activities=[foreign.pk])
    wish.refresh_from_db()
    assert (wish.status, wish.activities.count()) == ("assessed", 0)
    assert (
        actions.match_request(wish, by=officer, comment="An expert calls you.").status == "matched"
    )


def test_declined_and_withdrawn_with_a_reason(wish, officer, coordinator, executive, member):
    with pytest.raises(StepRefused, match="write a comment"):
        actions.decline_request(wish, by=officer)
    declined = actions.decline_request(wish, by=officer, comment="No money this year.")
    assert (declined.status, declined.answer) == ("declined", "No money this year.")
    assert mailed("request_declined") == sorted([coordinator.email, executive.email])
    other = AssistanceRequestFactory(administration=member, officer=officer)
    actions.withdraw_request(other, by=coordinator, comment="Solved.")
    assert mailed("request_withdrawn") == [officer.email]
    with pytest.raises(StepRefused, match="not possible any more"):
        actions.assess_request(other, by=officer)


def test_whose_step_it_is(wish, officer, coordinator, contributor, attache, other_coordinator):
    for who, name in ((coordinator, "assess"), (attache, "assess"), (contributor, "withdraw"),
                      (officer, "withdraw"), (other_coordinator, "withdraw")):  # fmt: skip
        with pytest.raises(PermissionDenied):
            REQUEST.perform(wish, name, by=who, comment="No.")


def test_a_member_corrects_a_request_until_it_is_taken_up(client, wish, coordinator, officer):
    client.force_login(coordinator)
    edit = reverse("programmes:request-edit", args=[wish.pk])
    version = wish.updated_at.isoformat()
    client.post(edit, {**FORM, "version": version})
    wish.refresh_from_db()
    assert wish.title == FORM["title"]
    stale = client.post(edit, {**FORM, "title": "Mine", "version": version})
    assert stale.status_code == 409
    actions.assess_request(wish, by=officer)
    page = client.get(edit, follow=True).content.decode()
    assert "it is not changed any more" in page


def test_who_reads_a_request(client, wish, other_coordinator, donor, expert, secretariat, officer):
    for who, status in ((other_coordinator, 404), (donor, 403), (expert, 403), (secretariat, 200)):
        client.force_login(who)
        assert client.get(wish.get_absolute_url()).status_code == status
        hits = [kind.key for kind, _rows, _more in found(who, "valuation")]
        assert ("requests" in hits) == (status == 200)
    client.force_login(officer)
    csv = client.get(reverse("programmes:request-list"), {"export": "csv"})
    assert "Seminar on valuation" in b"".join(csv.streaming_content).decode()
    client.force_login(other_coordinator)
    csv = client.get(reverse("programmes:request-list"), {"export": "csv"})
    assert "Seminar on valuation" not in b"".join(csv.streaming_content).decode()


def test_the_assessment_is_not_told_by_timeline_or_api(client, wish, officer, coordinator):
    actions.assess_request(wish, by=officer, assessment="They ask for too much.")
    client.force_login(coordinator)
    past = client.get(f"{wish.get_absolute_url()}?tab=past").content.decode()
    row = client.get(reverse("api:requests-detail", args=[wish.pk])).json()
    assert "too much" not in past
    assert "assessment" not in row
    client.force_login(officer)
    row = client.get(reverse("api:requests-detail", args=[wish.pk])).json()
    assert (row["assessment"], row["steps"]) == ("They ask for too much.", ["match", "decline"])


def test_matching_by_the_api(client, wish, officer, office):
    actions.assess_request(wish, by=officer)
    event = EventFactory(office=office)
    client.force_login(officer)
    url = reverse("api:requests-step", args=[wish.pk, "match"])
    wrong = client.post(url, {"activities": [event.pk + 1]}, content_type="application/json")
    assert wrong.status_code == 400
    right = client.post(url, {"activities": [event.pk]}, content_type="application/json")
    assert (right.status_code, right.json()["activities"]) == (200, [event.pk])


@pytest.mark.parametrize("who", ["officer", "coordinator"])
def test_the_list_costs_the_same_at_one_and_at_thirty(client, request, member, who):
    client.force_login(request.getfixturevalue(who))
    url = reverse("programmes:request-list")
    AssistanceRequestFactory(administration=member)
    client.get(url)
    with CaptureQueriesContext(
        connection,
    ) as one:
        client.get(url)
    AssistanceRequestFactory.create_batch(29, administration=member)
    with CaptureQueriesContext(connection) as thirty:
        page = client.get(url).content.decode()
    assert "30 requests" in page
    assert len(one) == len(thirty) <= 8


def test_the_page_of_a_request_costs_little(client, wish, officer, office):
    for name in ("A", "B"):
        wish.activities.add(EventFactory(office=office, title=name))
    client.force_login(officer)
    client.get(wish.get_absolute_url())
    with CaptureQueriesContext(connection) as queries:
        client.get(wish.get_absolute_url())
    assert len(queries) <= 8


def test_htmx_gets_the_rows_alone(client, wish, officer):
    client.force_login(officer)
    rows = client.get(reverse("programmes:request-list"), headers={"HX-Request": "true"})
    assert rows.content.decode().lstrip().startswith('<div id="rows">')


def test_filters_of_the_list(client, wish, officer, member):
    money = AssistanceRequestFactory(
        administration=member, title="Scanner", needs_funding=True, status="answered"
    )
    client.force_login(officer)
    for query, titles in (({"open": "on"}, {wish.title}), ({"needs_funding": "on"}, {money.title}),
                          ({"q": "valu"}, {wish.title}), ({"mine": "on"}, set()),
                          ({"status": "answered"}, {money.title})):  # fmt: skip
        page = client.get(reverse("programmes:request-list"), query).content.decode()
        assert {one.title for one in (wish, money) if one.title in page} == titles
