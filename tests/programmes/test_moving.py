"""Events that move, are postponed, cancelled or copied: who is told, how often, and what follows."""

from datetime import date, time, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from programmes import actions
from programmes.actions.moving import concerned, receivers_of
from programmes.models import Event, Invitation, Nomination
from programmes.workflow import EVENT
from rocb.models import Mail, Theme
from rocb.workflow import StepRefused
from tests.factories.programmes import EventFactory, EventSessionFactory, ResourcePersonFactory
from tests.factories.rocb import PersonFactory

pytestmark = pytest.mark.django_db
AHEAD = timezone.localdate() + timedelta(days=60)


@pytest.fixture
def event(office, member, other_member):
    """Announced: one member invited, one that said no, two nominees, a speaker."""
    event = EventFactory(
        office=office,
        status="announced",
        starts_on=AHEAD,
        ends_on=AHEAD + timedelta(days=2),
        begins_at=None,
        capacity=30,
    )
    Invitation.objects.create(event=event, administration=member, respond_by=AHEAD)
    Invitation.objects.create(
        event=event, administration=other_member, respond_by=AHEAD, status="declined"
    )
    for status in ("selected", "withdrawn"):
        Nomination.objects.create(
            event=event,
            administration=member,
            person=PersonFactory(organisation=member, email=f"{status}@example.org"),
            status=status,
        )
    ResourcePersonFactory(event=event, person=PersonFactory(email="speaker@example.org"))
    return event


def told(template) -> list[str]:
    return sorted(Mail.objects.filter(template=template).values_list("person__email", flat=True))


def test_whom_a_change_concerns(event, officer, coordinator, other_coordinator, executive):
    emails = sorted(person.email for person in concerned(event))
    assert emails == sorted([coordinator.email, "selected@example.org", "speaker@example.org"])
    mute = PersonFactory(given_name="Mute", family_name="One", email="")
    ResourcePersonFactory(event=event, person=mute)
    preview = receivers_of(event, officer)
    assert (preview["count"], preview["missing"]) == (3, ["Mute One"])


def test_the_host_is_told_too(event, other_coordinator, coordinator):
    Event.objects.filter(pk=event.pk).update(host=other_coordinator.person.organisation)
    event.refresh_from_db()
    assert other_coordinator.person in concerned(event)


def test_new_days_are_told_once_and_move_the_agenda(client, event, officer, coordinator):
    session = EventSessionFactory(event=event, on=AHEAD + timedelta(days=1))
    client.force_login(officer)
    url = reverse("programmes:event-move", args=[event.pk])
    assert "3 people will get a mail." in client.get(url).content.decode()
    later = AHEAD + timedelta(days=14)
    data = {"starts_on": later, "ends_on": later + timedelta(days=2), "place": "Suva"}
    client.post(url, data)
    event.refresh_from_db()
    session.refresh_from_db()
    assert (event.starts_on, event.place, event.calendar_turn) == (later, "Suva", 1)
    assert session.on == later + timedelta(days=1)
    everybody = sorted([coordinator.email, "selected@example.org", "speaker@example.org"])
    assert told("event_moved") == everybody
    page = client.post(url, data, follow=True).content.decode()
    assert "the days, hours and place that it has already" in page
    assert told("event_moved") == everybody


@pytest.mark.parametrize(
    ("starts", "ends", "sentence"),
    [
        (AHEAD, AHEAD - timedelta(days=1), "ends before it starts"),
        (date(2020, 1, 6), date(2020, 1, 7), "These days have passed"),
        (AHEAD, AHEAD, "1 session would lie outside the new days"),
    ],
)
def test_days_that_cannot_be(event, officer, starts, ends, sentence):
    EventSessionFactory(event=event, on=AHEAD + timedelta(days=2))
    with pytest.raises(ValidationError, match=sentence):
        actions.move_event(event, by=officer, starts_on=starts, ends_on=ends, place="Suva")
    event.refresh_from_db()
    assert (event.starts_on, event.calendar_turn, told("event_moved")) == (AHEAD, 0, [])


def test_postponed_and_announced_again(client, event, officer, coordinator):
    client.force_login(officer)
    step = reverse("programmes:event-step", args=[event.pk, "postpone"])
    assert "3 people will get a mail." in client.get(step).content.decode()
    client.post(step, {"comment": "A cyclone."})
    event.refresh_from_db()
    assert (event.status, event.calendar_turn, len(told("event_postponed"))) == ("postponed", 1, 3)
    again = reverse("programmes:event-step", args=[event.pk, "announce"])
    assert client.post(again, {}).status_code == 422
    later = AHEAD + timedelta(days=30)
    client.post(again, {"starts_on": later, "ends_on": later + timedelta(days=2)})
    event.refresh_from_db()
    assert (event.status, event.starts_on, event.calendar_turn) == ("announced", later, 2)
    assert len(told("event_moved")) == 3


def test_cancelled_is_told_once(event, officer):
    EVENT.perform(event, "cancel", by=officer, comment="No money.")
    with pytest.raises(StepRefused):
        EVENT.perform(event, "cancel", by=officer, comment="No money.")
    assert len(told("event_cancelled")) == 2
    with pytest.raises(StepRefused, match="days cannot be changed"):
        actions.move_event(event, by=officer, starts_on=AHEAD, ends_on=AHEAD, place="Suva")


def test_what_is_announced_moves_on_its_own_page_only(client, event, officer):
    client.force_login(officer)
    page = client.get(reverse("programmes:event-edit", args=[event.pk])).content.decode()
    assert 'name="starts_on"' not in page
    version = event.updated_at.isoformat()
    data = {"title": "Another title", "kind": "workshop", "scope": "regional",
            "time_zone": "Asia/Bangkok", "version": version}  # fmt: skip
    client.post(reverse("programmes:event-edit", args=[event.pk]), data)
    event.refresh_from_db()
    assert (event.title, event.starts_on, event.calendar_turn) == ("Another title", AHEAD, 1)


def test_a_copy_has_the_agenda_and_nobody(client, event, officer):
    theme = Theme.objects.create(code="aeo", name="AEO")
    event.themes.add(theme)
    EventSessionFactory(event=event, on=AHEAD + timedelta(days=1), begins_at=time(9))
    client.force_login(officer)
    start = AHEAD + timedelta(days=365)
    client.post(
        reverse("programmes:event-copy", args=[event.pk]), {"title": "Again", "starts_on": start}
    )
    copy = Event.objects.get(cloned_from=event)
    assert (copy.title, copy.status, copy.calendar_turn) == ("Again", "idea", 0)
    assert (copy.starts_on, copy.ends_on, copy.capacity) == (start, start + timedelta(days=2), 30)
    assert [one.on for one in copy.sessions.all()] == [start + timedelta(days=1)]
    assert list(copy.themes.all()) == [theme]
    assert copy.invitations.count() + copy.nominations.count() + copy.resource_persons.count() == 0


def test_the_api_moves_and_copies(client, event, officer, donor, coordinator):
    base = f"/api/v1/events/{event.pk}/"
    later = AHEAD + timedelta(days=10)
    for user, status in ((donor, 403), (coordinator, 403)):
        client.force_login(user)
        assert client.post(f"{base}move/", {"place": "Suva"}).status_code == status
        assert client.post(f"{base}copy/", {"starts_on": later}).status_code == status
    client.force_login(officer)
    wrong = client.post(f"{base}move/", {"ends_on": AHEAD - timedelta(days=9)})
    assert (wrong.status_code, wrong.json()) == (400, ["The event ends before it starts."])
    assert client.post(f"{base}move/", {"finishes_at": "10:00"}).status_code == 400
    days = {"starts_on": later, "ends_on": later + timedelta(days=2)}
    moved = client.post(f"{base}move/", {**days, "comment": "The hall is not free."})
    assert (moved.status_code, moved.json()["starts_on"]) == (200, later.isoformat())
    assert client.post(f"{base}move/", days).status_code == 409
    assert len(told("event_moved")) == 3
    copied = client.post(f"{base}copy/", {"starts_on": later})
    assert (copied.status_code, copied.json()["status"]) == (201, "idea")
    assert copied.json()["title"] == event.title


def test_closing_needs_the_outcome(event, officer):
    event = EVENT.perform(event, "confirm", by=officer)
    Event.objects.update(starts_on=date(2026, 1, 5), ends_on=date(2026, 1, 6))
    event = EVENT.perform(event, "hold", by=officer)
    with pytest.raises(StepRefused, match="Write down the outcome"):
        actions.close_event(event, by=officer)
    Event.objects.update(outcome="Agreed on a contact point.")
    assert actions.close_event(event, by=officer).status == "closed"


def test_another_event_on_the_same_days_is_said(client, office, event, officer, coordinator):
    EventFactory(office=office, title="Elsewhere", starts_on=AHEAD, ends_on=AHEAD)
    client.force_login(officer)
    assert "On the same days" in client.get(event.get_absolute_url()).content.decode()
    client.force_login(coordinator)
    assert "On the same days" not in client.get(event.get_absolute_url()).content.decode()
