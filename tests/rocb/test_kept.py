"""Sums that are kept until somebody takes a step: counted once, for nobody else, and never for long."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.test import override_settings
from django.urls import reverse
from django.utils import timezone, translation

from rocb.kept import kept, reader
from rocb.models import Office, StatusChange
from tests.factories.rocb import PersonFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nothing_kept():
    cache.clear()


@pytest.fixture
def count():
    """Counts how often it was asked, and answers with it."""
    times = []

    def make():
        times.append(1)
        return len(times)

    return make


def step(office):
    kind = ContentType.objects.get_for_model(Office)
    StatusChange.objects.create(
        content_type=kind, object_id=office.pk, step="x", source="a", target="b"
    )


def test_it_is_counted_once_until_somebody_takes_a_step(count, office):
    assert [kept("sum", count, office.pk) for _time in range(3)] == [1, 1, 1]
    step(office)
    assert [kept("sum", count, office.pk) for _time in range(2)] == [2, 2]


def test_what_is_asked_and_who_asks_have_their_own(count, coordinator, other_coordinator):
    assert kept("sum", count, reader(coordinator)) == 1
    assert kept("sum", count, reader(other_coordinator)) == 2
    assert kept("other sum", count, reader(coordinator)) == 3
    assert kept("sum", count, reader(coordinator), 2026) == 4
    with translation.override("fr"):
        assert kept("sum", count, reader(coordinator)) == 5
    with time_machine.travel(timezone.now() + timedelta(days=1)):
        assert kept("sum", count, reader(coordinator)) == 6
    assert kept("sum", count, reader(coordinator)) == 1


def test_nothing_is_an_answer_too(count):
    assert kept("nothing", lambda: count() and None) is None
    assert kept("nothing", count) is None


def test_without_a_cache_it_is_counted_each_time(count):
    away = {
        "default": {"BACKEND": "rocb.cache.ForgivingRedisCache", "LOCATION": "redis://127.0.0.1:1"}
    }
    with override_settings(CACHES=away):
        assert [kept("sum", count), kept("sum", count)] == [1, 2]


def test_what_a_form_corrects_is_counted_at_once(
    client, officer, office, count, django_capture_on_commit_callbacks
):
    """A correction is no step; whoever makes it looks at the sum next."""
    person = PersonFactory(organisation=office)
    client.force_login(officer)
    url = reverse("office-person-edit", args=[person.pk])
    assert kept("sum", count) == 1
    page = client.get(url).content.decode()
    version = re.search(r'name="version"[^>]*?value="([^"]+)"', page)[1]
    values = {"family_name": "Vaka", "language": "en", "organisation": office.pk}
    with django_capture_on_commit_callbacks(execute=True):
        assert client.post(url, values | {"version": version, "email": "x"}).status_code == 422
    assert kept("sum", count) == 1
    with django_capture_on_commit_callbacks(execute=True):
        assert client.post(url, values | {"version": version}).status_code == 302
    assert kept("sum", count) == 2
