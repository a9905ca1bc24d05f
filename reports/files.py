"""What may be kept in the library: PDF and Word files, checked by content before they are kept.

Every refusal is a sentence that names the file and says what to do.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import puremagic
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from reports.models.files import FileVersion
from rocb.languages import Language

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
MOST_UNZIPPED = 200 * 1024 * 1024
LOOK_SECONDS = 40  # less than gunicorn waits for a page
READ_SECONDS = 900
# PostgreSQL's dictionaries for the languages whose words we inflect.
CONFIGS: dict[str, str] = {Language.ENGLISH: "english", Language.FRENCH: "french"}


def config_of(language: str) -> str:
    """The dictionary for a language; plain words where there is none."""
    return CONFIGS.get(language, "simple")


@dataclass(frozen=True)
class Checked:
    """What a file turned out to be."""

    kind: str
    pages: int | None
    has_text: bool


def check(upload) -> Checked:
    """What an upload is, by its content. Raises ValidationError with a sentence.

    The file is left at its beginning.
    """
    limit = settings.MAX_REPORT_BYTES
    if upload.size > limit:
        raise ValidationError(
            _(
                "“%(name)s” has %(size)s MB; the library keeps files up to %(limit)s MB. Make its "
                "pictures smaller, or split it: many readers are on slow lines."
            )
            % {
                "name": upload.name,
                "size": -(-upload.size // 1024 // 1024),
                "limit": limit // 1024 // 1024,
            }
        )
    upload.seek(0)
    head = upload.read(4096)
    upload.seek(0)
    if not head:
        raise ValidationError(_("“%s” is empty. Choose the file again.") % upload.name)
    if b"%PDF-" in head[:1024]:
        found = looked_into(upload, FileVersion.Kind.PDF)
    elif head.startswith(b"PK"):
        found = check_word(upload)
    elif head.startswith(OLE):
        raise old_office(upload)
    else:
        raise ValidationError(
            _(
                "“%(name)s” is no PDF and no Word file, whatever it is called: by its content it is "
                "%(kind)s. Save it as PDF and upload that."
            )
            % {"name": upload.name, "kind": guessed(head, upload.name)}
        )
    upload.seek(0)
    return found


def guessed(head: bytes, name: str) -> str:
    """What a file is, in a word or two."""
    try:
        kind = puremagic.from_string(head, mime=True)
    except (puremagic.PureError, ValueError):
        kind = ""
    if kind:
        return kind
    return _("something unknown") if b"\x00" in head else _("plain text")


def old_office(upload) -> ValidationError:
    body = upload.read(1024 * 1024)
    if ENCRYPTED in body:
        return locked(upload.name)
    return ValidationError(
        _("“%s” is in the old format of Word. Save it as .docx or as PDF and upload that.")
        % upload.name
    )


def locked(name: str) -> ValidationError:
    return ValidationError(
        _("“%s” is locked with a password. Save it without one and upload it again.") % name
    )


def looked_into(upload, kind: str) -> Checked:
    """What the reader says of a file, from a process of its own. Raises ValidationError."""
    try:
        nothing: dict[str, Any] = {"error": "broken"}
        found = next(reader("look", kind, upload, seconds=LOOK_SECONDS), nothing)
    except Unreadable:
        raise broken(upload.name) from None
    if found.get("error") == "locked":
        raise locked(upload.name)
    if "error" in found:
        raise broken(upload.name)
    return Checked(kind, found["pages"], found["has_text"])


def broken(name: str) -> ValidationError:
    return ValidationError(
        _("“%s” is damaged: no page of it can be opened. Export it again and upload that.") % name
    )


def check_word(upload) -> Checked:
    try:
        with zipfile.ZipFile(upload) as archive:
            names = archive.namelist()
            size = sum(entry.file_size for entry in archive.infolist())
    except (zipfile.BadZipFile, OSError, ValueError):
        raise broken(upload.name) from None
    if "word/document.xml" not in names:
        raise ValidationError(
            _("“%s” is an archive or another kind of document. Save it as PDF and upload that.")
            % upload.name
        )
    if any(name.endswith("vbaProject.bin") for name in names):
        raise ValidationError(
            _("“%s” holds macros. Save it as a Word file without them, or as PDF.") % upload.name
        )
    if size > MOST_UNZIPPED:
        raise ValidationError(
            _("“%s” unpacks to far more than its size: it is not kept.") % upload.name
        )
    upload.seek(0)
    return looked_into(upload, FileVersion.Kind.WORD)


class Unreadable(Exception):
    """A file that its reader could not get through: it crashed, hung or gave up."""


def reader(verb: str, kind: str, file, *, seconds: int) -> Iterator:
    """The lines that `reports/reader.py` says of an open file. Raises Unreadable."""
    with tempfile.TemporaryFile() as source, tempfile.TemporaryFile() as said:
        shutil.copyfileobj(file, source)
        source.seek(0)
        command = [sys.executable, "-m", "reports.reader", verb, kind]
        try:
            # Into a file and not a pipe: a page at a time is parsed, whatever the whole weighs.
            subprocess.run(
                command, stdin=source, stdout=said, stderr=subprocess.DEVNULL, timeout=seconds,
                cwd=settings.BASE_DIR, check=True, env={"PATH": os.environ.get("PATH", "")},
            )  # fmt: skip
        except (subprocess.SubprocessError, OSError) as error:
            raise Unreadable(str(error)) from None
        said.seek(0)
        yield from map(json.loads, said)


def texts(version: FileVersion) -> Iterator[tuple[int, str]]:
    """(page, text) of a kept file, as much as the search keeps. Raises Unreadable."""
    with version.file.open("rb") as file:
        yield from reader("read", version.kind, file, seconds=READ_SECONDS)
