"""Money: never above what an agreement holds, to the cent, and never summed across currencies unsaid."""

import itertools
from datetime import date
from decimal import Decimal
from threading import Barrier, Thread

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from donors import actions
from donors.iati.parts import budget_periods
from donors.models import Agreement, Allocation, Expenditure, Rate, RateImport
from donors.money import balance_of, balances, rates_at
from missions.models import Action
from rocb.sheets import SheetRefused, read_sheets
from rocb.workflow import StepRefused
from tests.factories.donors import (
    AgreementFactory,
    AllocationFactory,
    DonorReportFactory,
    InstalmentFactory,
    RateFactory,
)
from tests.factories.missions import MissionFactory
from tests.factories.programmes import EventFactory
from tests.factories.rocb import OfficeFactory, RegionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def agreement(office):
    return AgreementFactory(office=office, amount=Decimal("100000.00"))


@pytest.fixture
def event(office):
    return EventFactory(office=office, status="confirmed")


def messages(error) -> str:
    return " ".join(error.value.messages)


def test_an_allocation_never_exceeds_what_is_left(agreement, event, officer):
    actions.allocate(agreement, event, by=officer, amount=Decimal("99999.99"))
    with pytest.raises(ValidationError, match=r"Only USD.{1,4}0\.01 of this agreement is left"):
        actions.allocate(agreement, event, by=officer, amount=Decimal("0.02"))
    actions.allocate(agreement, event, by=officer, amount=Decimal("0.01"))
    assert balance_of(agreement).left == Decimal("0.00")


@pytest.mark.django_db(transaction=True)
def test_two_officers_at_once_never_over_allocate(agreement, event, officer, head):
    """Both want 60,000 of 100,000 at the same moment: one gets it, one is told what is left."""
    barrier, results = Barrier(2), []

    def want(by):
        try:
            barrier.wait(10)
            actions.allocate(agreement, event, by=by, amount=Decimal(60_000))
            results.append("allocated")
        except ValidationError as error:
            results.append(error.messages[0])
        finally:
            connection.close()

    threads = [Thread(target=want, args=(by,)) for by in (officer, head)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert sorted(results) == ["Only USD\u00a040,000 of this agreement is left.", "allocated"]
    assert Allocation.objects.count() == 1


def test_raw_sql_cannot_over_allocate_either(agreement):
    allocation = AllocationFactory(agreement=agreement, amount=Decimal(90_000))
    with pytest.raises(DatabaseError, match="above what the agreement holds"), transaction.atomic():
        AllocationFactory(agreement=agreement, activity=allocation.activity, amount=Decimal(10_001))
    with pytest.raises(DatabaseError, match="above what the agreement holds"), transaction.atomic():
        Allocation.objects.update(amount=Decimal(100_001))


def test_released_money_can_be_allocated_anew(agreement, event, officer):
    first = actions.allocate(agreement, event, by=officer, amount=Decimal(80_000))
    with pytest.raises(ValidationError, match="Say why"):
        actions.release_allocation(first, by=officer, reason=" ")
    actions.release_allocation(first, by=officer, reason="Postponed for two years")
    actions.allocate(agreement, event, by=officer, amount=Decimal(100_000))
    first.refresh_from_db()
    assert first.released_reason == "Postponed for two years"
    with pytest.raises(StepRefused, match="released on"):
        actions.release_allocation(first, by=officer, reason="Again")


def test_something_in_kind_takes_no_money_and_says_what(agreement, event, officer):
    with pytest.raises(ValidationError, match="Say what is given in kind"):
        actions.allocate(agreement, event, by=officer, kind="in_kind")
    actions.allocate(
        agreement, event, by=officer, kind="in_kind", what="Two trainers for a week",
        amount=Decimal(500_000),
    )  # fmt: skip
    assert balance_of(agreement).left == Decimal("100000.00")


@pytest.mark.parametrize(
    ("amount", "sentence"),
    [
        (Decimal(0), "An amount is more than nothing."),
        (Decimal(-5), "An amount is more than nothing."),
        (None, "Say how much."),
    ],
)
def test_absurd_amounts_are_refused(agreement, event, officer, amount, sentence):
    with pytest.raises(ValidationError) as error:
        actions.allocate(agreement, event, by=officer, amount=amount)
    assert error.value.message_dict == {"amount": [sentence]}


def test_an_activity_outside_the_days_of_the_agreement(client, agreement, officer, office):
    late = EventFactory(office=office, starts_on=date(2026, 12, 30), ends_on=date(2027, 1, 4))
    client.force_login(officer)
    url = reverse("donors:allocation-create", args=[agreement.pk])
    answer = client.post(
        url, {"thing": f"event-{late.pk}", "kind": "money", "amount": "10", "on": "2026-02-02"}
    )
    assert answer.status_code == 422
    assert answer.context["form"].errors["thing"] == [
        "It takes place on 30 Dec 2026 – 4 Jan 2027; the agreement runs from 1 Jan 2026 to 31 Dec 2026."
    ]


def offered(answer):
    """The labels that a finder offers, group by group."""
    groups = answer.context["form"].fields["thing"].widget.choices
    return {str(label): [name for _key, name in rows] for label, rows in groups}


def test_what_an_agreement_can_pay_for_is_found_by_words(
    client, agreement, officer, office, member, event, plan
):
    mission = MissionFactory(administration=member, status="accepted")
    Action.objects.filter(plan=plan).update(is_shared=True)
    first = plan.actions.order_by("position").first()
    far = OfficeFactory(region=RegionFactory(code="ESA", name="East"), name="ROCB ESA")
    EventFactory(office=far, title=event.title)
    EventFactory(office=office, title=f"{event.title} again", status="cancelled")
    client.force_login(officer)
    url = reverse("donors:allocation-create", args=[agreement.pk])
    values = {"kind": "money", "amount": "10", "on": "2026-02-02", "found_thing": ""}
    # Enter in the search field is a search too; nothing is saved, and what was typed stays.
    found = client.post(url, {**values, "find_thing": member.country_name[:5].lower()})
    assert found.status_code == 200
    assert list(offered(found)) == ["Missions", "Actions that members share"]
    assert len(offered(found)["Actions that members share"]) == plan.actions.count()
    assert found.context["form"]["amount"].value() == "10"
    assert found.context["form"].errors == {}
    word = event.title.split()[0]
    found = client.post(url, {**values, "find_thing": word, "thing": f"action-{first.pk}"})
    assert offered(found)["Events"] == [f"{event.title} ({event.starts_on.year})"]
    # What is chosen stays, whatever is searched for.
    assert f"action-{first.pk}" in found.content.decode()
    nothing = client.post(url, {**values, "find": "thing", "find_thing": "<zzz> & |"})
    assert "Nothing fits these words." in nothing.content.decode()
    assert Allocation.objects.count() == 0
    for wrong in ("", "event-", "event-9999999", "action-x", f"event-{'9' * 30}", "donor-1"):
        answer = client.post(url, {**values, "thing": wrong})
        assert answer.status_code == 422
        assert list(answer.context["form"].errors) == ["thing"]
    client.post(url, {**values, "thing": f"mission-{mission.pk}"})
    assert Allocation.objects.get().activity.mission == mission


def test_only_shared_actions_and_own_activities(agreement, officer, plan):
    action = plan.actions.first()
    with pytest.raises(StepRefused, match="does not share this action"):
        actions.allocate(agreement, action, by=officer, amount=Decimal(5))
    Action.objects.filter(pk=action.pk).update(is_shared=True)
    action.refresh_from_db()
    actions.allocate(agreement, action, by=officer, amount=Decimal(5))
    far = OfficeFactory(region=RegionFactory(code="ESA", name="East"), name="ROCB ESA")
    with pytest.raises(PermissionDenied):
        actions.allocate(agreement, EventFactory(office=far), by=officer, amount=Decimal(5))


@pytest.mark.parametrize("status", ["draft", "suspended", "closed", "terminated"])
def test_nothing_is_allocated_from_an_agreement_that_does_not_run(office, event, officer, status):
    agreement = AgreementFactory(office=office, status=status)
    with pytest.raises(StepRefused, match="money is allocated while it is signed or active"):
        actions.allocate(agreement, event, by=officer, amount=Decimal(5))


def test_instalments_planned_and_received(agreement, officer):
    first = actions.plan_instalment(
        agreement, by=officer, due_on=date(2026, 2, 1), amount=Decimal(60_000)
    )
    with pytest.raises(ValidationError, match=r"leave USD.{1,4}40,000 of the agreement"):
        actions.plan_instalment(
            agreement, by=officer, due_on=date(2026, 6, 1), amount=Decimal("40000.01")
        )
    with pytest.raises(ValidationError, match="today or a day in the past"):
        actions.receive_instalment(
            first, by=officer, received_on=date(2099, 1, 1), received_amount=Decimal(1)
        )
    with pytest.raises(ValidationError, match="more than the agreement"):
        actions.receive_instalment(
            first, by=officer, received_on=date(2026, 2, 3), received_amount=Decimal(100_001)
        )
    actions.receive_instalment(
        first, by=officer, received_on=date(2026, 2, 3), received_amount=Decimal("59990.50")
    )
    assert balance_of(agreement).received == Decimal("59990.50")
    with pytest.raises(StepRefused, match="was received on"):
        actions.receive_instalment(
            first, by=officer, received_on=date(2026, 2, 3), received_amount=Decimal(1)
        )
    with pytest.raises(StepRefused, match="stays on record"):
        actions.drop_instalment(first, by=officer)


def test_expenditure_stays_within_its_allocation(agreement, event, officer):
    allocation = actions.allocate(agreement, event, by=officer, amount=Decimal(1000))
    day = date(2026, 3, 9)
    actions.spend(allocation, by=officer, on=day, what="Travel", amount=Decimal("999.99"))
    with pytest.raises(ValidationError, match=r"Only USD.{1,4}0\.01 of this allocation is left"):
        actions.spend(allocation, by=officer, on=day, what="Venue", amount=Decimal("0.02"))
    with pytest.raises(StepRefused, match="cannot be released"):
        actions.release_allocation(allocation, by=officer, reason="No")


def test_another_currency_needs_a_rate_and_keeps_both_amounts(agreement, event, officer):
    allocation = actions.allocate(agreement, event, by=officer, amount=Decimal(1000))
    paid = {"on": date(2026, 3, 9), "what": "Hotel", "amount": Decimal(10_000), "currency": "JPY"}
    with pytest.raises(ValidationError, match="no rate of JPY on or before 9 Mar 2026"):
        actions.spend(allocation, by=officer, **paid)
    RateFactory(currency="JPY", on=date(2026, 3, 1), usd=Decimal("0.0065"))
    RateFactory(currency="JPY", on=date(2026, 3, 10), usd=Decimal("0.0099"))
    made = actions.spend(allocation, by=officer, **paid)
    assert (made.amount, made.paid_amount, made.paid_currency, made.rate_on) == (
        Decimal("65.00"),
        Decimal(10_000),
        "JPY",
        date(2026, 3, 1),
    )
    assert Expenditure.objects.get().amount == Decimal("65.00")


def test_currencies_are_never_summed_silently(office):
    AgreementFactory(office=office, amount=Decimal("1000.10"))
    AgreementFactory(office=office, amount=Decimal("2000.20"))
    AgreementFactory(office=office, amount=Decimal(1_000_000), currency="JPY")
    AgreementFactory(office=office, amount=Decimal(500), currency="CHF")
    RateFactory(currency="JPY", on=date(2026, 1, 1), usd=Decimal("0.007"))
    sums = balances(Agreement.objects.all())
    assert [(one.currency, one.agreed) for one in sums] == [
        ("CHF", Decimal("500.00")),
        ("JPY", Decimal("1000000.00")),
        ("USD", Decimal("3000.30")),
    ]
    total = rates_at(date(2026, 6, 1)).total((one.currency, one.agreed) for one in sums)
    assert total.amount == Decimal("10000.30")
    assert total.in_words() == (
        "USD\u00a010,000.30, converted at the rates of 1 Jan 2026 (without CHF: no rate is kept)"
    )
    early = rates_at(date(2025, 12, 31)).total([("JPY", Decimal(5))])
    assert (early.amount, early.missing) == (Decimal("0.00"), ("JPY",))


def test_the_sums_of_one_agreement_do_not_multiply(agreement):
    """Three instalments, two allocations, four payments: each sum counts its own rows once."""
    for number in range(3):
        InstalmentFactory(
            agreement=agreement, number=number + 1, amount=Decimal(1000),
            received_on=date(2026, 2, 2), received_amount=Decimal(1000),
        )  # fmt: skip
    for _n in range(2):
        allocation = AllocationFactory(agreement=agreement, amount=Decimal(700))
        for _m in range(2):
            Expenditure.objects.create(
                agreement=agreement, allocation=allocation, on=date(2026, 3, 3), what="x",
                amount=Decimal(50),
            )  # fmt: skip
    found = balance_of(agreement)
    assert (found.received, found.allocated, found.spent) == (3000, 1400, 200)


def test_an_amendment_keeps_what_stood_before(agreement, event, officer):
    actions.allocate(agreement, event, by=officer, amount=Decimal(80_000))
    values = {"signed_on": date(2026, 5, 1), "ends_on": date(2027, 6, 30), "reason": "Second phase"}
    with pytest.raises(ValidationError, match=r"USD.{1,4}80,000 is allocated already"):
        actions.amend(agreement, by=officer, amount=Decimal(79_999), **values)
    with pytest.raises(ValidationError, match="nothing to amend"):
        actions.amend(
            agreement, by=officer, amount=agreement.amount, signed_on=date(2026, 5, 1),
            ends_on=agreement.ends_on, reason="x",
        )  # fmt: skip
    made = actions.amend(agreement, by=officer, amount=Decimal(150_000), **values)
    agreement.refresh_from_db()
    assert (agreement.amount, agreement.ends_on) == (Decimal(150_000), date(2027, 6, 30))
    assert (made.number, made.amount_before, made.ends_on_before) == (
        1,
        Decimal("100000.00"),
        date(2026, 12, 31),
    )


def test_an_agreement_closes_when_reports_are_sent_and_money_is_there(agreement, officer):
    report = DonorReportFactory(agreement=agreement)
    with pytest.raises(StepRefused, match="has not been sent"):
        actions.close_agreement(agreement, by=officer)
    report.delete()
    allocation = AllocationFactory(agreement=agreement)
    Expenditure.objects.create(
        agreement=agreement, allocation=allocation, on=date(2026, 3, 3), what="x", amount=Decimal(5)
    )
    with pytest.raises(StepRefused, match="More was spent"):
        actions.close_agreement(agreement, by=officer)
    agreement.refresh_from_db()
    assert agreement.status == "active"


def test_places_make_a_hundred_together(client, agreement, officer, member, other_member):
    url = reverse("donors:agreement-shares", args=[agreement.pk])
    client.force_login(officer)
    wrong = client.post(
        url,
        {"place_1": f"m{member.pk}", "percent_1": "60", "place_2": "r798", "percent_2": "30"},
    )
    assert wrong.status_code == 422
    assert "The parts make 90 per cent together; they have to make 100." in wrong.content.decode()
    twice = client.post(
        url,
        {
            "place_1": f"m{member.pk}",
            "percent_1": "50",
            "place_2": f"m{member.pk}",
            "percent_2": "50",
        },
    )
    assert "One place stands there twice" in twice.content.decode()
    client.post(
        url,
        {
            "place_1": f"m{member.pk}",
            "percent_1": "60",
            "place_2": f"m{other_member.pk}",
            "percent_2": "40",
        },
    )
    assert list(agreement.shares.values_list("percent", flat=True)) == [60, 40]


def test_budget_periods_last_a_year_and_lose_no_cent(office):
    agreement = AgreementFactory(
        office=office, amount=Decimal("100000.01"), starts_on=date(2024, 2, 29),
        ends_on=date(2027, 1, 15),
    )  # fmt: skip
    periods = budget_periods(agreement)
    assert sum(amount for _s, _e, amount in periods) == Decimal("100000.01")
    assert periods[0][0] == date(2024, 2, 29)
    assert periods[-1][1] == date(2027, 1, 15)
    assert all((end - start).days <= 365 for start, end, _amount in periods)
    assert all((after[0] - before[1]).days == 1 for before, after in itertools.pairwise(periods))


CSV = b"Date;Currency;USD;Source\n2026-01-01;JPY;0,0065;BoJ\n01/04/2026;jpy;0.0067;\n"


def test_rates_from_a_file_with_preview(client, officer):
    client.force_login(officer)
    from django.core.files.uploadedfile import SimpleUploadedFile

    answer = client.post(
        reverse("donors:rate-import"), {"file": SimpleUploadedFile("rates.csv", CSV)}, follow=True
    )
    assert Rate.objects.count() == 0
    assert [row["state"] for row in answer.context["rows"]] == ["new", "new"]
    record = RateImport.objects.get()
    preview = reverse("donors:rate-import-preview", args=[record.pk])
    client.post(preview)
    assert list(Rate.objects.order_by("on").values_list("on", "usd", "source")) == [
        (date(2026, 1, 1), Decimal("0.00650000"), "BoJ"),
        (date(2026, 4, 1), Decimal("0.00670000"), ""),
    ]
    again = client.get(preview)
    assert [row["state"] for row in again.context["rows"]] == ["unchanged", "unchanged"]


def test_each_wrong_row_of_rates_says_where_and_why(officer):
    content = (
        b"date,currency,usd\n2026-01-01,XXX,1\nsoon,JPY,1\n2099-01-01,JPY,1\n2026-01-01,JPY,-2\n"
        b"2026-01-02,JPY,0.5\n2026-01-02,JPY,0.6\n2026-01-03,USD,1\n"
    )
    rows = actions.parse_rates(read_sheets(content, "r.csv"), date(2026, 6, 1))
    found = actions.compared([row.as_json() for row in rows])
    assert [(row.where, row.state) for row in found] == [
        ("B2", "wrong"),
        ("A3", "wrong"),
        ("A4", "wrong"),
        ("C5", "wrong"),
        ("B6", "new"),
        ("B7", "wrong"),
        ("B8", "wrong"),
    ]
    assert found[5].problem == "It stands twice in the file: see B6."
    record = RateImport.objects.create(
        name="r.csv", by=officer, content={"rows": [row.as_json() for row in rows]}
    )
    with pytest.raises(StepRefused, match="Some rows are wrong"):
        actions.apply_rates(record, by=officer, take_good=False)
    actions.apply_rates(record, by=officer, take_good=True)
    assert Rate.objects.get().usd == Decimal("0.50000000")


def test_a_file_without_rates_is_refused_in_words():
    with pytest.raises(SheetRefused, match="headings"):
        actions.parse_rates(read_sheets(b"a,b\n1,2\n", "r.csv"), date(2026, 6, 1))


def test_what_was_entered_by_mistake_is_taken_back_and_leaves_its_words(
    client, agreement, officer, attache, event
):
    allocation = actions.allocate(agreement, event, by=officer, amount=Decimal(500))
    spent = actions.spend(
        allocation, by=officer, on=date(2026, 3, 3), what="Hotl", amount=Decimal("12.50")
    )
    instalment = actions.plan_instalment(
        agreement, by=officer, due_on=date(2026, 2, 1), amount=Decimal(900)
    )
    undo = reverse("donors:instalment-undo", args=[instalment.pk])
    strike = reverse("donors:expenditure-delete", args=[spent.pk])
    client.force_login(officer)
    early = client.post(undo, {"reason": "Not ours"}, follow=True).content.decode()
    assert "This instalment has not been received." in early
    actions.receive_instalment(
        instalment, by=officer, received_on=date(2026, 2, 2), received_amount=Decimal(90)
    )
    assert client.post(undo, {"reason": " "}).status_code == 422
    client.post(undo, {"reason": "It was 900"})
    client.post(strike, {"reason": "A slip of the pen"})
    assert (balance_of(agreement).spent, balance_of(agreement).received) == (0, 0)
    assert client.post(strike, {"reason": "again"}).status_code == 404
    page = client.get(f"{agreement.get_absolute_url()}?tab=past").content.decode()
    assert (
        "Expenditure taken back: Hotl, USD\u00a012.50, paid on 3 Mar 2026. A slip of the pen"
        in page
    )
    assert "Receipt taken back: USD\u00a090, received on 2 Feb 2026. It was 900" in page
    assert "The member and the office will read this" not in page
    client.force_login(attache)
    assert client.post(undo, {"reason": "x"}).status_code == 403
    Agreement.objects.filter(pk=agreement.pk).update(status="closed")
    with pytest.raises(StepRefused, match="nothing can be changed"):
        actions.undo_receipt(instalment, by=officer, reason="x")
