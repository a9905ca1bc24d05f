"""Donors, talks, agreements and reports, as people use their pages."""

import io
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pypdfium2
import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from donors import actions
from donors.models import Agreement, Allocation, Contact, Donor, DonorReport, Engagement
from missions.models import Action
from rocb.deadlines import deadlines_of
from rocb.handover import works_of
from rocb.models import Mail, Person, Reminder
from rocb.reminders import digest_of, remind
from rocb.workflow import StepRefused
from tests.factories.donors import (
    AgreementFactory,
    AllocationFactory,
    ContactFactory,
    DonorFactory,
    DonorReportFactory,
    EngagementFactory,
    FundingRequestFactory,
    InstalmentFactory,
    RateFactory,
)
from tests.factories.programmes import EventFactory

pytestmark = pytest.mark.django_db


def get(client, user, name, *args, **query):
    client.force_login(user)
    return client.get(reverse(f"donors:{name}", args=args), query)


def post(client, user, view, /, *args, follow=True, **data):
    client.force_login(user)
    return client.post(reverse(f"donors:{view}", args=args), data, follow=follow)


def test_a_renamed_donor_keeps_its_old_name(client, officer):
    donor = DonorFactory(name="European Community", acronym="EC")
    post(client, officer, "donor-rename", donor.pk, name="European Union", acronym="EU",
         until_on="2009-11-30")  # fmt: skip
    donor.refresh_from_db()
    assert (donor.name, donor.acronym) == ("European Union", "EU")
    page = get(client, officer, "donor-detail", donor.pk).content.decode()
    assert "European Community (EC)" in page
    assert "its name until 30 Nov 2009" in page
    with pytest.raises(ValidationError, match="later than that"):
        actions.rename_donor(donor, by=officer, name="X", acronym="", until_on=date(2009, 1, 1))


def test_a_merged_donor_keeps_its_history_and_passes_on_what_runs(client, officer, office):
    old, new = DonorFactory(name="AusAID"), DonorFactory(name="DFAT")
    over = AgreementFactory(office=office, donor=old, status="closed")
    runs = AgreementFactory(office=office, donor=old)
    post(client, officer, "donor-close", old.pk, until_on="2013-10-31", successor=new.pk,
         passes_on="on")  # fmt: skip
    over.refresh_from_db()
    runs.refresh_from_db()
    assert (over.donor, runs.donor) == (old, new)
    assert runs.amendments.get().reason == "Passed from AusAID to DFAT."
    page = get(client, officer, "donor-detail", new.pk).content.decode()
    assert "AusAID" in page
    assert "took over its work on 31 Oct 2013" in page
    with pytest.raises(ValidationError, match="comes before this donor"):
        actions.close_donor(new, by=officer, until_on=date(2020, 1, 1), successor=old)


def test_a_donor_with_agreements_is_not_deleted(client, officer, office):
    donor = AgreementFactory(office=office).donor
    answer = post(client, officer, "donor-delete", donor.pk)
    assert "has 1 agreement and cannot be deleted. Close it instead." in answer.content.decode()
    used = ContactFactory().donor
    answer = post(client, officer, "donor-delete", used.pk)
    assert "it cannot be deleted" in answer.content.decode()
    mistake = DonorFactory()
    post(client, officer, "donor-delete", mistake.pk)
    assert list(Donor.objects.filter(pk__in=[donor.pk, used.pk, mistake.pk]).order_by("pk")) == [
        donor,
        used,
    ]


def test_people_of_a_donor(client, officer):
    donor = DonorFactory()
    nobody = post(client, officer, "contact-create", donor.pk, duty="Customs")
    assert "Choose a person, or write the family name." in nobody.content.decode()
    post(client, officer, "contact-create", donor.pk, family_name="Moana", email="m@example.org",
         duty="Customs", is_main="on")  # fmt: skip
    contact = Contact.objects.get()
    assert contact.person.organisation_id == donor.pk
    again = post(client, officer, "contact-create", donor.pk, family_name="Moana",
                 email="M@example.org")  # fmt: skip
    assert "has this address already" in again.content.decode()
    assert Person.objects.filter(email__iexact="m@example.org").count() == 1


def test_a_next_step_stands_on_the_desk_until_it_is_done(client, officer, head):
    donor = DonorFactory(name="Fund")
    today = timezone.localdate()
    half = post(client, officer, "engagement-create", donor=donor.pk, kind="call", on=today,
                subject="Budget", next_step="Send figures")  # fmt: skip
    assert "Say by when the next step is to be done." in half.content.decode()
    post(client, officer, "engagement-create", donor=donor.pk, kind="call", on=today,
         subject="Budget", next_step="Send figures", next_step_due_on=today + timedelta(days=5),
         next_step_by=officer.pk)  # fmt: skip
    client.force_login(head)
    assert "Fund: Send figures" in client.get("/").content.decode()
    assert {kind.key: n for kind, n in works_of(officer)}["next-steps"] == 1
    talk = Engagement.objects.get()
    # Two days: where the officer lives it may be tomorrow already.
    early = post(client, officer, "engagement-done", talk.pk, on=today + timedelta(days=2))
    assert "Choose today or a day in the past." in early.content.decode()
    post(client, officer, "engagement-done", talk.pk, on=today)
    client.force_login(head)
    assert "Fund: Send figures" not in client.get("/").content.decode()


def test_what_is_owed_is_on_the_desk_of_office_and_donor(officer, donor, office):
    agreement = AgreementFactory(office=office, donor=donor.person.organisation.donor)
    InstalmentFactory(agreement=agreement)
    DonorReportFactory(agreement=agreement)
    FundingRequestFactory(
        office=office, donor=agreement.donor, status="sent", answer_by=date(2026, 2, 2)
    )
    kinds = {one.kind.key for one in deadlines_of(officer, at=timezone.now())}
    assert {"instalment", "donor-report", "funding-answer"} <= kinds
    assert {one.kind.key for one in deadlines_of(donor, at=timezone.now())} == {
        "payment",
        "donor-report",
        "funding-answer",
    }
    Agreement.objects.update(status="closed")
    kinds = {one.kind.key for one in deadlines_of(officer, at=timezone.now())}
    assert "instalment" not in kinds


def test_a_donor_is_told_of_a_payment_in_time_and_the_office_when_it_is_late(
    officer, head, donor, other_donor, office
):
    own = donor.person.organisation.donor
    agreement = AgreementFactory(office=office, donor=own, officer=officer)
    instalment = InstalmentFactory(agreement=agreement, due_on=date(2026, 5, 10))
    # Nobody of this one can sign in: only the office is reminded.
    InstalmentFactory(agreement=AgreementFactory(office=office), due_on=date(2031, 1, 1))

    def told(month, day):
        remind(datetime(2026, month, day, 12, tzinfo=UTC))
        rows = Reminder.objects.order_by("kind", "person")
        found = set(rows.values_list("kind", "rung", "person", "reason")) - seen
        seen.update(found)
        assert set(rows.values_list("administration", flat=True)) <= {None}
        return found

    seen: set = set()
    assert told(4, 9) == set()
    assert told(4, 11) == {("payment", -30, donor.person_id, "debtor")}
    assert told(5, 4) == {
        ("payment", -7, donor.person_id, "debtor"),
        ("instalment", -14, officer.person_id, "debtor"),
    }
    assert told(5, 11) == {
        ("payment", 0, donor.person_id, "debtor"),
        ("instalment", 0, officer.person_id, "debtor"),
    }
    assert told(6, 2) == {
        ("instalment", 21, officer.person_id, "debtor"),
        ("instalment", 21, head.person_id, "head"),
    }
    digest = Mail.objects.get(template="digest", person=donor.person)
    assert digest_of(digest)["first"].startswith("Your payment to the regional office: ")
    actions.receive_instalment(
        instalment, by=officer, received_on=date(2026, 6, 3), received_amount=instalment.amount
    )
    assert digest_of(digest) is None
    assert told(7, 1) == set()


def test_a_report_is_frozen_when_it_is_sent(client, officer, donor, office, smtp):
    agreement = AgreementFactory(office=office, donor=donor.person.organisation.donor)
    allocation = AllocationFactory(agreement=agreement)
    actions.spend(
        allocation, by=officer, on=date(2026, 3, 9), what="Hotel", amount=Decimal("12.50")
    )
    report = DonorReportFactory(agreement=agreement)
    hidden = get(client, donor, "report-detail", report.pk).content.decode()
    assert "The office is writing it." in hidden
    assert "Hotel" not in hidden
    with pytest.raises(StepRefused, match="Say in short"):
        actions.send_report(report, by=officer)
    DonorReport.objects.filter(pk=report.pk).update(summary="It went well.")
    post(client, officer, "report-step", report.pk, "send")
    report.refresh_from_db()
    assert (report.status, len(report.sha256)) == ("sent", 64)
    actions.spend(allocation, by=officer, on=date(2026, 3, 10), what="Flight", amount=Decimal(5))
    page = get(client, donor, "report-detail", report.pk).content.decode()
    assert ("Hotel" in page, "Flight" in page, "It went well." in page) == (True, False, True)
    assert Mail.objects.get(template="donor_report_sent").person == donor.person
    file = get(client, donor, "report-file", report.pk, "pdf")
    text = pypdfium2.PdfDocument(io.BytesIO(file.content))[0].get_textpage().get_text_range()
    assert "USD\u00a012.50" in text or "USD 12.50" in text
    word = get(client, donor, "report-file", report.pk, "docx")
    assert word.content[:2] == b"PK"
    assert get(client, donor, "report-file", report.pk, "exe").status_code == 404
    closed = get(client, officer, "report-edit", report.pk)
    assert closed.status_code == 302


def test_a_report_of_a_period_that_is_not_over_stays(officer, office):
    report = DonorReportFactory(
        agreement=AgreementFactory(office=office), until_on=date(2099, 1, 1),
        due_on=date(2099, 2, 1), summary="x",
    )  # fmt: skip
    with pytest.raises(StepRefused, match="The period lasts until 1 Jan 2099"):
        actions.send_report(report, by=officer)


def test_a_signed_agreement_changes_only_by_amendment(client, officer, office):
    agreement = AgreementFactory(office=office, status="draft", signed_on=None)
    post(client, officer, "agreement-step", agreement.pk, "sign", signed_on="2025-12-24")
    agreement.refresh_from_db()
    assert (agreement.status, agreement.signed_on) == ("signed", date(2025, 12, 24))
    form = get(client, officer, "agreement-edit", agreement.pk).context["form"]
    assert {"amount", "currency", "starts_on", "ends_on", "donor"} & set(form.fields) == set()
    InstalmentFactory(agreement=agreement, amount=Decimal(100_000))
    low = post(client, officer, "agreement-amend", agreement.pk, signed_on="2026-01-05",
               amount="99999", ends_on="2026-12-31", reason="Less")  # fmt: skip
    assert low.status_code == 422
    assert "Change them first." in low.content.decode()


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("amount", "-5", "An amount is more than nothing."),
        ("amount", "5000000000", "look at the zeros again"),
        ("amount", "ten", "Enter a number."),
        ("currency", "XXX", "“XXX” is no currency."),
        ("ends_on", "2025-01-01", "The last day is before the first."),
        ("ends_on", "2199-01-01", "look at the year again"),
        ("reference", "TAKEN", "already exists"),
    ],
)
def test_bad_agreements_are_answered_by_a_sentence(client, officer, office, field, value, sentence):
    AgreementFactory(office=office, reference="TAKEN")
    values = {
        "donor": DonorFactory().pk, "reference": "NEW", "title": "T", "amount": "10.50",
        "currency": "usd", "starts_on": "2026-01-01", "ends_on": "2026-12-31", "sector": "33120",
    }  # fmt: skip
    answer = post(client, officer, "agreement-create", **{**values, field: value})
    assert answer.status_code == 422
    assert sentence in str(answer.context["form"].errors[field])
    assert Agreement.objects.count() == 1
    post(client, officer, "agreement-create", **values)
    assert Agreement.objects.get(reference="NEW").currency == "USD"


def test_two_sign_at_once_and_one_is_told(client, officer, office):
    agreement = AgreementFactory(office=office, status="draft", signed_on=None)
    first = post(client, officer, "agreement-step", agreement.pk, "sign", signed_on="2025-12-24")
    second = post(client, officer, "agreement-step", agreement.pk, "sign", signed_on="2025-12-24")
    assert "The status is now “Signed”." in first.content.decode()
    assert "is not possible any more: the status is now “Signed”" in second.content.decode()


def test_who_pays_stands_on_the_pages_of_what_is_paid_for(client, officer, office, plan, donor):
    event = EventFactory(office=office, status="announced")
    agreement = AgreementFactory(office=office, donor=donor.person.organisation.donor)
    actions.allocate(agreement, event, by=officer, amount=Decimal(777))
    client.force_login(officer)
    page = client.get(event.get_absolute_url()).content.decode()
    assert ("USD\u00a0777" in page, agreement.donor.name in page) == (True, True)
    client.force_login(donor)
    assert "USD\u00a0777" in client.get(event.get_absolute_url()).content.decode()
    action = plan.actions.first()
    Action.objects.filter(pk=action.pk).update(is_shared=True)
    client.force_login(officer)
    offer = f"{reverse('donors:allocation-create', args=[agreement.pk])}?action={action.pk}"
    assert offer in client.get(action.get_absolute_url()).content.decode()


def test_the_home_of_the_office_and_of_a_donor(client, officer, donor, office):
    own = donor.person.organisation.donor
    agreement = AgreementFactory(office=office, donor=own)
    AgreementFactory(office=office, currency="JPY", amount=Decimal(1_000_000))
    AllocationFactory(agreement=agreement)
    FundingRequestFactory(office=office, donor=own, status="sent", title="Ports")
    RateFactory()
    page = get(client, officer, "home").content.decode()
    assert "USD\u00a0107,000, converted at the rates of 1 Jan 2026" in page
    assert "Ports" in page
    mine = get(client, donor, "home").content.decode()
    assert ("USD\u00a0100,000" in mine, "JPY" in mine, "Ports" in mine) == (True, False, True)
    assert "Your money" in mine


LISTS = (
    ("donor-list", 7),
    ("engagement-list", 7),
    ("request-list", 7),
    ("agreement-list", 7),
    ("instalment-list", 7),
    ("allocation-list", 7),
    ("report-list", 7),
    ("rate-list", 6),
)


@pytest.mark.parametrize("count", [1, 30])
def test_lists_and_records_cost_the_same_however_many(
    client, officer, donor, office, count, django_assert_max_num_queries
):
    own = donor.person.organisation.donor
    agreement = AgreementFactory(office=office, donor=own)
    for number in range(count):
        EngagementFactory(office=office, donor=own)
        FundingRequestFactory(office=office, donor=own, status="sent")
        other = AgreementFactory(office=office, donor=own)
        report = DonorReportFactory(agreement=agreement, kind="final")
        AllocationFactory(agreement=agreement, amount=Decimal(5))
        InstalmentFactory(agreement=agreement, number=number + 1, amount=Decimal(5))
        RateFactory(on=date(2025, 1, 1) + timedelta(days=number))
        ContactFactory(donor=own)
    for user in (officer, donor):
        client.force_login(user)
        for name, ceiling in LISTS:
            if user is donor and name in ("engagement-list", "rate-list"):
                continue
            with django_assert_max_num_queries(ceiling):
                assert client.get(reverse(f"donors:{name}")).status_code == 200
        for url, ceiling in (
            (agreement.get_absolute_url(), 9),
            (other.get_absolute_url(), 9),
            (own.get_absolute_url(), 8),
            # A donor's holds the needs that fit as well: three of them.
            (reverse("donors:home"), 10),
            # Not sent yet, it is a preview that is made from all the records.
            (report.get_absolute_url(), 10),
            (reverse("donors:iati-check"), 9),
        ):
            with django_assert_max_num_queries(ceiling):
                assert client.get(url).status_code == 200
    assert Allocation.objects.count() == count


def test_the_rows_alone_for_htmx_and_all_rows_in_a_file(client, officer, office):
    AgreementFactory(office=office, title="=cmd")
    client.force_login(officer)
    url = reverse("donors:agreement-list")
    rows = client.get(url, headers={"HX-Request": "true"}).content.decode()
    assert rows.startswith('<div id="rows">')
    csv = b"".join(client.get(url, {"export": "csv"}).streaming_content).decode()
    assert "'=cmd" in csv


def test_money_over_the_api(client, officer, office):
    agreement = AgreementFactory(office=office, amount=Decimal("1000.10"))
    event = EventFactory(office=office)
    client.force_login(officer)
    url = f"/api/v1/agreements/{agreement.pk}/allocate/"
    kind = "application/json"
    none = client.post(url, {"amount": "5"}, content_type=kind)
    much = client.post(url, {"event": event.pk, "amount": "1000.11"}, content_type=kind)
    good = client.post(url, {"event": event.pk, "amount": "1000.00"}, content_type=kind)
    assert (none.status_code, much.status_code, good.status_code) == (400, 400, 201)
    assert "is left" in much.content.decode()
    assert good.json()["left"] == "0.10"
    row = client.get(f"/api/v1/agreements/{agreement.pk}/").json()
    assert (row["amount"], row["allocated"]) == ("1000.10", "1000.00")
