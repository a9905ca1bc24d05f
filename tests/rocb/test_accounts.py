"""Signing in: limits, silence about who exists, second factor, sign-ins that end."""

import re
from datetime import timedelta

import pytest
from allauth.account import app_settings
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.core import mail
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone
from knox.models import AuthToken

from rocb import signins
from rocb.cache import own_counts
from rocb.embedded import free_port
from rocb.models import Mail, User
from rocb.outbox import compose, send_waiting, wanted
from rocb.roles import Role
from rocb.workflow import StepRefused
from tests.factories.rocb import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db
LOGIN, RESET = "/accounts/login/", "/accounts/password/reset/"


@pytest.fixture(autouse=True)
def no_limits_left_over():
    cache.clear()


@pytest.fixture
def guarded(settings):
    settings.SECOND_FACTOR_REQUIRED = True


def with_password(user):
    user.set_password(PASSWORD)
    user.save()
    return user


def sign_in(client, user, password=PASSWORD):
    return client.post(LOGIN, {"login": user.email, "password": password})


def test_the_right_password_lands_on_the_desk(client, coordinator):
    answer = sign_in(client, with_password(coordinator))
    assert (answer.status_code, answer["Location"]) == (302, "/")


def test_the_sixth_wrong_password_is_refused_in_words_and_so_is_the_right_one(client, coordinator):
    with_password(coordinator)
    for _try in range(5):
        assert "not correct" in sign_in(client, coordinator, "wrong").content.decode()
    assert "Too many failed" in sign_in(client, coordinator, "wrong").content.decode()
    assert "Too many failed" in sign_in(client, coordinator).content.decode()


def test_attempts_are_counted_while_the_cache_is_away(client, coordinator, settings):
    """Nobody gets more tries by taking the cache away."""
    own_counts.clear()
    with_password(coordinator)
    away = f"redis://127.0.0.1:{free_port()}/0"
    settings.CACHES = {"default": {**settings.CACHES["default"], "LOCATION": away}}
    for _try in range(5):
        assert "not correct" in sign_in(client, coordinator, "wrong").content.decode()
    assert "Too many failed" in sign_in(client, coordinator).content.decode()
    own_counts.clear()


def test_a_wrong_password_and_an_unknown_address_are_told_the_same(client, coordinator):
    def errors(answer):
        return re.findall(r'<ul class="error".*?</ul>', answer.content.decode())

    with_password(coordinator)
    known = errors(sign_in(client, coordinator, "wrong"))
    unknown = errors(client.post(LOGIN, {"login": "nobody@example.org", "password": "wrong"}))
    assert known == unknown


def test_a_reset_says_the_same_to_everybody_and_writes_to_those_who_exist(client, coordinator):
    known = client.post(RESET, {"email": coordinator.email}, follow=True)
    unknown = client.post(RESET, {"email": "nobody@example.org"}, follow=True)
    assert known.redirect_chain == unknown.redirect_chain
    token = rb'value="[^"]*"'
    assert re.sub(token, b"", known.content) == re.sub(token, b"", unknown.content)
    assert list(Mail.objects.values_list("person", flat=True)) == [coordinator.person_id]
    assert mail.outbox == []


def test_the_reset_link_is_made_at_sending_and_works(client, settings, coordinator):
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    client.post(RESET, {"email": coordinator.email})
    row = Mail.objects.get()
    assert row.context == {}
    send_waiting()
    row.refresh_from_db()
    assert row.body == ""
    link = re.search(r"/accounts/password/reset/key/\S+/", mail.outbox[0].body)[0]
    form = client.get(link, follow=True)
    new = "mangrove tide 48 lantern"
    answer = client.post(
        form.redirect_chain[-1][0], {"password1": new, "password2": new}, follow=True
    )
    assert answer.status_code == 200
    coordinator.refresh_from_db()
    assert coordinator.check_password(new)


def test_a_reset_survives_a_mail_server_that_is_away(client, settings, coordinator):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    assert client.post(RESET, {"email": coordinator.email}).status_code == 302


@pytest.mark.parametrize(
    ("fields", "works"),
    [
        ({}, True),
        ({"is_active": False}, False),
        ({"ends_on": timezone.localdate() - timedelta(days=1)}, False),
        ({"ends_on": timezone.localdate()}, True),
        ({"starts_on": timezone.localdate() + timedelta(days=1)}, False),
    ],
)
def test_a_session_lives_only_between_the_dates_of_its_user(client, coordinator, fields, works):
    client.force_login(coordinator)
    User.objects.filter(pk=coordinator.pk).update(**fields)
    assert (client.get(reverse("my")).status_code == 200) is works


def test_a_former_officer_cannot_sign_in(client, former):
    answer = sign_in(client, with_password(former))
    assert answer["Location"] == reverse("account_inactive")
    assert "_auth_user_id" not in client.session


def test_blocking_ends_sessions_tokens_and_calendar(client, officer, coordinator):
    sign_in(client, with_password(coordinator))
    AuthToken.objects.create(user=coordinator)
    User.objects.filter(pk=coordinator.pk).update(calendar_key_hash="x")
    signins.block(coordinator, by=officer)
    assert client.get(reverse("my")).status_code == 302
    coordinator.refresh_from_db()
    assert (coordinator.is_active, coordinator.calendar_key_hash) == (False, "")
    assert AuthToken.objects.count() == 0
    with pytest.raises(StepRefused):
        signins.block(coordinator, by=officer)
    signins.unblock(coordinator, by=officer)
    assert client.get(reverse("my")).status_code == 302


@pytest.mark.parametrize("who", ["officer", "head", "attache", "secretariat", "administrator"])
def test_roles_that_need_a_second_factor_are_sent_to_set_one_up(request, client, guarded, who):
    client.force_login(request.getfixturevalue(who))
    for name in ("my", "desk"):
        answer = client.get(reverse(name))
        assert (answer.status_code, answer["Location"]) == (302, reverse("mfa_index"))
    page = client.get(reverse("mfa_index"))
    assert page.status_code == 200
    assert "Set one up to go on" in page.content.decode()
    assert client.post(reverse("account_logout")).status_code == 302


@pytest.mark.parametrize("who", ["coordinator", "contributor", "executive", "donor", "expert"])
def test_other_roles_may_do_without(request, client, guarded, who):
    client.force_login(request.getfixturevalue(who))
    assert client.get(reverse("my")).status_code == 200


def test_a_demonstration_forces_nobody(client, officer):
    client.force_login(officer)
    assert client.get(reverse("my")).status_code == 200


def test_the_api_says_in_json_that_a_second_factor_is_missing(client, guarded, officer):
    client.force_login(officer)
    answer = client.get("/api/v1/")
    assert answer.status_code == 403
    assert "second step" in answer.json()["detail"]


def test_with_a_second_factor_the_door_is_open_and_asked_once(
    client, guarded, officer, django_assert_num_queries
):
    TOTP.activate(officer, generate_totp_secret())
    client.force_login(officer)
    client.get(reverse("my"))
    assert client.session["has_second_factor"] is True
    client.get(reverse("mfa_index"))
    assert "has_second_factor" not in client.session


def test_signing_in_asks_for_the_code(client, officer):
    secret = generate_totp_secret()
    TOTP.activate(with_password(officer), secret)
    answer = sign_in(client, officer)
    assert answer["Location"] == reverse("mfa_authenticate")
    assert client.get(reverse("mfa_authenticate")).status_code == 200
    assert "_auth_user_id" not in client.session
    counter = next(yield_hotp_counters_from_time())
    code = format_hotp_value(hotp_value(secret, counter))
    client.post(reverse("mfa_authenticate"), {"code": code})
    assert client.session["_auth_user_id"] == str(officer.pk)


def test_taking_a_lost_second_step_away(client, officer, coordinator):
    TOTP.activate(coordinator, generate_totp_secret())
    client.force_login(officer)
    url = reverse("office-user-second-step", args=[coordinator.pk])
    assert client.get(url).status_code == 200
    client.post(url)
    answer = client.post(url, follow=True)
    assert "no second step to take away" in answer.content.decode()


def test_nobody_manages_the_own_sign_in_or_one_above(head, officer, coordinator, executive):
    assert [
        signins.may_manage(officer, head),
        signins.may_manage(officer, officer),
        signins.may_manage(head, officer),
        signins.may_manage(coordinator, executive),
        signins.may_manage(executive, coordinator),
        signins.may_manage(coordinator, officer),
    ] == [False, False, True, True, False, False]


def test_a_role_changes_within_its_kind_of_organisation(officer, coordinator):
    changed = signins.change_signin(coordinator, by=officer, role=Role.EXECUTIVE, ends_on=None)
    assert changed.role == Role.EXECUTIVE
    with pytest.raises(signins.ValidationError):
        signins.change_signin(coordinator, by=officer, role=Role.DONOR, ends_on=None)
    with pytest.raises(signins.ValidationError):
        signins.change_signin(coordinator, by=officer, role=Role.HEAD, ends_on=None)


CLOSED = ("email/", "confirm-email/", "confirm-email/abc/", "login/code/confirm/")


@pytest.mark.parametrize("path", CLOSED)
def test_addresses_without_a_use_are_closed(client, coordinator, path):
    client.force_login(coordinator)
    assert client.get(f"/accounts/{path}").status_code == 404


def test_every_account_page_has_the_look_of_the_portal(client, coordinator):
    TOTP.activate(coordinator, generate_totp_secret())
    pages = [
        "account_login", "account_reset_password", "account_reset_password_done",
        "account_reset_password_from_key_done", "account_inactive",
    ]  # fmt: skip
    for name in pages:
        assert 'class="bar"' in client.get(reverse(name)).content.decode(), name
    sign_in(client, with_password(UserFactory()))
    again = client.get(reverse("account_reauthenticate"))
    assert 'class="bar"' in again.content.decode()
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    for name in ("account_change_password", "mfa_index", "usersessions_list", "account_logout",
                 "mfa_activate_totp", "mfa_list_webauthn", "mfa_add_webauthn"):  # fmt: skip
        answer = client.get(reverse(name))
        assert (answer.status_code, b'class="bar"' in answer.content) == (200, True), (name, answer)


def test_the_limits_of_our_own_pages_are_known_to_the_library():
    assert {"invitation", "invite", "feed"} <= set(app_settings.RATE_LIMITS)


def test_a_changed_password_is_told_to_its_owner(client, coordinator):
    sign_in(client, with_password(coordinator))
    new = "mangrove tide 48 lantern"
    data = {"oldpassword": PASSWORD, "password1": new, "password2": new}
    assert client.post(reverse("account_change_password"), data).status_code == 302
    notice = Mail.objects.get(template="account_notice")
    context, _reason = wanted(notice, timezone.now())
    message = compose(notice, context)
    assert "Your password was changed. It was done from the address 127.0.0.1." in message.text
