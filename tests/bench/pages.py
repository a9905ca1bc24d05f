"""Pages and the saving of one row, each against the floor."""

import gzip
import json
from urllib.parse import urlencode

from django.test.utils import override_settings
from django.urls import reverse

from missions.models import Matrix
from rocb.models import User
from tests.bench import floor
from tests.bench.office import TEXT, Office, furnish, signed_in
from tests.bench.table import Result, in_turn
from tests.factories.rocb import PersonFactory


@override_settings(ROOT_URLCONF="tests.bench.floor")
def pages(rounds: int) -> list[Result]:
    """Every page that has a bar: time against its floor, and weight."""
    office = furnish()
    matrix, plan = office.matrix, office.plan
    member, staff = signed_in(office.coordinator), signed_in(office.officer)
    asked = [
        ("plan of 200 actions", member, plan.get_absolute_url(), 2.5),
        ("matrix, read, 217 rows", member, matrix.get_absolute_url(), 2.5),
        ("matrix, form, 217 rows", member, reverse("missions:matrix-edit", args=[matrix.pk]), 4),
        ("desk of a coordinator", member, "/", 4),
        ("desk of an officer", staff, "/", 4),
        ("list of matrices", staff, reverse("missions:matrix-list"), 4),
        ("list of actions", staff, reverse("missions:action-list"), 4),
        ("cycle, 31 members", staff, matrix.cycle.get_absolute_url(), 4),
        ("member page", staff, matrix.administration.get_absolute_url(), 4),
        ("members", staff, reverse("member-list"), 4),
        ("action", member, plan.actions.first().get_absolute_url(), 4),
        ("API, list of 100 actions", staff, "/api/v1/actions/?limit=100", 1.5),
    ]
    results = []
    for what, client, url, bar in asked:
        client.get(url)
        queries = floor.record(lambda c=client, u=url: c.get(u))
        size = len(gzip.compress(floor.now["body"], 6)) / 1000
        base, ours = in_turn(
            lambda c=client: c.get("/floor/"), lambda c=client, u=url: c.get(u), rounds
        )
        label = f"{what} ({queries} queries, {size:.1f} KB)"
        results.append(Result(label, base, ours, bar))
    return [*results, refused_form(office, rounds), *saving(office, rounds), admin(office, rounds)]


def whole_form(matrix: Matrix) -> dict:
    """The post of the form without JavaScript, with one wrong value in every action."""
    post = {}
    for row in matrix.standard_rows.all():
        post |= {f"s{row.standard_id}.revision": row.revision, f"s{row.standard_id}.level": "2"}
        post[f"s{row.standard_id}.remark"] = TEXT.strip()
    for row in matrix.action_rows.all():
        name = f"a{row.action_id}"
        post |= {f"{name}.revision": row.revision, f"{name}.status": "in_progress"}
        post |= {f"{name}.percent": "140", f"{name}.progress": TEXT, f"{name}.next_step": TEXT}
    return post


def refused_form(office: Office, rounds: int) -> Result:
    """The form posted whole and refused: bound, with an error in each of 200 rows."""
    url, client = (
        reverse("missions:matrix-edit", args=[office.matrix.pk]),
        signed_in(office.coordinator),
    )
    post = urlencode(whole_form(office.matrix))
    form = "application/x-www-form-urlencoded"
    floor.record(lambda: client.post(url, post, content_type=form))
    base, ours = in_turn(
        lambda: client.post("/floor/", post, content_type=form),
        lambda: client.post(url, post, content_type=form),
        max(10, rounds // 2),
    )
    return Result("matrix, form refused, 217 rows", base, ours, 4)


@override_settings(ROOT_URLCONF="tests.bench.floor")
def saving(office: Office, rounds: int) -> list[Result]:
    """One row as it is typed, against a signed-in view that does one UPDATE."""
    client = signed_in(office.coordinator)
    row = office.matrix.action_rows.first()
    url = reverse("missions:matrix-rows", args=[office.matrix.pk])
    state = {"revision": row.revision, "turn": 0}

    def save():
        state["turn"] += 1
        values = {"revision": state["revision"], "progress": f"{TEXT} {state['turn']}"}
        answer = client.post(
            url,
            json.dumps({"rows": {f"a{row.action_id}": values}}),
            content_type="application/json",
        )
        state["revision"] = answer.json()["rows"][f"a{row.action_id}"]["revision"]

    floor.now |= {
        "sql": [f"UPDATE missions_actionrow SET progress = progress || '' WHERE id = {row.pk}"],
        "body": b"{}",
        "status": 200,
    }
    base, ours = in_turn(lambda: client.post("/floor/"), save, rounds)
    return [Result("save one row of the matrix", base, ours, 3)]


@override_settings(ROOT_URLCONF="tests.bench.floor")
def admin(office: Office, rounds: int) -> Result:
    """The plan of 200 rows against Django's own list of 100 of the same rows."""
    chief = User.objects.create_superuser(email="chief@example.org", person=PersonFactory())
    client, member = signed_in(chief), signed_in(office.coordinator)
    assert client.get(floor.ADMIN_LIST).status_code == 200
    base, ours = in_turn(
        lambda: client.get(floor.ADMIN_LIST),
        lambda: member.get(office.plan.get_absolute_url()),
        max(5, rounds // 4),
    )
    return Result("plan of 200 actions, against the admin's list of 100", base, ours, 0.2)
