"""Standing questions: put together once for a kind of reader, and what may not be part of them."""

from datetime import timedelta

import pytest
import time_machine
from django.db.models import Q
from django.utils import timezone, translation

from missions.models import ActionPlan
from rocb import standing
from rocb.models import Errand, Mail, Person
from rocb.standing import Among, Blank, StandIn, Unfit, ask, put_together, statement
from tests.factories.missions import ActionPlanFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan(member):
    return ActionPlanFactory(administration=member)


@pytest.fixture
def other_plan(other_member):
    return ActionPlanFactory(administration=other_member)


@pytest.fixture(autouse=True)
def nothing_kept():
    standing.kept.clear()
    yield
    standing.kept.clear()


def plans_of(reader):
    return ActionPlan.objects.visible_to(reader).order_by("pk").values_list("pk", "title")


def test_two_readers_of_a_kind_share_a_statement_and_read_their_own(
    coordinator, other_coordinator, plan, other_plan, django_assert_num_queries
):
    first = ask(coordinator, "plans", plans_of)
    with django_assert_num_queries(1):
        second = ask(other_coordinator, "plans", lambda _reader: pytest.fail("put together twice"))
    assert first == [(plan.pk, plan.title)]
    assert second == [(other_plan.pk, other_plan.title)]


def test_roles_and_languages_have_their_own(coordinator, officer, plan, other_plan):
    assert len(ask(coordinator, "plans", plans_of)) == 1
    assert len(ask(officer, "plans", plans_of)) == 2
    with translation.override("fr"):
        ask(officer, "plans", plans_of)
    assert len(next(iter(standing.kept.values()))) == 3


def test_who_belongs_nowhere_is_a_kind_of_their_own(coordinator, plan):
    assert ask(coordinator, "plans", plans_of)
    coordinator.person.organisation = None
    assert ask(coordinator, "plans", plans_of) == []


def test_a_new_day_puts_it_together_anew(officer, plan):
    ask(officer, "plans", plans_of)
    with time_machine.travel(timezone.now() + timedelta(days=1)):
        assert ask(officer, "plans", lambda _reader: None) == []


def test_two_readers_on_different_days_do_not_forget_for_each_other(officer, plan):
    """At noon in Greenwich it is tomorrow already in Kiritimati."""
    with time_machine.travel("2026-11-26T12:00Z"):
        for _reader in range(2):
            for zone, today in (("UTC", "2026-11-26"), ("Pacific/Kiritimati", "2026-11-27")):
                with timezone.override(zone):
                    ask(officer, "plans", plans_of)
                    assert str(timezone.localdate()) == today
        assert [str(day) for day in standing.kept] == ["2026-11-26", "2026-11-27"]
        with timezone.override("Pacific/Kiritimati"):
            ask(officer, "plans", lambda _reader: pytest.fail("put together again"))
    with time_machine.travel("2026-11-29T12:00Z"):
        ask(officer, "plans", plans_of)
    assert [str(day) for day in standing.kept] == ["2026-11-29"]


def test_the_day_of_a_moment_is_told_where_each_reader_lives(officer):
    """The first reader's zone is no part of what the second is told."""
    Errand.objects.create(asked_by=officer, title="a", expires_at="2026-11-26T12:00Z")

    def days(_reader):
        return Errand.objects.filter(expires_at__date__gte="2026-11-26").values_list(
            "expires_at__date"
        )

    told = {}
    for zone in ("UTC", "Pacific/Kiritimati", "Pacific/Midway"):
        with timezone.override(zone):
            told[zone] = [str(day) for (day,) in ask(officer, "days", days)]
            assert told[zone] == [str(day) for (day,) in days(officer)]
    assert told["UTC"] == ["2026-11-26"]
    assert told["Pacific/Kiritimati"] == ["2026-11-27"]


def test_a_statement_that_can_find_nothing_asks_nothing(donor, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert ask(donor, "plans", plans_of) == []


def test_what_is_read_is_what_the_models_say(officer):
    """JSON comes as lists, as from any other query."""
    when = timezone.now()
    Mail.objects.create(
        key="a", template="t", context={"n": [1]}, person=officer.person, not_before=when
    )
    rows = statement(("mails",), lambda: Mail.objects.values_list("key", "context"))
    assert rows.rows({}) == [("a", {"n": [1]})]


def test_columns_for_the_order_alone_are_not_told(coordinator, plan):
    rows = statement(
        ("ordered",),
        lambda: ActionPlan.objects.order_by("-created_at").distinct().values_list("pk"),
    )
    assert rows.rows({}) == [(plan.pk,)]


def test_a_blank_holds_a_moment_or_several_values(officer, coordinator):
    among = statement(
        ("among",), lambda: Person.objects.filter(Among("pk", "ids")).values_list("pk")
    )
    assert among.rows({"ids": [officer.person_id]}) == [(officer.person_id,)]
    since = statement(
        ("now",), lambda: Person.objects.filter(created_at__lte=Blank("now")).values_list("pk")
    )
    assert len(since.rows({})) == 2


@pytest.mark.parametrize(
    ("why", "make"),
    [
        ("a moment", lambda r: Mail.objects.filter(created_at__gt=timezone.now())),
        ("a comparison", lambda r: Person.objects.filter(pk=1 if r.pk == 1 else 2)),
        ("an order", lambda r: Person.objects.filter(pk=1 if r.pk > 1 else 2)),
        ("a text", lambda r: Errand.objects.filter(asked_as=f"{r.role}:{r.organisation_id}")),
        ("a number", lambda r: Person.objects.filter(pk=int(r.person_id))),
        ("a name", lambda r: Person.objects.filter(family_name=r.full_name)),
        ("a record", lambda r: Person.objects.filter(pk=Person.objects.first().pk)),
        ("the reader", lambda r: Person.objects.filter(Q(user=r))),
    ],
)
def test_what_differs_between_readers_of_a_kind_is_refused(why, make, officer):
    with pytest.raises(Unfit):
        put_together(lambda: make(StandIn(officer)).values_list("pk"))
    assert why
