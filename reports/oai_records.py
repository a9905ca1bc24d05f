"""How a report stands in the answers of OAI-PMH: its header, and its record in Dublin Core."""

import re
from datetime import UTC, datetime
from urllib.parse import urlsplit

from django.conf import settings
from lxml import etree

from reports.models import Report

OAI = "http://www.openarchives.org/OAI/2.0/"
DC = "http://purl.org/dc/elements/1.1/"
OAI_DC = "http://www.openarchives.org/OAI/2.0/oai_dc/"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
PREFIX = "oai_dc"
STAMP = "%Y-%m-%dT%H:%M:%SZ"
# What XML 1.0 may not hold.
UNFIT = re.compile("[^\\t\\n\\r -\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")


def safe(text: str) -> str:
    """Text that XML may hold."""
    return UNFIT.sub("", text)


def stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime(STAMP)


def add(parent, name: str, text: str = "", space: str = OAI):
    element = etree.SubElement(parent, f"{{{space}}}{name}")
    if text:
        element.text = safe(text)
    return element


def identifier_of(report: Report) -> str:
    host = urlsplit(settings.SITE_URL).hostname or "localhost"
    return f"oai:{host}:reports/{report.pk}"


def is_open(report: Report) -> bool:
    return report.is_published and report.is_public


def put_header(parent, report: Report) -> None:
    header = add(parent, "header")
    if not is_open(report):
        header.set("status", "deleted")
    add(header, "identifier", identifier_of(report))
    add(header, "datestamp", stamp(report.updated_at))
    add(header, "setSpec", report.series.code)


def put_record(parent, report: Report, names: dict[str, str]) -> None:
    record = add(parent, "record")
    put_header(record, report)
    if not is_open(report):
        return
    metadata = add(record, "metadata")
    core = etree.SubElement(
        metadata, f"{{{OAI_DC}}}dc", nsmap={"oai_dc": OAI_DC, "dc": DC, "xsi": XSI}
    )
    core.set(f"{{{XSI}}}schemaLocation", f"{OAI_DC} {OAI}oai_dc.xsd")
    for name, values in dublin_core(report, names).items():
        for value in values:
            if value:
                add(core, name, value, DC)


def dublin_core(report: Report, names: dict[str, str]) -> dict[str, list[str]]:
    """The fifteen elements, as far as we know them."""
    return {
        "title": [report.title],
        "creator": report.author_names,
        "subject": [theme.name for theme in report.themes.all()]
        + [standard.title for standard in report.standards.all()],
        "description": [report.summary],
        "publisher": [report.office.name],
        "date": [
            report.published_on.isoformat() if report.published_on else str(report.year or "")
        ],
        "type": ["Text"],
        "identifier": [f"{settings.SITE_URL}{report.get_absolute_url()}"],
        "source": [f"{report.series.title}, No. {report.number}"],
        "language": list(report.languages),
        "coverage": [names.get(code, code) for code in report.countries],
    }
