"""What may be kept in the library: PDF and Word files, checked by content before they are kept.

Every refusal is a sentence that names the file and says what to do.
"""

import threading
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

import puremagic
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from reports.models.files import FileVersion
from rocb.languages import Language

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
MOST_UNZIPPED = 200 * 1024 * 1024
MOST_TEXT = 8_000_000  # characters; a study of 3,000 pages
MOST_PAGES = 5000
PART = 3000  # characters of a Word file that are found together
PASSWORD_ERROR = 4
# PDFium works for one thread at a time.
LOCK = threading.Lock()
# PostgreSQL's dictionaries for the languages whose words we inflect.
CONFIGS = {Language.ENGLISH: "english", Language.FRENCH: "french"}


def config_of(language: str) -> str:
    """The dictionary for a language; plain words where there is none."""
    return CONFIGS.get(language, "simple")  # type: ignore[call-overload]


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
        found = check_pdf(upload)
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


def check_pdf(upload) -> Checked:
    import pypdfium2

    with LOCK:
        try:
            document = pypdfium2.PdfDocument(upload)
        except pypdfium2.PdfiumError as error:
            if getattr(error, "err_code", None) == PASSWORD_ERROR:
                raise locked(upload.name) from None
            raise broken(upload.name) from None
        try:
            pages = len(document)
            if not 0 < pages <= MOST_PAGES:
                raise broken(upload.name)
            has_text = any(text_of(document, n).strip() for n in range(min(pages, 10)))
        finally:
            document.close()
    return Checked(FileVersion.Kind.PDF, pages, has_text)


def broken(name: str) -> ValidationError:
    return ValidationError(
        _("“%s” is damaged: no page of it can be opened. Export it again and upload that.") % name
    )


def text_of(document, number: int) -> str:
    """The text of one page; empty where the page cannot be read."""
    import pypdfium2

    try:
        page = document[number]
        words = page.get_textpage()
        text = words.get_text_bounded()
        words.close()
        page.close()
    except pypdfium2.PdfiumError:
        return ""
    return clean(text)


def clean(text: str) -> str:
    """Text that the database takes: no null bytes, no halves of letters, words not cut by hyphens."""
    text = text.replace("\x00", "").replace("\ufffe", "").replace("\r\n", "\n")
    return text.encode("utf-8", "ignore").decode()


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
    try:
        has_text = any(part.strip() for part in word_parts(upload))
    except Exception:  # whatever the parser says of a file that is none
        raise broken(upload.name) from None
    return Checked(FileVersion.Kind.WORD, None, has_text)


def word_parts(file) -> Iterator[str]:
    """The text of a Word file, in parts of a page or so."""
    from docx import Document

    part: list[str] = []
    length = 0
    for block in Document(file).element.body.iter():
        if not block.tag.endswith("}p"):
            continue
        text = clean("".join(node.text or "" for node in block.iter() if node.tag.endswith("}t")))
        if text:
            part.append(text)
            length += len(text)
        if length > PART:
            yield "\n".join(part)
            part, length = [], 0
    if part:
        yield "\n".join(part)


def texts(version: FileVersion) -> Iterator[tuple[int, str]]:
    """(page, text) of a kept file, as much as the search keeps."""
    total = 0
    with version.file.open("rb") as file:
        parts = pdf_pages(file) if version.kind == FileVersion.Kind.PDF else word_parts(file)
        for number, text in enumerate(parts, 1):
            total += len(text)
            if text.strip():
                yield number, text
            if total > MOST_TEXT:
                return


def pdf_pages(file) -> Iterator[str]:
    import pypdfium2

    with LOCK:
        document = pypdfium2.PdfDocument(file)
        try:
            count = min(len(document), MOST_PAGES)
        except BaseException:
            document.close()
            raise
    try:
        for number in range(count):
            with LOCK:
                text = text_of(document, number)
            yield text
    finally:
        with LOCK:
            document.close()
