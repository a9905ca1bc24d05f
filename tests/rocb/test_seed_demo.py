"""The demonstration office: complete, the same each time, and only where it may be."""

from collections import Counter
from datetime import date

import pytest
from django.contrib.auth import authenticate
from django.core.management import CommandError, call_command
from django.db.models import Count, F, Q
from django.test import RequestFactory, TestCase, override_settings
from django.utils import timezone

from donors.models import Donor
from missions.models import Action, ActionPlan, ActionRow, Cycle, Matrix
from missions.seeding import texts
from missions.seeding.cycles import half_years
from missions.versions import content_of, missing_in
from programmes.models import Event, Nomination, Programme
from programmes.seeding.crowd import HEAD
from programmes.seeding.events import GMS
from reports.models import Circular, Report
from rocb.demo import DEMO_SIGNINS, demo_password
from rocb.models import (
    Administration,
    DiagnosticArea,
    Mail,
    Measure,
    Office,
    Person,
    Region,
    Reminder,
    Standard,
    StatusChange,
    Theme,
    User,
)
from tests.factories.rocb import UserFactory

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
class TestOffice(TestCase):
    """Made once for all of these."""

    @classmethod
    def setUpTestData(cls):
        with override_settings(DEBUG=True, DEMO=True):
            call_command("seed_demo", members=3, verbosity=0)

    def test_everybody_on_the_list_can_sign_in(self):
        request = RequestFactory().get("/")
        for _role, email in DEMO_SIGNINS:
            user = authenticate(request, email=email, password=demo_password())
            assert user is not None, email
            assert user.email == email

    def test_every_member_has_a_coordinator_and_a_head_of_customs(self):
        members = Administration.objects.filter(is_member=True, region__code="AP")
        signed_in = members.annotate(
            coordinators=Count("people", filter=Q(people__user__role="coordinator")),
            executives=Count("people", filter=Q(people__user__role="executive")),
        ).filter(coordinators=1, executives=1)
        assert signed_in.count() == members.count() > 30

    def test_nobody_is_real_and_no_two_colleagues_share_a_name(self):
        assert Person.objects.filter(is_invented=False).count() == 0
        names = list(Person.objects.values_list("given_name", "family_name", "organisation"))
        assert [name for name, n in Counter(names).items() if n > 1] == []

    def test_twice_is_once(self):
        counts = [
            model.objects.count for model in (User, Action, Matrix, Mail, StatusChange, Reminder)
        ]
        before = [count() for count in counts]
        call_command("seed_demo", members=3, verbosity=0)
        assert [count() for count in counts] == before

    def test_the_coordinator_of_the_tour_finds_a_matrix_begun_and_not_complete(self):
        matrix = Matrix.objects.get(administration__iso2="PG", cycle__status="open")
        rows, standards = matrix.action_rows, matrix.standard_rows
        assert matrix.status == "draft"
        assert standards.exclude(level=None).count() == 10
        assert rows.exclude(progress="").count() == rows.exclude(status="").count() == 9
        left = standards.count() - 10 + rows.count() - 9
        assert len(missing_in(content_of(matrix))) == left > 10
        assert ActionPlan.objects.get(administration__iso2="PG").actions.count() == 24

    def test_one_cycle_is_open_between_six_of_the_past_and_the_next(self):
        ours = Cycle.objects.filter(office__region__code="AP")
        of = ours.values_list("status").annotate(n=Count("pk"))
        assert dict(of.order_by()) == {"closed": 6, "open": 1, "planned": 1}

    def test_every_action_stands_where_the_last_accepted_matrix_left_it(self):
        assert Action.objects.filter(plan__status="in_force", percent__gt=0).count() > 100
        last = Cycle.objects.filter(status="closed").first()
        rows = ActionRow.objects.filter(matrix__cycle=last)
        assert rows.exclude(matrix__administration__iso2="PG").exists()
        at_odds = rows.exclude(status=F("action__status"), percent=F("action__percent"))
        assert at_odds.filter(matrix__administration__iso2="PG").count() == 0

    def test_nothing_of_it_goes_out(self):
        assert Mail.objects.filter(status="queued").count() == 0
        assert Mail.objects.filter(status="sent", subject="").count() == 0
        people = Person.objects.filter(is_invented=True).exclude(email="")
        strangers = Mail.objects.exclude(email__in=people.values("email"))
        assert list(strangers.values_list("template", "email").distinct()) == []

    def test_nothing_of_it_lies_ahead(self):
        now = timezone.now()
        assert StatusChange.objects.filter(at__gt=now).count() == 0
        assert Mail.objects.filter(sent_at__gt=now).count() == 0
        assert Reminder.objects.filter(made_at__gt=now).count() == 0
        assert Matrix.objects.filter(reviewed_at__lt=F("submitted_at")).count() == 0

    def test_the_series_of_2008(self):
        of_then = Report.objects.filter(published_on__lte=date(2008, 6, 30))
        assert list(of_then.order_by("number").values_list("status", "is_public")) == [
            ("published", True),
            ("published", False),
            ("published", True),
            ("published", False),
        ]

    def test_the_heads_of_customs_of_the_mekong_met(self):
        came = Nomination.objects.attended().filter(event__title=GMS)
        countries = came.values_list("administration__iso2", flat=True)
        assert set(countries) == {"CN", "KH", "LA", "MM", "TH", "VN"}
        assert came.filter(person__position=HEAD).count() == 6

    def test_the_numbers_of_june_2008(self):
        self.client.force_login(User.objects.get(email="head@demo.example.org"))
        answer = self.client.get("/reports/figures.json?as_at=2008-06-30").json()
        assert answer["as_at"] == "2008-06-30"
        found = {key: row["value"] for key, row in answer["figures"].items()}
        assert {key: found[key] for key in OF_2008} == OF_2008
        assert found["certified_diagnostic_experts"] > 30
        assert 9 <= found["technical_assistance_activities_per_year"] <= 11
        for row in answer["figures"].values():
            assert set(row) == {"value", "title", "definition"}

    def test_somebody_was_on_every_post_on_every_day(self):
        self.client.force_login(User.objects.get(email="head@demo.example.org"))
        for day in ("2004-09-01", "2012-02-29", "2019-12-31", "2022-01-01"):
            answer = self.client.get(f"/reports/figures.json?as_at={day}").json()["figures"]
            assert answer["full_time_officers"]["value"] == 6
            assert answer["attaches"]["value"] == 2

    def test_each_of_the_six_offices_has_a_life_of_its_own(self):
        filed = ("submitted", "accepted")
        for office in Office.objects.exclude(region__code="AP"):
            found = (
                office.region.administrations.count(),
                set(
                    User.objects.filter(person__organisation=office).values_list("role", flat=True)
                ),
                Matrix.objects.filter(cycle__office=office, status__in=filed).count(),
                Event.objects.filter(office=office).count(),
                Report.objects.filter(office=office, files__reading="done").count(),
                Circular.objects.filter(office=office, status="sent").count(),
            )
            assert (office.acronym, *found) == (
                office.acronym, 5, {"head", "officer"}, 2, 2, 1, 1,
            )  # fmt: skip

    def test_each_name_of_the_reference_records_has_its_french(self):
        for model in (Region, Standard, DiagnosticArea, Theme, Measure, Programme, Office, Donor):
            name = "title" if hasattr(model, "title") else "name"
            assert not model.objects.filter(**{f"{name}_fr": ""}).exists(), model
        assert not Administration.objects.filter(country_name_fr="").exists()

    def test_former_staff_sign_in_no_more(self):
        former = User.objects.filter(email__startswith="former")
        assert former.count() > 40
        assert former.current(date.today()).count() == 0


@pytest.mark.django_db
def test_not_beside_real_people(settings):
    settings.DEBUG = True
    UserFactory()
    with pytest.raises(CommandError, match="Real people"):
        call_command("seed_demo")


@pytest.mark.django_db
def test_not_in_production(settings):
    settings.DEBUG = False
    with pytest.raises(CommandError, match="DEBUG"):
        call_command("seed_demo")


@pytest.mark.parametrize("day", [1, 16, 28])
@pytest.mark.parametrize("month", range(1, 13))
def test_whatever_the_day_one_cycle_is_open_and_not_due(month, day):
    today = date(2027, month, day)
    *past, current, coming = half_years(today)
    assert len(past) == 6
    assert current["opens_on"] < today < current["due_on"] <= current["closes_on"]
    assert (today - current["opens_on"]).days >= 30
    assert today < coming["opens_on"] < coming["due_on"] <= coming["closes_on"]
    for cycle in past:
        assert cycle["opens_on"] < cycle["due_on"] <= cycle["closes_on"] <= today


def test_the_words_are_many():
    titles = {action[0] for action in texts.ACTIONS}
    assert len(titles) == len(texts.ACTIONS) >= 60
    assert len({*texts.PROGRESS, *texts.OBSTACLES, *texts.NEXT}) >= 40
