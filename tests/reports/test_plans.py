"""The chain of plans: adoption, objectives, indicators with targets, and where they stand."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from reports.models import Indicator, Objective, Pillar, Reading, StrategicPlan, Target
from reports.progress import State, elapsed, judged, progress_of
from rocb import fiscal
from rocb.models import StatusChange
from tests.factories.missions import MissionFactory
from tests.factories.reports import (
    IndicatorFactory,
    ObjectiveFactory,
    PillarFactory,
    PillarTitleFactory,
    ReadingFactory,
    StrategicPlanFactory,
    TargetFactory,
)
from tests.factories.rocb import OfficeFactory, RegionFactory, UserFactory

pytestmark = pytest.mark.django_db

DAY = date(2026, 11, 25)


@pytest.fixture
def today_year():
    return fiscal.fiscal_year(timezone.localdate())


@pytest.fixture
def wco():
    return StrategicPlanFactory(level="wco", office=None, title="WCO Strategic Plan")


@pytest.fixture
def regional(office, wco):
    return StrategicPlanFactory(level="region", office=office, parent=wco, title="RSP")


@pytest.fixture
def draft(office, regional):
    return StrategicPlanFactory(office=office, parent=regional, status="draft", title="Our plan")


@pytest.fixture
def running(office, today_year):
    """The office's plan that holds today, with one objective."""
    plan = StrategicPlanFactory(
        office=office,
        title="Plan of now",
        starts_on=fiscal.first_day(today_year),
        ends_on=fiscal.last_day(today_year + 1),
    )
    ObjectiveFactory(plan=plan, number="1.1")
    return plan


@pytest.mark.parametrize(
    ("value", "before", "aim", "share", "lower", "state"),
    [
        (100, 0, 100, 0.5, False, State.MET),
        (50, 0, 100, 0.5, False, State.ON_TRACK),
        (49, 0, 100, 0.5, False, State.BEHIND),
        (60, 50, 70, 0.5, False, State.ON_TRACK),
        (59, 50, 70, 0.5, False, State.BEHIND),
        (21, 31, 21, 0.1, True, State.MET),
        (26, 31, 21, 0.5, True, State.ON_TRACK),
        (27, 31, 21, 0.5, True, State.BEHIND),
        (None, 0, 100, 0.5, False, State.NO_VALUE),
        (5, 0, None, 0.5, False, State.NO_TARGET),
        (5, None, 10, 0.5, False, State.ON_TRACK),
    ],
)
def test_where_an_indicator_stands(value, before, aim, share, lower, state):
    assert judged(value, before, aim, share, lower) == state


def test_a_year_passes_evenly():
    assert elapsed(date(2026, 7, 1)) == pytest.approx(1 / 365)
    assert elapsed(date(2027, 6, 30)) == 1


def test_computed_and_entered_values_on_a_day(office, member):
    plan = StrategicPlanFactory(office=office)
    objective = ObjectiveFactory(plan=plan)
    computed = IndicatorFactory(objective=objective, figure_key="diagnostic_missions_in_region")
    entered = IndicatorFactory(objective=objective, baseline=30)
    TargetFactory(indicator=computed, year=2026, value=2)
    TargetFactory(indicator=entered, year=2026, value=100)
    TargetFactory(indicator=entered, year=2027, value=500)
    ReadingFactory(indicator=entered, on=date(2026, 9, 30), value=40)
    ReadingFactory(indicator=entered, on=DAY + timedelta(days=1), value=99)
    MissionFactory(administration=member, status="closed", starts_on=date(2026, 1, 5),
                   ends_on=date(2026, 1, 9))  # fmt: skip
    first, second = progress_of(plan, office, DAY)
    assert (first.value, first.before, first.aim, first.state) == (1, 1, 2, State.BEHIND)
    assert (second.value, second.before, second.aim) == (40, 30, 100)
    assert second.state == State.BEHIND
    assert second.percent == 14


def test_the_home_of_the_plan_costs_eight_queries_at_most(client, head, running):
    def cost():
        with CaptureQueriesContext(connection) as queries:
            assert client.get("/reports/plan/").status_code == 200
        return len(queries)

    client.force_login(head)
    objective = running.objectives.get()
    IndicatorFactory(objective=objective, figure_key="donors")
    before = cost()
    for number in range(30):
        one = ObjectiveFactory(plan=running, number=f"2.{number}")
        TargetFactory(indicator=IndicatorFactory(objective=one, figure_key="donors"))
    # Counted anew and not; figures are kept until somebody takes a step.
    assert cost() == before <= 9
    assert cost() < before


def test_the_plan_holds_for_its_days_alone(client, coordinator, running):
    client.force_login(coordinator)
    page = client.get("/reports/plan/").content.decode()
    assert "Plan of now" in page
    assert "items of the work plan" not in page
    before = (running.starts_on - timedelta(days=1)).isoformat()
    assert (
        "No plan held on this day" in client.get(f"/reports/plan/?as_at={before}").content.decode()
    )
    assert client.get("/reports/plan/?as_at=soon").status_code == 400


class TestAdoption:
    def test_needs_an_objective(self, client, head, draft):
        client.force_login(head)
        answer = client.post(
            f"/reports/plan/{draft.pk}/steps/adopt/", {"adopted_on": "2026-06-01"}, follow=True
        )
        assert "without an objective cannot be adopted" in answer.content.decode()
        draft.refresh_from_db()
        assert draft.status == "draft"
        assert not StatusChange.objects.of(draft).exists()

    def test_is_recorded_with_its_day(self, client, head, draft):
        ObjectiveFactory(plan=draft)
        client.force_login(head)
        client.post(f"/reports/plan/{draft.pk}/steps/adopt/", {"adopted_on": "2026-06-01"})
        draft.refresh_from_db()
        assert (draft.status, draft.adopted_on) == ("adopted", date(2026, 6, 1))

    def test_not_on_a_day_to_come(self, client, head, draft):
        ObjectiveFactory(plan=draft)
        client.force_login(head)
        answer = client.post(f"/reports/plan/{draft.pk}/steps/adopt/", {"adopted_on": "2999-06-01"})
        assert answer.status_code == 422
        assert "still to come" in answer.content.decode()

    def test_not_beside_another_of_the_same_days(self, client, head, draft, office):
        ObjectiveFactory(plan=draft)
        StrategicPlanFactory(office=office, title="The old one", starts_on=date(2025, 7, 1),
                             ends_on=date(2027, 6, 30))  # fmt: skip
        client.force_login(head)
        answer = client.post(
            f"/reports/plan/{draft.pk}/steps/adopt/", {"adopted_on": "2026-06-01"}, follow=True
        )
        assert "“The old one” holds for some of the same days" in answer.content.decode()

    def test_is_the_heads_to_record(self, client, officer, draft):
        client.force_login(officer)
        assert client.get(f"/reports/plan/{draft.pk}/steps/adopt/").status_code == 403


def test_a_draft_is_its_offices_own(client, draft, coordinator, donor, secretariat, officer):
    region = RegionFactory(code="ESA", name="East and Southern Africa")
    stranger = UserFactory(role="officer", organisation=OfficeFactory(region=region))
    for user, status in ((coordinator, 404), (donor, 404), (stranger, 404), (secretariat, 200),
                         (officer, 200)):  # fmt: skip
        client.force_login(user)
        assert client.get(f"/reports/plan/{draft.pk}/").status_code == status
        listed = "Our plan" in client.get("/reports/plan/all/").content.decode()
        assert listed == (status == 200)
        found = client.get("/api/v1/strategic-plans/").json()["results"]
        assert (draft.pk in [row["id"] for row in found]) == (status == 200)


def test_a_new_plan_says_what_it_carries_out(client, officer, office, wco, regional):
    client.force_login(officer)
    values = {"level": "office", "title": "Ours", "starts_on": "2028-07-01",
              "ends_on": "2030-06-30", "parent": wco.pk}  # fmt: skip
    answer = client.post("/reports/plan/new/", values)
    assert answer.status_code == 422
    assert "carries out a plan of the kind “Regional Strategic Plan”" in answer.content.decode()
    client.post("/reports/plan/new/", {**values, "parent": regional.pk})
    made = StrategicPlan.objects.get(title="Ours")
    assert (made.office, made.parent, made.status) == (office, regional, "draft")
    answer = client.post("/reports/plan/new/", {**values, "parent": "", "ends_on": "2027-06-30"})
    assert "The plan ends before it starts." in answer.content.decode()


def test_objectives_are_numbered_once(client, officer, draft):
    PillarTitleFactory(pillar__office=draft.office)
    client.force_login(officer)
    address = f"/reports/plan/{draft.pk}/objectives/new/"
    values = {"number": "1.1", "title": "Reach more", "pillar": Pillar.objects.get().pk}
    assert client.post(address, values).status_code == 302
    answer = client.post(address, values)
    assert answer.status_code == 422
    assert "an objective of that number already" in answer.content.decode()
    assert Objective.objects.count() == 1


def test_an_objective_of_an_adopted_plan_stays(client, officer, running, draft):
    client.force_login(officer)
    kept, gone = running.objectives.get(), ObjectiveFactory(plan=draft)
    answer = client.post(f"/reports/plan/objectives/{kept.pk}/delete/")
    assert "Only a draft loses objectives" in answer.content.decode()
    client.post(f"/reports/plan/objectives/{gone.pk}/delete/")
    assert list(Objective.objects.all()) == [kept]


def test_a_closed_plan_is_not_changed(client, head, running):
    StrategicPlan.objects.filter(pk=running.pk).update(status="closed")
    client.force_login(head)
    indicator = IndicatorFactory(objective=running.objectives.get())
    answer = client.get(f"/reports/plan/{running.pk}/edit/", follow=True)
    assert "A closed plan is not changed any more." in answer.content.decode()
    answer = client.get(f"/reports/plan/indicators/{indicator.pk}/targets/", follow=True)
    assert "A closed plan is not changed any more." in answer.content.decode()
    assert client.get(f"/reports/plan/indicators/{indicator.pk}/values/new/").status_code == 403


def test_targets_are_set_year_by_year(client, officer, running, today_year):
    indicator = IndicatorFactory(objective=running.objectives.get())
    client.force_login(officer)
    address = f"/reports/plan/indicators/{indicator.pk}/targets/"
    one, two = f"y{today_year}", f"y{today_year + 1}"
    client.post(address, {one: "10", two: "12.5", "version": "none"})
    kept = list(Target.objects.values_list("year", "value"))
    assert [(year, float(value)) for year, value in kept] == [
        (today_year, 10), (today_year + 1, 12.5)]  # fmt: skip
    late = client.post(address, {one: "99", two: "", "version": "none"})
    assert late.status_code == 409
    assert Target.objects.filter(value=99).count() == 0
    answer = client.post(address, {one: "many", "version": "none"})
    assert answer.status_code in (409, 422)


def test_values_come_with_evidence(client, attache, running):
    indicator = IndicatorFactory(objective=running.objectives.get())
    client.force_login(attache)
    address = f"/reports/plan/indicators/{indicator.pk}/values/new/"
    today = timezone.localdate().isoformat()
    answer = client.post(address, {"on": today, "value": "7", "evidence": " "})
    assert answer.status_code == 422
    client.post(address, {"on": today, "value": "7", "evidence": "Register, page 3"})
    assert Reading.objects.get().value == 7
    answer = client.post(address, {"on": today, "value": "8", "evidence": "Again"})
    assert "There is a value for this day already." in answer.content.decode()
    answer = client.post(address, {"on": "2999-01-01", "value": "8", "evidence": "Ahead"})
    assert "still to come" in answer.content.decode()
    page = client.get(indicator.get_absolute_url()).content.decode()
    assert "Register, page 3" in page


def test_nobody_enters_what_is_computed(client, officer, running):
    indicator = IndicatorFactory(objective=running.objectives.get(), figure_key="donors")
    client.force_login(officer)
    assert client.get(f"/reports/plan/indicators/{indicator.pk}/values/new/").status_code == 404
    page = client.get(indicator.get_absolute_url()).content.decode()
    assert "Donor institutions" in page


def test_an_indicator_is_made_and_goes_on_to_its_targets(client, officer, running):
    client.force_login(officer)
    address = f"/reports/plan/objectives/{running.objectives.get().pk}/indicators/new/"
    answer = client.post(address, {"title": "Donors", "figure_key": "donors"})
    made = Indicator.objects.get()
    assert answer.headers["Location"] == f"/reports/plan/indicators/{made.pk}/targets/"
    answer = client.post(address, {"title": "X", "figure_key": "members_by_mood"})
    assert answer.status_code == 422


def test_a_pillar_keeps_its_number_and_changes_its_title(client, officer, office):
    pillar = PillarFactory(office=office)
    PillarTitleFactory(pillar=pillar, title="Old title", from_on=date(2004, 9, 1))
    client.force_login(officer)
    client.post(
        "/reports/plan/pillars/1/title/", {"title_en": "New title", "from_on": "2012-07-01"}
    )
    titled = [
        Pillar.objects.titled(day).get().title for day in (date(2008, 6, 30), date(2026, 1, 1))
    ]
    assert titled == ["Old title", "New title"]
    answer = client.post(
        "/reports/plan/pillars/1/title/", {"title_en": "Other", "from_on": "2012-07-01"}
    )
    assert "has a title from that day already" in answer.content.decode()
    client.post("/reports/plan/pillars/2/title/", {"title_en": "Second", "from_on": "2012-07-01"})
    assert list(Pillar.objects.values_list("number", flat=True)) == [1, 2]
    assert client.get("/reports/plan/pillars/4/title/").status_code == 404
