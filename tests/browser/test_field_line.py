"""Writing in the field on a phone, over a line that comes and goes."""

import pytest
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.utils import timezone

from missions.models import Finding, Recommendation
from rocb.roles import Role
from tests.factories.missions import DiagnosticAreaFactory, MissionFactory, TeamMemberFactory
from tests.factories.rocb import FrameworkFactory, StandardFactory, UserFactory

pytestmark = [
    pytest.mark.browser,
    pytest.mark.fault,
    pytest.mark.django_db(transaction=True),
]
KEPT = "text=Kept on this device"
SAVED = "text=Everything is saved."


@pytest.fixture(autouse=True)
def no_limits_left_over():
    cache.clear()


@pytest.fixture
def expert(db):
    return UserFactory(role=Role.EXPERT)


@pytest.fixture
def mission(member, officer, expert):
    DiagnosticAreaFactory(number=4, title="Procedures")
    framework = FrameworkFactory(is_default=True)
    StandardFactory(framework=framework, code="P1-S4")
    mission = MissionFactory(
        administration=member,
        status="in_country",
        framework=framework,
        starts_on=timezone.localdate(),
        ends_on=timezone.localdate(),
    )
    TeamMemberFactory(mission=mission, person=expert.person)
    return mission


@pytest.fixture
def form(page, sign_in, mission, expert):
    sign_in(page, expert).goto(f"/missions/{mission.pk}/field/")
    return page


def write(tab, text, kind="finding"):
    tab.locator(f"#id_{kind}-area").select_option(index=1)
    tab.locator(f"#id_{kind}-text").fill(text)
    tab.locator(f"form[data-kind={kind}] button").first.click()


def texts() -> list[str]:
    return list(Finding.objects.order_by("number").values_list("text", flat=True))


def test_notes_are_sent_as_they_are_saved(form, mission):
    write(form, "Two scanners, one works.")
    form.wait_for_selector(SAVED)
    form.get_by_label("P1-S4").check()
    write(form, "Repair the second scanner.", kind="recommendation")
    form.wait_for_selector("text=R1")
    assert texts() == ["Two scanners, one works."]
    assert Recommendation.objects.get().standards.get().code == "P1-S4"


def test_notes_without_a_line_are_kept_and_sent_once(form, mission):
    form.context.set_offline(True)
    for text in ("Seen at the port.", "Seen at the airport."):
        write(form, text)
    form.wait_for_selector(KEPT)
    assert texts() == []
    form.context.set_offline(False)
    form.wait_for_selector(SAVED, timeout=20_000)
    assert texts() == ["Seen at the port.", "Seen at the airport."]


def test_an_answer_that_got_lost_does_not_double_a_note(form, mission):
    """The server has stored it, the line broke before the answer: the note is sent again."""
    lost = []

    def once(route):
        if route.request.method == "POST" and not lost:
            route.fetch()
            lost.append(True)
            route.abort()
        else:
            route.continue_()

    form.route("**/notes/", once)
    write(form, "Sent twice, kept once.")
    form.wait_for_selector(SAVED, timeout=20_000)
    assert (lost, texts()) == ([True], ["Sent twice, kept once."])


def test_a_page_closed_without_a_line_sends_when_it_is_opened_again(form, mission):
    form.context.set_offline(True)
    write(form, "Typed before the generator stopped.")
    form.wait_for_selector(KEPT)
    context, url = form.context, form.url
    form.close(run_before_unload=False)
    context.set_offline(False)
    tab = context.new_page()
    tab.goto(url)
    tab.wait_for_selector(SAVED)
    assert texts() == ["Typed before the generator stopped."]


def test_an_ended_session_keeps_the_notes(form, mission, sign_in, expert):
    Session.objects.all().delete()
    cache.clear()
    write(form, "Typed after lunch.")
    form.wait_for_selector("text=You have been signed out.")
    assert texts() == []
    sign_in(form, expert)  # in another window of the same browser
    form.evaluate("window.dispatchEvent(new Event('online'))")
    form.wait_for_selector(SAVED, timeout=20_000)
    assert texts() == ["Typed after lunch."]


def test_a_note_that_is_refused_comes_back_to_be_corrected(form, mission):
    form.evaluate(
        "document.querySelector('#id_finding-area').innerHTML = '<option value=999>x</option>'"
    )
    form.locator("#id_finding-text").fill("In no area.")
    form.locator("form[data-kind=finding] button").first.click()
    form.wait_for_selector("text=Not taken:")
    form.get_by_role("button", name="Correct").click()
    assert form.locator("#id_finding-text").input_value() == "In no area."
    assert texts() == []
