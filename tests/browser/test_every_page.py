"""Every page as its readers meet it: without barriers, as wide as a phone, as heavy as its line bears."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.cache import cache

from tests.browser.weight import Scales
from tests.test_project import CAST, table
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
READERS = ("officer", "coordinator", "donor", "administrator", "nobody")
# Asked for in the page, so that its long account of what is well stays there.
VIOLATIONS = """axe.run({resultTypes: ['violations']})
    .then(found => found.violations.map(rule => rule.id))"""
SEEN_BY_NOBODY = "+.?"  # pages that say no in words are pages as well


def readers_pages(world) -> dict[str, list[str]]:
    """The pages of each reader: every page once, for the first who is answered with it."""
    letters, found = table(), {who: [] for who in READERS}
    for name in addresses():
        if name.startswith(NO_PAGE):
            continue
        row = dict(zip(CAST, letters[name], strict=True))
        first = [who for who in READERS if row[who] == "+"]
        if not first and row["nobody"] in SEEN_BY_NOBODY:
            first = ["nobody"]
        for who in first[:1]:
            found[who].append(address(name, world))
    found["nobody"] += ["/", "/nowhere/"]
    return found


def test_every_page_for_its_readers(browser, live_server, sign_in, cast):
    """Under axe, on a phone, and on the scales."""
    cache.clear()
    found: dict[str, list[str]] = {}
    scales, looked = Scales(live_server.url), 0
    for who, urls in readers_pages(furnish(cast)).items():
        context = browser.new_context(
            base_url=live_server.url, viewport={"width": 360, "height": 780}
        )
        context.add_init_script(Axe().axe_script)
        tab = context.new_page()
        scales.watch(tab)
        if who != "nobody":
            sign_in(tab, cast[who])
        for url in urls:
            answer = tab.goto(url)
            assert answer.ok or who == "nobody", (who, url, answer.status)
            looked += 1
            problems = scales.problems(answer)
            problems += tab.evaluate(VIOLATIONS)
            if tab.evaluate("document.documentElement.scrollWidth > innerWidth"):
                problems.append("wider than the phone")
            if problems:
                found[url] = problems
        context.close()
    assert found == {}
    assert looked > 200
