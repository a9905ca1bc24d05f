"""Who came, what they take home, and how many took part."""

from datetime import date, timedelta
from io import BytesIO

import pikepdf
import pytest
import time_machine
from django.core.cache import cache
from django.urls import reverse

from programmes import actions
from programmes.models import Certificate, Event, Nomination
from rocb.models import Mail, Person
from rocb.outbox import send_waiting
from rocb.workflow import StepRefused
from tests.factories.programmes import EventFactory, InvitationFactory, NominationFactory

pytestmark = pytest.mark.django_db
BEGAN = date.today() - timedelta(days=5)


@pytest.fixture
def event(office):
    return EventFactory(
        office=office, status="held", title="Workshop on origin", place="Suva",
        starts_on=BEGAN, ends_on=BEGAN + timedelta(days=4),
    )  # fmt: skip


@pytest.fixture
def seated(event, member, coordinator):
    invitation = InvitationFactory(event=event, administration=member, status="answered")
    rows = [NominationFactory(invitation=invitation, status="confirmed") for _three in range(3)]
    Person.objects.filter(pk=rows[0].person_id).update(gender="w")
    Person.objects.filter(pk=rows[1].person_id).update(gender="m")
    return rows


def post(client, user, name, *args, **data):
    client.force_login(user)
    return client.post(reverse(f"programmes:{name}", args=args), data, follow=True)


def text(response) -> str:
    return response.content.decode()


def status_of(*rows) -> list[str]:
    return [Nomination.objects.get(pk=row.pk).status for row in rows]


def test_the_sheet(client, attache, event, seated):
    first, second, third = seated
    client.force_login(attache)
    sheet = text(client.get(reverse("programmes:event-attendance", args=[event.pk])))
    assert sheet.count('<input type="radio"') == 6
    data = {
        f"o-{first.pk}": "confirmed", f"a-{first.pk}": "attended", f"d-{first.pk}": "3",
        f"o-{second.pk}": "confirmed", f"a-{second.pk}": "no_show", f"d-{second.pk}": "5",
        f"o-{third.pk}": "confirmed",
    }  # fmt: skip
    page = text(post(client, attache, "event-attendance", event.pk, **data))
    assert status_of(*seated) == ["attended", "no_show", "confirmed"]
    assert Nomination.objects.get(pk=first.pk).days_attended == 3
    assert "The one left was present" in page
    post(client, attache, "event-attendance", event.pk, all=1)
    assert status_of(*seated) == ["attended", "no_show", "attended"]


def test_two_people_with_one_sheet(client, officer, event, seated):
    first = seated[0]
    actions.record_attendance(event, {first.pk: ("confirmed", "no_show")}, {}, by=officer)
    data = {f"o-{first.pk}": "confirmed", f"a-{first.pk}": "attended"}
    late = post(client, officer, "event-attendance", event.pk, **data)
    assert (late.status_code, status_of(first)) == (409, ["no_show"])
    assert "by somebody else meanwhile" in text(late)
    actions.record_attendance(event, {first.pk: ("no_show", "attended")}, {}, by=officer)
    assert status_of(first) == ["attended"]


def test_not_before_the_first_day_and_not_more_days_than_there_are(officer, event, seated):
    with pytest.raises(StepRefused, match="The event has 5 days"):
        actions.record_attendance(
            event, {seated[0].pk: ("confirmed", "attended")}, {seated[0].pk: 9}, by=officer
        )
    later = date.today() + timedelta(days=9)
    Event.objects.filter(pk=event.pk).update(starts_on=later, ends_on=later)
    with pytest.raises(StepRefused, match="from the first day"):
        actions.all_attended(event, by=officer)


def test_somebody_else_came(client, officer, event, seated, member, other_member):
    data = {"administration": member.pk, "given_name": "New", "family_name": "Face", "gender": "w"}
    page = text(post(client, officer, "event-walk-in", event.pk, **data))
    assert "New Face is on the sheet" in page
    twice = post(client, officer, "event-walk-in", event.pk, **data)
    assert (twice.status_code, "stands on the sheet already" in text(twice)) == (422, True)
    waiting = NominationFactory(invitation=seated[0].invitation, status="waiting")
    post(client, officer, "event-walk-in", event.pk, administration=member.pk,
         given_name=waiting.person.given_name, family_name=waiting.person.family_name)  # fmt: skip
    assert status_of(waiting) == ["attended"]
    elsewhere = post(client, officer, "event-walk-in", event.pk, administration=other_member.pk,
                     family_name="X", email=seated[0].person.email)  # fmt: skip
    assert elsewhere.status_code == 422


def test_counts_of_women_men_administrations_and_days(client, officer, donor, event, seated):
    actions.all_attended(event, by=officer)
    Nomination.objects.filter(pk=seated[0].pk).update(days_attended=2)
    for user in (officer, donor):
        client.force_login(user)
        page = client.get(reverse("programmes:event-participants", args=[event.pk]))
        numbers = [(tile["number"], str(tile["text"])) for tile in page.context["tiles"]]
        assert numbers == [("3", "participants"), ("1", "women"), ("1", "men"),
                           ("1", "administrations"), ("12", "days of participants")]  # fmt: skip


def test_certificates_once_each_and_their_mails(client, officer, event, seated, smtp):
    actions.record_attendance(
        event, {row.pk: ("confirmed", "attended") for row in seated[:2]}, {}, by=officer
    )
    client.force_login(officer)
    preview = text(client.get(reverse("programmes:event-certificates", args=[event.pk])))
    assert "2 participants get certificates with codes of their own." in preview
    post(client, officer, "event-certificates", event.pk)
    again = post(client, officer, "event-certificates", event.pk)
    assert "Everybody who attended has a certificate." in text(again)
    assert Certificate.objects.count() == 2
    send_waiting()
    (message,) = smtp.to(seated[0].person.email)
    assert Certificate.objects.get(nomination=seated[0]).get_absolute_url() in (
        message.get_body(("plain",)).get_content()
    )
    all_in_one = client.get(reverse("programmes:event-certificates-pdf", args=[event.pk]))
    assert len(pikepdf.open(BytesIO(all_in_one.content)).pages) == 2


def test_no_certificates_before_it_was_held(officer, office):
    event = EventFactory(office=office, status="confirmed", starts_on=BEGAN, ends_on=BEGAN)
    NominationFactory(invitation__event=event, status="confirmed")
    actions.all_attended(event, by=officer)
    with pytest.raises(StepRefused, match="when the event was held"):
        actions.issue_certificates(event, by=officer)


@pytest.fixture
def certificate(officer, event, seated):
    actions.all_attended(event, by=officer)
    made = actions.issue_certificates(event, by=officer)
    return next(one for one in made if one.nomination_id == seated[0].pk)


def test_anybody_checks_a_certificate(client, certificate, seated):
    cache.clear()
    Nomination.objects.filter(pk=seated[0].pk).update(needs="Peanuts")
    page = text(client.get(f"/certificates/{certificate.code.lower()}/"))
    for words in (seated[0].person.full_name, "Workshop on origin", "Suva", "Valid"):
        assert words in page
    for words in (seated[0].person.email, "Peanuts", "Vanuatu"):
        assert words not in page
    dashed = "-".join(certificate.code[at : at + 4] for at in (0, 4, 8, 12))
    found = client.get("/certificates/", {"code": f" {dashed} "})
    assert found.headers["Location"] == f"/certificates/{certificate.code}/"
    paper = client.get(f"/certificates/{certificate.code}/certificate.pdf").content
    assert len(pikepdf.open(BytesIO(paper)).pages) == 1


def test_a_wrong_code_tells_nothing(client, certificate):
    cache.clear()
    pages = [client.get(f"/certificates/{code}/") for code in ("A" * 16, "short", "%00")]
    assert [page.status_code for page in pages] == [404, 404, 404]
    assert len({text(page).count("There is no certificate with this code") for page in pages}) == 1
    assert client.get(f"/certificates/{'A' * 16}/certificate.pdf").status_code == 404


def test_guessing_is_slowed_down(client, certificate):
    cache.clear()
    answers = [client.get(f"/certificates/{n:016}/").status_code for n in range(70)]
    assert (answers[0], answers[-1]) == (404, 429)
    cache.clear()


def test_withdrawn_with_a_reason_that_only_the_holder_reads(
    client, officer, certificate, event, seated
):
    cache.clear()
    empty = post(client, officer, "certificate-withdraw", certificate.pk, reason="")
    assert empty.status_code == 422
    post(client, officer, "certificate-withdraw", certificate.pk, reason="The name was misspelt.")
    client.logout()
    page = text(client.get(f"/certificates/{certificate.code}/"))
    assert ("does not count any more" in page, "misspelt" in page) == (True, False)
    assert client.get(f"/certificates/{certificate.code}/certificate.pdf").status_code == 404
    assert Mail.objects.filter(template="certificate_withdrawn").count() == 1
    with pytest.raises(StepRefused, match="withdrawn already"):
        actions.withdraw_certificate(certificate, by=officer, reason="Again.")
    (new,) = actions.issue_certificates(event, by=officer)
    assert new.nomination_id == seated[0].pk


def test_somebody_with_a_certificate_was_there(officer, event, seated, certificate):
    change = {seated[0].pk: ("attended", "no_show")}
    with pytest.raises(StepRefused, match="has a certificate: withdraw it first"):
        actions.record_attendance(event, change, {}, by=officer)


def test_participation_by_member_and_year(
    client, officer, coordinator, other_coordinator, event, seated
):
    actions.all_attended(event, by=officer)
    url = reverse("programmes:participation")
    client.force_login(officer)
    page = client.get(url)
    assert page.context["rows"][0][:3] == ["Vanuatu", str(BEGAN.year), "1"]
    exported = b"".join(client.get(url, {"export": "csv"}).streaming_content).decode()
    assert exported.splitlines()[1] == f"Vanuatu,{BEGAN.year},1,3,1,1,15"
    client.force_login(other_coordinator)
    assert client.get(url).context["rows"] == []
    client.force_login(coordinator)
    assert len(client.get(url, {"year": BEGAN.year}).context["rows"]) == 1
    assert client.get(url, {"year": 2001}).context["rows"] == []
    with time_machine.travel(BEGAN + timedelta(days=366 * 6)):
        client.force_login(coordinator)
        assert client.get(url).context["rows"] == []
        assert len(client.get(url, {"earlier": "on"}).context["rows"]) == 1
        assert len(client.get(url, {"year": BEGAN.year}).context["rows"]) == 1
    assert "Participants by year" in text(client.get("/members/vu/"))


def test_names_that_our_fonts_cannot_show(client, officer, certificate):
    cache.clear()
    Certificate.objects.filter(pk=certificate.pk).update(family_name="ꦏꦏ")
    client.force_login(officer)
    answer = client.get(
        reverse("programmes:event-certificates-pdf", args=[certificate.nomination.event_id]),
        follow=True,
    )
    assert "cannot be printed by our fonts" in text(answer)
