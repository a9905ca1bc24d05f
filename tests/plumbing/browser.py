"""The Chromium that is installed on this machine, driven by Playwright.

Playwright's own download is not used: nothing is fetched while the tests run.
"""

import os
import shutil

import pytest

__all__ = ["browser", "chromium", "page", "page_without_javascript", "sign_in"]

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]


@pytest.fixture(scope="session")
def chromium():
    """The path of the browser; without one the test is skipped, or fails where CI is set."""
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        sentence = "No Chromium is installed: the browser journeys are not tested."
        if os.environ.get("CI", "").lower() in ("1", "true"):
            pytest.fail(sentence)
        pytest.skip(sentence)
    return found


@pytest.fixture(scope="session")
def browser(chromium):
    """One browser for the worker's whole run."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield running
        running.close()


def _open(browser, live_server, **options):
    context = browser.new_context(base_url=live_server.url, **options)
    context.set_default_timeout(15_000)
    page = context.new_page()
    page.complaints = []
    page.on("pageerror", lambda error: page.complaints.append(f"script: {error}"))
    page.on("console", lambda line: _note(page, line))
    return context, page


def _note(page, line):
    """A broken content security policy is a complaint, a 404 that the test asked for is not."""
    if line.type == "error" and "Failed to load resource" not in line.text:
        page.complaints.append(line.text)


@pytest.fixture
def page(browser, live_server):
    """A fresh tab in a fresh session, on the live server; script errors fail the test.

    A test that provokes an error on purpose empties `page.complaints` itself.
    """
    context, tab = _open(browser, live_server)
    yield tab
    complaints = list(tab.complaints)
    context.close()
    assert complaints == []


@pytest.fixture
def page_without_javascript(browser, live_server):
    """The same with scripts switched off."""
    context, tab = _open(browser, live_server, java_script_enabled=False)
    yield tab
    context.close()


@pytest.fixture
def sign_in(live_server, settings):
    """`sign_in(page, user)` puts the user's session into the tab without the sign-in page."""
    from django.test import Client

    def put(tab, user):
        client = Client()
        client.force_login(user)
        cookie = client.cookies[settings.SESSION_COOKIE_NAME]
        tab.context.add_cookies(
            [{"name": cookie.key, "value": cookie.value, "url": live_server.url}]
        )
        return tab

    return put
