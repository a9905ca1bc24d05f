"""Reading spreadsheets that strangers send: .xlsx, .ods, .xls and .csv, without trusting any.

Everything that could hurt is refused before a parser sees it, in a sentence that says what and why.
"""

import csv
import io
import zipfile
import zlib
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import Any

from django.utils.translation import gettext as _
from python_calamine import CalamineError, CalamineWorkbook

MOST_BYTES = 10 * 1024 * 1024
MOST_UNZIPPED = 20 * 1024 * 1024
MOST_ENTRIES = 1000
MOST_SHEETS = 50
MOST_ROWS = 20_000
MOST_COLUMNS = 200

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
VBA_OF_XLS = "_VBA_PROJECT".encode("utf-16-le")
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
NOT_TEXT = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"{\\rtf", b"MZ", b"\x7fELF")

Value = str | int | float | bool | date | datetime | None


class SheetRefused(Exception):
    """The file cannot be read as a spreadsheet. The message is a sentence for its sender."""


@dataclass
class Sheet:
    """One sheet: plain values by row and column, from the top left corner."""

    name: str
    rows: list[list[Value]]
    merged: list[tuple[tuple[int, int], tuple[int, int]]] = field(default_factory=list)

    def where(self, row: int, column: int) -> str:
        """A cell as people name it: Actions!D12."""
        return (
            f"{self.name}!{letters(column)}{row + 1}"
            if self.name
            else f"{letters(column)}{row + 1}"
        )


@cache
def letters(column: int) -> str:
    """0 -> A, 25 -> Z, 26 -> AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def read_sheets(content: bytes, name: str) -> list[Sheet]:
    """The sheets of a file, hidden ones too. Raises SheetRefused."""
    if len(content) > MOST_BYTES:
        raise SheetRefused(
            _("“%(name)s” is larger than %(limit)s MB. A filled-in workbook is far smaller.")
            % {"name": name, "limit": MOST_BYTES // 1024 // 1024}
        )
    if not content.strip():
        raise SheetRefused(_("“%s” is empty.") % name)
    if content.startswith(b"PK"):
        check_zip(content, name)
        return read_workbook(content, name)
    if content.startswith(OLE):
        check_ole(content, name)
        return read_workbook(content, name)
    if content.startswith(NOT_TEXT):
        raise SheetRefused(not_a_sheet(name))
    return [read_csv(content, name)]


def not_a_sheet(name: str) -> str:
    return _("“%s” is not a spreadsheet. Send a file of type .xlsx, .ods, .xls or .csv.") % name


def check_ole(content: bytes, name: str) -> None:
    if ENCRYPTED in content:
        raise SheetRefused(
            _("“%s” is protected by a password. Save it without one and send it again.") % name
        )
    if VBA_OF_XLS in content:
        raise SheetRefused(has_macros(name))


def has_macros(name: str) -> str:
    return _("“%s” contains macros. Save it as a workbook without macros (.xlsx).") % name


def check_zip(content: bytes, name: str) -> None:
    """Refuse what is no workbook, has macros, or would grow too large, before it is parsed.

    The sizes that a zip declares may lie, so each entry is unpacked, piece by piece, and counted.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
        entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise SheetRefused(_("“%s” is damaged: it cannot be opened.") % name) from None
    names = {entry.filename for entry in entries}
    if any(one.lower().endswith("vbaproject.bin") for one in names) or any(
        one.startswith("Basic/") and not one.endswith((".xml", ".xlc")) for one in names
    ):
        raise SheetRefused(has_macros(name))
    if not names & {"xl/workbook.xml", "xl/workbook.bin", "content.xml"}:
        raise SheetRefused(not_a_sheet(name))
    declared = sum(entry.file_size for entry in entries)
    if len(entries) > MOST_ENTRIES or declared > MOST_UNZIPPED or grows(content, entries):
        raise SheetRefused(
            _("“%(name)s” unpacks to more than %(limit)s MB, which no workbook of ours does.")
            % {"name": name, "limit": MOST_UNZIPPED // 1024 // 1024}
        )


def grows(content: bytes, entries: list[zipfile.ZipInfo]) -> bool:
    """Whether the entries together unpack to more than is allowed, whatever they declare."""
    left = MOST_UNZIPPED
    for entry in entries:
        start = entry.header_offset
        head = content[start : start + 30]
        if len(head) < 30:
            return True
        start += 30 + int.from_bytes(head[26:28], "little") + int.from_bytes(head[28:30], "little")
        packed = content[start : start + entry.compress_size]
        if entry.compress_type == zipfile.ZIP_STORED:
            left -= len(packed)
        elif entry.compress_type == zipfile.ZIP_DEFLATED:
            unpacker = zlib.decompressobj(-15)
            while packed and left >= 0:
                try:
                    left -= len(unpacker.decompress(packed, 1 << 20))
                except zlib.error:
                    return True
                packed = unpacker.unconsumed_tail
        else:
            return True
        if left < 0:
            return True
    return False


def read_workbook(content: bytes, name: str) -> list[Sheet]:
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        if len(book.sheet_names) > MOST_SHEETS:
            raise SheetRefused(
                _("“%(name)s” has more than %(limit)s sheets.")
                % {"name": name, "limit": MOST_SHEETS}
            )
        return [read_sheet(book, title) for title in book.sheet_names]
    except SheetRefused:
        raise
    except (CalamineError, ValueError, OSError) as error:
        # Whatever the parser found wrong, to the sender it is one thing.
        raise SheetRefused(
            _("“%(name)s” cannot be read: %(error)s") % {"name": name, "error": str(error)[:200]}
        ) from None


def read_sheet(book: CalamineWorkbook, title: str) -> Sheet:
    sheet = book.get_sheet_by_name(title)
    rows = sheet.to_python(skip_empty_area=False, nrows=MOST_ROWS + 1)
    check_shape(title, rows)
    merged = [((a, b), (c, d)) for (a, b), (c, d) in sheet.merged_cell_ranges or ()]
    return Sheet(title, [[plain(value) for value in row] for row in rows], merged)


def check_shape(title: str, rows: list) -> None:
    if len(rows) > MOST_ROWS:
        raise SheetRefused(
            _("The sheet “%(sheet)s” has more than %(limit)s rows.")
            % {"sheet": title, "limit": f"{MOST_ROWS:,}"}
        )
    if rows and max(map(len, rows)) > MOST_COLUMNS:
        raise SheetRefused(
            _("The sheet “%(sheet)s” has more than %(limit)s columns.")
            % {"sheet": title, "limit": MOST_COLUMNS}
        )


def plain(value: Any) -> Value:
    """What calamine gives as what a cell holds: an empty text is nothing."""
    if value == "" or value is None:
        return None
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return int(value)
    if isinstance(value, datetime) and value.time() == time():
        return value.date()
    if isinstance(value, time | timedelta):
        return str(value)
    return value


def read_csv(content: bytes, name: str) -> Sheet:
    """Comma, semicolon or tab; UTF-8, UTF-16 with its mark, or Windows-1252."""
    text = decoded(content, name)
    first = next((line for line in text.splitlines() if line.strip()), "")
    separator = max(";,\t", key=first.count)
    try:
        rows: list[list[Value]] = [
            [cell if cell != "" else None for cell in row]
            for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        ]
    except csv.Error as error:
        raise SheetRefused(
            _("“%(name)s” cannot be read as a table: %(error)s") % {"name": name, "error": error}
        ) from None
    check_shape(name, rows)
    return Sheet("", rows)


def decoded(content: bytes, name: str) -> str:
    for mark, encoding in (
        (b"\xef\xbb\xbf", "utf-8-sig"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if content.startswith(mark):
            try:
                return content.decode(encoding)
            except UnicodeDecodeError:
                raise SheetRefused(not_a_sheet(name)) from None
    if content.count(b"\x00") > len(content) // 20:
        raise SheetRefused(not_a_sheet(name))
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")
