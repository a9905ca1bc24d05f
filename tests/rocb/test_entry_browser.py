"""The way in, in a real browser: second step, invitation by real mail, first sign-in."""

import re

import pytest
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.core.cache import cache

from rocb.models import User
from rocb.outbox import send_waiting
from tests.factories.rocb import PASSWORD
from tests.plumbing.browser import ARGUMENTS

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
NEW = "mangrove tide 48 lantern"


@pytest.fixture(autouse=True)
def no_limits_left_over():
    cache.clear()


@pytest.fixture
def smtp_and_site(smtp, settings, live_server):
    settings.SITE_URL = live_server.url
    settings.SECOND_FACTOR_REQUIRED = True
    return smtp


def set_up_second_step(tab):
    """From the page that an officer is sent to, to the recovery codes."""
    assert "Set one up to go on" in tab.inner_text("main")
    tab.get_by_role("link", name="Set up").first.click()
    tab.fill("input[name=password]", PASSWORD)
    tab.locator("main button.btn").first.click()
    secret = re.search(r"\b[A-Z2-7]{32}\b", tab.content())[0]
    counter = next(yield_hotp_counters_from_time())
    tab.fill("input[name=code]", format_hotp_value(hotp_value(secret, counter)))
    tab.locator("main form button.btn").first.click()


def test_from_the_second_step_to_the_first_day_of_a_coordinator(
    page_without_javascript, live_server, smtp_and_site, officer, member
):
    tab = page_without_javascript
    officer.set_password(PASSWORD)
    officer.save()
    tab.goto("/office/users/invite/")
    tab.fill("input[name=login]", officer.email)
    tab.fill("input[name=password]", PASSWORD)
    tab.locator("main form button.btn").first.click()
    assert tab.url.endswith("/accounts/2fa/")
    set_up_second_step(tab)
    tab.goto("/office/users/invite/")
    tab.fill("input[name=email]", "lani@example.org")
    tab.fill("input[name=given_name]", "Lani")
    tab.fill("input[name=family_name]", "Tupou")
    tab.select_option("select[name=organisation]", str(member.pk))
    tab.select_option("select[name=role]", "coordinator")
    tab.get_by_role("button", name="Send the invitation").click()
    assert "is on its way" in tab.inner_text("main")
    send_waiting()
    (mail,) = [m for m in smtp_and_site.messages if m["To"] == "lani@example.org"]
    text = mail.get_body(("plain",)).get_content()
    tab.context.clear_cookies()
    tab.goto(re.search(r"http\S+/invitation/\w+/", text)[0])
    assert "Welcome, Lani Tupou" in tab.inner_text("h1")
    tab.fill("input[name=password1]", NEW)
    tab.fill("input[name=password2]", NEW)
    tab.get_by_role("button", name="Save the password").click()
    assert tab.url == f"{live_server.url}/"
    assert "Your sign-in is lani@example.org" in tab.inner_text("main")
    assert User.objects.get(email="lani@example.org").administration_id == member.pk


def test_a_passkey_is_added_and_signs_in_alone(page, live_server, sign_in, coordinator):
    """With a key of the browser's own making, which answers as a phone's fingerprint does."""
    key = {
        "protocol": "ctap2", "transport": "internal", "hasResidentKey": True,
        "hasUserVerification": True, "isUserVerified": True, "automaticPresenceSimulation": True,
    }  # fmt: skip
    coordinator.set_password(PASSWORD)
    coordinator.save()
    browser = page.context.new_cdp_session(page)
    browser.send("WebAuthn.enable")
    made = browser.send("WebAuthn.addVirtualAuthenticator", {"options": key})
    place = live_server.url.replace("127.0.0.1", "localhost")  # a key belongs to a name
    page.goto(f"{place}/accounts/login/")
    page.fill("input[name=login]", coordinator.email)
    page.fill("input[name=password]", PASSWORD)
    page.locator("main form button.btn").first.click()
    page.goto(f"{place}/accounts/2fa/webauthn/add/")
    if page.locator("input[name=password]").count():
        page.fill("input[name=password]", PASSWORD)
        page.locator("main button.btn").first.click()
    page.fill("input[name=name]", "Office phone")
    if page.locator("input[name=passwordless]").count():
        page.check("input[name=passwordless]")
    page.get_by_role("button", name="Go on: the browser will ask for it").click()
    page.wait_for_url(re.compile(r"/accounts/2fa/(?!webauthn/add)"))
    stored = browser.send("WebAuthn.getCredentials", {"authenticatorId": made["authenticatorId"]})
    assert len(stored["credentials"]) == 1
    page.context.clear_cookies()
    page.goto(f"{place}/accounts/login/?next=/members/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.wait_for_url(f"{place}/members/")
    assert coordinator.full_name in page.inner_text("header")


@pytest.fixture
def remembering(browser, chromium, live_server):
    """A tab that keeps whole pages to go back to, as everybody's browser does; Playwright's does not."""
    running = browser.browser_type.launch(
        executable_path=chromium,
        args=ARGUMENTS,
        ignore_default_args=["--disable-back-forward-cache"],
    )
    yield running.new_context(base_url=live_server.url).new_page()
    running.close()


def gone_back(page, steps):
    """Whether the page that was left comes back as it was left; it is the one that is shown then."""
    page.evaluate(f"history.go(-{steps})")
    page.wait_for_function("() => !/^.(|accounts.logout.)$/.test(location.pathname)")
    page.wait_for_timeout(300)
    page.wait_for_function("() => document.readyState == 'complete'")
    return page.evaluate("'left' in document.body.dataset")


def leave(page, plan):
    page.goto(plan.get_absolute_url())
    page.evaluate("document.body.dataset.left = ''")
    page.goto("/accounts/logout/")


def test_after_signing_out_nobody_goes_back_to_the_pages(remembering, sign_in, coordinator, matrix):
    """Whoever stays signed in is shown the kept page; so it is signing out that makes the difference."""
    page, plan = sign_in(remembering, coordinator), matrix.plan
    leave(page, plan)
    assert gone_back(page, 1)
    # A browser that does not heed `Clear-Site-Data`: the script alone.
    leave(page, plan)
    page.evaluate("localStorage.setItem('left', Date.now())")
    assert not gone_back(page, 1)
    assert plan.title in page.inner_text("main")
    # And without the script: the header alone.
    leave(page, plan)
    page.evaluate("void (Storage.prototype.setItem = () => {})")
    page.locator("main form button").first.click()
    page.wait_for_url("**/")
    assert not gone_back(page, 2)
    assert plan.title not in page.content()
