"""One <iati-activity> for each agreement; the file streams, however many there are."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import islice
from typing import Any

from django.conf import settings
from lxml import etree

from donors.iati import codes
from donors.iati.parts import (
    budgets,
    contact,
    dates,
    is_preview,
    organisations,
    places,
    reporting_ref,
    trained,
    transactions,
)
from donors.iati.rows import Around, Exported, exported
from donors.iati.xml import element, narrative, text
from donors.models import Agreement
from donors.models.agreements import AgreementQuerySet
from donors.workflow import AgreementStatus

# So many agreements go out at once.
PIECE = 20
PREVIEW = (
    " PREVIEW: the reporting office has no registered IATI identifier yet. "
    "Do not publish this file. "
)


def stream(agreements: AgreementQuerySet, *, at: datetime) -> Iterator[bytes]:
    """The file in pieces, one for some twenty agreements. `at` (aware) is when it was made."""
    around = Around(agreements)
    moment = at.replace(microsecond=0).isoformat()
    yield (
        "<?xml version='1.0' encoding='utf-8'?>\n"
        + (f"<!--{PREVIEW}-->" if is_preview() else "")
        + f'<iati-activities version="{codes.VERSION}" generated-datetime="{moment}">'
    ).encode()
    rows = exported(agreements)
    while piece := list(islice(rows, PIECE)):
        yield "".join(activity_xml(one, around, today=at.date()) for one in piece).encode()
    yield b"</iati-activities>"


def activity_element(one: Exported, around: Around, *, today: date) -> Any:
    """One agreement as a tree, for whoever looks into it."""
    return etree.fromstring(activity_xml(one, around, today=today))


def activity_xml(one: Exported, around: Around, *, today: date) -> str:
    """One agreement as <iati-activity>."""
    agreement = one.agreement
    return element(
        "iati-activity",
        introduced(one)
        + organisations(one)
        + element("activity-status", code=status_of(agreement, today))
        + dates(agreement, today)
        + contact(one.office)
        + places(one.shares)
        + element("sector", vocabulary="1", code=agreement.sector, percentage="100")
        + CLASSIFIED
        + budgets(agreement)
        + transactions(one)
        + pages_of(around.pages.get(agreement.pk, ()))
        + trained(agreement, *around.people.get(agreement.pk, (0, 0)), today=today),
        xml_lang="en",
        default_currency=agreement.currency,
        last_updated_datetime=agreement.updated_at.replace(microsecond=0).isoformat(),
        hierarchy="1",
        humanitarian="0",
    )


# A grant in kind of work, untied, through one office of many members: the same for all of them.
CLASSIFIED = (
    element("collaboration-type", code="4")
    + element("default-flow-type", code="10")
    + element("default-finance-type", code="110")
    + element("default-aid-type", code="D02", vocabulary="1")
    + element("default-tied-status", code="5")
)


def introduced(one: Exported) -> str:
    """What it is called, and who says so."""
    agreement, office, ref = one.agreement, one.office.name_en, reporting_ref()
    said = f"{office} (preview, identifier not registered)" if is_preview() else office
    return (
        element("iati-identifier", text(f"{ref}-{agreement.reference.replace(' ', '-')}"))
        + narrative("reporting-org", said, ref=ref, type=codes.REPORTING_TYPE)
        + narrative("title", agreement.title)
        + narrative("description", agreement.purpose or agreement.title, type="1")
    )


def pages_of(published: Iterable[tuple[str, str]]) -> str:
    return "".join(
        element(
            "document-link",
            narrative("title", title) + element("category", code="A12"),
            format="text/html",
            url=f"{settings.SITE_URL}/donors/activities/{slug}/",
        )
        for slug, title in published
    )


def status_of(agreement: Agreement, today: date) -> str:
    if agreement.status == AgreementStatus.SIGNED and agreement.starts_on <= today:
        return "2"
    return codes.STATUS[AgreementStatus(agreement.status)]
