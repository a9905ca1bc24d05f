"""A matrix from the opening of its cycle to its acceptance, through actions and pages."""

import json
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils import timezone

from missions import actions
from missions.models import ActionRow, Matrix, MatrixVersion, StandardRow
from rocb.models import StatusChange
from rocb.roles import Role
from rocb.workflow import StepRefused
from tests.factories.missions import ActionFactory, ActionPlanFactory, CycleFactory
from tests.factories.rocb import (
    AdministrationFactory,
    OfficeFactory,
    StandardFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(db):
    return OfficeFactory()


@pytest.fixture
def member(office):
    return AdministrationFactory(region=office.region)


@pytest.fixture
def officer(office):
    return UserFactory(role=Role.OFFICER, organisation=office)


@pytest.fixture
def coordinator(member):
    return UserFactory(role=Role.COORDINATOR, organisation=member)


@pytest.fixture
def stranger(office):
    other = AdministrationFactory(region=office.region)
    return UserFactory(role=Role.COORDINATOR, organisation=other)


@pytest.fixture
def matrix(office, member, officer, coordinator):
    plan = ActionPlanFactory(administration=member)
    ActionFactory.create_batch(3, plan=plan)
    cycle = CycleFactory(office=office)
    StandardFactory.create_batch(2, framework=cycle.framework)
    actions.open_cycle(cycle, by=officer)
    return Matrix.objects.get(plan=plan)


def fill(matrix, by):
    for row in matrix.standard_rows.all():
        actions.save_standard_row(
            matrix, row.standard_id, {"level": 2}, by=by, revision=row.revision
        )
    for row in matrix.action_rows.all():
        actions.save_action_row(
            matrix,
            row.action_id,
            {"status": "in_progress", "percent": "40", "progress": "Drafted."},
            by=by,
            revision=row.revision,
        )


def submitted(matrix, by):
    fill(matrix, by)
    return actions.submit_matrix(matrix, by=by)


def rows_post(client, matrix, rows):
    return client.post(
        reverse("missions:matrix-rows", args=[matrix.pk]),
        json.dumps({"rows": rows}),
        content_type="application/json",
    )


def test_opening_twice_makes_one_matrix(matrix, officer):
    actions.open_cycle(matrix.cycle, by=officer)
    assert Matrix.objects.count() == 1
    assert (matrix.standard_rows.count(), matrix.action_rows.count()) == (2, 3)


def test_an_unfinished_matrix_cannot_be_submitted(matrix, coordinator):
    with pytest.raises(ValidationError) as refused:
        actions.submit_matrix(matrix, by=coordinator)
    assert len(refused.value.messages) == 2  # two standards; actions carry their present status
    matrix.refresh_from_db()
    assert matrix.status == "draft"
    assert MatrixVersion.objects.count() == 0


def test_a_whole_life(matrix, coordinator, officer):
    matrix = submitted(matrix, coordinator)
    row = matrix.action_rows.first()
    due = timezone.localdate() + timedelta(days=9)
    matrix = actions.return_matrix(
        matrix,
        by=officer,
        comment="See the row.",
        due_on=due,
        rows={("actions", row.action_id): "Which port?"},
    )
    assert (matrix.status, matrix.round, matrix.due_on) == ("returned", 1, due)
    actions.save_action_row(
        matrix, row.action_id, {"percent": 100, "status": "implemented"}, by=coordinator, revision=1
    )
    actions.submit_matrix(matrix, by=coordinator)
    matrix = actions.accept_matrix(matrix, by=officer)
    row.action.refresh_from_db()
    assert (row.action.status, row.action.percent) == ("implemented", 100)
    assert row.action.implemented_at == matrix.reviewed_at
    assert list(matrix.versions.values_list("number", flat=True)) == [1, 2]
    steps = StatusChange.objects.of(matrix).order_by("id").values_list("step", flat=True)
    assert list(steps) == ["submit", "return", "submit", "accept"]


def test_a_version_cannot_be_changed_even_by_sql(matrix, coordinator):
    submitted(matrix, coordinator)
    with pytest.raises(DatabaseError, match="keep"), transaction.atomic():
        MatrixVersion.objects.update(number=9)


def test_nothing_to_report_needs_a_reason(matrix, coordinator):
    with pytest.raises(ValidationError):
        actions.report_nothing(matrix, by=coordinator, reason=" ")
    matrix = actions.report_nothing(matrix, by=coordinator, reason="Election period.")
    assert actions.submit_matrix(matrix, by=coordinator).status == "submitted"


def test_an_officer_cannot_type_for_the_member(matrix, officer):
    row = matrix.standard_rows.first()
    with pytest.raises(PermissionDenied):
        actions.save_standard_row(matrix, row.standard_id, {"level": 1}, by=officer, revision=0)


def test_nothing_is_typed_into_a_submitted_matrix(matrix, coordinator):
    matrix = submitted(matrix, coordinator)
    row = matrix.standard_rows.first()
    with pytest.raises(StepRefused):
        actions.save_standard_row(
            matrix, row.standard_id, {"level": 1}, by=coordinator, revision=row.revision
        )


def test_return_needs_a_comment(matrix, coordinator, officer):
    matrix = submitted(matrix, coordinator)
    with pytest.raises(StepRefused):
        actions.return_matrix(matrix, by=officer, comment=" ")


def test_saving_the_same_twice_is_no_conflict(matrix, coordinator):
    row = matrix.standard_rows.first()
    first = {"level": 3, "remark": "Same"}
    assert actions.save_standard_row(
        matrix, row.standard_id, first, by=coordinator, revision=0
    ) == actions.save_standard_row(matrix, row.standard_id, first, by=coordinator, revision=0)


def test_the_second_writer_is_told_and_nothing_is_overwritten(client, matrix, coordinator):
    client.force_login(coordinator)
    row = matrix.standard_rows.first()
    name = f"s{row.standard_id}"
    mine = {name: {"revision": 0, "level": "1", "remark": "Mine"}}
    theirs = {name: {"revision": 0, "level": "2", "remark": "Theirs"}}
    assert rows_post(client, matrix, theirs).json() == {"rows": {name: {"revision": 1}}}
    answer = rows_post(client, matrix, mine).json()
    assert answer == {"rows": {name: {"theirs": {"level": 2, "remark": "Theirs"}, "revision": 1}}}
    row.refresh_from_db()
    assert (row.level, row.remark, row.revision) == (2, "Theirs", 1)


def test_wrong_rows_come_back_and_good_ones_are_saved(client, matrix, coordinator):
    client.force_login(coordinator)
    good, bad, _other = matrix.action_rows.order_by("pk")
    answer = rows_post(
        client,
        matrix,
        {
            f"a{good.action_id}": {"revision": 0, "percent": "55"},
            f"a{bad.action_id}": {"revision": 0, "percent": "140"},
        },
    ).json()["rows"]
    assert answer[f"a{good.action_id}"] == {"revision": 1}
    assert list(answer[f"a{bad.action_id}"]["errors"]) == ["percent"]
    good.refresh_from_db()
    bad.refresh_from_db()
    assert (good.percent, bad.percent) == (55, 0)


def test_the_form_without_javascript_saves_everything(client, matrix, coordinator):
    client.force_login(coordinator)
    post = {}
    for row in StandardRow.objects.filter(matrix=matrix):
        post |= {f"s{row.standard_id}.revision": 0, f"s{row.standard_id}.level": "4"}
    for row in ActionRow.objects.filter(matrix=matrix):
        name = f"a{row.action_id}"
        post |= {f"{name}.revision": 0, f"{name}.status": "partly", f"{name}.is_unchanged": "on"}
    url = reverse("missions:matrix-edit", args=[matrix.pk])
    response = client.post(url, post)
    assert (response.status_code, response.headers["Location"]) == (302, url)
    assert set(matrix.standard_rows.values_list("level", flat=True)) == {4}
    assert set(matrix.action_rows.values_list("status", "is_unchanged")) == {("partly", True)}


def test_text_is_escaped_in_form_and_reading(client, matrix, coordinator):
    row = matrix.standard_rows.first()
    actions.save_standard_row(
        matrix, row.standard_id, {"remark": "</textarea><b>x"}, by=coordinator, revision=0
    )
    client.force_login(coordinator)
    for name in ("matrix-edit", "matrix-detail"):
        html = client.get(reverse(f"missions:{name}", args=[matrix.pk])).content.decode()
        assert "<b>x" not in html
        assert "&lt;b&gt;x" in html


def test_another_member_finds_nothing(client, matrix, stranger):
    client.force_login(stranger)
    found = [
        client.get(reverse(f"missions:{name}", args=[matrix.pk])).status_code
        for name in ("matrix-detail", "matrix-edit", "matrix-rows", "matrix-versions")
    ]
    assert found == [404, 404, 404, 404]
    assert rows_post(client, matrix, {}).status_code == 404


def test_pages_cost_the_same_however_many_rows(
    client, matrix, coordinator, django_assert_num_queries
):
    client.force_login(coordinator)
    urls = [
        reverse(f"missions:{name}", args=[matrix.pk]) for name in ("matrix-detail", "matrix-edit")
    ]
    for url in urls:
        client.get(url)
    for _turn in range(2):
        with django_assert_num_queries(4):
            assert client.get(urls[0]).status_code == 200
        with django_assert_num_queries(5):
            assert client.get(urls[1]).status_code == 200
        for action in ActionFactory.create_batch(30, plan=matrix.plan):
            ActionRow.objects.create(matrix=matrix, action=action)


def test_a_step_that_is_not_open_is_refused_in_words(client, matrix, officer):
    client.force_login(officer)
    url = reverse("missions:matrix-step", args=[matrix.pk, "accept"])
    response = client.post(url, follow=True)
    assert "is not possible any more" in response.content.decode()


def test_an_unknown_step_is_not_found(client, matrix, officer):
    client.force_login(officer)
    url = reverse("missions:matrix-step", args=[matrix.pk, "explode"])
    assert client.get(url).status_code == 404


def test_the_officer_returns_with_a_comment_on_a_row(client, matrix, coordinator, officer):
    submitted(matrix, coordinator)
    client.force_login(officer)
    row = matrix.action_rows.first()
    due = (timezone.localdate() + timedelta(days=7)).isoformat()
    url = reverse("missions:matrix-step", args=[matrix.pk, "return"])
    assert client.get(url).status_code == 200
    client.post(url, {"comment": "Please add.", "due_on": due, f"ca{row.action_id}": "Which port?"})
    client.force_login(coordinator)
    html = client.get(reverse("missions:matrix-edit", args=[matrix.pk])).content.decode()
    assert "Which port?" in html


def test_comments_typed_come_back_when_the_date_is_wrong(client, matrix, coordinator, officer):
    submitted(matrix, coordinator)
    client.force_login(officer)
    row = matrix.action_rows.first()
    url = reverse("missions:matrix-step", args=[matrix.pk, "return"])
    answer = client.post(
        url, {"comment": "Add.", "due_on": "2020-01-01", f"ca{row.action_id}": "Which port?"}
    )
    assert answer.status_code == 422
    html = answer.content.decode()
    assert ("The new due date is in the past." in html, "Which port?" in html) == (True, True)
    assert "In progress, 40" in html
