"""The figures of an office: for any day, each with its past and the rows that it counts."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from missions.models import ActionPlan
from programmes.models import TrainingCentre
from reports.models import Report
from reports.workflow import REPORT
from rocb import fiscal
from rocb.figures import counted, figures, figures_of, series, year_before
from rocb.models import Office, Region
from rocb.roles import Role
from rocb.seeding import passed
from tests.factories.donors import DonorFactory
from tests.factories.missions import ActionPlanFactory, MissionFactory
from tests.factories.programmes import EventFactory
from tests.factories.reports import ReportFactory
from tests.factories.rocb import AdministrationFactory, OfficeFactory, RegionFactory, UserFactory

pytestmark = pytest.mark.django_db

DAY = date(2026, 6, 30)


@pytest.fixture
def second(db):
    """Another office with one member and one officer."""
    region = RegionFactory(code="ESA", name="East and Southern Africa")
    office = OfficeFactory(region=region, name="ROCB ESA", opened_on=date(2005, 1, 1))
    AdministrationFactory(region=region, country_name="Kenya", iso2="KE")
    UserFactory(role=Role.OFFICER, organisation=office, starts_on=date(2024, 1, 1))
    return office


def value(key, office, day=DAY):
    return figures[key].value(office, day)


def test_every_figure_says_what_it_counts_and_shows_it(office):
    assert len({figure.key for figure in figures}) == len(list(figures)) == 17
    for figure in figures:
        assert str(figure.title)
        assert str(figure.definition).endswith(".")
        assert figure.value(office, DAY) == 0 or figure.key == "members_in_region"


def test_all_figures_cost_one_query(office, member):
    figures_of(office, DAY)
    with CaptureQueriesContext(connection) as queries:
        found = figures_of(office, DAY)
    assert len(queries) == 1
    assert [figure.pillar or 9 for figure, _n in found] == sorted(
        figure.pillar or 9 for figure, _n in found
    )
    assert {figure.key: n for figure, n in found} == {
        figure.key: figure.value(office, DAY) for figure in figures
    }


def test_many_days_cost_one_query(office, member):
    for year in (2023, 2024, 2025):
        EventFactory(office=office, kind="workshop", status="held",
                     starts_on=date(year, 3, 1), ends_on=date(year, 3, 5))  # fmt: skip
    figure = figures["technical_assistance_activities_per_year"]
    with CaptureQueriesContext(connection) as queries:
        found = series(figure, office, fiscal.ends(date(2022, 7, 1), DAY))
    assert len(queries) == 2  # and which step was the last
    assert found == [1, 1, 1, 0]


def test_nothing_to_count_is_no_query_too_many(db):
    assert counted([]) == []
    assert counted([Region.objects.none()]) == [0]


def test_staff_are_counted_by_their_dates(office, member):
    UserFactory(role=Role.HEAD, organisation=office, starts_on=date(2024, 7, 1))
    UserFactory(role=Role.OFFICER, organisation=office, starts_on=DAY, ends_on=DAY)
    UserFactory(role=Role.OFFICER, organisation=office, starts_on=DAY + timedelta(days=1))
    UserFactory(role=Role.OFFICER, organisation=office, ends_on=DAY - timedelta(days=1))
    UserFactory(role=Role.ATTACHE, organisation=office)
    UserFactory(role=Role.COORDINATOR, organisation=member)
    assert value("full_time_officers", office) == 2
    assert value("attaches", office) == 1
    assert value("full_time_officers", office, DAY + timedelta(days=1)) == 2


def test_other_offices_count_from_their_opening(office, second):
    assert value("other_rocbs_established", office, date(2004, 12, 31)) == 0
    assert value("other_rocbs_established", office, date(2005, 1, 1)) == 1
    assert value("other_rocbs_established", second) == 0  # ours has no day of opening here


def test_assistance_is_counted_over_twelve_months(office, second):
    made = {"office": office, "kind": "seminar", "status": "held", "starts_on": date(2025, 1, 1)}
    EventFactory(**made, ends_on=DAY)
    EventFactory(**made, ends_on=date(2025, 7, 1))
    EventFactory(**made, ends_on=date(2025, 6, 30))
    EventFactory(**{**made, "kind": "meeting"}, ends_on=DAY)
    EventFactory(**{**made, "status": "announced"}, ends_on=DAY)
    EventFactory(**{**made, "office": second}, ends_on=DAY)
    assert value("technical_assistance_activities_per_year", office) == 2
    assert value("technical_assistance_activities_per_year", second) == 1


def test_a_year_before_a_leap_day():
    assert year_before(date(2028, 2, 29)) == date(2027, 2, 28)


def test_donors_and_centres_count_while_they_are_at_work(office, member, second):
    DonorFactory(valid_from_on=date(2020, 1, 1), valid_until_on=DAY)
    DonorFactory(valid_from_on=DAY + timedelta(days=1))
    TrainingCentre.objects.create(
        name="RTC", region=office.region, run_by=member, since_on=DAY, until_on=date(2027, 1, 1)
    )
    assert value("donors", office) == 1
    assert value("regional_training_centres", office) == 1
    assert value("regional_training_centres", office, DAY - timedelta(days=1)) == 0
    assert value("regional_training_centres", second) == 0


def test_a_report_counts_from_publication_to_withdrawal(office, head):
    report = ReportFactory(status="published")
    passed([(report, ("publish", "in_review", "published", head, date(2026, 6, 1), ""))])
    assert value("best_practice_reports", office, date(2026, 5, 31)) == 0
    assert value("best_practice_reports", office) == 1
    REPORT.take(Report.objects.get(), "withdraw", by=head, comment="Wrong table.")
    assert value("best_practice_reports", office) == 1
    assert value("best_practice_reports", office, timezone.localdate()) == 0


def test_a_plan_counts_from_its_force_to_its_end(office, member, officer):
    plan = ActionPlanFactory(administration=member)
    ActionPlan.objects.update(in_force_on=date(2026, 1, 1))
    assert value("action_plans_in_force", office, date(2025, 12, 31)) == 0
    assert value("action_plans_in_force", office) == 1
    passed([(plan, ("close", "in_force", "closed", officer, date(2026, 6, 30), ""))])
    assert value("action_plans_in_force", office, date(2026, 6, 29)) == 1
    assert value("action_plans_in_force", office) == 0


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ("yesterday", "Write the day as in 2008-06-30."),
        ("2008-13-40", "Write the day as in 2008-06-30."),
        ("2004-08-31", "opened on 1 Sep 2004"),
        ("2999-01-01", "still to come"),
        ("0001-01-01", "opened on 1 Sep 2004"),
    ],
)
def test_a_day_without_figures_is_told_in_a_sentence(client, officer, office, asked, sentence):
    Office.objects.update(opened_on=date(2004, 9, 1))
    client.force_login(officer)
    for address in ("/reports/figures/", "/reports/figures/donors/"):
        answer = client.get(f"{address}?as_at={asked}")
        assert answer.status_code == 400
        assert sentence in answer.content.decode()
    answer = client.get(f"/reports/figures.json?as_at={asked}")
    assert answer.status_code == 400
    assert sentence in answer.json()["detail"]


def test_an_unknown_office_or_figure_is_not_found(client, officer):
    client.force_login(officer)
    assert client.get("/reports/figures/?office=XX").status_code == 404
    assert client.get("/reports/figures/members_by_mood/").status_code == 404


def test_a_figure_opens_into_its_rows_for_those_who_may_see_them(
    client, officer, coordinator, office, member, other_member
):
    MissionFactory(administration=member, status="closed", starts_on=date(2026, 1, 5),
                   ends_on=date(2026, 1, 9))  # fmt: skip
    MissionFactory(administration=other_member, status="closed", starts_on=date(2026, 2, 5),
                   ends_on=date(2026, 2, 9))  # fmt: skip
    address = "/reports/figures/diagnostic_missions_in_region/?as_at=2026-06-30"
    client.force_login(officer)
    page = client.get(address).content.decode()
    assert "Vanuatu" in page
    assert "Tonga" in page
    assert "yours to open" not in page
    client.force_login(coordinator)
    page = client.get(address).content.decode()
    assert "Vanuatu" in page
    assert "Tonga" not in page
    assert "1 of 2 is yours to open." in page


def test_every_figure_has_a_page(client, officer, office, member, matrix):
    client.force_login(officer)
    EventFactory(office=office, kind="workshop", status="held", starts_on=DAY, ends_on=DAY)
    for figure in figures:
        answer = client.get(f"/reports/figures/{figure.key}/")
        assert answer.status_code == 200, figure.key
        assert str(figure.definition) in answer.content.decode().replace("&#x27;", "'")


def test_a_region_of_two_members_keeps_what_they_did_to_itself(
    client, officer, secretariat, office, second
):
    theirs = second.region.administrations.get()
    ActionPlanFactory(administration=theirs)
    ActionPlan.objects.update(in_force_on=date(2026, 1, 1))
    client.force_login(officer)
    address = "/reports/figures.json?as_at=2026-06-30&office=ESA"
    found = client.get(address).json()["figures"]
    assert found["action_plans_in_force"]["value"] is None
    assert found["full_time_officers"]["value"] == 1
    page = client.get("/reports/figures/action_plans_in_force/?office=ESA").content.decode()
    assert "fewer than 3 members" in page
    assert "Kenya" not in page
    client.force_login(secretariat)
    assert client.get(address).json()["figures"]["action_plans_in_force"]["value"] == 1


def test_figures_cost_the_same_with_one_and_with_thirty_rows(client, officer, office, member):
    client.force_login(officer)
    urls = ["/reports/figures/", "/reports/figures/diagnostic_missions_in_region/"]

    def costs():
        found = []
        for url in urls:
            with CaptureQueriesContext(connection) as queries:
                assert client.get(url).status_code == 200
            found.append(len(queries))
        return found

    MissionFactory(administration=member, status="closed")
    costs()
    before = costs()
    MissionFactory.create_batch(30, administration=member, status="closed")
    assert costs() == before
    assert max(before) <= 8


def test_fiscal_years():
    assert fiscal.fiscal_year(date(2008, 6, 30)) == 2007
    assert fiscal.fiscal_year(date(2008, 7, 1)) == 2008
    assert (fiscal.first_day(2008), fiscal.last_day(2008)) == (date(2008, 7, 1), date(2009, 6, 30))
    assert fiscal.label(2008) == "2008/09"
    assert fiscal.label(1999) == "1999/00"
    assert fiscal.months(2025)[0] == date(2025, 7, 1)
    assert fiscal.months(2025)[-1] == date(2026, 6, 1)
    assert fiscal.ends(date(2006, 9, 1), date(2008, 6, 30)) == [
        date(2007, 6, 30), date(2008, 6, 30)]  # fmt: skip


def test_anybody_reads_the_totals_of_a_region_and_nothing_behind_them(client, office, member):
    MissionFactory(
        administration=member, status="closed", starts_on=date(2008, 3, 3), ends_on=date(2008, 3, 7)
    )
    found = client.get("/reports/figures.json?as_at=2008-06-30").json()
    assert found["as_at"] == "2008-06-30"
    assert found["figures"]["diagnostic_missions_in_region"]["value"] == 1
    assert client.get("/reports/figures/?as_at=2008-06-30").status_code == 200
    page = client.get("/reports/figures/diagnostic_missions_in_region/?as_at=2008-06-30")
    assert "0 of 1 are yours to open" in page.content.decode()
    assert member.country_name not in page.content.decode()
