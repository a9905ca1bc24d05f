"""The annual work plan, who carries it, and each officer's load."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from reports.load import loads, spread, weekdays
from reports.models import WorkItem
from rocb import fiscal
from rocb.deadlines import deadlines
from tests.factories.reports import (
    AnnualReportFactory,
    IndicatorFactory,
    ObjectiveFactory,
    ReadingFactory,
    StrategicPlanFactory,
    TargetFactory,
    WorkItemFactory,
)
from tests.factories.rocb import OfficeFactory, RegionFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def year():
    return fiscal.fiscal_year(timezone.localdate())


@pytest.fixture
def item(office, officer, year):
    today = timezone.localdate()
    return WorkItemFactory(
        office=office, year=year, carried_by=officer, title="Review matrices",
        starts_on=today, ends_on=today + timedelta(days=3),
    )  # fmt: skip


def values(now, **more):
    first = fiscal.first_day(now)
    return {
        "year": now, "title": "A workshop", "starts_on": first, "percent": 0,
        "ends_on": first + timedelta(days=30), "effort": "10", **more,
    }  # fmt: skip


def test_working_days():
    assert weekdays(date(2026, 11, 23), date(2026, 11, 29)) == 5
    assert weekdays(date(2026, 11, 28), date(2026, 11, 29)) == 0
    assert weekdays(date(2026, 11, 27), date(2026, 11, 30)) == 2
    assert weekdays(date(2026, 11, 30), date(2026, 11, 29)) == 0
    assert weekdays(date(2026, 1, 1), date(2026, 12, 31)) == 261


def test_effort_is_spread_over_its_months():
    days = spread(20, date(2026, 7, 1), date(2026, 8, 31), 2026)
    assert sum(days) == pytest.approx(20)
    assert days[0] == pytest.approx(20 * 23 / 44)
    assert days[2:] == [0] * 10
    weekend = spread(1, date(2026, 11, 28), date(2026, 11, 29), 2026)
    assert weekend == [0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0]
    over_the_end = spread(10, date(2026, 6, 15), date(2026, 7, 14), 2026)
    assert 4 < sum(over_the_end) < 6


def test_each_officers_load(client, office, officer, head, item, year):
    WorkItemFactory(office=office, year=year, carried_by=None, effort=9,
                    starts_on=item.starts_on, ends_on=item.ends_on)  # fmt: skip
    WorkItemFactory(office=office, year=year, carried_by=officer, effort=50, status="dropped",
                    starts_on=item.starts_on, ends_on=item.ends_on)  # fmt: skip
    with CaptureQueriesContext(connection) as queries:
        found = loads(office, year)
    assert len(queries) == 1
    assert [(one.name, one.total) for one in found] == [
        (officer.full_name, 5), ("Nobody yet", 9)]  # fmt: skip
    client.force_login(head)
    assert officer.full_name in client.get("/reports/plan/load/").content.decode()
    assert client.get("/reports/plan/load/?year=abc").status_code == 200


def test_an_item_is_made_and_changed(client, attache, office, officer, year):
    client.force_login(attache)
    answer = client.post("/reports/plan/work/new/", values(year, carried_by=officer.pk))
    made = WorkItem.objects.get()
    assert answer.headers["Location"] == made.get_absolute_url()
    assert (made.office, made.carried_by, made.status) == (office, officer, "planned")
    version = {"version": made.updated_at.isoformat()}
    client.post(f"/reports/plan/work/{made.pk}/edit/", {**values(year, percent=40), **version})
    made.refresh_from_db()
    assert made.percent == 40
    stale = client.post(
        f"/reports/plan/work/{made.pk}/edit/", {**values(year, percent=80), **version}
    )
    assert stale.status_code == 409


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"ends_on": "2000-01-01"}, "It ends before it starts."),
        ({"effort": "-1"}, "greater than or equal to 0"),
        ({"percent": "101"}, "less than or equal to 100"),
        ({"year": "1850"}, "Select a valid choice"),
        ({"starts_on": "soon"}, "Enter a valid date"),
        ({"starts_on": "2001-01-01", "ends_on": "2001-02-01"}, "lie outside the fiscal year"),
    ],
)
def test_what_cannot_be_is_told_at_its_field(client, officer, year, wrong, sentence):
    client.force_login(officer)
    answer = client.post("/reports/plan/work/new/", values(year, **wrong))
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert WorkItem.objects.count() == 0


def test_an_objective_brings_its_pillar(client, officer, office, year):
    plan = StrategicPlanFactory(office=office)
    one = ObjectiveFactory(plan=plan, pillar__number=1)
    other = ObjectiveFactory(plan=plan, pillar__number=2)
    client.force_login(officer)
    client.post("/reports/plan/work/new/", values(year, objective=one.pk))
    assert WorkItem.objects.get().pillar == one.pillar
    answer = client.post(
        "/reports/plan/work/new/", values(year, objective=one.pk, pillar=other.pillar.pk)
    )
    assert "This objective belongs to another pillar." in answer.content.decode()


def test_the_life_of_an_item(client, officer, item):
    client.force_login(officer)

    def step(name, **more):
        client.post(f"/reports/plan/work/{item.pk}/steps/{name}/", more)
        item.refresh_from_db()
        return item.status, item.percent

    assert step("start") == ("running", 0)
    assert step("finish") == ("done", 100)
    answer = client.get(f"/reports/plan/work/{item.pk}/edit/", follow=True)
    assert "take it up again first" in answer.content.decode()
    assert step("reopen") == ("done", 100)
    assert step("reopen", comment="Two are missing.") == ("running", 90)
    assert step("drop", comment="No money.") == ("dropped", 90)
    with pytest.raises(Exception, match="nvalid"), transaction.atomic():
        WorkItem.objects.filter(pk=item.pk).update(status="done")


def test_the_database_keeps_its_order(item):
    with pytest.raises(IntegrityError), transaction.atomic():
        WorkItem.objects.update(ends_on=item.starts_on - timedelta(days=1))


def test_the_list_is_filtered_and_costs_the_same_with_thirty(client, officer, office, item, year):
    def cost():
        with CaptureQueriesContext(connection) as queries:
            assert client.get("/reports/plan/work/").status_code == 200
        return len(queries)

    client.force_login(officer)
    cost()
    before = cost()
    WorkItemFactory.create_batch(30, office=office, carried_by=officer, status="done",
                                 year=year - 1)  # fmt: skip
    assert cost() == before <= 8
    for query, count in ((f"year={year}", 1), ("status=done", 30), ("open=on", 1), ("late=on", 0),
                         ("q=review", 1), (f"carried_by={officer.pk}", 31)):  # fmt: skip
        page = client.get(f"/reports/plan/work/?{query}").content.decode()
        assert f">{count} item{'s' if count != 1 else ''}<" in page.replace("\n", ""), query
    export = client.get("/reports/plan/work/?export=csv&open=on")
    lines = b"".join(export.streaming_content).decode("utf-8-sig").splitlines()
    assert len(lines) == 2


def test_another_office_reads_none_of_it(client, item, secretariat):
    region = RegionFactory(code="ESA", name="East and Southern Africa")
    stranger = UserFactory(role="head", organisation=OfficeFactory(region=region))
    client.force_login(stranger)
    assert client.get(item.get_absolute_url()).status_code == 404
    assert "Review matrices" not in client.get("/reports/plan/work/").content.decode()
    assert "Review matrices" not in client.get("/search/?q=review").content.decode()
    assert client.get("/api/v1/work-items/").json()["count"] == 0
    page = client.get("/reports/plan/load/?office=AP").content.decode()
    assert item.carried_by.full_name not in page
    client.force_login(secretariat)
    assert "Review matrices" in client.get("/reports/plan/work/?office=AP").content.decode()
    assert "Review matrices" not in client.get("/reports/plan/work/?office=ESA").content.decode()


def test_the_desk_tells_who_carries_it(client, officer, attache, item):
    client.force_login(officer)
    assert "Your items of the work plan" in client.get("/").content.decode()
    client.force_login(attache)
    assert "Your items of the work plan" not in client.get("/").content.decode()


def owed(key):
    return [row.owed_id for row in deadlines[key].owed()]


def test_what_the_office_owes_its_plan(office, item, year):
    plan = StrategicPlanFactory(office=office, starts_on=fiscal.first_day(year),
                                ends_on=fiscal.last_day(year))  # fmt: skip
    indicator = IndicatorFactory(objective=ObjectiveFactory(plan=plan))
    computed = IndicatorFactory(objective=indicator.objective, figure_key="donors")
    report = AnnualReportFactory(office=office, year=year - 1)
    assert owed("work-item") == [item.pk]
    assert owed("targets") == [indicator.pk, computed.pk]
    assert owed("values") == [indicator.pk]
    assert [(row.owed_id, row.owed_on) for row in deadlines["annual-report"].owed()] == [
        (report.pk, date(year, 9, 30))]  # fmt: skip
    TargetFactory(indicator=indicator, year=year)
    ReadingFactory(indicator=indicator, on=fiscal.first_day(year))
    WorkItem.objects.update(status="running")
    WorkItem.objects.update(status="done")
    assert owed("targets") == [computed.pk]
    assert owed("values") == owed("work-item") == []


def test_items_through_the_api(client, officer, coordinator, item):
    client.force_login(officer)
    answer = client.get(f"/api/v1/work-items/{item.pk}/").json()
    assert answer["steps"] == ["start", "finish", "drop"]
    answer = client.post(f"/api/v1/work-items/{item.pk}/steps/drop/", {},
                         content_type="application/json")  # fmt: skip
    assert answer.status_code == 409
    client.post(f"/api/v1/work-items/{item.pk}/steps/finish/", {}, content_type="application/json")
    item.refresh_from_db()
    assert (item.status, item.percent) == ("done", 100)
    client.force_login(coordinator)
    assert client.get("/api/v1/work-items/").status_code == 403
