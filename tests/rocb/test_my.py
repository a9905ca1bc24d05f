"""The own account: details, reminders, calendar address, tokens, language."""

import re
from datetime import date, timedelta

import pytest
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar
from knox.models import AuthToken

from rocb.models import Draft, Person, User
from tests.factories.rocb import PASSWORD

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def no_limits_left_over():
    cache.clear()


def details(person, **changes):
    fields = {
        "honorific": "", "given_name": person.given_name, "family_name": person.family_name,
        "position": "", "unit": "", "phone": "", "language": "en",
        "version": person.updated_at.isoformat(),
    }  # fmt: skip
    return {**fields, **changes}


@pytest.mark.parametrize(
    "who", ["officer", "coordinator", "contributor", "executive", "donor", "expert", "secretariat",
            "administrator"],
)  # fmt: skip
@pytest.mark.parametrize("name", ["my", "my-reminders", "my-tokens"])
def test_everybody_has_an_account(request, client, who, name):
    client.force_login(request.getfixturevalue(who))
    assert client.get(reverse(name)).status_code == 200


@pytest.mark.parametrize("name", ["my", "my-reminders", "my-tokens", "my-users"])
def test_strangers_are_asked_to_sign_in(client, name):
    answer = client.get(reverse(name))
    assert answer["Location"].startswith("/accounts/login/")


def test_details_are_saved_and_the_organisation_is_not_among_them(client, coordinator, office):
    client.force_login(coordinator)
    data = details(coordinator.person, phone="+678 22 000", organisation=office.pk)
    answer = client.post(reverse("my"), data)
    assert (answer.status_code, answer["Location"]) == (302, reverse("my"))
    person = Person.objects.get(pk=coordinator.person_id)
    assert (person.phone, person.organisation_id) == ("+678 22 000", coordinator.organisation_id)


def test_details_changed_meanwhile_are_shown_side_by_side(client, coordinator):
    client.force_login(coordinator)
    data = details(coordinator.person, phone="mine")
    coordinator.person.phone = "theirs"
    coordinator.person.save()
    answer = client.post(reverse("my"), data)
    assert answer.status_code == 409
    assert "theirs" in answer.content.decode()
    assert "mine" in answer.content.decode()


def test_a_name_is_needed(client, coordinator):
    client.force_login(coordinator)
    answer = client.post(reverse("my"), details(coordinator.person, family_name=""))
    assert answer.status_code == 422


def test_drafts_of_other_pages_are_listed_under_the_name_of_their_page(client, officer):
    Draft.objects.create(user=officer, path=reverse("office-person-create"), fields={})
    client.force_login(officer)
    page = client.get(reverse("my")).content.decode()
    assert f'href="{reverse("office-person-create")}?draft=1">New person<' in page


def test_the_choice_of_mail(client, coordinator):
    client.force_login(coordinator)
    client.post(reverse("my-reminders"), {"verb": "mail"})
    assert User.objects.get(pk=coordinator.pk).wants_digest is False
    client.post(reverse("my-reminders"), {"verb": "mail", "wants_digest": "on"})
    assert User.objects.get(pk=coordinator.pk).wants_digest is True
    assert client.post(reverse("my-reminders"), {"verb": "?"}).status_code == 404


@pytest.fixture
def feed(client, coordinator, matrix):
    """The path of a calendar that was just made, and a browser that is signed out again."""
    client.force_login(coordinator)
    page = client.post(reverse("my-reminders"), {"verb": "make"}).content.decode()
    path = re.search(r"/my/deadlines\.ics\?key=[\w-]+", page)[0]
    assert path not in client.get(reverse("my-reminders")).content.decode()
    client.logout()
    return path


def test_the_calendar_shows_what_is_due(client, feed, matrix):
    answer = client.get(feed)
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    (event,) = [e for e in Calendar.from_ical(answer.content).events if "matrix" in e["UID"]]
    assert event["UID"] == f"matrix-{matrix.pk}-0@localhost"
    assert isinstance(event["DTSTART"].dt, date)
    assert event["DTSTART"].dt == matrix.due_on
    assert event["URL"].startswith("http://localhost")


def test_the_calendar_says_when_nothing_changed(client, feed):
    first = client.get(feed)
    again = client.get(feed, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_a_wrong_key_opens_nothing(client, feed):
    assert client.get(f"{feed}x").status_code == 404
    assert client.get(reverse("deadlines-feed")).status_code == 404


def test_the_calendar_ends_with_the_sign_in(client, feed, coordinator):
    yesterday = timezone.localdate() - timedelta(days=1)
    User.objects.filter(pk=coordinator.pk).update(ends_on=yesterday)
    assert client.get(feed).status_code == 404


def test_an_address_that_was_switched_off_or_replaced_stops(client, feed, coordinator):
    client.force_login(coordinator)
    client.post(reverse("my-reminders"), {"verb": "make"})
    assert client.get(feed).status_code == 404
    client.post(reverse("my-reminders"), {"verb": "revoke"})
    assert User.objects.get(pk=coordinator.pk).calendar_key_hash == ""


@pytest.fixture
def trusted(client, coordinator):
    """Signed in, and the password typed again just now."""
    coordinator.set_password(PASSWORD)
    coordinator.save()
    client.post("/accounts/login/", {"login": coordinator.email, "password": PASSWORD})
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    return client


def test_a_token_asks_for_the_password_first(client, coordinator):
    coordinator.set_password(PASSWORD)
    coordinator.save()
    client.force_login(coordinator)
    answer = client.post(reverse("my-tokens"))
    assert answer["Location"].startswith(reverse("account_reauthenticate"))
    assert AuthToken.objects.count() == 0


def test_a_token_is_shown_once_and_opens_the_api(trusted, client):
    page = trusted.post(reverse("my-tokens")).content.decode()
    token = re.search(r'id="token"[^>]*value="(\w+)"', page)[1]
    assert token not in trusted.get(reverse("my-tokens")).content.decode()
    row = AuthToken.objects.get()
    assert (row.expiry - timezone.now()).days in (364, 365)
    trusted.logout()
    header = {"Authorization": f"Token {token}"}
    assert client.get("/api/v1/", headers=header).status_code == 200


def test_a_token_is_taken_away_by_its_owner_alone(trusted, officer):
    trusted.post(reverse("my-tokens"))
    other, _token = AuthToken.objects.create(user=officer)
    gone = {"verb": "revoke", "digest": other.digest}
    assert trusted.post(reverse("my-tokens"), gone).status_code == 404
    mine = AuthToken.objects.exclude(user=officer).get()
    trusted.post(reverse("my-tokens"), {"verb": "revoke", "digest": mine.digest})
    assert list(AuthToken.objects.all()) == [other]


def test_there_is_a_most_of_tokens(trusted, settings):
    for _turn in range(settings.REST_KNOX["TOKEN_LIMIT_PER_USER"] + 1):
        trusted.post(reverse("my-tokens"))
    assert AuthToken.objects.count() == settings.REST_KNOX["TOKEN_LIMIT_PER_USER"]


def test_the_language_is_kept_for_letters_too(client, coordinator):
    client.force_login(coordinator)
    answer = client.post(reverse("set-language"), {"language": "fr", "next": "/my/"})
    assert answer["Location"] == "/my/"
    assert Person.objects.get(pk=coordinator.person_id).language == "fr"
    client.post(reverse("set-language"), {"language": "xx", "next": "/my/"})
    assert Person.objects.get(pk=coordinator.person_id).language == "fr"


def test_strangers_choose_a_language_and_are_not_led_astray(client):
    answer = client.post(
        reverse("set-language"), {"language": "fr", "next": "https://elsewhere.example"}
    )
    assert answer["Location"] == "/"
    assert client.get(reverse("set-language")).status_code == 405
