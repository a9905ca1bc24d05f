"""What the demonstration office says of itself: the numbers of the article of June 2008, exactly."""

from datetime import date

from django.core.management import call_command
from django.test import Client, TestCase, override_settings

from rocb.models import User

# The numbers in the article, as they are written there.
OF_2008 = {
    "diagnostic_framework_workshops": 4,
    "diagnostic_missions_in_region": 17,
    "diagnostic_missions_with_regional_experts": 10,
    "phase_2_national_workshops": 6,
    "best_practice_reports": 4,
    "donors": 10,
    "full_time_officers": 6,
    "attaches": 2,
    "other_rocbs_established": 4,
}


@override_settings(DEBUG=True, DEMO=True)
class TestDemonstration(TestCase):
    """Made once for all of these."""

    @classmethod
    def setUpTestData(cls):
        with override_settings(DEBUG=True, DEMO=True):
            call_command("seed_demo", members=1, verbosity=0)

    def setUp(self):
        self.client = Client()
        self.client.force_login(User.objects.get(email="head@demo.example.org"))

    def test_the_numbers_of_june_2008(self):
        answer = self.client.get("/reports/figures.json?as_at=2008-06-30").json()
        assert answer["as_at"] == "2008-06-30"
        found = {key: row["value"] for key, row in answer["figures"].items()}
        assert {key: found[key] for key in OF_2008} == OF_2008
        assert found["certified_diagnostic_experts"] > 30
        assert 9 <= found["technical_assistance_activities_per_year"] <= 11
        for row in answer["figures"].values():
            assert set(row) == {"value", "title", "definition"}

    def test_somebody_was_on_every_post_on_every_day(self):
        for day in ("2004-09-01", "2012-02-29", "2019-12-31", "2022-01-01"):
            answer = self.client.get(f"/reports/figures.json?as_at={day}").json()["figures"]
            assert answer["full_time_officers"]["value"] == 6
            assert answer["attaches"]["value"] == 2

    def test_former_staff_sign_in_no_more(self):
        former = User.objects.filter(email__startswith="former")
        assert former.count() > 40
        assert former.current(date.today()).count() == 0
