"""Which events help which actions, and what is told of them on an action's page."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from missions.helping import link_events
from tests.factories.programmes import EventFactory
from tests.factories.surveys import SurveyFactory, answered, three_questions

pytestmark = pytest.mark.django_db


@pytest.fixture
def action(plan):
    return plan.actions.first()


@pytest.fixture
def event(office):
    return EventFactory(office=office, status="held", title="AEO workshop")


def test_an_officer_links_events_and_both_pages_tell_it(
    client, officer, coordinator, action, event
):
    survey = SurveyFactory(
        office=event.office, event=event, questionnaire=three_questions(beat="end"), status="closed"
    )
    answered(survey, *[{"overall": 4}] * 3)
    client.force_login(officer)
    page = reverse("missions:action-events", args=[action.pk])
    assert "AEO workshop" in client.get(page).content.decode()
    shown = client.post(page, {"events": [event.pk]}, follow=True).content.decode()
    assert "3 of 3 answered, mean rating 4.0" in shown
    client.force_login(coordinator)
    own = client.get(action.get_absolute_url()).content.decode()
    assert "3 of 3 answered, mean rating 4.0" in own
    assert "Link events" not in own
    assert str(action) in client.get(event.get_absolute_url()).content.decode()


def test_two_answers_are_not_told_on_the_action_either(client, coordinator, officer, action, event):
    survey = SurveyFactory(
        office=event.office, event=event, questionnaire=three_questions(beat="end"), status="closed"
    )
    answered(survey, *[{"overall": 4}] * 2)
    link_events(action, [event], by=officer)
    client.force_login(coordinator)
    html = client.get(action.get_absolute_url()).content.decode()
    assert "AEO workshop" in html
    assert "mean rating" not in html


def test_another_member_reads_nothing_of_the_action(
    client, other_coordinator, officer, action, event
):
    link_events(action, [event], by=officer)
    client.force_login(other_coordinator)
    assert str(action) not in client.get(event.get_absolute_url()).content.decode()


def test_an_idea_of_the_office_is_not_told_to_the_member(
    client, coordinator, officer, action, office
):
    idea = EventFactory(office=office, status="idea", title="Secret plan")
    link_events(action, [idea], by=officer)
    client.force_login(coordinator)
    assert "Secret plan" not in client.get(action.get_absolute_url()).content.decode()


def test_members_do_not_link(client, coordinator, action, event):
    with pytest.raises(PermissionDenied):
        link_events(action, [event], by=coordinator)
    client.force_login(coordinator)
    assert client.get(reverse("missions:action-events", args=[action.pk])).status_code == 403


def test_an_event_that_is_not_there_is_refused(client, officer, action):
    client.force_login(officer)
    page = reverse("missions:action-events", args=[action.pk])
    assert client.post(page, {"events": [987]}).status_code == 422


def test_an_action_asks_as_often_for_one_event_as_for_twenty(
    client, officer, action, office, django_assert_max_num_queries
):
    client.force_login(officer)
    counts = []
    for number in (1, 20):
        events = [EventFactory(office=office, status="held") for _ in range(number)]
        for event in events:
            survey = SurveyFactory(
                office=office,
                event=event,
                questionnaire=three_questions(beat="end"),
                status="closed",
            )
            answered(survey, *[{"overall": 4}] * 3)
        link_events(action, events, by=officer)
        with django_assert_max_num_queries(14) as asked:
            client.get(action.get_absolute_url())
        counts.append(len(asked))
    assert counts[0] == counts[1]
