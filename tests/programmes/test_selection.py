"""The selection desk, the results, seats that become free, and offers that end."""

import threading
from datetime import date, timedelta

import pytest
import time_machine
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from programmes import actions
from programmes.actions.seat_links import link_of
from programmes.actions.selection import DeskMoved
from programmes.chores.nominations import JOBS
from programmes.letters import letter_of, letters_of
from programmes.models import Event, Nomination
from rocb.documents import Paragraph
from rocb.jobs import run_job
from rocb.models import Mail, Person
from rocb.outbox import send_waiting
from rocb.workflow import StepRefused
from tests.factories.programmes import EventFactory, InvitationFactory, NominationFactory
from tests.factories.rocb import AdministrationFactory, PersonFactory

pytestmark = pytest.mark.django_db
SOON = date.today() + timedelta(days=60)


@pytest.fixture
def event(office):
    return EventFactory(
        office=office,
        status="confirmed",
        starts_on=SOON,
        ends_on=SOON + timedelta(days=4),
        time_zone="Asia/Bangkok",
        capacity=2,
        languages=["en"],
    )


@pytest.fixture
def nominees(event, member, coordinator, officer):
    """Four of one member, sent in, for two seats."""
    invitation = InvitationFactory(event=event, administration=member, status="answered")
    return [NominationFactory(invitation=invitation, rank=rank) for rank in (1, 2, 3, 4)]


def marked(event, nominees, marks, by):
    turn = Event.objects.get(pk=event.pk).selection_turn
    chosen = {row.pk: mark for row, mark in zip(nominees, marks, strict=True)}
    return actions.save_marks(event, chosen, {}, by=by, turn=turn)


def sent(event, nominees, by, marks=("select", "select", "wait", "wait")):
    event = marked(event, nominees, marks, by)
    actions.send_results(event, by=by, turn=event.selection_turn)
    for row in nominees:
        row.refresh_from_db()
    return nominees


def status_of(*rows) -> list[str]:
    return [Nomination.objects.get(pk=row.pk).status for row in rows]


def post(client, user, name, *args, **data):
    client.force_login(user)
    return client.post(reverse(f"programmes:{name}", args=args), data, follow=True)


def text(response) -> str:
    return response.content.decode()


def test_the_desk_notes_and_the_results_tell(client, officer, event, nominees, coordinator):
    first, second, third, fourth = nominees
    data = {"turn": 0, f"m-{first.pk}": "select", f"m-{second.pk}": "wait", f"w-{second.pk}": 2,
            f"m-{third.pk}": "wait", f"w-{third.pk}": 1, f"m-{fourth.pk}": "turn_down"}  # fmt: skip
    page = text(post(client, officer, "event-selection", event.pk, **data))
    assert "Nobody is told until you send the results" in page
    assert (status_of(first), Mail.objects.count()) == (["nominated"], 0)
    preview = text(client.get(reverse("programmes:event-results", args=[event.pk])))
    assert "1 nominee is selected and asked to confirm." in preview
    assert "2 nominees go on the waiting list." in preview
    assert "5 people will get a mail." in preview
    for _twice in range(2):
        post(client, officer, "event-results", event.pk, turn=1)
    assert status_of(*nominees) == ["selected", "waiting", "waiting", "not_selected"]
    assert list(event.nominations.waiting()) == [third, second]
    letters = Mail.objects.order_by("template").values_list("template", flat=True)
    assert list(letters) == [
        "nominee_not_selected", "nominee_selected", "nominee_waiting", "nominee_waiting",
        "selection_results",
    ]  # fmt: skip


def test_two_officers_at_one_desk(client, officer, head, event, nominees):
    first, second = nominees[:2]
    theirs = {f"m-{first.pk}": "turn_down", f"m-{second.pk}": "wait"}
    post(client, head, "event-selection", event.pk, turn=0, **theirs)
    mine = {f"o-{first.pk}": "", f"m-{first.pk}": "select"}
    untouched = {f"o-{second.pk}": "", f"m-{second.pk}": ""}
    late = post(client, officer, "event-selection", event.pk, turn=0, **mine, **untouched)
    assert late.status_code == 409
    assert "Somebody saved this selection" in text(late)
    assert text(late).count("Saved by the other:") == 1
    assert "Saved by the other: Do not select" in text(late)
    assert text(late).count('<option value="select" selected>') == 1
    assert text(late).count('<option value="wait" selected>') == 1
    assert Nomination.objects.get(pk=first.pk).mark == "turn_down"
    again = post(
        client, officer, "event-selection", event.pk, turn=1, **{f"m-{first.pk}": "select"}
    )
    assert again.status_code == 200
    assert Nomination.objects.get(pk=first.pk).mark == "select"


def test_a_preview_that_is_not_true_any_more_sends_nothing(officer, head, event, nominees):
    seen = marked(event, nominees, ["select", "", "", ""], officer)
    marked(event, nominees, ["turn_down", "", "", ""], head)
    with pytest.raises(DeskMoved):
        actions.send_results(event, by=officer, turn=seen.selection_turn)
    assert status_of(nominees[0]) == ["nominated"]


def test_never_more_than_there_are_seats(client, officer, event, nominees):
    data = {f"m-{row.pk}": "select" for row in nominees[:3]}
    response = post(client, officer, "event-selection", event.pk, turn=0, **data)
    assert response.status_code == 422
    assert "3 are marked to be selected, and 2 of 2 seats are free." in text(response)
    assert Nomination.objects.exclude(mark="").count() == 0
    Nomination.objects.update(mark="select")
    with pytest.raises(StepRefused, match="4 are marked"):
        actions.send_results(event, by=officer, turn=0)


def test_what_was_not_sent_in_is_not_on_the_desk(client, officer, event, nominees):
    draft = NominationFactory(invitation=InvitationFactory(event=event))
    page = text(client_get(client, officer, "event-selection", event.pk))
    assert draft.person.full_name not in page
    assert "1 nominee is on a list that the member has not sent yet" in page
    marked_ = actions.save_marks(event, {draft.pk: "select"}, {}, by=officer, turn=0)
    assert Nomination.objects.get(pk=draft.pk).mark == ""
    assert marked_.selection_turn == 1


def client_get(client, user, name, *args):
    client.force_login(user)
    return client.get(reverse(f"programmes:{name}", args=args))


def test_eligibility_is_said_per_nominee(client, officer, event, nominees, member):
    from rocb.models import Theme

    theme = Theme.objects.create(code="pca", name="Post-clearance audit")
    event.themes.add(theme)
    Event.objects.filter(pk=event.pk).update(required_course="CLiKC! PCA")
    earlier = EventFactory(
        office=event.office,
        title="PCA for beginners",
        status="closed",
        starts_on=SOON - timedelta(days=400),
        ends_on=SOON - timedelta(days=396),
    )
    earlier.themes.add(theme)
    NominationFactory(event=earlier, invitation=None, administration=member,
                      person=nominees[0].person, status="attended")  # fmt: skip
    Nomination.objects.filter(pk=nominees[1].pk).update(language="fluent", has_course=True)
    page = text(client_get(client, officer, "event-selection", event.pk))
    assert page.count("PCA for beginners") == 1
    assert page.count("E-learning not finished") == 3
    assert page.count("Language not stated") == 3
    assert page.count(">Fluent<") == 1


def test_the_nominee_confirms_by_link_without_a_sign_in(client, officer, event, nominees, smtp):
    first = sent(event, nominees, officer)[0]
    send_waiting()
    (message,) = smtp.to(first.person.email)
    words = message.get_body(("plain",)).get_content().split()
    (url,) = [word for word in words if "/programmes/seats/" in word]
    link = url[url.index("/programmes/") :]
    client.logout()
    assert "Will you come?" in text(client.get(link))
    assert client.get(f"{link}letter.pdf").content.startswith(b"%PDF")
    for _twice in range(2):
        answer = client.post(link, {"answer": "confirm"})
        assert (answer.status_code, "The seat is yours" in text(answer)) == (200, True)
    assert status_of(first) == ["confirmed"]
    assert Mail.objects.filter(template="seat_confirmed").count() == 2  # coordinator and officer


def test_links_that_lead_nowhere(client, officer, event, nominees):
    first = sent(event, nominees, officer)[0]
    link = link_of(first)
    assert client.get(link[:-3] + "xx/").status_code == 410
    actions.withdraw_nomination(first, by=None, comment="Ill.")
    gone = client.get(link)
    assert (gone.status_code, "You are not expected any more" in text(gone)) == (410, True)
    second = link_of(nominees[1])
    Event.objects.filter(pk=event.pk).update(starts_on=date.today())
    assert "The event has begun" in text(client.get(second))
    Event.objects.filter(pk=event.pk).update(status="postponed")
    assert "Postponed" in text(client.get(second))


def test_withdrawing_by_link_wants_a_reason(client, officer, event, nominees):
    first = sent(event, nominees, officer)[0]
    response = client.post(link_of(first), {"answer": "withdraw"})
    assert (response.status_code, "why you cannot come" in text(response)) == (422, True)
    client.post(link_of(first), {"answer": "withdraw", "comment": "Leave."})
    assert status_of(first) == ["withdrawn"]


def test_a_free_seat_goes_down_the_waiting_list(officer, event, nominees, coordinator):
    first, _second, third, fourth = sent(event, nominees, officer)
    actions.withdraw_nomination(first, by=coordinator, comment="Needed at home.")
    assert status_of(third, fourth) == ["offered", "waiting"]
    actions.withdraw_nomination(Nomination.objects.get(pk=third.pk), by=None, comment="No.")
    assert status_of(third, fourth) == ["withdrawn", "offered"]
    assert Mail.objects.filter(template="seat_offered").count() == 2
    assert Mail.objects.filter(template="seat_offered_member").count() == 2
    assert event.nominations.seated().count() == 2


def test_an_offer_ends_with_the_day_there_and_goes_to_the_next(
    client, officer, event, nominees, coordinator
):
    """Offered for three days, to midnight in Port Moresby (UTC+10)."""
    first, _second, third, fourth = sent(event, nominees, officer)
    actions.withdraw_nomination(first, by=coordinator, comment="No.")
    third.refresh_from_db()
    there = third.offer_until.astimezone(__import__("zoneinfo").ZoneInfo("Pacific/Port_Moresby"))
    assert (there.hour, there.minute) == (0, 0)
    assert timedelta(days=3) < third.offer_until - timezone.now() <= timedelta(days=4)
    link = link_of(third)
    with time_machine.travel(third.offer_until + timedelta(seconds=1), tick=False):
        # The clock has not come round yet: the seat is refused all the same.
        late = client.get(link)
        assert (late.status_code, "This offer ended on" in text(late)) == (410, True)
        with pytest.raises(StepRefused, match="This offer ended on"):
            actions.confirm_nomination(third, by=coordinator)
        run_job("offers")
        assert status_of(third, fourth) == ["lapsed", "offered"]
        assert "went to somebody else" in text(client.get(link))
        assert actions.lapse_offers(timezone.now()) == (0, 0)
    assert Mail.objects.filter(template="offer_lapsed").count() == 2


def test_an_offer_never_outlives_the_day_before_the_event(officer, event, nominees, coordinator):
    first, _second, third, _fourth = sent(event, nominees, officer)
    Event.objects.filter(pk=event.pk).update(starts_on=date.today() + timedelta(days=2))
    actions.withdraw_nomination(first, by=coordinator, comment="No.")
    third.refresh_from_db()
    assert third.offer_until - timezone.now() < timedelta(days=2)


def test_an_offer_is_taken(client, officer, event, nominees, coordinator):
    first, _second, third, _fourth = sent(event, nominees, officer)
    actions.withdraw_nomination(first, by=coordinator, comment="No.")
    third.refresh_from_db()
    assert "offered to you until the end of" in text(client.get(link_of(third)))
    client.post(link_of(third), {"answer": "confirm"})
    third.refresh_from_db()
    assert (third.status, third.offer_until) == ("confirmed", None)


def test_more_chairs_are_offered_by_the_office(client, officer, event, nominees):
    sent(event, nominees, officer)
    with pytest.raises(StepRefused, match="no free seat"):
        actions.offer_free_seats(event, by=officer)
    Event.objects.filter(pk=event.pk).update(capacity=3)
    assert "1 person is offered a seat" in text(
        client_get(client, officer, "event-offer", event.pk)
    )
    post(client, officer, "event-offer", event.pk)
    assert status_of(*nominees[2:]) == ["offered", "waiting"]


def test_the_member_sends_somebody_else(client, officer, event, nominees, coordinator, member):
    first, _second, third, _fourth = sent(event, nominees, officer)
    data = {"given_name": "Ana", "family_name": "Instead", "email": "ana@example.org"}
    post(client, coordinator, "nomination-replace", first.pk, **data)
    new = Nomination.objects.get(replaces=first)
    assert (new.status, new.rank, status_of(first)) == ("selected", 1, ["withdrawn"])
    assert status_of(third) == ["waiting"]
    assert Mail.objects.filter(template="nominee_selected", person=new.person).count() == 1
    assert Mail.objects.filter(template="nominee_replaced").count() == 1
    other = PersonFactory(organisation=member)
    waiting = actions.replace_nominee(third, by=coordinator, person=other)
    assert (waiting.status, waiting.waiting_position) == ("waiting", 1)
    with pytest.raises(ValidationError, match="already"):
        actions.replace_nominee(new, by=coordinator, person=other)
    assert status_of(new) == ["selected"]


def test_nothing_moves_once_the_event_has_begun(officer, event, nominees, coordinator):
    first = sent(event, nominees, officer)[0]
    Event.objects.filter(pk=event.pk).update(starts_on=date.today() - timedelta(days=1))
    for act in (actions.confirm_nomination, actions.withdraw_nomination):
        with pytest.raises(StepRefused, match="has begun"):
            act(first, by=coordinator, comment="No.")
    assert status_of(first) == ["selected"]


def test_letters_one_and_all(client, officer, coordinator, other_coordinator, event, nominees):
    none = client_get(client, officer, "event-letters", event.pk)
    assert none.status_code == 302
    first = sent(event, nominees, officer)[0]
    assert client_get(client, officer, "event-letters", event.pk).content.startswith(b"%PDF")
    assert client_get(client, coordinator, "nomination-letter", first.pk).content[:4] == b"%PDF"
    assert client_get(client, other_coordinator, "nomination-letter", first.pk).status_code == 404


def test_each_letter_is_in_the_language_of_its_nominee(event, nominees, officer):
    first, second = sent(event, nominees, officer)[:2]
    first.person.language = "fr"
    book = letters_of(event, [first, second])
    assert (book.title, book.language) == ("Letters of invitation", "en")
    texts = [block for block in book.blocks if isinstance(block, Paragraph)]
    opening = [one.text.split()[0] for one in texts if one.text.startswith(("Dear", "À l’att"))]
    assert opening == ["À", "Dear"]
    assert {one.language for one in texts} == {"fr", "en"}
    alone = letter_of(first)
    assert (alone.title, alone.language) == ("Invitation", "fr")


def test_the_page_behind_the_link_speaks_as_its_mail(client, event, nominees, officer):
    row = sent(event, nominees, officer)[0]
    Person.objects.filter(pk=row.person_id).update(language="fr")
    assert "Viendrez-vous" in text(client.get(link_of(row)))
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    assert "Will you come?" in text(client.get(link_of(row)))


def test_marks_are_the_offices_own(client, officer, event, nominees, coordinator):
    marked(event, nominees, ["select", "wait", "", "turn_down"], officer)
    for name in ("nomination-detail",):
        page = text(client_get(client, coordinator, name, nominees[3].pk))
        assert "Nominated" in page
        assert "Do not select" not in page
    client.force_login(coordinator)
    assert "mark" not in client.get("/api/v1/nominations/").json()["results"][0]


def test_needs_are_for_the_office_and_the_own_member(
    client, officer, coordinator, secretariat, nominees
):
    row = NominationFactory(
        invitation=nominees[0].invitation, status="confirmed", needs="Peanut allergy"
    )
    url = row.get_absolute_url()
    tab = reverse("programmes:event-participants", args=[row.event_id])
    for user, sees, sees_list in ((officer, 1, 1), (coordinator, 1, 0), (secretariat, 0, 0)):
        client.force_login(user)
        assert text(client.get(url)).count("Peanut") == sees
        assert text(client.get(tab)).count("Peanut") == sees_list
    client.force_login(officer)
    assert "Peanut" not in text(client.get(f"{url}?tab=past"))


def test_names_are_the_offices_and_the_own_members(
    client, officer, coordinator, other_coordinator, donor, nominees
):
    name = nominees[0].person.full_name
    tab = reverse("programmes:event-participants", args=[nominees[0].event_id])
    seen = []
    for user in (officer, coordinator, other_coordinator, donor):
        client.force_login(user)
        found = client.get("/search/", {"q": nominees[0].person.family_name})
        seen.append((name in text(client.get(tab)), name in text(found)))
    assert seen == [(True, True), (True, True), (False, False), (False, False)]


def test_the_desk_costs_the_same_with_sixty(client, officer, event, django_assert_max_num_queries):
    for number in range(20):
        land = AdministrationFactory(country_name=f"Land {number}")
        invitation = InvitationFactory(event=event, administration=land, status="answered")
        NominationFactory.create_batch(3, invitation=invitation)
    client.force_login(officer)
    with django_assert_max_num_queries(9):
        page = client.get(reverse("programmes:event-selection", args=[event.pk]))
    assert text(page).count("<select") == 60
    with django_assert_max_num_queries(9):
        client.get(reverse("programmes:event-participants", args=[event.pk]))


def test_the_clock_knows_the_job():
    assert [job.key for job in JOBS] == ["offers"]


@pytest.mark.django_db(transaction=True)
def test_the_last_seat_is_offered_once_to_whoever_is_quicker(officer, event, nominees, coordinator):
    """Both seats are given back at the same moment, twice each: two offers, no third, no deadlock."""
    first, second, third, fourth = sent(event, nominees, officer)
    start, problems = threading.Barrier(4), []

    def give_back(row):
        try:
            start.wait()
            actions.withdraw_nomination(row, by=None, comment="No.")
        except StepRefused as refused:
            problems.append(str(refused))
        finally:
            connection.close()

    threads = [
        threading.Thread(target=give_back, args=(row,)) for row in (first, first, second, second)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert status_of(third, fourth) == ["offered", "offered"]
    assert len(problems) == 2
    assert Mail.objects.filter(template="seat_offered").count() == 2


@pytest.mark.django_db(transaction=True)
def test_two_desks_at_once_never_overbook(officer, head, event, nominees):
    start, ends = threading.Barrier(2), []

    def save(by, rows):
        try:
            start.wait()
            actions.save_marks(event, {row.pk: "select" for row in rows}, {}, by=by, turn=0)
            ends.append("saved")
        except DeskMoved:
            ends.append("moved")
        finally:
            connection.close()

    threads = [
        threading.Thread(target=save, args=(officer, nominees[:2])),
        threading.Thread(target=save, args=(head, nominees[2:])),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(ends) == ["moved", "saved"]
    assert Nomination.objects.filter(mark="select").count() == 2
