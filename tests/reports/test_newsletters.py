"""Newsletters: collected from what is public, sent once to whoever wants them, left with one click."""

import re
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone

from donors.actions import allocate, freeze, publish_snapshot
from programmes.workflow import EventStatus
from reports.actions import make_newsletter, send_newsletter, subscribe
from reports.actions.subscribers import confirm, forget_unconfirmed, leave_link
from reports.forms.newsletters import last_quarter
from reports.models import Newsletter, NewsletterRefusal, Subscriber
from reports.newsletter import funded
from rocb.models import Mail
from rocb.outbox import send_waiting
from rocb.workflow import StepRefused
from tests.factories.donors import AgreementFactory
from tests.factories.programmes import EventFactory
from tests.factories.reports import NewsletterFactory, ReportFactory
from tests.factories.rocb import OfficeFactory, RegionFactory

pytestmark = pytest.mark.django_db
SIGN_UP = "/reports/newsletters/subscribe/"


@pytest.fixture(autouse=True)
def nothing_counted():
    cache.clear()


def subscriber(email="reader@example.org", **more) -> Subscriber:
    fields = {"asked_at": timezone.now(), "confirmed_at": timezone.now(), **more}
    return Subscriber.objects.create(email=email, **fields)


def link_in(mail, word: str) -> str:
    """The path of the link in a mail that holds this word."""
    text = mail.get_body(("plain",)).get_content()
    return re.search(rf"http://[^/]+(/reports/newsletters/{word}/\S+)", text)[1]


def test_only_what_is_public_of_the_period_is_collected(client, office, officer):
    inside = {"office": office, "starts_on": date(2026, 2, 2), "ends_on": date(2026, 2, 6)}
    EventFactory(title="Held workshop", status=EventStatus.HELD, **inside)
    EventFactory(title="Mere idea", status=EventStatus.IDEA, **inside)
    EventFactory(
        title="Coming seminar",
        office=office,
        status=EventStatus.ANNOUNCED,
        starts_on=date(2026, 5, 4),
        ends_on=date(2026, 5, 5),
    )
    public = {"office": office, "status": "published", "published_on": date(2026, 3, 3)}
    ReportFactory(title="For all", is_public=True, **public)
    ReportFactory(title="For members", **public)
    issue = make_newsletter(
        office, by=officer, title="Q1", from_on=date(2026, 1, 1), until_on=date(2026, 3, 31)
    )
    items = [(item.part, item.title.partition(" ")[2] or item.title) for item in issue.items.all()]
    assert items == [("events", "workshop"), ("reports", "For all"), ("coming", "seminar")]
    # Nobody needs a sign-in to read on.
    assert [client.get(item.url).status_code for item in issue.items.all()] == [200, 200, 200]


def test_what_donors_made_possible_is_told_once_it_is_published(office, officer, donor):
    agreement = AgreementFactory(office=office, donor=donor.person.organisation.donor)
    event = EventFactory(office=office, status="held", title="Workshop on risk")
    activity = allocate(agreement, event, by=officer, amount=Decimal(30_000)).activity
    today = timezone.localdate()
    snapshot = freeze(activity, by=officer, shows_amounts=False)
    assert funded(office, today, today) == []
    publish_snapshot(snapshot, by=officer)
    (piece,) = funded(office, today, today)
    assert (piece.title, piece.url) == ("Workshop on risk", activity.get_absolute_url())
    tomorrow = today + timedelta(days=1)
    assert funded(office, tomorrow, tomorrow) == []
    assert funded(OfficeFactory(region=RegionFactory(code="ESA")), today, today) == []


def test_the_quarter_before():
    assert last_quarter(date(2026, 2, 3)) == (date(2025, 10, 1), date(2025, 12, 31))
    assert last_quarter(date(2026, 4, 1)) == (date(2026, 1, 1), date(2026, 3, 31))


def test_it_goes_once_to_members_donors_and_subscribers(
    office, officer, coordinator, donor, expert, smtp
):
    subscriber()
    subscriber("unconfirmed@example.org", confirmed_at=None)
    subscriber("gone@example.org", left_at=timezone.now())
    subscriber(coordinator.email.upper())
    issue = send_newsletter(NewsletterFactory(office=office), by=officer)
    with pytest.raises(StepRefused, match="is not possible any more"):
        send_newsletter(issue, by=officer)
    send_waiting()
    assert sorted(smtp.recipients) == sorted([coordinator.email, donor.email, "reader@example.org"])
    (mail,) = smtp.to("reader@example.org")
    assert mail["Subject"] == "The first quarter"
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert mail["List-Unsubscribe"].strip().startswith("<http")
    assert "<strong>readers</strong>" in mail.get_body(("html",)).get_content()
    assert Mail.objects.get(person=None).body == ""  # its link to leave is nobody else's


def test_one_click_leaves(client, office, officer, smtp, django_capture_on_commit_callbacks):
    reader = subscriber()
    send_newsletter(NewsletterFactory(office=office), by=officer)
    send_waiting()
    (mail,) = smtp.messages
    address = mail["List-Unsubscribe"].strip("<>").partition("//")[2].partition("/")[2]
    strict = type(client)(enforce_csrf_checks=True)
    seen = strict.get(f"/{address}")
    assert "Send me no newsletter any more" in seen.text
    reader.refresh_from_db()
    assert reader.left_at is None  # looking is not leaving
    answer = strict.post(f"/{address}", {"List-Unsubscribe": "One-Click"})
    assert "You have left" in answer.text
    reader.refresh_from_db()
    assert reader.left_at is not None
    subscriber("other@example.org")
    send_newsletter(NewsletterFactory(office=office), by=officer)
    send_waiting()
    assert len(smtp.to("reader@example.org")) == 1


def test_who_leaves_while_it_waits_gets_nothing(office, officer, coordinator, smtp, client):
    send_newsletter(NewsletterFactory(office=office), by=officer)
    client.post(leave_link(person=coordinator.person_id))
    assert NewsletterRefusal.objects.get().person == coordinator.person
    send_waiting()
    assert smtp.messages == []


def test_signing_up_is_confirmed_by_the_mailbox(client, smtp):
    answer = client.post(SIGN_UP, {"email": "New@Example.org", "language": "fr"}, follow=True)
    assert "Look into your mailbox" in answer.text
    assert Subscriber.objects.get().confirmed_at is None
    send_waiting()
    (mail,) = smtp.to("new@example.org")
    path = link_in(mail, "confirm")
    page = client.get(path)
    assert page.status_code == 200
    # In the language that was asked for, whatever the mail program's browser prefers.
    assert "Oui, envoyez-moi la lettre" in page.text
    assert '<html lang="fr"' in page.text
    assert Subscriber.objects.get().confirmed_at is None  # programs that check links open it too
    # With “no-referrer” a browser posts from nowhere (Origin: null), which the form's check refuses.
    assert page["Referrer-Policy"] == "same-origin"
    assert '<html lang="fr"' in client.post(path).text
    reader = Subscriber.objects.get()
    assert (reader.confirmed_at is not None, reader.language) == (True, "fr")
    leaving = client.get(leave_link(subscriber=reader.pk), headers={"Accept-Language": "en"})
    assert "<h1>Quitter la lettre" in leaving.text
    assert '<html lang="fr"' not in client.get("/reports/newsletters/leave/forged/").text


def test_another_language_is_kept_once_it_is_confirmed(client, smtp):
    reader = subscriber("a@example.org", asked_at=timezone.now() - timedelta(days=9))
    subscribe("a@example.org", language="fr", at=timezone.now())
    reader.refresh_from_db()
    assert reader.language == "en"  # anybody may have typed the address
    send_waiting()
    (mail,) = smtp.to("a@example.org")
    client.post(link_in(mail, "confirm"))
    reader.refresh_from_db()
    assert reader.language == "fr"


def test_nobody_learns_who_is_on_the_list(client, coordinator):
    subscriber("known@example.org", asked_at=timezone.now() - timedelta(days=9))
    answers = [
        client.post(SIGN_UP, {"email": email, "language": "en"})
        for email in ("known@example.org", "unknown@example.org", coordinator.email)
    ]
    assert {(one.status_code, one["Location"]) for one in answers} == {(302, f"{SIGN_UP}done/")}


def test_an_address_is_not_flooded_and_a_machine_is_slowed(client):
    now = timezone.now()
    for _again in range(3):
        subscribe("a@example.org", language="en", at=now)
    assert Mail.objects.count() == 1
    subscribe("a@example.org", language="en", at=now + timedelta(minutes=11))
    assert Mail.objects.count() == 2
    answers = [
        client.post(SIGN_UP, {"email": f"b{n}@example.org", "language": "en"}).status_code
        for n in range(7)
    ]
    assert answers[-1] == 429


def test_bad_addresses_and_dead_links(client):
    bad = client.post(SIGN_UP, {"email": "nonsense", "language": "xx"})
    assert bad.status_code == 422
    for kind in ("confirm", "leave"):
        dead = client.get(f"/reports/newsletters/{kind}/forged/")
        assert (dead.status_code, "This link does not work any more" in dead.text) == (410, True)
        assert client.post(f"/reports/newsletters/{kind}/forged/").status_code == 410
    # A link to leave does not confirm, and the other way round.
    token = leave_link(subscriber=subscriber(confirmed_at=None).pk).split("/")[-2]
    assert client.post(f"/reports/newsletters/confirm/{token}/").status_code == 410


def test_an_older_link_is_replaced_by_a_newer(client, smtp):
    now = timezone.now()
    subscribe("a@example.org", language="en", at=now - timedelta(hours=1))
    send_waiting()
    subscribe("a@example.org", language="en", at=now)
    send_waiting()
    first, second = (link_in(mail, "confirm") for mail in smtp.to("a@example.org"))
    assert client.post(first).status_code == 410
    assert client.post(second).status_code == 200


def test_addresses_that_never_confirm_are_forgotten():
    now = timezone.now()
    old = now - timedelta(days=31)
    subscriber("a@example.org", confirmed_at=None, asked_at=old)
    kept = subscriber("b@example.org", asked_at=old)
    assert forget_unconfirmed(now) == 1
    assert list(Subscriber.objects.all()) == [kept]


def test_leaving_and_coming_back():
    reader = subscriber(left_at=timezone.now())
    confirm(reader, at=timezone.now())
    reader.refresh_from_db()
    assert reader.left_at is None


def test_editing_an_issue(client, office, officer):
    issue = NewsletterFactory(office=office)
    keep = issue.items.create(part="events", title="Workshop", text="Old words", position=1)
    drop = issue.items.create(part="events", title="Seminar", position=2)
    client.force_login(officer)
    address = reverse("reports:newsletter-edit", args=[issue.pk])
    version = client.get(address).context["form"].fields["version"].initial
    fields = {
        "title": "Better title", "intro": "Hello", "version": version,
        f"in-{keep.pk}": "on", f"title-{keep.pk}": "Workshop", f"text-{keep.pk}": "New words",
        f"place-{keep.pk}": 3, f"title-{drop.pk}": "Seminar", f"place-{drop.pk}": 2,
        "in-new": "on", "title-new": "By hand", "text-new": "Said.", "place-new": 1,
    }  # fmt: skip
    bad = client.post(address, {**fields, f"title-{keep.pk}": ""})
    assert bad.status_code == 422
    assert "Give it a title, or take it out." in bad.text
    assert client.post(address, fields).status_code == 302
    shown = client.get(issue.get_absolute_url()).text
    assert "New words" in shown
    assert "By hand" in shown
    assert "Seminar" not in shown
    late = client.post(address, {**fields, "intro": "Other"})
    assert late.status_code == 409


def test_drafts_are_the_offices_and_sent_ones_anybodys(client, office, officer, coordinator):
    draft = NewsletterFactory(office=office, title="Secret draft")
    sent = NewsletterFactory(
        office=office, title="Open issue", status="sent", sent_at=timezone.now()
    )
    archive = reverse("reports:newsletter-list")
    for user in (None, coordinator):
        if user:
            client.force_login(user)
        assert client.get(draft.get_absolute_url()).status_code == 404
        assert client.get(sent.get_absolute_url()).status_code == 200
        assert "Secret draft" not in client.get(archive).text
    client.force_login(officer)
    assert "Secret draft" in client.get(archive).text


def test_an_empty_issue_and_one_to_nobody_are_refused(office, officer):
    with pytest.raises(StepRefused, match="Nothing stands in it yet"):
        send_newsletter(NewsletterFactory(office=office, intro=""), by=officer)
    with pytest.raises(StepRefused, match="Nobody would get it"):
        send_newsletter(NewsletterFactory(office=office), by=officer)
    assert not Newsletter.objects.filter(status="sent").exists()


def test_the_preview_counts_its_readers(client, office, officer, coordinator, donor):
    subscriber()
    issue = NewsletterFactory(office=office)
    client.force_login(officer)
    page = client.get(reverse("reports:newsletter-step", args=[issue.pk, "send"]))
    assert "members: 1, donors: 1, subscribers: 1" in page.text
    assert "3 people will get a mail." in page.text


def test_the_archive_costs_the_same_with_many(client, office, django_assert_max_num_queries):
    archive = reverse("reports:newsletter-list")
    sent = {"office": office, "status": "sent", "sent_at": timezone.now()}
    NewsletterFactory(**sent)
    client.get(archive)
    with django_assert_max_num_queries(8) as first:
        client.get(archive)
    NewsletterFactory.create_batch(30, **sent)
    with django_assert_max_num_queries(len(first.captured_queries)):
        assert "31 issues" in client.get(archive).text
