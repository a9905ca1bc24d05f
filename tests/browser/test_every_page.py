"""Every page as its readers meet it: no barrier that axe knows, nothing wider than a phone."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.cache import cache

from tests.world import address, addresses, furnish

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
# Answers that are no page: data, downloads, things that are only posted to.
NO_PAGE = (
    "api:", "api-schema", "health", "ready", "file", "file-add", "comment-add", "draft-save",
    "draft-discard", "my-errand-file", "my-errand-remove", "deadlines-feed", "set-language",
    "missions:matrix-rows",
    "missions:matrix-workbook", "missions:mission-notes", "missions:notes-workbook",
    "missions:assessment-workbook", "missions:report-file", "reports:figures-json",
    "programmes:compendium", "programmes:resource-place",
    "donors:activity-pdf", "donors:report-file", "donors:export-iati",
    "reports:atom", "reports:oai", "reports:file", "reports:cite",
    "my-data-file",
    "programmes:event-letters", "programmes:event-certificates-pdf", "programmes:invitation-ranks",
    "programmes:nomination-template", "programmes:nomination-letter", "certificate-pdf",
    "programmes:nomination-answer-letter", "programmes:calendar-feed",
    "programmes:calendar-event-file", "programmes:survey-export", "programmes:survey-mine",
    "programmes:questionnaire-copy", "programmes:question-move", "programmes:event-surveys-plan",
)  # fmt: skip
READERS = ("officer", "coordinator", "donor", "administrator")


PARTS = 4


def pages(world) -> list[str]:
    names = [name for name in addresses() if not name.startswith(NO_PAGE)]
    return [*(address(name, world) for name in names), "/", "/nowhere/"]


@pytest.mark.parametrize("part", range(PARTS))
def test_every_page_for_its_readers(part, browser, live_server, sign_in, cast):
    """Walked once by each reader; a page is looked at when it answers 200, by the first of them."""
    cache.clear()
    left = pages(furnish(cast))[part::PARTS]
    found: dict[str, list[str]] = {}
    axe = Axe()
    for who in (*READERS, None):
        context = browser.new_context(
            base_url=live_server.url, viewport={"width": 360, "height": 780}
        )
        tab = context.new_page()
        if who:
            sign_in(tab, cast[who])
        for url in list(left):
            answer = tab.goto(url)
            if answer.status not in (200, 404, 410) or (answer.status != 200 and who):
                continue
            if "/accounts/login/" in tab.url and who is None and url != "/":
                continue
            left.remove(url)
            problems = [rule["id"] for rule in axe.run(tab).response["violations"]]
            if tab.evaluate("document.documentElement.scrollWidth > innerWidth"):
                problems.append("wider than the phone")
            if problems:
                found[url] = problems
        context.close()
    assert found == {}
