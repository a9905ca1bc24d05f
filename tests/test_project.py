"""The project, checked by machine: every address for every role, and the tables it is built from."""

import re
from datetime import timedelta
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.template.loader import get_template
from django.test import Client
from django.urls import resolve
from django.utils import timezone
from django.utils.module_loading import import_string
from pghistory.models import Event as HistoryRow

from missions.models import Matrix
from rocb import standing
from rocb.api import Records, resources
from rocb.deadlines import deadlines_of
from rocb.models import Administration, StatusChange
from rocb.news import told_since
from rocb.panels import panels_on, waiting_for
from rocb.policy import ROLE_PERMISSIONS
from rocb.roles import Role
from rocb.views.house import ListPage, RecordPage, lists
from rocb.views.house.base import found_by
from rocb.workflow import Workflow
from tests.world import address, addresses

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


def ask(name: str, client: Client, world) -> str:
    """What somebody is answered; what only takes a POST is posted to, emptily, and undone."""
    url = address(name, world)
    response = client.get(url)
    for method in ("post", "patch"):
        if response.status_code == 405:
            with transaction.atomic():
                response = getattr(client, method)(url, {}, content_type="application/json")
                transaction.set_rollback(True)
    if not response.streaming:
        assert b">---------<" not in response.content, f"{url} offers dashes as a choice"
    for closer in response._resource_closers:
        closer()  # close() would end the test's database connection as well
    return code(response)


def signed_in(user) -> Client:
    client = Client(raise_request_exception=False)
    if user is not None:
        client.force_login(user)
    return client


def table() -> dict[str, str]:
    """tests/access.txt: the name of an address, and a letter for each of the cast."""
    lines = (Path(__file__).parent / "access.txt").read_text().splitlines()
    rows = [line.split() for line in lines if line and not line.startswith("#")]
    return {row[0]: "".join(row[1:]) for row in rows}


@pytest.mark.parametrize("who", CAST)
def test_every_address_for(who, furnished, settings):
    """One readable table says who is answered what; an address that is not in it is forbidden."""
    settings.REST_FRAMEWORK = {**settings.REST_FRAMEWORK, "DEFAULT_THROTTLE_CLASSES": []}
    cast, world = furnished
    client = signed_in(None if who == "nobody" else cast[who])
    found = {name: ask(name, client, world) for name in addresses()}
    assert found == {name: letters[CAST.index(who)] for name, letters in table().items()}


def questions_of(user) -> dict:
    """All that a reader's desk and a member's page ask of every pillar."""
    now = timezone.now()
    return {
        "deadlines": deadlines_of(user, at=now, until=now.date() + timedelta(days=9000)),
        "boxes": waiting_for(user),
        "a member": panels_on("member", user, Administration.objects.get(iso2="VU")),
        "news": told_since(user, now - timedelta(days=9000)),
    }


def test_a_kind_of_reader_is_told_what_the_reader_is_told(furnished, monkeypatch):
    """Statements that are put together once say the same as those made for the one who asks."""
    cast, _world = furnished
    StatusChange.objects.create(
        content_type=ContentType.objects.get_for_model(Matrix),
        object_id=Matrix.objects.latest("pk").pk,
        step="submit",
        source="draft",
        target="submitted",
        by=cast.coordinator,
    )
    readers = [cast[name] for name in CAST if name != "nobody"]
    standing.kept.clear()
    told = [questions_of(user) for user in readers]
    monkeypatch.setattr(standing, "StandIn", lambda user: user)
    for user, answers in zip(readers, told, strict=True):
        standing.kept.clear()
        assert questions_of(user) == answers, user.role
    standing.kept.clear()
    assert [name for name in told[0] if not any(answers[name] for answers in told)] == []


@pytest.mark.parametrize("who", CAST[:-1])
def test_a_page_finds_its_record_in_standing_words(who, furnished, rf):
    """The same record with the same that hangs on it, or none; asked for anew where it does not fit."""
    user, world = furnished[0][who], furnished[1]
    standing.kept.clear()
    unlike, found = [], 0
    for name in addresses():
        match = resolve(address(name, world).partition("?")[0])
        view = getattr(match.func, "view_class", None)
        if view is None or not issubclass(view, RecordPage) or not match.kwargs:
            continue
        page = view()
        page.request, page.kwargs = rf.get("/"), match.kwargs
        page.request.user = user
        try:
            where = page.kwargs_of_record()
            page.queryset()
            told = found_by(user, view, where)
        except (AttributeError, KeyError):
            continue  # a page that finds its record by itself
        except standing.Unfit:
            unlike.append(name)
            continue
        record = page.queryset().filter(**where).first()
        found += told is not None
        assert contents(told) == contents(record), name
    assert set(unlike) <= ASKED_ANEW
    assert found or who in ("former", "executive")


# Pages whose record is asked for with the moment of the request: whether an invitation has run out.
ASKED_ANEW = {
    f"{whose}-invitation{step}" for whose in ("my", "office") for step in ("", "-send", "-withdraw")
}


def contents(record) -> dict | None:
    """What a record holds, and whom it brought along."""
    if record is None:
        return None
    return {name: value for name, value in vars(record).items() if name != "_state"} | {
        f"{name} along": value for name, value in record._state.fields_cache.items()
    }


@pytest.mark.parametrize("who", ["officer", "coordinator", "donor"])
def test_a_whole_list_of_the_api_is_the_narrowed_one_without_narrowing(who, furnished, settings):
    """Lists that are put into SQL once tell what those tell that are put together for the request."""
    settings.REST_FRAMEWORK = {**settings.REST_FRAMEWORK, "DEFAULT_THROTTLE_CLASSES": []}
    client = signed_in(furnished[0][who])
    standing.kept.clear()
    told = 0
    for one in filter(lambda one: issubclass(one.viewset, Records), resources):
        answers = [client.get(f"/api/v1/{one.key}/{query}") for query in ("", "?nothing=else")]
        assert answers[0].content == answers[1].content, one.key
        told += answers[0].json()["count"] if answers[0].status_code == 200 else 0
    assert told > 0


@pytest.mark.parametrize("who", ["officer", "coordinator", "expert", "donor"])
def test_a_list_tells_the_same_in_standing_words(who, furnished, monkeypatch):
    """Lists that nobody narrows are put into SQL once: every order of every list, both ways."""
    client = signed_in(furnished[0][who])
    standing.kept.clear()
    told = 0
    for name in addresses():
        view = getattr(
            resolve(address(name, furnished[1]).partition("?")[0]).func, "view_class", None
        )
        if view is None or not issubclass(view, ListPage):
            continue
        url = address(name, furnished[1]).partition("?")[0]
        for sort in ("", "?sort=pk", "?sort=-title", "?sort=status"):
            first = client.get(url + sort)
            answers = [rows_of(first)]
            with monkeypatch.context() as direct:
                direct.setattr(lists, "PLAIN", frozenset())
                answers.append(rows_of(client.get(url + sort)))
            assert answers[0] == answers[1], (url, sort)
            told += first.status_code == 200
    assert told > 0
    assert len(next(iter(standing.kept.values()))) > told


def rows_of(answer) -> str:
    """A page without its token."""
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", answer.content.decode())


def test_the_policy_names_real_permissions():
    """A right that nobody asks for is a spelling mistake."""
    root = Path(__file__).parent.parent
    apps_of_ours = ("rocb", "programmes", "missions", "donors", "reports")
    source = "".join(
        path.read_text()
        for app in apps_of_ours
        for path in (root / app).rglob("*.py")
        if path.name != "policy.py" and "migrations" not in path.parts
    )
    named = {perm for perms in ROLE_PERMISSIONS.values() for perm in perms}
    assert sorted(perm for perm in named if f'"{perm}"' not in source) == []


def test_every_role_has_a_row():
    assert set(ROLE_PERMISSIONS) == set(Role)


def our_models():
    labels = ("rocb", "programmes", "missions", "donors", "reports")
    return [
        model
        for label in labels
        for model in apps.get_app_config(label).get_models()
        if not issubclass(model, HistoryRow)
    ]


def test_every_model_says_what_a_row_is():
    assert [
        m.__name__ for m in our_models() if (m.__doc__ or "").startswith(f"{m.__name__}(")
    ] == []


def test_no_migration_is_missing():
    from io import StringIO

    from django.core.management import call_command

    call_command("makemigrations", check=True, dry_run=True, stdout=StringIO())


def our_flows() -> list[Workflow]:
    pillars = ("programmes", "missions", "donors", "reports")
    modules = [
        import_module(f"{name}.workflow") for name in pillars if find_spec(f"{name}.workflow")
    ]
    return [flow for module in modules for flow in vars(module).values() if type(flow) is Workflow]


def test_every_step_names_a_real_action_and_permission():
    named = {perm for perms in ROLE_PERMISSIONS.values() for perm in perms}
    flows = our_flows()
    assert len(flows) >= 13
    for flow in flows:
        for step in flow:
            assert step.perm in named
            if step.action:
                assert callable(import_string(step.action))


def test_every_letter_has_its_words():
    from rocb.outbox import letters

    for letter in letters:
        get_template(f"emails/{letter.key}.subject.txt")
        get_template(f"emails/{letter.key}.txt")


def test_each_clock_entry_is_a_registered_job(settings):
    from rocb.jobs import jobs

    assert set(settings.CELERY_BEAT_SCHEDULE) == {job.key for job in jobs}
    for job in jobs:
        assert settings.CELERY_BEAT_SCHEDULE[job.key]["schedule"] == job.every.total_seconds()
