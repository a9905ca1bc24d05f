"""What the money moved: counted, never named; live for the donor, frozen for everybody."""

import io
import json
from datetime import date
from decimal import Decimal

import pypdfium2
import pytest
from django.urls import reverse

from donors import actions
from donors.activity_page import content_of
from donors.models import Activity, Snapshot
from missions.actions import accept_matrix
from missions.models import Action
from rocb.workflow import StepRefused
from tests.factories.donors import ActivityFactory, AgreementFactory, AllocationFactory
from tests.factories.missions import MissionFactory
from tests.factories.programmes import EventFactory
from tests.factories.rocb import PersonFactory
from tests.factories.surveys import NominationFactory, SurveyFactory, answered, three_questions

pytestmark = pytest.mark.django_db


@pytest.fixture
def agreement(office, donor):
    return AgreementFactory(office=office, donor=donor.person.organisation.donor)


@pytest.fixture
def event(office):
    return EventFactory(
        office=office, status="held", title="Workshop on risk", place="Suva",
        starts_on=date(2026, 3, 2), ends_on=date(2026, 3, 5),
    )  # fmt: skip


@pytest.fixture
def activity(agreement, event, officer):
    return actions.allocate(agreement, event, by=officer, amount=Decimal(30_000)).activity


def people(event, member, *genders):
    for number, gender in enumerate(genders):
        person = PersonFactory(
            gender=gender,
            given_name="Secretname",
            family_name=f"Hidden{number}",
            organisation=member,
        )
        NominationFactory(event=event, administration=member, person=person, status="attended")


def read(client, user, activity) -> str:
    if user is None:
        client.logout()
    else:
        client.force_login(user)
    return client.get(activity.get_absolute_url()).content.decode()


def test_people_are_counted_and_never_named(client, donor, activity, event, member, other_member):
    people(event, member, "w", "w", "m")
    people(event, other_member, "m", "")
    NominationFactory(event=event, administration=member, status="no_show")
    page = read(client, donor, activity)
    assert "5 people of 2 administrations, 4 days each." in page
    assert "Women: 2, men: 2. Not stated: 1." in page
    for query in ("", "?people=1", "?tab=past", "?export=csv", "?format=json", "?names=on"):
        client.force_login(donor)
        assert "Hidden" not in client.get(activity.get_absolute_url() + query).content.decode()
    detail = client.get(f"/api/v1/funded-activities/{activity.pk}/").json()
    assert detail["content"]["people"]["person_days"] == 20
    assert "Hidden" not in json.dumps(detail)


def test_two_people_are_not_told_apart(client, donor, activity, event, member):
    people(event, member, "w", "m")
    page = read(client, donor, activity)
    assert "2 people of 1 administration" in page
    assert "Women:" not in page


def test_evaluation_is_told_from_three_answers_on(activity, event, office):
    survey = SurveyFactory(
        event=event, office=office, status="open", questionnaire=three_questions()
    )
    answered(survey, {"overall": 5}, {"overall": 4})
    assert content_of(activity)["evaluation"] == {}
    answered(survey, {"overall": 5})
    assert content_of(activity)["evaluation"] == {
        "answers": 3,
        "questions": [["How was it?", "4.7"]],
    }


def test_actions_reported_and_verified(client, donor, officer, activity, submitted_matrix):
    first, second, _third = Action.objects.order_by("pk")
    Action.objects.filter(pk=first.pk).update(is_shared=True)
    activity.helps.set([first, second])
    page = read(client, donor, activity)
    cycle = submitted_matrix.cycle.name
    assert (first.title in page, second.title in page) == (True, False)
    assert f"reported in {cycle}" in page
    assert "verified in" not in page
    assert "Actions that their members do not share with donors: 1, of them finished: 0" in page
    accept_matrix(submitted_matrix, by=officer)
    page = read(client, donor, activity)
    assert f"In progress, 40 %; reported in {cycle}; verified in {cycle}" in page


def test_a_mission_moves_the_actions_that_carry_out_its_advice(
    office, agreement, officer, plan, member
):
    from tests.factories.missions import RecommendationFactory

    mission = MissionFactory(administration=member, status="final")
    action = plan.actions.first()
    action.recommendations.add(RecommendationFactory(administration=member, mission=mission))
    paid = actions.allocate(agreement, mission, by=officer, amount=Decimal(5)).activity
    assert content_of(paid)["hidden"] == {"total": 1, "finished": 0, "verified": 0}


def test_frozen_previewed_published_and_then_read_by_everybody(
    client, officer, donor, activity, event, member
):
    people(event, member, "w", "m", "m")
    assert client.get(activity.get_absolute_url()).status_code == 404
    client.force_login(officer)
    client.post(reverse("donors:activity-freeze", args=[activity.slug]), {})
    snapshot = Snapshot.objects.get()
    assert (
        "This is what everybody would read."
        in client.get(snapshot.get_absolute_url()).content.decode()
    )
    client.logout()
    assert client.get(activity.get_absolute_url()).status_code == 404
    client.force_login(officer)
    client.post(reverse("donors:snapshot-step", args=[snapshot.pk, "publish"]), {})
    public = read(client, None, activity)
    assert "Workshop on risk" in public
    assert "3 people of 1 administration" in public
    assert donor.person.organisation.name in public
    assert "30,000" not in public
    assert "Workshop on risk" in client.get(reverse("donors:activity-list")).content.decode()
    assert "Workshop on risk" in client.get("/").content.decode()
    # What happens later does not change it.
    type(event).objects.filter(pk=event.pk).update(title="Renamed", place="Nadi")
    assert "Renamed" not in read(client, None, activity)
    assert "Renamed" in read(client, donor, activity)
    client.force_login(officer)
    client.post(reverse("donors:snapshot-step", args=[snapshot.pk, "withdraw"]), {})
    client.logout()
    assert client.get(activity.get_absolute_url()).status_code == 404


def test_publishing_anew_withdraws_what_was_published(officer, activity):
    first = actions.freeze(activity, by=officer, shows_amounts=False)
    actions.publish_snapshot(first, by=officer)
    second = actions.freeze(activity, by=officer, shows_amounts=True)
    actions.publish_snapshot(second, by=officer)
    assert list(Snapshot.objects.order_by("pk").values_list("status", flat=True)) == [
        "withdrawn",
        "published",
    ]
    assert second.content["payers"][0]["amounts"] == [["USD", "30000.00"]]
    assert first.content["payers"][0]["amounts"] == []


def test_a_frozen_page_forgets_what_a_member_no_longer_shares(client, officer, activity, plan):
    action = plan.actions.first()
    Action.objects.filter(pk=action.pk).update(is_shared=True)
    activity.helps.set([action])
    actions.publish_snapshot(actions.freeze(activity, by=officer, shows_amounts=False), by=officer)
    assert action.title in read(client, None, activity)
    Action.objects.filter(pk=action.pk).update(is_shared=False)
    page = read(client, None, activity)
    assert action.title not in page
    assert "Actions that their members do not share with donors: 1" in page
    client.logout()
    file = client.get(reverse("donors:activity-pdf", args=[activity.slug]))
    text = pypdfium2.PdfDocument(io.BytesIO(file.content))[0].get_textpage().get_text_range()
    assert action.title not in text


def test_the_page_of_an_action_goes_with_its_members_consent(client, officer, agreement, plan):
    action = plan.actions.first()
    Action.objects.filter(pk=action.pk).update(is_shared=True)
    action.refresh_from_db()
    paid = actions.allocate(agreement, action, by=officer, amount=Decimal(5)).activity
    actions.publish_snapshot(actions.freeze(paid, by=officer, shows_amounts=False), by=officer)
    assert action.title in read(client, None, paid)
    Action.objects.filter(pk=action.pk).update(is_shared=False)
    client.logout()
    assert client.get(paid.get_absolute_url()).status_code == 404
    assert action.title not in client.get(reverse("donors:activity-list")).content.decode()
    assert action.title not in client.get("/").content.decode()
    with pytest.raises(StepRefused, match="does not share this action"):
        actions.freeze(Activity.objects.get(pk=paid.pk), by=officer, shows_amounts=False)


def test_a_text_that_names_a_participant_is_not_frozen(client, officer, activity, event, member):
    people(event, member, "w")
    Activity.objects.filter(pk=activity.pk).update(purpose="Asked for by SECRETNAME hidden0.")
    with pytest.raises(StepRefused, match="The page names persons: Secretname Hidden0"):
        actions.freeze(activity, by=officer, shows_amounts=False)
    client.force_login(officer)
    answer = client.post(
        reverse("donors:activity-edit", args=[activity.slug]),
        {
            "purpose": "Write to ana@example.org",
            "version": Activity.objects.get().updated_at.isoformat(),
        },
    )
    assert answer.status_code == 422
    assert "write no mail addresses" in answer.content.decode()


def test_the_pdf_says_what_its_reader_may_read(client, donor, activity):
    client.force_login(donor)
    file = client.get(reverse("donors:activity-pdf", args=[activity.slug]))
    text = pypdfium2.PdfDocument(io.BytesIO(file.content))[0].get_textpage().get_text_range()
    assert file.headers["Content-Type"] == "application/pdf"
    assert "Workshop on risk" in text
    assert "30,000" in text


@pytest.mark.parametrize("count", [1, 30])
def test_lists_of_activities_cost_the_same_however_many(
    client, officer, donor, agreement, count, django_assert_max_num_queries
):
    for _n in range(count):
        one = ActivityFactory(office=agreement.office)
        AllocationFactory(agreement=agreement, activity=one, amount=Decimal(5))
        actions.publish_snapshot(actions.freeze(one, by=officer, shows_amounts=False), by=officer)
    one.helps.set(Action.objects.all())
    for user, ceiling in ((officer, 8), (donor, 8), (None, 4)):
        client.logout() if user is None else client.force_login(user)
        with django_assert_max_num_queries(ceiling):
            assert client.get(one.get_absolute_url()).status_code == 200
        with django_assert_max_num_queries(6):
            assert client.get(reverse("donors:activity-list")).context["count"] == count
