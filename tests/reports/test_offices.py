"""Six offices in one installation: each its own, the Secretariat across, totals that give nobody away."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from missions import actions
from missions.models import ActionPlan, Matrix
from reports.region import totals_of
from rocb.roles import Role
from rocb.tilemap import PLACES, Tile, placed, tile_map
from tests.factories.donors import AgreementFactory, DonorFactory, RateFactory
from tests.factories.missions import (
    ActionFactory,
    ActionPlanFactory,
    CycleFactory,
    MissionFactory,
)
from tests.factories.programmes import EventFactory
from tests.factories.rocb import AdministrationFactory, OfficeFactory, RegionFactory, UserFactory

pytestmark = pytest.mark.django_db

LISTS = (
    "/members/", "/missions/", "/missions/plans/", "/missions/actions/", "/missions/cycles/",
    "/missions/matrices/", "/missions/recommendations/", "/missions/extensions/",
    "/reports/plan/work/", "/reports/plan/all/", "/reports/annual/", "/office/people/",
    "/office/users/", "/office/outbox/",
)  # fmt: skip
API = ("members", "missions", "plans", "actions", "cycles", "matrices", "work-items",
       "annual-reports", "strategic-plans")  # fmt: skip
# What is Vanuatu's: the words that a stranger must never read.
SECRET = "Vanuatu"


@pytest.fixture
def esa(db):
    region = RegionFactory(code="ESA", name="East and Southern Africa")
    return OfficeFactory(region=region, name="ROCB ESA")


@pytest.fixture
def kenya(esa):
    return AdministrationFactory(region=esa.region, country_name="Kenya", iso2="KE")


@pytest.fixture
def stranger(esa, kenya):
    """The head of the other office."""
    return UserFactory(role=Role.HEAD, organisation=esa)


@pytest.fixture
def first_office(matrix, member, officer):
    """Something of each kind in the first office."""
    mission = MissionFactory(administration=member, status="closed")
    ActionFactory(plan=ActionPlan.objects.first(), title=f"{SECRET} builds a laboratory")
    idea = EventFactory(office=matrix.cycle.office, title=f"Idea for {SECRET}", status="idea")
    return {"matrix": matrix, "mission": mission, "member": member, "idea": idea}


def test_the_other_office_sees_nothing_in_any_list_or_export(client, stranger, first_office):
    client.force_login(stranger)
    for url in LISTS:
        answer = client.get(url)
        assert answer.status_code == 200, url
        assert SECRET not in answer.content.decode(), url
        export = client.get(f"{url}?export=csv")
        body = b"".join(export.streaming_content) if export.streaming else export.content
        assert SECRET not in body.decode("utf-8-sig"), url


def test_nor_a_record_by_its_address(client, stranger, first_office):
    client.force_login(stranger)
    plan = ActionPlan.objects.first()
    for url in (
        first_office["matrix"].get_absolute_url(),
        first_office["matrix"].cycle.get_absolute_url(),
        first_office["mission"].get_absolute_url(),
        first_office["idea"].get_absolute_url(),
        plan.get_absolute_url(),
        plan.actions.first().get_absolute_url(),
        f"/members/{first_office['member'].iso2.lower()}/",
    ):
        assert client.get(url).status_code == 404, url


def test_nor_through_search_or_the_api(client, stranger, first_office):
    client.force_login(stranger)
    for words in (SECRET, "laboratory", "idea"):
        page = client.get(f"/search/?q={words}").content.decode()
        assert "laboratory</a>" not in page
        assert f"Idea for {SECRET}" not in page
    for key in API:
        answer = client.get(f"/api/v1/{key}/")
        assert answer.status_code == 200, key
        assert SECRET not in answer.content.decode(), key
    answer = client.get(f"/api/v1/matrices/{first_office['matrix'].pk}/")
    assert answer.status_code == 404


def test_nor_on_the_desk_or_in_counts(client, stranger, first_office):
    client.force_login(stranger)
    for url in ("/", "/missions/", "/missions/heat-map/", "/office/"):
        assert SECRET not in client.get(url).content.decode(), url
    for figure in ("action_plans_in_force", "diagnostic_missions_in_region"):
        page = client.get(f"/reports/figures/{figure}/?office=AP").content.decode()
        assert SECRET not in page


def test_the_first_office_sees_nothing_of_the_second(client, officer, kenya):
    ActionFactory(plan=ActionPlanFactory(administration=kenya), title="Kenya builds a port")
    client.force_login(officer)
    for url in ("/missions/plans/", "/missions/actions/", "/search/?q=port", "/api/v1/actions/"):
        assert "Kenya builds" not in client.get(url).content.decode(), url
    assert client.get("/members/ke/").status_code == 404


def test_each_office_has_its_own_cycle(esa, kenya, stranger, matrix):
    ActionFactory(plan=ActionPlanFactory(administration=kenya))
    cycle = CycleFactory(office=esa, framework=matrix.cycle.framework)
    actions.open_cycle(cycle, by=stranger)
    assert [one.administration for one in Matrix.objects.filter(cycle=cycle)] == [kenya]


class TestRegion:
    def test_from_within_it_tells_of_each_member(self, client, officer, first_office):
        client.force_login(officer)
        page = client.get("/reports/region/").content.decode()
        assert page.count(SECRET) >= 2
        assert "Not reported yet" in page
        assert client.get("/reports/region/?export=xlsx").status_code == 200
        for tab in ("needs", "standards", "nonsense"):
            assert client.get(f"/reports/region/?tab={tab}").status_code == 200

    def test_money_stands_by_donor_and_currency(self, client, officer, stranger, office):
        adb, jica = DonorFactory(name="ADB"), DonorFactory(name="JICA")
        for giver, currency, amount in ((adb, "USD", 1000), (adb, "EUR", 500), (jica, "JPY", 9)):
            AgreementFactory(office=office, donor=giver, currency=currency, amount=amount,
                             status="active")  # fmt: skip
        RateFactory(currency="EUR", usd="1.20", on=timezone.localdate())
        client.force_login(officer)
        page = client.get("/reports/region/?tab=money").text
        bars = client.get("/reports/region/?tab=money").context["donors"]
        assert [(bar["label"], bar["value"]) for bar in bars] == [("ADB", 1600)]
        for said in (
            "USD\u00a01,000",
            "EUR\u00a0500",
            "JPY\u00a09",
            "without JPY: no rate is kept",
        ):
            assert said in page
        client.force_login(stranger)
        assert "ADB" not in client.get("/reports/region/?tab=money&office=AP").text

    def test_the_secretariat_reads_across(self, client, secretariat, first_office, kenya):
        client.force_login(secretariat)
        assert SECRET in client.get("/reports/region/?office=AP").content.decode()
        page = client.get("/reports/region/?office=ESA").content.decode()
        assert "Kenya" in page
        assert SECRET not in page

    def test_from_outside_no_member_is_told_of(
        self, client, stranger, coordinator, other_coordinator, donor, expert, first_office
    ):
        for user in (stranger, coordinator, other_coordinator, donor, expert):
            client.force_login(user)
            for tab in ("", "needs", "standards", "money"):
                for more in ("", "&export=csv"):
                    answer = client.get(f"/reports/region/?office=AP&tab={tab}{more}")
                    page = answer.content.decode()
                    assert SECRET not in page.replace("coordinator", "")
                    assert "Not reported yet" not in page

    @pytest.mark.parametrize(
        ("reported", "asked", "is_told"),
        [(0, 2, False), (1, 2, False), (1, 3, False), (2, 3, False), (3, 3, False), (0, 5, False),
         (1, 5, False), (2, 5, True), (3, 5, True), (4, 5, False), (5, 5, False)],
    )  # fmt: skip
    def test_totals_give_nobody_away(self, office, reported, asked, is_told):
        cycle = CycleFactory(office=office)
        for number in range(asked):
            member = AdministrationFactory(region=office.region)
            plan = ActionPlanFactory(administration=member)
            Matrix.objects.create(
                cycle=cycle, plan=plan, administration=member, due_on=cycle.due_on,
                status="submitted" if number < reported else "draft",
            )  # fmt: skip
        expected = {"asked": asked, "reported": reported} if is_told else None
        assert totals_of(office, cycle) == expected

    def test_it_costs_the_same_with_thirty_members(self, client, officer, office, matrix):
        def cost(tab):
            with CaptureQueriesContext(connection) as queries:
                assert client.get(f"/reports/region/?tab={tab}").status_code == 200
            return len(queries)

        client.force_login(officer)
        tabs = ("", "needs", "standards", "money")
        for tab in tabs:
            cost(tab)
        before = [cost(tab) for tab in tabs]
        for _number in range(30):
            member = AdministrationFactory(region=office.region)
            ActionFactory(plan=ActionPlanFactory(administration=member), support_needed="funding")
            EventFactory(office=office, status="announced", starts_on=timezone.localdate(),
                         ends_on=timezone.localdate() + timedelta(days=2))  # fmt: skip
        assert [cost(tab) for tab in tabs] == before
        assert max(before) <= 8, before


def test_every_square_of_the_map_stands_alone():
    assert len(set(PLACES.values())) == len(PLACES)
    tiles = [Tile(code, code, "", "#fff") for code in [*PLACES, "KE", "UG"]]
    spots = [(column, row) for _tile, column, row in placed(tiles)]
    assert len(set(spots)) == len(tiles)
    # The Pacific is not cut: it lies east of Asia.
    assert min(PLACES[code][0] for code in ("FJ", "WS", "TO", "CK")) > PLACES["CN"][0]


def test_the_map_says_what_it_shows():
    drawn = tile_map([Tile("VU", "Vanuatu & co", "Late", "#b3261b", url="/members/vu/")], "Map")
    assert "<title>Vanuatu &amp; co: Late</title>" in drawn
    assert 'href="/members/vu/"' in drawn
    assert tile_map([], "Map") == ""
