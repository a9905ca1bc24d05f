"""A member files a follow-up matrix, the office reviews it: in a real browser, with real mail."""

import re

import openpyxl
import pytest
from django.core.cache import cache

from missions.models import Matrix
from rocb.outbox import send_waiting

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SAVED = "text=All rows are saved."


@pytest.fixture(autouse=True)
def no_limits_left_over():
    cache.clear()


@pytest.fixture
def office_tab(browser, live_server, sign_in, officer):
    """The officer's own browser."""
    context = browser.new_context(base_url=live_server.url)
    tab = context.new_page()
    yield sign_in(tab, officer)
    context.close()


def answer_standards(tab, level="2"):
    for select in tab.locator('select[name$=".level"]').all():
        select.select_option(level)


def test_from_the_desk_to_the_verified_result(
    page, office_tab, sign_in, matrix, coordinator, smtp, settings, live_server, tmp_path
):
    settings.SITE_URL = live_server.url
    send_waiting()
    smtp.clear()
    sign_in(page, coordinator).goto("/")
    page.get_by_role("link", name="Fill in the matrix").click()
    page.wait_for_url("**/edit/")  # the whole form, not its first rows
    answer_standards(page)
    page.wait_for_selector(SAVED)
    page.reload()
    assert page.locator('select[name$=".level"]').first.input_value() == "2"
    # The rest offline, in the workbook.
    with page.expect_download() as download:
        page.get_by_role("link", name="Download as a workbook").click()
    path = tmp_path / "matrix.xlsx"
    download.value.save_as(path)
    book = openpyxl.load_workbook(path)
    for row in range(2, 5):
        book["Actions"].cell(row=row, column=4).value = "Implemented"
        book["Actions"].cell(row=row, column=5).value = 100
    book.save(path)
    page.get_by_role("link", name="Upload a workbook").click()
    page.set_input_files("input[name=file]", path)
    page.get_by_role("button", name="Read the file").click()
    assert "3 changed, 0 in conflict, 0 wrong, 2 unchanged." in page.inner_text(".lead")
    page.get_by_role("button", name="Take over the good rows").click()
    assert "3 rows were taken over." in page.inner_text("main")
    page.get_by_role("button", name="Save and go on to submit").click()
    assert "Every row is answered." in page.inner_text("main")
    page.locator("main form button.btn").click()
    send_waiting()
    assert smtp.recipients == [matrix.administration.officer.email]
    # The office returns one row.
    office_tab.goto("/")
    office_tab.get_by_role("link", name=re.compile("Matrix to review")).click()
    office_tab.get_by_role("link", name="Return for correction").click()
    office_tab.fill("textarea[name=comment]", "Thank you. One question.")
    office_tab.locator("textarea[name^=ca]").first.fill("Which ports?")
    office_tab.locator("main form button.btn").click()
    smtp.clear()
    send_waiting()
    (mail,) = smtp.to(coordinator.email)
    # The mail leads to the record; the question stands beside its row.
    link = re.search(r"http\S+/missions/matrices/\d+/", mail.get_body(("plain",)).get_content())[0]
    page.goto(link)
    page.get_by_role("link", name="Fill in").first.click()
    assert page.locator(".asked").inner_text() == "Which ports?"
    page.locator('textarea[name$=".progress"]').first.fill("The main port and Lae.")
    page.locator("h1").click()
    page.wait_for_selector(SAVED)
    page.get_by_role("button", name="Save and go on to submit").click()
    page.locator("main form button.btn").click()
    # The office accepts, and everything tells the same story.
    office_tab.goto(link)
    office_tab.locator(".head a.btn", has_text="Accept").click()
    office_tab.locator("main form button.btn").click()
    assert "Accepted" in office_tab.inner_text(".head")
    page.goto(matrix.plan.get_absolute_url())
    assert "3 (100 %)" in page.inner_text("figure")
    page.goto(f"{link}?tab=past")
    past = page.inner_text("main")
    for words in ("To be filled in → Submitted", "Submitted → Returned", "Submitted → Accepted"):
        assert words in past
    smtp.clear()
    send_waiting()
    assert [m["Subject"] for m in smtp.to(coordinator.email)] == [
        f"{matrix.cycle.name}: your follow-up matrix is accepted"
    ]
    office_tab.goto(f"{matrix.administration.get_absolute_url()}?tab=sent")
    sent = office_tab.inner_text("main")
    assert sent.count("your follow-up matrix") == 3  # opened, needs corrections, accepted


def test_without_javascript(page_without_javascript, sign_in, matrix, coordinator):
    tab = sign_in(page_without_javascript, coordinator)
    tab.goto(f"/missions/matrices/{matrix.pk}/edit/")
    answer_standards(tab, "3")
    tab.locator('input[name$=".percent"]').first.fill("140")
    tab.get_by_role("button", name="Save", exact=True).click()
    assert "write a whole number from 0 to 100" in tab.inner_text(".errors")
    assert tab.locator('input[name$=".percent"]').first.input_value() == "140"
    tab.locator('input[name$=".percent"]').first.fill("40")
    tab.get_by_role("button", name="Save and go on to submit").click()
    tab.locator("main form button.btn").click()
    assert Matrix.objects.get(pk=matrix.pk).status == "submitted"
