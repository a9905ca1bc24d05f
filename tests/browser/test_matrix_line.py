"""The matrix over a line that comes and goes, a session that ends, and beside a second writer."""

import gzip
import time

import pytest
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db import transaction

from missions import actions
from missions.models import ActionRow
from tests.plumbing.servers import cut_connections

pytestmark = [
    pytest.mark.browser,
    pytest.mark.fault,
    pytest.mark.django_db(transaction=True),
]
SAVED = "text=All rows are saved."
OFFLINE = "text=No connection."


@pytest.fixture(autouse=True)
def no_limits_left_over():
    cache.clear()


@pytest.fixture
def form(page, sign_in, matrix, coordinator):
    """The form of the matrix, open in the coordinator's browser."""
    sign_in(page, coordinator).goto(f"/missions/matrices/{matrix.pk}/edit/")
    return page


def first(matrix) -> ActionRow:
    return matrix.action_rows.order_by("action__position").first()


def box(tab, matrix, field="progress"):
    return tab.locator(f'[name="a{first(matrix).action_id}.{field}"]')


def write(tab, matrix, text):
    box(tab, matrix).fill(text)
    tab.locator("h1").click()


def test_a_lost_line_keeps_the_text_and_sends_it_later(form, matrix):
    form.context.set_offline(True)
    write(form, matrix, "Typed at sea.")
    form.wait_for_selector(OFFLINE)
    assert first(matrix).progress == ""
    form.context.set_offline(False)
    form.wait_for_selector(SAVED)
    assert first(matrix).progress == "Typed at sea."


def test_a_database_that_restarts_in_the_middle_of_a_save_loses_nothing(form, matrix):
    before = first(matrix)
    with transaction.atomic():
        ActionRow.objects.select_for_update().get(pk=before.pk)
        write(form, matrix, "Typed while the server was restarted.")
        until = time.monotonic() + 20
        while not cut_connections(waiting_only=True):
            assert time.monotonic() < until, "the save never waited for the row"
            form.wait_for_timeout(50)
        form.wait_for_selector(OFFLINE)
    form.wait_for_selector(SAVED, timeout=20_000)
    row = first(matrix)
    assert row.progress == "Typed while the server was restarted."
    assert row.revision == before.revision + 1


def test_a_page_closed_without_a_line_comes_back_with_its_text(form, matrix):
    form.context.set_offline(True)
    write(form, matrix, "Typed before the generator stopped.")
    form.wait_for_selector(OFFLINE)
    context, url = form.context, form.url
    form.close(run_before_unload=False)
    context.set_offline(False)
    tab = context.new_page()
    tab.goto(url)
    tab.wait_for_selector(SAVED)
    assert first(matrix).progress == "Typed before the generator stopped."


def test_an_ended_session_loses_nothing(form, matrix, sign_in, coordinator):
    Session.objects.all().delete()
    cache.clear()
    write(form, matrix, "Typed after lunch.")
    form.wait_for_selector("text=You have been signed out.")
    assert first(matrix).progress == ""
    sign_in(form, coordinator)  # in another window of the same browser
    form.evaluate("window.dispatchEvent(new Event('focus'))")
    form.wait_for_selector(SAVED, timeout=20_000)
    assert first(matrix).progress == "Typed after lunch."


def test_a_post_after_the_session_comes_back(page_without_javascript, sign_in, matrix, coordinator):
    tab = sign_in(page_without_javascript, coordinator)
    tab.goto(f"/missions/matrices/{matrix.pk}/edit/")
    box(tab, matrix).fill("Typed slowly.")
    Session.objects.all().delete()
    cache.clear()
    tab.get_by_role("button", name="Save", exact=True).click()
    assert "/accounts/login/" in tab.url
    sign_in(tab, coordinator)
    tab.goto(f"/missions/matrices/{matrix.pk}/edit/")
    assert box(tab, matrix).input_value() == "Typed slowly."
    tab.get_by_role("button", name="Save", exact=True).click()
    assert first(matrix).progress == "Typed slowly."


def somebody_else_writes(matrix, user, text="Theirs"):
    row = first(matrix)
    actions.save_action_row(
        matrix, row.action_id, {"progress": text}, by=user, revision=row.revision
    )


def test_the_second_writer_takes_theirs(form, matrix, contributor):
    somebody_else_writes(matrix, contributor)
    write(form, matrix, "Mine")
    form.wait_for_selector("text=Somebody else wrote here meanwhile: Theirs")
    form.get_by_role("button", name="Take theirs").click()
    assert box(form, matrix).input_value() == "Theirs"
    assert first(matrix).progress == "Theirs"


def test_the_second_writer_keeps_mine(form, matrix, contributor):
    somebody_else_writes(matrix, contributor)
    write(form, matrix, "Mine")
    form.get_by_role("button", name="Keep mine").click()
    form.wait_for_selector(SAVED)
    assert first(matrix).progress == "Mine"


def test_a_wrong_value_is_named_beside_its_box(form, matrix):
    box(form, matrix, "percent").fill("140")
    form.locator("h1").click()
    form.wait_for_selector("text=write a whole number from 0 to 100")
    assert box(form, matrix, "percent").get_attribute("aria-invalid") == "true"


def test_a_whole_matrix_is_filed_over_a_satellite_line(form, matrix, client, coordinator, sign_in):
    """32 kbit/s, 800 ms; the line goes away twice, the session ends once, and the matrix is filed."""
    client.force_login(coordinator)
    page_bytes = client.get(f"/missions/matrices/{matrix.pk}/edit/").content
    assert len(gzip.compress(page_bytes)) < 30_000
    session = form.context.new_cdp_session(form)
    line = {"latency": 800, "downloadThroughput": 4000, "uploadThroughput": 4000}
    session.send("Network.enable")

    def set_line(is_offline):
        session.send("Network.emulateNetworkConditions", {"offline": is_offline, **line})

    names = [f"a{row.action_id}" for row in matrix.action_rows.order_by("action__position")]
    set_line(False)
    for number, name in enumerate(names):
        if number:
            set_line(True)
        form.locator(f'[name="{name}.status"]').select_option("in_progress")
        form.locator(f'[name="{name}.percent"]').fill("40")
        form.locator(f'[name="{name}.progress"]').fill(f"Step {number}")
        form.locator("h1").click()
        if number:
            form.wait_for_selector(OFFLINE)
            set_line(False)
            form.evaluate("window.dispatchEvent(new Event('online'))")
        form.wait_for_selector(SAVED, timeout=30_000)
    Session.objects.all().delete()
    cache.clear()
    for select in form.locator('select[name$=".level"]').all():
        select.select_option("2")
    form.wait_for_selector("text=You have been signed out.", timeout=30_000)
    sign_in(form, coordinator)  # in another window of the same browser
    form.evaluate("window.dispatchEvent(new Event('focus'))")
    form.wait_for_selector(SAVED, timeout=30_000)
    form.set_default_timeout(60_000)
    form.get_by_role("button", name="Save and go on to submit").click()
    form.locator("main form button.btn").click()
    form.wait_for_selector(".head >> text=Submitted")
    matrix.refresh_from_db()
    texts = matrix.action_rows.order_by("action__position").values_list("progress", flat=True)
    assert (matrix.status, list(texts)) == ("submitted", ["Step 0", "Step 1", "Step 2"])
    assert set(matrix.standard_rows.values_list("level", flat=True)) == {2}


def test_a_row_by_keyboard_alone(form, matrix):
    form.keyboard.press("Tab")
    assert form.evaluate("document.activeElement.textContent") == "Skip to the content"
    form.keyboard.press("Enter")
    row = matrix.standard_rows.order_by("standard__position").first()
    for _press in range(30):
        form.keyboard.press("Tab")
        if form.evaluate("document.activeElement.name") == f"s{row.standard_id}.level":
            break
    form.keyboard.type("3")
    form.keyboard.press("Tab")
    form.keyboard.type("By keyboard")
    form.keyboard.press("Tab")
    form.wait_for_selector(SAVED)
    row.refresh_from_db()
    assert (row.level, row.remark) == (3, "By keyboard")
