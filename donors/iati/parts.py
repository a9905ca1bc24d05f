"""The parts of an <iati-activity>."""

import re
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django.conf import settings
from lxml import etree

from donors.iati import codes
from donors.models import Agreement
from donors.workflow import AgreementStatus

EXAMPLE_REF = "XM-EXAMPLE-ROCB"
CENT = Decimal("0.01")
# Attributes whose names are no Python names.
HYPHENS = {
    "iso_date": "iso-date",
    "value_date": "value-date",
    "crs_channel_code": "crs-channel-code",
    "aggregation_status": "aggregation-status",
}
# What XML may not hold.
UNWRITABLE = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]")


def reporting_ref() -> str:
    """The identifier that the office reports under; an example until it has a registered one."""
    return settings.IATI_REPORTING_REF or EXAMPLE_REF


def is_preview() -> bool:
    return not settings.IATI_REPORTING_REF


def add(parent: Any, name: str, text: str = "", /, **attributes: str) -> Any:
    """A child element without its empty attributes; a file has a hundred of them for each agreement."""
    child = etree.SubElement(parent, name)
    for key, value in attributes.items():
        if value:
            child.set(HYPHENS.get(key, key), value)
    if text:
        child.text = UNWRITABLE.sub("", text)
    return child


def narrative(parent: Any, name: str, text: str, /, **attributes: str) -> Any:
    child = add(parent, name, **attributes)
    add(child, "narrative", text)
    return child


def organisations(root: Any, agreement: Agreement, office: str) -> None:
    """The donor by its identifier, where that has been verified, and the office that carries it out."""
    donor = agreement.donor
    narrative(
        root,
        "participating-org",
        donor.name_en,
        ref=donor.iati_identifier if donor.is_identifier_verified else "",
        type=donor.iati_organisation_type,
        role=codes.FUNDING,
        crs_channel_code=donor.crs_channel,
    )
    for role in (codes.EXTENDING, codes.IMPLEMENTING):
        narrative(
            root,
            "participating-org",
            office,
            ref=reporting_ref(),
            type=codes.REPORTING_TYPE,
            role=role,
        )


def dates(root: Any, agreement: Agreement, today: date) -> None:
    def when(kind: str, day: date) -> None:
        add(root, "activity-date", type=kind, iso_date=day.isoformat())

    over = agreement.status in (AgreementStatus.CLOSED, AgreementStatus.TERMINATED)
    when(codes.PLANNED_START, agreement.starts_on)
    if agreement.starts_on <= today:
        when(codes.ACTUAL_START, agreement.starts_on)
    when(codes.PLANNED_END, agreement.ends_on)
    if over:
        when(codes.ACTUAL_END, min(agreement.ends_on, today))


def places(root: Any, agreement: Agreement) -> None:
    """For whom it is, in per cent; the region as a whole where nothing else is said."""
    shares = list(agreement.kept_shares)
    countries = [one for one in shares if one.administration_id]
    regions = [one for one in shares if not one.administration_id]
    scope = codes.SCOPE_REGIONAL
    if countries and not regions:
        scope = codes.SCOPE_NATIONAL if len(countries) == 1 else codes.SCOPE_MULTI
    add(root, "activity-scope", code=scope)
    for one in countries:
        assert one.administration is not None
        add(
            root,
            "recipient-country",
            code=one.administration.iso2.upper(),
            percentage=f"{one.percent.normalize():f}",
        )
    for one in regions:
        add(
            root,
            "recipient-region",
            vocabulary="1",
            code=one.region,
            percentage=f"{one.percent.normalize():f}",
        )
    if not shares:
        add(root, "recipient-region", vocabulary="1", code="798", percentage="100")


def budget_periods(agreement: Agreement) -> list[tuple[date, date, Decimal]]:
    """The amount over periods of at most a year, by their days; to the cent the same together."""
    spans: list[tuple[date, date]] = []
    start = agreement.starts_on
    while start <= agreement.ends_on:
        end = min(codes.year_after(start) - timedelta(days=1), agreement.ends_on)
        spans.append((start, end))
        start = end + timedelta(days=1)
    total = (agreement.ends_on - agreement.starts_on).days + 1
    found, left = [], agreement.amount
    for start, end in spans[:-1]:
        part = agreement.amount * ((end - start).days + 1) / total
        part = part.quantize(CENT, ROUND_HALF_UP)
        found.append((start, end, part))
        left -= part
    return [*found, (*spans[-1], left)]


def budget(root: Any, start: date, end: date, amount: Decimal, agreement: Agreement) -> None:
    node = add(root, "budget", type="1", status="2")
    add(node, "period-start", iso_date=start.isoformat())
    add(node, "period-end", iso_date=end.isoformat())
    value(node, amount, agreement.signed_on or start)


def value(node: Any, amount: Decimal, day: date) -> None:
    add(node, "value", f"{amount:.2f}", value_date=day.isoformat())


def transactions(root: Any, agreement: Agreement) -> None:
    """What was agreed, with each amendment; what came in; what was paid out. Never to whom."""
    amendments = list(agreement.kept_amendments)
    first = amendments[0].amount_before if amendments else agreement.amount
    signed = agreement.signed_on or agreement.starts_on
    transaction(root, agreement, "AG", codes.COMMITMENT, signed, first, "Agreement signed")
    for one in amendments:
        if one.amount != one.amount_before:
            change = one.amount - one.amount_before
            ref = f"AM-{one.number}"
            transaction(
                root, agreement, ref, codes.COMMITMENT, one.signed_on, change, "Amendment signed"
            )
    for row in agreement.kept_instalments:
        if row.received_on and row.received_amount:
            transaction(
                root,
                agreement,
                f"IN-{row.number}",
                codes.FUNDS,
                row.received_on,
                row.received_amount,
                f"Instalment {row.number}",
            )
    for paid in agreement.kept_expenditures:
        transaction(
            root, agreement, f"EX-{paid.pk}", codes.EXPENDITURE, paid.on, paid.amount, paid.what
        )


def transaction(
    root: Any, agreement: Agreement, ref: str, kind: str, day: date, amount: Decimal, words: str
) -> None:
    node = add(root, "transaction", ref=ref)
    add(node, "transaction-type", code=kind)
    add(node, "transaction-date", iso_date=day.isoformat())
    value(node, amount, day)
    narrative(node, "description", words)
    if kind != codes.EXPENDITURE:
        donor = agreement.donor
        narrative(
            node,
            "provider-org",
            donor.name_en,
            ref=donor.iati_identifier if donor.is_identifier_verified else "",
            type=donor.iati_organisation_type,
        )
        narrative(
            node,
            "receiver-org",
            agreement.office.name_en,
            ref=reporting_ref(),
            type=codes.REPORTING_TYPE,
        )


def trained(root: Any, agreement: Agreement, people: int, women: int, *, today: date) -> None:
    """How many officials were trained: a number, and how many women once there are three people."""
    if not people:
        return
    result = add(root, "result", type="1", aggregation_status="1")
    narrative(result, "title", "Officials trained")
    indicator = add(result, "indicator", measure="1", ascending="1", aggregation_status="1")
    narrative(indicator, "title", "Number of officials who attended")
    period = add(indicator, "period")
    add(period, "period-start", iso_date=agreement.starts_on.isoformat())
    last = max(agreement.starts_on, min(agreement.ends_on, today))
    add(period, "period-end", iso_date=last.isoformat())
    counts = [("total", people), ("female", women)] if people >= 3 else [("total", people)]
    for sex, n in counts:
        actual = add(period, "actual", value=str(n))
        add(actual, "dimension", name="sex", value=sex)
