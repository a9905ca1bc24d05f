"""A report as a reference manager reads it: BibTeX and RIS."""

import re

from django.conf import settings

from reports.models import Report

# What means something to BibTeX, and how it is written so that it does not.
SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


def one_line(text: str) -> str:
    return " ".join(re.sub(r"[\x00-\x1f\x7f]", " ", text).split())


def tex(text: str) -> str:
    """Text as the value of a BibTeX field."""
    return "".join(SPECIAL.get(letter, letter) for letter in one_line(text))


def address_of(report: Report) -> str:
    return f"{settings.SITE_URL}{report.get_absolute_url()}"


def bibtex(report: Report) -> str:
    """One `@techreport` entry; case of the title is kept."""
    fields = {
        # Each name in braces: an office is no given name and family name.
        "author": " and ".join(f"{{{tex(name)}}}" for name in report.author_names),
        "title": f"{{{tex(report.title)}}}",
        "institution": tex(report.office.name),
        "type": tex(report.series.title),
        "number": str(report.number),
        "year": str(report.year or ""),
        "url": address_of(report),
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    key = f"{report.series.code}-{report.number}"
    return f"@techreport{{{key},\n" + ",\n".join(lines) + "\n}\n"


def ris(report: Report) -> str:
    """One RIS record of the type RPRT."""
    lines = [("TY", "RPRT")]
    lines += [("AU", one_line(name)) for name in report.author_names]
    lines += [
        ("TI", one_line(report.title)),
        ("T2", one_line(report.series.title)),
        ("SN", str(report.number)),
        ("PB", one_line(report.office.name)),
        ("PY", str(report.year or "")),
        ("AB", one_line(report.summary)),
    ]
    lines += [("KW", theme.name) for theme in report.themes.all()]
    lines += [("LA", code) for code in report.languages]
    lines.append(("UR", address_of(report)))
    text = "\r\n".join(f"{tag}  - {value}" for tag, value in lines if value)
    return f"{text}\r\nER  - \r\n"


FORMATS = {
    "bib": (bibtex, "application/x-bibtex"),
    "ris": (ris, "application/x-research-info-systems"),
}
