"""The planning board, who solved it elsewhere, the heat map, and the figures of any day."""

from datetime import UTC, date, datetime, timedelta
from io import BytesIO

import openpyxl
import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from missions import actions
from missions.figures import FIGURES
from missions.heat import heat_map, slippage_by_area
from missions.models import Action, Matrix, Mission
from rocb.models import Administration, Framework
from tests.conftest import filled
from tests.factories.missions import (
    ActionFactory,
    ActionPlanFactory,
    DiagnosticAreaFactory,
    ExpertFactory,
    MissionFactory,
    RecommendationFactory,
    TeamMemberFactory,
)
from tests.factories.programmes import EventFactory
from tests.factories.reports import ReportFactory
from tests.factories.rocb import AdministrationFactory, StandardFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(member):
    return ActionPlanFactory(administration=member, status="draft")


@pytest.fixture
def advice(member):
    row = RecommendationFactory(
        administration=member,
        number="R2",
        area=DiagnosticAreaFactory(number=4),
        made_on=date(2026, 3, 11),
    )
    row.standards.add(StandardFactory())
    return row


def get(client, user, name, *args, **query):
    client.force_login(user)
    return client.get(reverse(f"missions:{name}", args=args), query)


def test_the_board_makes_actions_under_their_advice(client, coordinator, draft, advice):
    board = reverse("missions:plan-board", args=[draft.pk])
    content = get(client, coordinator, "plan-board", draft.pk).content.decode()
    assert "1 recommendation of 1 has no action yet." in content
    prefix = f"r{advice.pk}"
    values = {
        "recommendation": advice.pk, f"{prefix}-title": "Write the audit manual",
        f"{prefix}-current_due_on": "2027-05-01", f"{prefix}-cost": "5000",
        f"{prefix}-currency": "USD", f"{prefix}-responsible_unit": "Audit",
    }  # fmt: skip
    shown = client.post(board, values, follow=True).content.decode()
    assert "Every recommendation has an action." in shown
    action = draft.actions.get()
    assert (action.number, action.responsible_unit) == ("1", "Audit")
    assert list(action.recommendations.all()) == [advice]
    assert list(action.standards.all()) == list(advice.standards.all())
    alone = {"recommendation": "", "r-title": "Buy a scanner"}
    client.post(board, alone)
    assert draft.actions.order_by("-position").first().number == "2"


def test_a_due_date_before_the_advice_is_refused(client, coordinator, draft, advice):
    prefix = f"r{advice.pk}"
    values = {
        "recommendation": advice.pk, f"{prefix}-title": "Too early",
        f"{prefix}-current_due_on": "2026-03-01",
    }  # fmt: skip
    client.force_login(coordinator)
    response = client.post(reverse("missions:plan-board", args=[draft.pk]), values)
    assert response.status_code == 422
    assert "Choose a later due date." in response.content.decode()
    assert draft.actions.count() == 0
    with pytest.raises(ValidationError):
        actions.plan_action(
            draft, by=coordinator, title="x", recommendation=advice, current_due_on=date(2020, 1, 1)
        )


def test_the_board_of_a_plan_in_force_is_closed(client, coordinator, plan):
    client.force_login(coordinator)
    response = client.get(reverse("missions:plan-board", args=[plan.pk]), follow=True)
    assert "Only a draft is planned on the board" in response.content.decode()


def solved(other_member, standard, **more) -> Action:
    plan = ActionPlanFactory(administration=other_member)
    action = ActionFactory(plan=plan, title="Wrote a manual", expected_result="In use", **more)
    action.standards.add(standard)
    return action


def test_members_learn_who_solved_it_only_with_consent(
    client, coordinator, other_member, other_coordinator, advice
):
    action = solved(other_member, advice.standards.get(), status="implemented")
    assert (
        "Wrote a manual"
        not in get(client, coordinator, "recommendation-detail", advice.pk).content.decode()
    )
    client.force_login(other_coordinator)
    client.post(reverse("missions:action-tell", args=[action.pk]))
    content = get(client, coordinator, "recommendation-detail", advice.pk).content.decode()
    assert "Wrote a manual" in content
    assert other_member.country_name in content
    assert get(client, coordinator, "action-detail", action.pk).status_code == 404
    client.force_login(other_coordinator)
    client.post(reverse("missions:action-tell", args=[action.pk]))
    assert (
        "Wrote a manual"
        not in get(client, coordinator, "recommendation-detail", advice.pk).content.decode()
    )


def test_unfinished_work_is_not_shown_even_with_consent(client, coordinator, other_member, advice):
    solved(other_member, advice.standards.get(), status="in_progress", tells_others=True)
    content = get(client, coordinator, "recommendation-detail", advice.pk).content.decode()
    assert "Wrote a manual" not in content


def test_reports_on_the_same_standards_stand_beside(client, coordinator, advice):
    report = ReportFactory(status="published", title="How Samoa measured release times")
    hidden = ReportFactory(status="draft", title="Not published")
    for one in (report, hidden):
        one.standards.set(advice.standards.all())
    content = get(client, coordinator, "recommendation-detail", advice.pk).content.decode()
    assert "How Samoa measured release times" in content
    assert "Not published" not in content


def accepted(matrix, officer, coordinator, level: int, when: datetime) -> Matrix:
    for row in matrix.standard_rows.all():
        actions.save_standard_row(
            matrix, row.standard_id, {"level": level}, by=coordinator, revision=row.revision
        )
    matrix = actions.submit_matrix(filled_actions(matrix, coordinator), by=coordinator)
    matrix = actions.accept_matrix(matrix, by=officer)
    Matrix.objects.filter(pk=matrix.pk).update(reviewed_at=when)
    return matrix


def filled_actions(matrix, by):
    for row in matrix.action_rows.all():
        actions.save_action_row(
            matrix,
            row.action_id,
            {"status": "in_progress", "percent": "40", "progress": "Drafted."},
            by=by,
            revision=row.revision,
        )
    return matrix


@pytest.fixture
def levels(matrix, officer, coordinator):
    """The member reported 3 on both standards, accepted on 10 March 2026."""
    Framework.objects.update(is_default=True)
    return accepted(matrix, officer, coordinator, 3, datetime(2026, 3, 10, 12, tzinfo=UTC))


def test_the_heat_map_knows_accepted_matrices_by_their_day(levels, member):
    members = Administration.objects.filter(pk=member.pk)
    framework = Framework.objects.get()
    for day, expected in ((date(2026, 3, 9), {}), (date(2026, 3, 10), {3})):
        found = heat_map(members, framework, day)
        assert set(found.levels.values()) == set(expected)


def test_what_is_submitted_but_not_accepted_is_not_on_the_map(matrix, coordinator, member):
    actions.submit_matrix(filled(matrix, coordinator), by=coordinator)
    members = Administration.objects.filter(pk=member.pk)
    assert heat_map(members, Framework.objects.get(), date(2030, 1, 1)).levels == {}


def test_each_cell_opens_its_matrix(client, officer, levels):
    content = get(client, officer, "heat-map").content.decode()
    standard = levels.standard_rows.first().standard
    assert f'href="/missions/matrices/{levels.pk}/#s{standard.pk}"' in content


def test_a_member_sees_its_own_row_and_no_other(
    client, coordinator, other_coordinator, levels, member
):
    own = get(client, coordinator, "heat-map").content.decode()
    assert f"/missions/matrices/{levels.pk}/" in own
    other = get(client, other_coordinator, "heat-map").content.decode()
    assert member.country_name not in other
    assert f"/missions/matrices/{levels.pk}/" not in other
    assert "fewer than 3 members" in other
    assert "3 Largely implemented" not in other.split("median")[1].split("How actions move")[0]


def test_the_map_as_a_workbook(client, officer, coordinator, levels, member):
    answer = get(client, officer, "heat-map", export="xlsx")
    sheet = openpyxl.load_workbook(BytesIO(answer.content)).active
    assert [cell.value for cell in sheet[2]] == [member.country_name, 3, 3]
    assert get(client, coordinator, "heat-map", export="xlsx")["Content-Type"].startswith(
        "text/html"
    )


def test_the_map_costs_the_same_for_any_number_of_members(
    client, officer, office, levels, django_assert_max_num_queries
):
    AdministrationFactory.create_batch(30, region=office.region)
    client.force_login(officer)
    with django_assert_max_num_queries(12):
        client.get(reverse("missions:heat-map"))


def test_slippage_and_time_to_close_by_area(levels, advice, plan):
    moved, done, _rest = plan.actions.order_by("pk")
    plan.in_force_on = date(2026, 1, 1)
    plan.save()
    for action in (moved, done):
        Action.objects.filter(pk=action.pk).update(baseline_due_on=date(2026, 6, 1))
        action.recommendations.add(advice)
    Action.objects.filter(pk=moved.pk).update(current_due_on=date(2026, 7, 1))
    Action.objects.filter(pk=done.pk).update(current_due_on=date(2026, 6, 1))
    Action.objects.filter(pk=done.pk).update(implemented_at=datetime(2026, 3, 10, 9, tzinfo=UTC))
    (row,) = slippage_by_area(Action.objects.all(), date(2026, 12, 31))
    assert row == {
        "area": "4 Area 4", "actions": 2, "moved": 1, "slippage": 15, "closed": 1,
        "days_to_close": (date(2026, 3, 10) - date(2026, 1, 1)).days,
    }  # fmt: skip
    assert slippage_by_area(Action.objects.all(), date(2025, 12, 31)) == []


def numbers(office, day: date) -> dict[str, int]:
    return {figure.key: figure.value(office, day) for figure in FIGURES}


def test_figures_of_a_day(office, member):
    day = date(2026, 6, 30)
    counted = MissionFactory(
        administration=member, status="closed", starts_on=day, ends_on=day + timedelta(days=9)
    )
    TeamMemberFactory(mission=counted, origin="region")
    MissionFactory(administration=member, status="cancelled")
    MissionFactory(administration=member, status="requested")
    MissionFactory(administration=member, status="closed", starts_on=day + timedelta(days=1),
                   ends_on=day + timedelta(days=9))  # fmt: skip
    MissionFactory(administration=member, status="closed", phase="2", kind="workshop")
    ExpertFactory(administration=member, certified__expires_on=day)
    ExpertFactory(administration=member, certified__awarded_on=day + timedelta(days=1))
    EventFactory(office=office, kind="accreditation", status="held")
    EventFactory(office=office, kind="accreditation", status="announced")
    assert numbers(office, day) == {
        "diagnostic_framework_workshops": 1,
        "certified_diagnostic_experts": 1,
        "diagnostic_missions_in_region": 1,
        "diagnostic_missions_with_regional_experts": 1,
        "phase_2_national_workshops": 1,
        "action_plans_in_force": 0,
        "matrices_accepted_per_year": 0,
    }
    assert numbers(office, day + timedelta(days=1))["diagnostic_missions_in_region"] == 2


def test_a_figure_opens_into_the_rows_that_it_counts(client, officer, office, member):
    MissionFactory(administration=member, status="closed")
    MissionFactory(administration=member, status="cancelled")
    client.force_login(officer)
    page = client.get(
        "/reports/figures/diagnostic_missions_in_region/?as_at=2026-06-30"
    ).content.decode()
    url = f"{reverse('missions:mission-list')}?phase=1&amp;conducted=2026-06-30"
    assert f'href="{url}"' in page
    assert "1 mission" in client.get(url.replace("&amp;", "&")).content.decode()


def test_figures_as_json(client, officer):
    client.force_login(officer)
    answer = client.get("/reports/figures.json?as_at=2008-06-30").json()
    assert answer["as_at"] == "2008-06-30"
    assert answer["figures"]["diagnostic_missions_in_region"] == {
        "value": 0,
        "title": "Diagnostic missions in the region",
        "definition": "Phase I missions to members of the region that had begun by the day; "
        "none cancelled.",
    }
    for wrong in ("yesterday", "2008-13-40"):
        assert client.get(f"/reports/figures.json?as_at={wrong}").status_code == 400


def test_lists_cost_the_same_at_one_and_at_thirty(client, officer, member):
    def cost(url):
        with CaptureQueriesContext(connection) as queries:
            assert client.get(url).status_code == 200
        return len(queries)

    client.force_login(officer)
    MissionFactory(administration=member, status="accepted")
    ExpertFactory(administration=member)
    mission = Mission.objects.get()
    urls = [
        reverse("missions:mission-list"),
        reverse("missions:expert-list"),
        reverse("missions:mission-team", args=[mission.pk]),
        f"/missions/{mission.pk}/?tab=team",
        "/programmes/events/",
        "/api/v1/missions/",
    ]
    EventFactory(office=officer.person.organisation.office)
    for url in urls:
        cost(url)
    before = [cost(url) for url in urls]
    for _turn in range(30):
        expert = ExpertFactory(administration=member)
        TeamMemberFactory(mission=mission, person=expert.person)
        MissionFactory(administration=member)
        EventFactory(office=officer.person.organisation.office)
    assert [cost(url) for url in urls] == before
