"""Thirty-three members invited, sixty people nominated, thirty chosen, two seats filled from the
waiting list, attendance and certificates: as the office and its nominees walk it in a browser."""

from datetime import date, timedelta
from io import BytesIO

import pikepdf
import pytest
from django.core.cache import cache
from playwright.sync_api import expect

from programmes.models import Certificate, Event, Invitation, Nomination
from programmes.workflow import EVENT
from rocb.models import Mail
from rocb.outbox import send_waiting
from rocb.roles import Role
from tests.factories.programmes import EventFactory
from tests.factories.rocb import AdministrationFactory, UserFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SOON = date.today() + timedelta(days=60)


@pytest.fixture
def event(office):
    cache.clear()
    for number in range(32):
        land = AdministrationFactory(
            region=office.region,
            country_name=f"Land {number:02}",
            iso2=f"{chr(65 + number % 26)}{number // 26}",
        )
        UserFactory(role=Role.COORDINATOR, organisation=land)
    return EventFactory(
        office=office,
        title="Workshop on origin",
        status="confirmed",
        capacity=30,
        starts_on=SOON,
        ends_on=SOON + timedelta(days=4),
    )


def link_in(smtp, address: str) -> str:
    """The signed link of the newest mail to somebody."""
    body = smtp.to(address)[-1].get_body(("plain",)).get_content()
    return next(word for word in body.split() if "/programmes/seats/" in word)


def answer(page, link: str, label: str, reason: str = "") -> str:
    page.goto(link)
    page.get_by_label(label).check()
    page.get_by_label("Reason").fill(reason)
    page.get_by_role("button", name="Send the answer").click()
    return page.inner_text("h1")


def test_from_the_invitation_to_the_certificate(
    page, browser, live_server, sign_in, smtp, settings, event, officer, member, coordinator
):
    settings.SITE_URL = live_server.url
    tab = sign_in(page, officer)
    tab.goto(f"/programmes/events/{event.pk}/participants/")
    tab.get_by_role("link", name="Invite").first.click()
    tab.get_by_label("All WCO members of the region (33)").check()
    tab.get_by_label("Seats for each").fill("1")
    tab.get_by_label("Answer wanted by").fill((SOON - timedelta(days=20)).isoformat())
    tab.get_by_role("button", name="See who gets a mail").click()
    assert "33 coordinators will get a mail." in tab.inner_text("main")
    tab.get_by_role("button", name="Send the invitations").click()
    assert (Invitation.objects.count(), Mail.objects.count()) == (33, 33)
    # Sixty names that came by mail, pasted at once.
    names = list(
        Invitation.objects.order_by("pk").values_list("administration__country_name", flat=True)
    )
    rows = [
        f"{names[n % 30]}\tFamily{n:02}abc\tGiven{n:02}\tn{n}@example.org\t{'w' if n % 2 else 'm'}"
        for n in range(60)
    ]
    tab.get_by_role("link", name="Several nominees at once").click()
    tab.get_by_label("Paste the rows here").fill(
        "Member\tFamily name\tGiven name\tE-mail\tGender\n" + "\n".join(rows)
    )
    tab.get_by_role("button", name="Read the list").click()
    assert "60" in tab.inner_text(".tiles")
    tab.get_by_role("button", name="Take over").click()
    assert Nomination.objects.sent_in().count() == 60
    # The desk: the first of each member, the second in reserve.
    tab.get_by_role("link", name="Selection").click()
    expect(tab.locator("table select")).to_have_count(60)
    for select in tab.locator("table select").all():
        rank = select.locator("xpath=ancestor::tr").locator("td").nth(1).inner_text()
        select.select_option("select" if rank.strip() == "1" else "wait")
    tab.get_by_role("button", name="Save, then send the results").click()
    assert "30 nominees are selected and asked to confirm." in tab.inner_text("main")
    tab.get_by_role("button", name="Send the results").click()
    assert "60 results are on their way." in tab.inner_text("main")
    with tab.expect_download() as letters:
        tab.get_by_role("link", name="Letters (PDF)").click()
    with pikepdf.open(letters.value.path()) as file:
        assert len(file.pages) >= 30
    # Two give their seats back; two of the waiting list take them. Nobody of the four signs in.
    send_waiting()
    stranger = browser.new_context(base_url=live_server.url).new_page()
    chosen = list(event.nominations.filter(status="selected").select_related("person")[:3])
    for row in chosen[:2]:
        link = link_in(smtp, row.person.email)
        assert answer(stranger, link, "I cannot come", "Leave.") == "Thank you for telling us."
    assert answer(stranger, link_in(smtp, chosen[2].person.email), "I take the seat") == (
        "Thank you. The seat is yours."
    )
    send_waiting()
    for row in event.nominations.filter(status="offered").select_related("person"):
        link = link_in(smtp, row.person.email)
        assert answer(stranger, link, "I take the seat") == "Thank you. The seat is yours."
    assert event.nominations.seated().count() == 30
    assert event.nominations.filter(status="waiting").count() == 28
    # The first day.
    Event.objects.filter(pk=event.pk).update(
        starts_on=date.today() - timedelta(days=1), ends_on=date.today()
    )
    tab.goto(f"/programmes/events/{event.pk}/attendance/")
    tab.get_by_role("button", name="All 30 left were present").click()
    assert tab.locator(".tiles .big").first.inner_text() == "30"
    EVENT.take(Event.objects.get(pk=event.pk), "hold", by=officer)
    tab.goto(f"/programmes/events/{event.pk}/certificates/")
    tab.get_by_role("button", name="Issue the certificates").click()
    assert "30 certificates" in tab.inner_text("main")
    send_waiting()
    code = Certificate.objects.first().code
    stranger.goto("/certificates/")
    stranger.get_by_label("Code").fill(code)
    stranger.get_by_role("button", name="Check").click()
    assert "This certificate was issued by the regional office and counts." in (
        stranger.inner_text("main")
    )
    paper = stranger.request.get(f"/certificates/{code}/certificate.pdf").body()
    assert len(pikepdf.open(BytesIO(paper)).pages) == 1
