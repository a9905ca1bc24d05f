"""The checks. Each takes the pages that were walked and gives findings in sentences; none is well.

A check whose tool is missing raises Missing: that is said aloud and is no finding.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from urllib.parse import parse_qsl, urljoin, urlsplit

from tests.audit.site import READERS, ROOT, Answer, Visitor, token_of, visitors

PAGES_EACH = int(os.environ.get("AUDIT_PAGES", "120"))  # pages of one reader
# Sorted, paged and filtered variants of one page, and what is no reading.
LEFT_OUT = {"sort", "page", "after", "export", "q", "draft", "next", "since", "until"}
NOT_WALKED = ("/accounts/logout/", "/admin/")


BEFORE = dict(os.environ)


class Missing(Exception):
    """A tool that is not installed; the sentence says how to get it."""


Walked = dict[str, dict[str, Answer]]  # who -> path -> answer


def walk(site: str) -> Walked:
    """Every reader follows the links that the portal shows to them, from the home page on."""
    return {visitor.who: walk_as(visitor) for visitor in visitors(site)}


def walk_as(visitor: Visitor) -> dict[str, Answer]:
    """Breadth first, one page of each shape before the second of any."""
    found: dict[str, Answer] = {}
    waiting, origin, shapes = ["/"], {"/": ""}, dict[str, int]()
    while waiting and len(found) < PAGES_EACH:
        path = waiting.pop(0)
        found[path] = answer = replace(visitor.get(path), found_on=origin[path])
        if answer.kind != "text/html" or answer.status != 200:
            continue
        for link in links(answer, path):
            if link not in origin:
                origin[link] = path
                key = shape(link)
                shapes[key] = shapes.get(key, 0) + 1
                if shapes[key] <= 3:
                    waiting.append(link)
    return found


def shape(path: str) -> str:
    """An address without its numbers: the pages of one kind have one shape."""
    parts = urlsplit(path).path.split("/")
    return "/".join("#" if any(c.isdigit() for c in part) else part for part in parts)


def links(answer: Answer, path: str) -> Iterator[str]:
    """The addresses inside the portal that a page links to, and the pictures it shows."""
    from lxml import html

    tree = html.fromstring(answer.body)
    for element, _attribute, link, _position in tree.iterlinks():
        if element.tag not in ("a", "img"):
            continue
        parts = urlsplit(urljoin(path, link))
        if parts.scheme or parts.netloc or parts.path.startswith(NOT_WALKED):
            continue
        if any(name in LEFT_OUT for name, _value in parse_qsl(parts.query, True)):
            continue
        yield parts.path + (f"?{parts.query}" if parts.query else "")


def dead_links(walked: Walked, site: str) -> list[str]:
    """Whatever a page offers can be opened by whoever it is offered to."""
    return [
        f"{who}: {path} answers {answer.status}; the link stands on {answer.found_on}"
        for who, pages in walked.items()
        for path, answer in pages.items()
        if answer.status >= 400
    ]


def html(walked: Walked, site: str) -> list[str]:
    """The Nu checker finds no error in any page; attributes of htmx are ours to have."""
    jar, java = os.environ.get("VNU_JAR", ""), shutil.which("java")
    if not (java and jar and Path(jar).exists()):
        raise Missing("set VNU_JAR to vnu.jar (npm pack vnu-jar) and install Java")
    with tempfile.TemporaryDirectory() as folder:
        names = {}
        for who, pages in walked.items():
            for path, answer in pages.items():
                if answer.kind == "text/html" and answer.body:
                    file = Path(folder) / f"{len(names):05d}.html"
                    file.write_bytes(answer.body)
                    names[file.name] = f"{who}: {path}"
        done = subprocess.run(
            [java, "-jar", jar, "--errors-only", "--format", "json", folder],
            capture_output=True,
            check=False,
        )
    said = json.loads(done.stderr or b'{"messages": []}')["messages"]
    shown: dict[str, str] = {}
    for one in said:
        if one["message"].startswith("Attribute “hx-"):
            continue
        where = names[one["url"].rsplit("/", 1)[1]]
        shown.setdefault(one["message"], f"{where}: {one['message']} [{one.get('extract', '')}]")
    return list(shown.values())


def pdf_tags(walked: Walked, site: str) -> list[str]:
    """Each PDF is tagged, has a structure, a language and a title."""
    import pikepdf

    found = []
    for who, path, answer in of_kind(walked, "application/pdf"):
        with pikepdf.open(BytesIO(answer.body)) as pdf:
            root = pdf.Root
            lacks = [key for key in ("/MarkInfo", "/StructTreeRoot", "/Lang") if key not in root]
            if not pdf.open_metadata().get("dc:title"):
                lacks.append("title")
        if lacks:
            found.append(f"{who}: {path} lacks {', '.join(lacks)}")
    return found


def feeds(walked: Walked, site: str) -> list[str]:
    """Calendars, Atom and XML can be read by the libraries that others read them with."""
    import feedparser
    from icalendar import Calendar
    from lxml import etree

    found = []
    for who, path, answer in of_kind(walked, "text/calendar"):
        for event in Calendar.from_ical(answer.body).walk("VEVENT"):
            if not event.get("uid") or not event.get("dtstamp") or not event.get("dtstart"):
                found.append(f"{who}: {path} has an event without UID, DTSTAMP or DTSTART")
    for kind in ("application/atom+xml", "application/rss+xml"):
        for who, path, answer in of_kind(walked, kind):
            if (read := feedparser.parse(answer.body)).bozo:
                found.append(f"{who}: {path}: {read.bozo_exception}")
    for kind in ("application/xml", "text/xml"):
        for who, path, answer in of_kind(walked, kind):
            try:
                etree.fromstring(answer.body)
            except etree.XMLSyntaxError as error:
                found.append(f"{who}: {path}: {error}")
    return found


def of_kind(walked: Walked, kind: str) -> Iterator[tuple[str, str, Answer]]:
    for who, pages in walked.items():
        for path, answer in pages.items():
            if answer.kind == kind and answer.status == 200:
                yield who, path, answer


CONFORMANCE = "status_code_conformance,content_type_conformance,response_schema_conformance"


def api(walked: Walked, site: str) -> list[str]:
    """Schemathesis finds no 500, no answer that the document does not name, no wrong shape."""
    examples = os.environ.get("AUDIT_EXAMPLES", "10")
    found = []
    for who in ("officer", "donor"):
        token = token_of(READERS[who])
        done = subprocess.run(
            [str(Path(sys.executable).parent / "schemathesis"), "run", f"{site}/api/schema/"]
            + ["--header", f"Authorization: Token {token}", "--max-examples", examples]
            + ["--include-method", "GET", "--phases", "examples,fuzzing", "--no-color"]
            + ["--checks", f"not_a_server_error,{CONFORMANCE}"],
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            # What failed stands before what is merely worth a thought.
            failures = done.stdout.partition("= FAILURES =")[2].partition("= WARNINGS =")[0]
            lines = (failures or done.stdout).strip().splitlines()
            found.append(f"{who}: " + "\n    ".join(lines[:60]))
    return found


def code(walked: Walked, site: str) -> list[str]:
    """The rules of bandit, as ruff has them, with the exceptions that pyproject.toml names."""
    done = subprocess.run(
        [sys.executable, "-m", "ruff", "check", "--output-format", "concise"]
        + ["rocb", "programmes", "missions", "donors", "reports", "deploy"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout.splitlines() if done.returncode else []


def axe(walked: Walked, site: str) -> list[str]:
    """Every page and reader under axe, and the journey by keyboard alone (tests/browser)."""
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:xdist", "--no-header", "--tb=short"]
        + ["tests/browser/test_every_page.py", "tests/browser/test_keyboard.py"],
        cwd=ROOT,
        # The suite starts servers of its own, and knows nothing of the portal that is audited.
        env={k: v for k, v in BEFORE.items() if k not in ("DATABASE_URL", "REDIS_URL")},
        capture_output=True,
        text=True,
        check=False,
    )
    return [done.stdout[-4000:]] if done.returncode else []


CHECKS = {
    "links": dead_links,
    "html": html,
    "pdf": pdf_tags,
    "feeds": feeds,
    "api": api,
    "code": code,
    "axe": axe,
}
