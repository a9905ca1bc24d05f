"""The export for IATI: valid against the official schema, and against rules that no schema knows."""

import os
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import reverse
from lxml import etree

from donors import actions
from donors.iati import Around, activity_element, check, exported, stream
from donors.models import Agreement, Expenditure
from tests.factories.donors import AgreementFactory, AllocationFactory, InstalmentFactory
from tests.factories.rocb import PersonFactory
from tests.factories.surveys import NominationFactory

pytestmark = pytest.mark.django_db
TODAY = date(2026, 6, 1)
NOW = datetime(2026, 6, 1, 8, tzinfo=UTC)


@pytest.fixture
def agreement(office, officer, donor, member, other_member):
    """One with everything that can be in the file."""
    own = donor.person.organisation.donor
    own.iati_identifier, own.is_identifier_verified = "XM-DAC-46004", True
    own.iati_organisation_type, own.crs_channel = "40", "46004"
    own.save()
    made = AgreementFactory(
        office=office, donor=own, reference="2026-001", ends_on=date(2028, 3, 31),
        purpose="Ports & roads <now>",
    )  # fmt: skip
    actions.set_shares(
        made,
        by=officer,
        shares=[(member.pk, "", Decimal("60.5")), (other_member.pk, "", Decimal("39.5"))],
    )
    actions.amend(
        made, by=officer, signed_on=date(2026, 5, 1), amount=Decimal(120_000),
        ends_on=date(2028, 3, 31), reason="More",
    )  # fmt: skip
    InstalmentFactory(
        agreement=made, received_on=date(2026, 2, 2), received_amount=Decimal("40000.50")
    )
    allocation = AllocationFactory(agreement=made)
    Expenditure.objects.create(
        agreement=made,
        allocation=allocation,
        on=date(2026, 3, 3),
        what="Travel",
        amount=Decimal("7.25"),
    )
    for gender in "wwm":
        person = PersonFactory(gender=gender, family_name="Hidden")
        NominationFactory(
            event=allocation.activity.event, administration=member, person=person, status="attended"
        )
    actions.publish_snapshot(
        actions.freeze(allocation.activity, by=officer, shows_amounts=False), by=officer
    )
    return made


def file() -> bytes:
    return b"".join(stream(Agreement.objects.all(), at=NOW))


def element(agreement):
    rows = Agreement.objects.filter(pk=agreement.pk)
    return activity_element(next(exported(rows)), Around(rows), today=TODAY)


def test_the_file_is_valid_against_the_official_schema(agreement, office):
    """Where the schemas are is said by IATI_SCHEMA_DIR; without them this one test cannot be made."""
    folder = settings.IATI_SCHEMA_DIR or os.environ.get("IATI_SCHEMA_DIR", "")
    if not folder:
        pytest.skip("IATI_SCHEMA_DIR does not say where the official IATI 2.03 schemas are.")
    AgreementFactory(
        office=office, status="closed", starts_on=date(2020, 1, 1), ends_on=date(2022, 6, 30)
    )
    AgreementFactory(office=office, status="terminated", currency="JPY")
    schema = etree.XMLSchema(etree.parse(Path(folder) / "iati-activities-schema.xsd"))
    document = etree.fromstring(file())
    assert schema.validate(document), schema.error_log
    assert len(document.findall("iati-activity")) == 3


def test_what_the_file_says(agreement):
    document = etree.fromstring(file())
    one = document.find("iati-activity")
    assert document.get("version") == "2.03"
    assert one.findtext("iati-identifier") == "XM-EXAMPLE-ROCB-2026-001"
    assert one.findtext("description/narrative") == "Ports & roads <now>"
    assert [
        (row.get("code"), row.get("percentage")) for row in one.findall("recipient-country")
    ] == [
        ("VU", "60.5"),
        ("TO", "39.5"),
    ]
    assert [
        (row.find("transaction-type").get("code"), row.findtext("value"))
        for row in one.findall("transaction")
    ] == [("11", "100000.00"), ("11", "20000.00"), ("1", "40000.50"), ("4", "7.25")]
    assert sum(Decimal(row.findtext("value")) for row in one.findall("budget")) == Decimal(120_000)
    assert [row.get("value") for row in one.iter("actual")] == ["3", "2"]
    assert one.find("document-link").get("url").endswith("/")
    assert b"Hidden" not in file()


def test_the_file_says_that_it_is_a_preview(agreement, settings):
    assert b"PREVIEW" in file()
    settings.IATI_REPORTING_REF = "XI-IATI-ROCBAP"
    assert b"PREVIEW" not in file()
    assert b"XI-IATI-ROCBAP-2026-001" in file()


def test_an_identifier_that_nobody_has_verified_is_left_out(agreement):
    own = agreement.donor
    own.is_identifier_verified = False
    own.save()
    assert b"XM-DAC-46004" not in file()
    sentences = [one.sentence for one in check(element(agreement), today=TODAY)]
    assert f"{own.name} has no verified identifier: it goes by its name alone." in sentences


def test_what_the_portal_writes_breaks_no_rule(agreement, office):
    AgreementFactory(
        office=office, status="signed", starts_on=date(2030, 1, 1), ends_on=date(2031, 1, 1)
    )
    for one in Agreement.objects.all():
        assert [found for found in check(element(one), today=TODAY) if found.level == "error"] == []


def spoil(path, **attributes):
    def change(root):
        row = root.find(path)
        for key, value in attributes.items():
            row.set(key.replace("_", "-"), value)

    return change


def drop(path):
    def change(root):
        for row in root.findall(path):
            root.remove(row)

    return change


def text(path, value):
    def change(root):
        root.find(path).text = value

    return change


def no_currency(root):
    del root.attrib["default-currency"]


def no_language(root):
    del root.attrib["{http://www.w3.org/XML/1998/namespace}lang"]


@pytest.mark.parametrize(
    ("change", "where", "sentence"),
    [
        (spoil("recipient-country", percentage="60"), "recipient-country",
         "Countries and regions make 99.5 per cent together, not 100."),
        (drop("recipient-country"), "recipient-country", "It says for no country and no region."),
        (spoil("recipient-country", code="vu"), "recipient-country",
         "“vu” is no known code of recipient-country."),
        (spoil("sector", percentage="90"), "sector",
         "The sectors of vocabulary 1 make 90 per cent, not 100."),
        (drop("sector"), "sector", "It names no sector."),
        (spoil("sector", code="99999"), "sector", "“99999” is no known code of sector."),
        (spoil("budget/period-end", iso_date="2027-01-02"), "budget",
         "The budget period of 1 Jan 2026 – 2 Jan 2027 is longer than a year."),
        (spoil("budget/period-end", iso_date="2025-01-02"), "budget",
         "A budget period ends before it begins."),
        (spoil("budget/period-start", iso_date="2025-12-31"), "budget",
         "The budget period of 31 Dec 2025 – 31 Dec 2026 is longer than a year."),
        (no_currency, "value", "An amount has no currency."),
        (spoil(".", **{"default-currency": "XXX"}), "value", "“XXX” is no currency."),
        (no_language, "xml:lang", "The texts do not say their language."),
        (text("transaction/value", "ten"), "value", "“ten” is no amount."),
        (spoil("activity-status", code="9"), "activity-status",
         "“9” is no known code of activity-status."),
        (spoil("transaction/transaction-type", code="99"), "transaction-type",
         "“99” is no known code of transaction-type."),
        (spoil("transaction/transaction-date", iso_date="2027-01-01"), "transaction",
         "A transaction lies in the future, or has no day."),
        (spoil("activity-date[@type='2']", **{"iso-date": "2027-01-01"}), "activity-date",
         "1 Jan 2027 has not come yet, and is given as an actual day."),
        (spoil("activity-date[@type='3']", **{"iso-date": "2020-01-01"}), "activity-date",
         "It ends before it begins."),
        (drop("activity-date"), "activity-date", "It says no first day."),
        (text("iati-identifier", "OTHER-1"), "iati-identifier",
         "The identifier does not begin with “XM-EXAMPLE-ROCB-”."),
        (text("iati-identifier", "XM-EXAMPLE-ROCB-2026/1"), "iati-identifier",
         "The identifier holds a letter that it may not."),
        (drop("participating-org[@role='1']"), "participating-org", "Nobody is named as the funder."),
    ],
)  # fmt: skip
def test_each_rule_finds_what_breaks_it(agreement, change, where, sentence):
    root = element(agreement)
    change(root)
    found = [(one.where, one.sentence) for one in check(root, today=TODAY) if one.level == "error"]
    assert (where, sentence) in found


def test_staff_read_the_findings_before_they_export(client, officer, agreement, office, member):
    client.force_login(officer)
    page = client.get(reverse("donors:iati-check")).content.decode()
    assert "No rule is broken." in page
    assert "the file is a preview" in page
    type(member).objects.filter(pk=member.pk).update(iso2="")
    page = client.get(reverse("donors:iati-check")).content.decode()
    assert "“” is no known code of recipient-country." in page


def test_a_donor_gets_its_own_agreements_alone(client, donor, other_donor, agreement, office):
    AgreementFactory(office=office, donor=other_donor.person.organisation.donor, title="Not mine")
    client.force_login(donor)
    content = b"".join(client.get(reverse("donors:export-iati")).streaming_content)
    assert len(etree.fromstring(content).findall("iati-activity")) == 1
    assert b"Not mine" not in content
    assert client.get(reverse("donors:export-iati"), {"donor": "1; drop"}).status_code == 404


@pytest.mark.parametrize("count", [1, 30])
def test_the_file_costs_the_same_queries_however_many(office, count, django_assert_max_num_queries):
    for _n in range(count):
        InstalmentFactory(agreement=AgreementFactory(office=office))
    with django_assert_max_num_queries(8):
        assert len(etree.fromstring(file())) == count


def test_words_that_xml_writes_otherwise(office):
    """Awkward letters come back as they were, and what XML may not hold is left out."""
    title = 'A & B <"1"> été\u2028\tx\ny'
    AgreementFactory(office=office, title=title + "\x01\uffff", reference="2026-<&>")
    one = etree.fromstring(file()).find("iati-activity")
    assert one.findtext("title/narrative") == title
    assert one.findtext("iati-identifier").endswith("-2026-<&>")
