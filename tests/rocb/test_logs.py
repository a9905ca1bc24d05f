"""Logs tell what went wrong, and nobody's secrets."""

import io
import logging
import secrets
from hashlib import sha256

import pytest
from django.core import signing
from django.urls import reverse

from rocb.logs import log_settings
from tests.factories.rocb import PASSWORD


@pytest.fixture(params=[True, False])
def handler(request):
    """What writes the lines of the portal, as JSON or for people."""
    formatter = log_settings(json=request.param, level="INFO")["formatters"]["lines"]
    handler = logging.StreamHandler()
    handler.setFormatter(
        formatter["()"](
            foreign_pre_chain=formatter["foreign_pre_chain"], processors=formatter["processors"]
        )
    )
    return handler


@pytest.fixture
def lines(handler):
    """All that is logged meanwhile, as it is written."""
    handler.setStream(io.StringIO())
    logging.getLogger().addHandler(handler)
    yield handler.stream
    logging.getLogger().removeHandler(handler)


def test_a_traceback_holds_no_values(handler):
    handler.setStream(io.StringIO())
    logger = logging.Logger("test")
    logger.addHandler(handler)
    password = "correct horse"  # noqa: F841
    try:
        raise ValueError("broken")
    except ValueError:
        logger.exception("it failed")
    written = handler.stream.getvalue()
    assert "ValueError" in written
    assert "correct horse" not in written


@pytest.mark.django_db
def test_an_address_is_logged_without_its_secret(lines, client, coordinator):
    """Keys of feeds and the links of mails open what they open for whoever reads the log, too."""
    key = secrets.token_urlsafe(24)
    coordinator.calendar_key_hash = sha256(key.encode()).hexdigest()
    coordinator.save()
    feed = f"{reverse('deadlines-feed')}?key={key}"
    reset = "/accounts/password/reset/key/1-d5yq2v-5cbc62c53bbbd1a2e5b9b2a4c9d42c46/"
    place = f"/missions/places/{signing.dumps(1)}/"
    answers = [client.get(path).status_code for path in (feed, reset, place)]
    told = lines.getvalue()
    assert answers == [200, 200, 410]
    assert [
        word for word in (key, "5cbc62c53bbbd1a2", signing.dumps(1)[-20:]) if word in told
    ] == []
    assert "GET /missions/places/…/" in told.replace("\\u2026", "…")


@pytest.mark.django_db
def test_who_signs_in_and_who_is_refused_is_logged(lines, client, coordinator):
    coordinator.set_password(PASSWORD)
    coordinator.save()
    for password in ("not the password", PASSWORD):
        client.post("/accounts/login/", {"login": coordinator.email, "password": password})
    told = lines.getvalue()
    assert (told.count("sign_in_refused"), told.count("signed_in")) == (1, 1)
    assert "127.0.0.1" in next(line for line in told.splitlines() if "sign_in_refused" in line)
    assert "not the password" not in told
    assert coordinator.email not in told
