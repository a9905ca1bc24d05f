"""The demonstration office: complete, the same each time, and only where it may be."""

import pytest
from django.contrib.auth import authenticate
from django.core.management import CommandError, call_command

from missions.models import Action, ActionPlan, Cycle, Matrix
from missions.seeding.cycles import half_years
from missions.versions import content_of, missing_in
from reports.models import Report
from rocb.demo import DEMO_SIGNINS, demo_password
from rocb.models import Mail, User
from tests.factories.rocb import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def demo(settings):
    settings.DEBUG = settings.DEMO = True
    call_command("seed_demo", members=3, verbosity=0)


def test_everybody_on_the_list_can_sign_in(demo, rf):
    request = rf.get("/")
    for _role, email in DEMO_SIGNINS:
        user = authenticate(request, email=email, password=demo_password())
        assert user is not None, email
        assert user.email == email


def test_twice_is_once(demo):
    before = (User.objects.count(), Action.objects.count(), Mail.objects.count())
    call_command("seed_demo", members=3, verbosity=0)
    assert (User.objects.count(), Action.objects.count(), Mail.objects.count()) == before


def test_the_coordinator_of_the_tour_finds_a_matrix_to_fill_in(demo):
    matrix = Matrix.objects.get(administration__iso2="PG", cycle__status="open")
    assert (matrix.status, matrix.action_rows.count() > 10) == ("draft", True)
    assert len(missing_in(content_of(matrix))) > 10
    assert ActionPlan.objects.get(administration__iso2="PG").actions.count() == 24


def test_nothing_of_it_goes_out(demo):
    assert Mail.objects.filter(status="queued").count() == 0
    assert Mail.objects.filter(status="sent", subject="").count() == 0
    assert set(Mail.objects.values_list("email", flat=True).distinct()) <= set(
        User.objects.values_list("email", flat=True)
    )


def test_the_series_of_2008(demo):
    assert Report.objects.filter(status="published").count() == 4


def test_not_beside_real_people(settings):
    settings.DEBUG = True
    UserFactory()
    with pytest.raises(CommandError, match="Real people"):
        call_command("seed_demo")


def test_not_in_production(settings):
    settings.DEBUG = False
    with pytest.raises(CommandError, match="DEBUG"):
        call_command("seed_demo")


@pytest.mark.parametrize("month", range(1, 13))
def test_whatever_the_day_one_cycle_is_open_and_not_due(month):
    from datetime import date

    today = date(2027, month, 28)
    *past, current, coming = half_years(today)
    assert len(past) == 6
    assert current["opens_on"] <= today < current["due_on"] <= current["closes_on"]
    assert today < coming["opens_on"] < coming["due_on"] <= coming["closes_on"]
    for cycle in past:
        assert cycle["opens_on"] < cycle["due_on"] <= cycle["closes_on"]


def test_one_cycle_is_open(demo):
    assert Cycle.objects.filter(status="open").count() == 1
