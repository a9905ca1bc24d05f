"""The project, checked by machine: every address for every role, and the tables it is built from."""

from pathlib import Path

import pytest
from django.apps import apps
from django.db import transaction
from django.template.loader import get_template
from django.test import Client
from django.urls import NoReverseMatch, reverse
from django.utils.module_loading import import_string

from rocb.policy import ROLE_PERMISSIONS
from rocb.roles import Role
from tests.world import addresses, arguments, furnish

pytestmark = pytest.mark.django_db

CAST = (
    "head",
    "officer",
    "attache",
    "coordinator",
    "contributor",
    "executive",
    "other_coordinator",
    "donor",
    "other_donor",
    "expert",
    "secretariat",
    "administrator",
    "former",
    "nobody",
)
ANSWERS = {200: "+", 204: "+", 301: ">", 302: ">", 401: "!", 403: "-", 404: ".", 405: "x"}


def code(response) -> str:
    """One letter for an answer: + yes, > onwards, s to the sign-in page, - no, . not found, ? bad."""
    if response.status_code == 302 and "/accounts/login/" in response.headers["Location"]:
        return "s"
    return ANSWERS.get(response.status_code, "?" if 400 <= response.status_code < 500 else "E")


def ask(name: str, user, world) -> str:
    """What this person is answered; addresses that only take a POST are posted to, emptily."""
    kwargs = arguments(name, world)
    try:
        url = reverse(name, kwargs=kwargs)
    except NoReverseMatch:
        url = reverse(name)
    client = Client(raise_request_exception=False)
    if user is not None:
        client.force_login(user)
    response = client.get(url)
    if response.status_code == 405:
        with transaction.atomic():
            response = client.post(url, {}, content_type="application/json")
            transaction.set_rollback(True)
    return code(response)
