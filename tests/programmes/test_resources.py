"""Resource persons: found in the roster, asked by mail, answered through a link, released."""

import re
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from missions import matcher
from programmes import actions
from programmes.actions.resources import link_of
from programmes.models import ResourcePerson, ResourceProfile
from programmes.roster import propose
from programmes.workflow import EVENT
from rocb.deadlines import deadlines_of
from rocb.models import Mail, Theme
from rocb.outbox import send_waiting
from rocb.workflow import StepRefused
from tests.factories.missions import ExpertFactory, MissionFactory, TeamMemberFactory
from tests.factories.programmes import (
    AssistanceRequestFactory,
    EventFactory,
    EventSessionFactory,
    ResourcePersonFactory,
    ResourceProfileFactory,
)
from tests.factories.rocb import PersonFactory, UserFactory

pytestmark = pytest.mark.django_db
AHEAD = timezone.localdate() + timedelta(days=60)


@pytest.fixture
def event(office):
    return EventFactory(
        office=office,
        status="planned",
        starts_on=AHEAD,
        ends_on=AHEAD + timedelta(days=4),
        languages=["en"],
    )


@pytest.fixture
def speaker(member):
    return ResourceProfileFactory(person=PersonFactory(organisation=member)).person


def test_asked_by_mail_and_accepted_without_a_sign_in(client, event, officer, speaker, smtp):
    client.force_login(officer)
    ask = reverse("programmes:event-ask", args=[event.pk])
    client.post(ask, {"person": speaker.resource_profile.pk, "subject": "Valuation"})
    place = ResourcePerson.objects.get()
    send_waiting()
    (mail,) = smtp.to(speaker.email)
    text = mail.get_body(("plain",)).get_content()
    link = re.search(r"/programmes/resource-places/answer/[^/\s]+/", text)[0]
    assert "Valuation" in text
    assert link not in Mail.objects.get(template="resource_asked").body

    client.logout()
    page = client.get(link)
    assert (page.status_code, event.title in page.content.decode()) == (200, True)
    assert client.post(link, {}).status_code == 422
    client.post(link, {"answer": "accept", "comment": "With pleasure."})
    place.refresh_from_db()
    assert place.status == "accepted"
    again = client.post(link, {"answer": "decline"})
    assert again.status_code == 410
    place.refresh_from_db()
    assert place.status == "accepted"
    send_waiting()
    assert "With pleasure." in smtp.to(officer.email)[-1].get_body().get_content()


def test_a_forged_link_and_one_of_a_cancelled_event(client, event, officer, speaker):
    place = actions.ask_resource(event, speaker, by=officer)
    link = link_of(place)
    assert client.get(link[:-2] + "x/").status_code == 410
    EVENT.perform(event, "cancel", by=officer, comment="No money.")
    assert client.get(link).status_code == 410


def test_the_same_person_twice(event, officer, speaker):
    actions.ask_resource(event, speaker, by=officer)
    with pytest.raises(ValidationError, match="has been asked already"):
        actions.ask_resource(event, speaker, by=officer)
    assert Mail.objects.filter(template="resource_asked").count() == 1


def test_somebody_with_an_event_on_the_same_days(office, event, officer, speaker):
    other = EventFactory(office=office, title="Elsewhere", starts_on=AHEAD, ends_on=AHEAD)
    ResourcePersonFactory(event=other, person=speaker)
    with pytest.raises(ValidationError, match="is at another event at that time: Elsewhere"):
        actions.ask_resource(event, speaker, by=officer)
    later = EventFactory(
        office=office,
        status="planned",
        starts_on=AHEAD + timedelta(days=9),
        ends_on=AHEAD + timedelta(days=9),
    )
    assert actions.ask_resource(later, speaker, by=officer).status == "asked"


def test_somebody_on_a_mission_or_away_on_the_same_days(event, officer, speaker, member):
    """What keeps somebody busy is one question, whichever pillar knows it."""
    mission = MissionFactory(administration=member, starts_on=AHEAD, ends_on=AHEAD)
    place = TeamMemberFactory(mission=mission, person=speaker, status="accepted")
    words = f"is on a mission to {member.country_name} at that time"
    with pytest.raises(ValidationError, match=words):
        actions.ask_resource(event, speaker, by=officer)
    [one] = propose(event, ResourceProfile.objects.visible_to(officer), timezone.localdate())
    assert one.obstacles == [words]
    place.delete()
    ExpertFactory(person=speaker).absences.create(from_on=AHEAD, until_on=AHEAD)
    with pytest.raises(ValidationError, match="is away until"):
        actions.ask_resource(event, speaker, by=officer)


def test_whom_an_event_helps_is_not_its_expert(event, officer, speaker, member):
    wish = AssistanceRequestFactory(administration=member)
    wish.activities.add(event)
    with pytest.raises(ValidationError, match="belongs to the administration that is helped"):
        actions.ask_resource(event, speaker, by=officer)
    [one] = propose(event, ResourceProfile.objects.visible_to(officer), timezone.localdate())
    assert one.obstacles == ["belongs to the administration that is helped"]
    wish.activities.clear()
    event.scope, event.host = "national", member.organisation_ptr
    event.save()
    with pytest.raises(ValidationError, match="belongs to the administration that is helped"):
        actions.ask_resource(event, speaker, by=officer)


def test_a_mission_sees_who_is_at_an_event(event, member, speaker):
    ResourcePersonFactory(event=event, person=speaker, status="accepted")
    ExpertFactory(person=speaker, languages=["en"])
    mission = MissionFactory(administration=member, starts_on=AHEAD, ends_on=AHEAD)
    [one] = matcher.propose(mission, timezone.localdate())
    assert one.obstacles == [f"is at another event at that time: {event.title}"]


def test_accepting_two_events_on_one_day(office, event, officer, speaker):
    first = actions.ask_resource(event, speaker, by=officer)
    other = EventFactory(office=office, status="planned", starts_on=AHEAD, ends_on=AHEAD)
    second = ResourcePersonFactory(event=other, person=speaker, asked_at=timezone.now())
    with pytest.raises(StepRefused, match="Decline one of the two"):
        actions.accept_resource(second)
    actions.decline_resource(second, comment="Busy.")
    assert actions.accept_resource(first).status == "accepted"


def test_nobody_is_asked_without_an_address_or_for_an_idea(office, event, officer):
    mute = PersonFactory(organisation=None, email="")
    with pytest.raises(ValidationError, match="no e-mail address"):
        actions.ask_resource(event, mute, by=officer)
    idea = EventFactory(office=office)
    with pytest.raises(StepRefused, match="Nobody can be asked"):
        actions.ask_resource(idea, mute, by=officer)


def test_one_who_cannot_be_asked_stops_all(client, event, officer, speaker):
    mute = ResourceProfileFactory(person=PersonFactory(email="", given_name="Mute"))
    client.force_login(officer)
    response = client.post(
        reverse("programmes:event-ask", args=[event.pk]),
        {"person": [speaker.resource_profile.pk, mute.pk]},
    )
    page = response.content.decode()
    assert response.status_code == 422
    assert "Nobody has been asked yet" in page
    assert ResourcePerson.objects.count() == 0
    nobody = client.post(reverse("programmes:event-ask", args=[event.pk]), {})
    assert "Tick at least one person" in nobody.content.decode()


def test_released_is_told_and_leaves_the_agenda(event, officer, speaker):
    place = actions.accept_resource(actions.ask_resource(event, speaker, by=officer))
    session = EventSessionFactory(event=event)
    session.speakers.add(place)
    actions.release_resource(place, by=officer, comment="The programme has changed.")
    assert session.speakers.count() == 0
    mail = Mail.objects.get(template="resource_released")
    assert (mail.person, mail.context["comment"]) == (speaker, "The programme has changed.")


def test_who_may_ask_and_answer(event, officer, attache, coordinator, expert):
    person = PersonFactory(organisation=None)
    with pytest.raises(PermissionDenied):
        actions.ask_resource(event, person, by=attache)
    place = actions.ask_resource(event, expert.person, by=officer)
    with pytest.raises(PermissionDenied):
        actions.accept_resource(place, by=officer)
    assert actions.accept_resource(place, by=expert).status == "accepted"


def test_the_answer_is_watched_until_it_comes(event, officer, speaker):
    day = timezone.localdate() + timedelta(days=5)
    place = actions.ask_resource(event, speaker, by=officer, answer_by=day)

    def due():
        return [
            one.due_on
            for one in deadlines_of(officer, at=timezone.now())
            if one.kind.key == "resource-answer"
        ]

    assert due() == [day]
    actions.decline_resource(place)
    assert due() == []


def test_the_roster_says_why(office, event, officer, member):
    theme = Theme.objects.create(code="valuation", name="Valuation")
    event.themes.add(theme)
    fits = ResourceProfileFactory(person=PersonFactory(organisation=office))
    fits.themes.add(theme)
    plain = ResourceProfileFactory(languages=["fr"])
    used = ResourceProfileFactory(languages=["en"])
    day = timezone.localdate() - timedelta(days=90)
    past = EventFactory(status="closed", starts_on=day, ends_on=day)
    ResourcePersonFactory(event=past, person=used.person, status="accepted")
    roster = type(fits).objects.visible_to(officer)
    with CaptureQueriesContext(connection) as few:
        found = propose(event, roster, timezone.localdate())
    assert [one.profile for one in found] == [fits, used, plain]
    assert found[0].reasons == ["speaks about Valuation", "speaks English", "never used yet"]
    assert found[1].reasons == ["speaks English", "used 1 time in two years"]
    ResourceProfileFactory.create_batch(20)
    with CaptureQueriesContext(connection) as many:
        propose(event, roster, timezone.localdate())
    assert len(many) == len(few)


def test_the_roster_costs_the_same_at_one_and_at_thirty(client, officer):
    client.force_login(officer)
    url = reverse("programmes:profile-list")
    ResourceProfileFactory()
    client.get(url)
    with CaptureQueriesContext(connection) as one:
        client.get(url)
    ResourceProfileFactory.create_batch(29)
    with CaptureQueriesContext(connection) as thirty:
        page = client.get(url).content.decode()
    assert "30 persons" in page
    assert len(one) == len(thirty) <= 8


def test_the_roster_is_the_offices_own(client, coordinator, donor, secretariat):
    profile = ResourceProfileFactory()
    for who in (coordinator, donor, secretariat):
        client.force_login(who)
        assert client.get(reverse("programmes:profile-list")).status_code == 403
        assert client.get(profile.get_absolute_url()).status_code == 403


def test_a_speaker_with_a_sign_in_finds_it_on_the_desk(client, event, officer, other_member):
    user = UserFactory(organisation=other_member, role="expert")
    actions.ask_resource(event, user.person, by=officer)
    client.force_login(user)
    assert f"Will you speak at “{event.title}”?" in client.get("/").content.decode()
