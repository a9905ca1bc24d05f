"""The API gives the same rows, refuses the same things and takes the same steps as the pages."""

import pytest
from django.urls import reverse
from knox.models import AuthToken

from tests.conftest import filled
from tests.factories.missions import ActionFactory, RecommendationFactory


@pytest.fixture
def api(client):
    """`api(user)` gives a client that sends the user's token."""

    def signed(user):
        _row, token = AuthToken.objects.create(user)

        def call(method, path, data=None):
            return getattr(client, method)(
                f"/api/v1/{path}",
                data,
                content_type="application/json",
                headers={"Authorization": f"Token {token}"},
            )

        return call

    return signed


def test_without_a_token_nothing(client, plan):
    assert client.get("/api/v1/plans/").status_code == 401


def test_a_token_ends_with_its_owner(api, former):
    assert api(former)("get", "plans/").status_code == 401


def test_money_is_told_as_text_everywhere(api, coordinator, plan):
    """A number would lose its cents: in the whole list, in a narrowed one, and in one record."""
    action = ActionFactory(plan=plan, cost="123456789012.10", currency="USD")
    call = api(coordinator)
    for path in ("actions/", "actions/?status=not_started"):
        costs = {row["id"]: row["cost"] for row in call("get", path).json()["results"]}
        assert costs[action.pk] == "123456789012.10"
    assert call("get", f"actions/{action.pk}/").json()["cost"] == "123456789012.10"


def test_a_member_gets_its_own_rows(api, coordinator, other_coordinator, plan):
    mine, theirs = api(coordinator)("get", "actions/"), api(other_coordinator)("get", "actions/")
    assert (mine.json()["count"], theirs.json()["count"]) == (3, 0)
    assert {row["member"] for row in mine.json()["results"]} == {"VU"}


@pytest.mark.parametrize("query", ["", "&member=VU"])
def test_a_long_list_is_not_counted_to_its_end_and_read_to_it(
    api, coordinator, plan, settings, query
):
    """Three actions, of which two are counted; asked for whole, and narrowed."""
    call = api(coordinator)
    settings.MOST_COUNTED = 2
    read, url = [], f"actions/?limit=2{query}"
    while url:
        page = call("get", url).json()
        assert page["count"] is None
        read += [row["id"] for row in page["results"]]
        url = page["next"] and page["next"].partition("/api/v1/")[2]
    assert read == [action.pk for action in plan.actions.order_by("pk")]
    settings.MOST_COUNTED = 3
    last = call("get", f"actions/?limit=2&offset=2{query}").json()
    assert (last["count"], len(last["results"]), last["next"]) == (3, 1, None)
    beyond = call("get", f"actions/?offset=3{query}").json()
    assert (beyond["count"], beyond["results"]) == (3, [])


def test_another_members_record_is_not_found(api, other_coordinator, matrix):
    call = api(other_coordinator)
    found = [
        call("get", f"matrices/{matrix.pk}/").status_code,
        call("post", f"matrices/{matrix.pk}/steps/submit/").status_code,
        call("patch", f"matrices/{matrix.pk}/rows/", {"rows": {"s1": {}}}).status_code,
        call("get", f"plans/{matrix.plan_id}/").status_code,
    ]
    assert found == [404, 404, 404, 404]


def test_a_donor_reads_what_is_shared_and_no_more(api, donor, plan):
    ActionFactory(plan=plan, is_shared=True, title="Shared", cost="10.00")
    (row,) = api(donor)("get", "actions/").json()["results"]
    assert row == {
        "id": row["id"],
        "member": "VU",
        "title": "Shared",
        "expected_result": "",
        "status": "not_started",
        "cost": "10.00",
        "currency": "USD",
    }
    assert api(donor)("get", "plans/").status_code == 403


def test_a_list_costs_the_same_however_long(api, coordinator, plan, django_assert_num_queries):
    call = api(coordinator)
    for _turn in range(2):
        with django_assert_num_queries(5):
            call("get", "actions/")
        ActionFactory.create_batch(30, plan=plan)


def test_a_matrix_is_filled_submitted_returned_and_accepted(api, coordinator, officer, matrix):
    member, office = api(coordinator), api(officer)
    path = f"matrices/{matrix.pk}/"
    body = member("get", path).json()
    assert body["steps"] == ["submit"]
    refused = member("post", f"{path}steps/submit/")
    assert refused.status_code == 400
    rows = {
        row["row"]: {"revision": row["revision"], "level": 3}
        for row in body["content"]["standards"]
    }
    saved = member("patch", f"{path}rows/", {"rows": rows})
    assert saved.json() == {"rows": {name: {"revision": 1} for name in rows}}
    stale = member(
        "patch", f"{path}rows/", {"rows": {n: {**r, "level": 1} for n, r in rows.items()}}
    )
    assert {tuple(answer) for answer in stale.json()["rows"].values()} == {("theirs", "revision")}
    assert member("post", f"{path}steps/submit/").json()["status"] == "submitted"
    assert member("post", f"{path}steps/submit/").status_code == 409
    assert member("post", f"{path}steps/accept/").status_code == 403
    assert office("post", f"{path}steps/return/").status_code == 409  # says that a comment is due
    back = office("post", f"{path}steps/return/", {"comment": "Add.", "due_on": "2031-01-31"})
    assert (back.json()["status"], back.json()["due_on"]) == ("returned", "2031-01-31")
    member("post", f"{path}steps/submit/")
    assert office("post", f"{path}steps/accept/").json()["status"] == "accepted"
    assert office("post", f"{path}steps/explode/").status_code == 404


def test_values_that_do_not_fit_are_named(api, coordinator, matrix):
    filled(matrix, coordinator)
    row = matrix.action_rows.first()
    answer = api(coordinator)(
        "patch",
        f"matrices/{matrix.pk}/rows/",
        {"rows": {f"a{row.action_id}": {"revision": 1, "percent": 140}}},
    )
    (errors,) = answer.json()["rows"].values()
    assert errors == {
        "errors": {"percent": "“140” does not fit: write a whole number from 0 to 100."}
    }


def test_verbs_of_actions_and_recommendations(api, coordinator, plan, member):
    call = api(coordinator)
    action = plan.actions.first()
    asked = call(
        "post", f"actions/{action.pk}/extension/", {"new_due_on": "2028-01-01", "reason": "Flood"}
    )
    assert (asked.status_code, asked.json()["status"]) == (201, "requested")
    again = call(
        "post", f"actions/{action.pk}/extension/", {"new_due_on": "2028-01-01", "reason": "Flood"}
    )
    assert again.status_code == 409
    assert call("post", f"actions/{action.pk}/share/", {"is_shared": True}).json() == {
        "is_shared": True
    }
    advice = RecommendationFactory(administration=member)
    path = f"recommendations/{advice.pk}/answer/"
    assert call("post", path, {"answer": "noted"}).status_code == 400
    assert (
        call("post", path, {"answer": "noted", "reason": "Law first"}).json()["answer"] == "noted"
    )


def test_what_is_due(api, coordinator, matrix):
    rows = api(coordinator)("get", "deadlines/").json()
    assert (rows[0]["kind"], rows[0]["is_mine"]) == ("matrix", True)


def test_the_document_and_the_page_about_it(client, coordinator):
    client.force_login(coordinator)
    document = client.get(reverse("api-schema"), {"format": "json"}).json()
    plan = document["components"]["schemas"]["PlanRow"]["properties"]
    may_be_null = [name for name, about in plan.items() if about.get("nullable")]
    assert may_be_null == ["starts_on", "ends_on", "endorsed_on", "in_force_on"]
    steps = document["paths"]["/api/v1/plans/{id}/steps/{step}/"]["post"]["responses"]
    assert sorted(steps) == ["200", "400", "401", "403", "404", "409", "429"]
    page = client.get(reverse("api-docs")).content.decode()
    assert "/api/v1/matrices/{id}/steps/{step}/" in page


def test_an_address_that_is_none_is_refused_as_the_api_refuses(api, client, coordinator):
    answer = api(coordinator)("get", "plans/1.5/")
    assert (answer.status_code, answer.json()) == (404, {"detail": "Not found."})
    assert client.get("/api/v1/plans/1.5/").status_code == 401


@pytest.mark.parametrize(
    "address", ["nothing/", "plans/no-number/", "experts/two%0Alines/", "%7F%0A/"]
)
def test_what_is_not_there_is_told_as_json(client, officer, address):
    client.force_login(officer)
    answer = client.get(f"/api/v1/{address}")
    assert (answer.status_code, answer["Content-Type"]) == (404, "application/json")
