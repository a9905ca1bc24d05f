"""Events from an idea to closed, and who reads what."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from programmes import actions
from programmes.models import Event
from programmes.workflow import EVENT
from rocb.workflow import StepRefused
from tests.factories.programmes import EventFactory
from tests.factories.rocb import OfficeFactory, RegionFactory

pytestmark = pytest.mark.django_db
AHEAD = date.today() + timedelta(days=60)


@pytest.fixture
def idea(office):
    return EventFactory(office=office, starts_on=AHEAD, ends_on=AHEAD + timedelta(days=4))


def test_an_event_from_idea_to_held(client, officer):
    client.force_login(officer)
    client.post(
        reverse("programmes:event-create"),
        {"title": "AEO workshop", "kind": "workshop", "scope": "regional", "place": "Suva",
         "time_zone": "Pacific/Fiji", "starts_on": "2026-03-02", "ends_on": "2026-03-06"},
    )  # fmt: skip
    event = Event.objects.get()
    assert (event.office_id, event.status) == (officer.person.organisation_id, "idea")
    step = [
        reverse("programmes:event-step", args=[event.pk, name]) for name in ("plan", "announce")
    ]
    client.post(step[0])
    refused = client.post(step[1], follow=True).content.decode()
    assert "It has ended already" in refused
    Event.objects.filter(pk=event.pk).update(starts_on=AHEAD, ends_on=AHEAD)
    client.post(step[1])
    event.refresh_from_db()
    assert event.status == "announced"


def test_dates_and_place_before_the_announcement(idea, officer):
    Event.objects.filter(pk=idea.pk).update(place="")
    with pytest.raises(StepRefused, match="Say where"):
        actions.plan_event(idea, by=officer)
    Event.objects.filter(pk=idea.pk).update(place="Suva", ends_on=None)
    with pytest.raises(StepRefused, match="first and the last day"):
        actions.plan_event(idea, by=officer)


def test_nothing_is_held_before_it_begins(idea, officer):
    planned = actions.plan_event(idea, by=officer)
    announced = actions.announce_event(planned, by=officer)
    confirmed = EVENT.take(announced, "confirm", by=officer)
    with pytest.raises(StepRefused, match="has not begun"):
        actions.hold_event(confirmed, by=officer)


def test_an_event_that_ends_before_it_starts(client, officer):
    client.force_login(officer)
    response = client.post(
        reverse("programmes:event-create"),
        {"title": "Backwards", "kind": "workshop", "scope": "regional", "time_zone": "Asia/Bangkok",
         "starts_on": "2027-03-06", "ends_on": "2027-03-02"},
    )  # fmt: skip
    assert response.status_code == 422
    assert "The event ends before it starts." in response.content.decode()


def test_ideas_are_the_own_offices(client, idea, officer, coordinator, donor):
    elsewhere = OfficeFactory(region=RegionFactory(code="ESA", name="East"))
    other = EventFactory(office=elsewhere)
    known = EventFactory(office=elsewhere, status="announced")
    assert set(Event.objects.visible_to(officer)) == {idea, known}
    assert set(Event.objects.visible_to(coordinator)) == {known}
    assert set(Event.objects.visible_to(donor)) == {known}
    assert not other.allows(officer, "programmes.change_event")
    client.force_login(coordinator)
    page = client.get(known.get_absolute_url()).content.decode()
    assert "What happened" not in page
