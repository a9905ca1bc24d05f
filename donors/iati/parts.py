"""The parts of an <iati-activity>, as text."""

from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django.conf import settings

from donors.iati import codes
from donors.iati.rows import Exported
from donors.iati.xml import element, narrative, text
from donors.models import Agreement, Donor
from donors.workflow import AgreementStatus
from rocb.models import Office

EXAMPLE_REF = "XM-EXAMPLE-ROCB"
CENT = Decimal("0.01")


def reporting_ref() -> str:
    """The identifier that the office reports under; an example until it has a registered one."""
    return settings.IATI_REPORTING_REF or EXAMPLE_REF


def is_preview() -> bool:
    return not settings.IATI_REPORTING_REF


def as_donor(donor: Donor, name: str, **attributes: str) -> str:
    """The donor under its identifier, where that has been verified."""
    return narrative(
        name,
        donor.name_en,
        ref=donor.iati_identifier if donor.is_identifier_verified else "",
        type=donor.iati_organisation_type,
        **attributes,
    )


def as_office(office: Office, name: str, **attributes: str) -> str:
    return narrative(
        name,
        office.name_en,
        ref=reporting_ref(),
        type=codes.REPORTING_TYPE,
        **attributes,
    )


def organisations(one: Exported) -> str:
    """Who pays, and the office, which carries it out."""
    funder = as_donor(
        one.donor,
        "participating-org",
        role=codes.FUNDING,
        crs_channel_code=one.donor.crs_channel,
    )
    roles = (codes.EXTENDING, codes.IMPLEMENTING)
    return funder + "".join(as_office(one.office, "participating-org", role=role) for role in roles)


def dates(agreement: Agreement, today: date) -> str:
    def when(kind: str, day: date) -> str:
        return element("activity-date", type=kind, iso_date=day.isoformat())

    over = agreement.status in (AgreementStatus.CLOSED, AgreementStatus.TERMINATED)
    found = when(codes.PLANNED_START, agreement.starts_on)
    if agreement.starts_on <= today:
        found += when(codes.ACTUAL_START, agreement.starts_on)
    found += when(codes.PLANNED_END, agreement.ends_on)
    if over:
        found += when(codes.ACTUAL_END, min(agreement.ends_on, today))
    return found


def contact(office: Office) -> str:
    website = element("website", text(office.website)) if office.website else ""
    return element("contact-info", narrative("organisation", office.name_en) + website, type="1")


def places(shares: list[Any]) -> str:
    """For whom it is, in per cent; the region as a whole where nothing else is said."""
    countries = [one for one in shares if one.administration]
    regions = [one for one in shares if not one.administration]
    scope = codes.SCOPE_REGIONAL
    if countries and not regions:
        scope = codes.SCOPE_NATIONAL if len(countries) == 1 else codes.SCOPE_MULTI
    found = element("activity-scope", code=scope)
    for one in countries:
        code, percent = one.administration__iso2.upper(), f"{one.percent.normalize():f}"
        found += element("recipient-country", code=code, percentage=percent)
    for code, percent in [(one.region, f"{one.percent.normalize():f}") for one in regions] or (
        [] if countries else [("798", "100")]
    ):
        found += element("recipient-region", vocabulary="1", code=code, percentage=percent)
    return found


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


def budgets(agreement: Agreement) -> str:
    return "".join(
        element(
            "budget",
            period(start, end) + value(amount, agreement.signed_on or start),
            type="1",
            status="2",
        )
        for start, end, amount in budget_periods(agreement)
    )


def period(start: date, end: date) -> str:
    return (
        f'<period-start iso-date="{start.isoformat()}"/><period-end iso-date="{end.isoformat()}"/>'
    )


def value(amount: Decimal, day: date) -> str:
    return f'<value value-date="{day.isoformat()}">{amount:.2f}</value>'


def transactions(exported: Exported) -> str:
    """What was agreed, with each amendment; what came in; what was paid out. Never to whom."""
    agreement, amendments = exported.agreement, exported.amendments
    between = as_donor(exported.donor, "provider-org") + as_office(exported.office, "receiver-org")
    first = amendments[0].amount_before if amendments else agreement.amount
    signed = agreement.signed_on or agreement.starts_on
    found = transaction("AG", codes.COMMITMENT, signed, first, "Agreement signed", between)
    for one in amendments:
        if change := one.amount - one.amount_before:
            ref = f"AM-{one.number}"
            found += transaction(
                ref, codes.COMMITMENT, one.signed_on, change, "Amendment signed", between
            )
    for row in exported.instalments:
        if row.received_on and row.received_amount:
            ref, words = f"IN-{row.number}", f"Instalment {row.number}"
            found += transaction(
                ref, codes.FUNDS, row.received_on, row.received_amount, words, between
            )
    for paid in exported.expenditures:
        found += transaction(f"EX-{paid.pk}", codes.EXPENDITURE, paid.on, paid.amount, paid.what)
    return found


def transaction(
    ref: str, kind: str, day: date, amount: Decimal, words: str, between: str = ""
) -> str:
    """Nearly all of a long file is these, so they are written out."""
    return (
        f'<transaction ref="{ref}"><transaction-type code="{kind}"/>'
        f'<transaction-date iso-date="{day.isoformat()}"/>{value(amount, day)}'
        f"{narrative('description', words)}{between}</transaction>"
    )


def trained(agreement: Agreement, people: int, women: int, *, today: date) -> str:
    """How many officials were trained: a number, and how many women once there are three people."""
    if not people:
        return ""
    last = max(agreement.starts_on, min(agreement.ends_on, today))
    counts = [("total", people), ("female", women)] if people >= 3 else [("total", people)]
    actual = "".join(
        element("actual", element("dimension", name="sex", value=sex), value=str(n))
        for sex, n in counts
    )
    title = narrative("title", "Number of officials who attended")
    indicator = element(
        "indicator",
        title + element("period", period(agreement.starts_on, last) + actual),
        measure="1",
        ascending="1",
        aggregation_status="1",
    )
    said = narrative("title", "Officials trained")
    return element("result", said + indicator, type="1", aggregation_status="1")
