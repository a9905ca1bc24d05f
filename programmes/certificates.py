"""Certificates on paper: one landscape page each, with a square code that leads to the check page."""

import io
from collections.abc import Iterable
from pathlib import Path

import segno
from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override as in_language

from programmes.models import Certificate
from rocb import markup
from rocb.documents.blocks import plain
from rocb.documents.pdf import typeset

TEMPLATE = Path(__file__).with_name("certificate.typ")


def address_of(certificate: Certificate) -> str:
    """Where anybody checks it."""
    return f"{settings.SITE_URL}{certificate.get_absolute_url()}"


def where() -> str:
    """The page to type a code into, as it stands on paper."""
    return f"{settings.SITE_URL}{reverse('certificate-check')}".partition("://")[2]


def square_of(text: str) -> str:
    """A square code as SVG."""
    buffer = io.BytesIO()
    segno.make(text, error="m").save(buffer, kind="svg", border=0, scale=4, dark="#0b2e47")
    return buffer.getvalue().decode()


def grouped(code: str) -> str:
    """In fours, as people type it."""
    return "-".join(code[at : at + 4] for at in range(0, len(code), 4))


def page_of(one: Certificate) -> dict[str, str]:
    """The words of one certificate, in its holder's language whoever prints it."""
    language = one.nomination.person.language
    with in_language(language):
        return {name: plain(value) for name, value in words_of(one).items()} | {
            "language": language
        }


def words_of(one: Certificate) -> dict[str, str]:
    event = one.nomination.event
    days = markup.days(one.starts_on, one.ends_on)
    return {
        "office": event.office.name,
        "heading": _("Certificate of participation"),
        "before": _("This is to certify that"),
        "name": one.full_name,
        "member": one.nomination.administration.name,
        "between": _("took part in"),
        "event": one.event_title,
        "days": f"{days}, {one.place}" if one.place else days,
        "issued": _("Issued on %s") % markup.day(one.issued_on),
        "signed": _("Head of the regional office"),
        "check": _("Check it at %s") % where(),
        "code": grouped(one.code),
        "square": square_of(address_of(one)),
    }


def paper_of(certificates: Iterable[Certificate]) -> bytes:
    """The certificates as one tagged PDF. Raises MissingGlyph rather than draw boxes."""
    pages = [page_of(one) for one in certificates]
    title = pages[0]["heading"] if len(pages) != 1 else f"{pages[0]['heading']}: {pages[0]['name']}"
    data = {"title": title, "language": pages[0]["language"], "pages": pages}
    return typeset(TEMPLATE, data)
