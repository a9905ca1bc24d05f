"""Making the workbook: prefilled, identifiers locked, drop-downs, a stamp on a hidden sheet."""

import io
from typing import Any

import xlsxwriter
from django.utils.translation import gettext as _

from missions.models import Matrix
from missions.models.choices import TEXT_LIMIT
from missions.sheets import FIELDS, LETTERS, headings, rows_of
from missions.workbook.stamp import SHEET, stamp_of
from missions.workbook.words import CHOICES, key_heading
from rocb import markup

WIDTHS = {
    "level": 24,
    "remark": 60,
    "status": 22,
    "percent": 9,
    "progress": 44,
    "obstacle": 36,
    "next_step": 36,
    "support_needed": 16,
    "evidence": 30,
    "is_unchanged": 12,
}
# XlsxWriter must take no text for a formula, a number or a link.
SAFE = {
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
    "in_memory": True,
}


def make_workbook(matrix: Matrix) -> bytes:
    """The matrix as .xlsx, with what is in the portal now. Two queries."""
    rows = rows_of(matrix)
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, SAFE)
    looks: dict[str, dict[str, Any]] = {
        "head": {"bold": True, "bg_color": "#0B2E47", "font_color": "#FFFFFF", "border": 1},
        "locked": {"bg_color": "#EEF2F5", "border": 1, "border_color": "#C5CFD8"},
        "open": {"locked": False, "border": 1, "border_color": "#C5CFD8"},
        "title": {"bold": True, "font_size": 16},
        "text": {},
    }
    formats = {
        name: book.add_format({"text_wrap": name != "title", "valign": "top", **look})
        for name, look in looks.items()
    }
    write_guide(book, matrix, formats)
    write_part(book, "standards", _("Standards"), rows["standards"], formats)
    write_part(book, "actions", _("Actions"), rows["actions"], formats)
    hidden = book.add_worksheet(SHEET)
    hidden.very_hidden()
    for number, piece in enumerate(stamp_of(matrix, rows)):
        hidden.write_string(number, 0, piece)
    book.close()
    return buffer.getvalue()


def write_guide(book, matrix: Matrix, formats) -> None:
    sheet = book.add_worksheet(_("Read me"))
    sheet.set_column(0, 0, 100)
    sheet.hide_gridlines(2)
    lines = [
        f"{matrix.administration.country_name}, {matrix.cycle.name}",
        _("Follow-up matrix, due %s") % markup.weekday(matrix.due_on),
        _("Fill in the white cells of the next two sheets. Grey cells are locked."),
        _("Choose from the lists; “No change” says that nothing moved since the last matrix."),
        _("Save the file, then upload it on the page of the matrix. You see what changes first."),
        _("Nothing is submitted by uploading: the coordinator submits on the page."),
    ]
    for number, line in enumerate(lines):
        sheet.write_string(number, 0, line, formats["text" if number else "title"])
    sheet.protect()


def write_part(book, part: str, title: str, rows: list[dict], formats) -> None:
    sheet = book.add_worksheet(title)
    names = FIELDS[part]
    what = _("Standard") if part == "standards" else _("Action")
    heads = ["row", key_heading(part), what, *headings(part)]
    for column, word in enumerate(heads):
        sheet.write_string(0, column, word, formats["head"])
    sheet.set_column(0, 0, 8, None, {"hidden": True})
    sheet.set_column(1, 1, 10)
    sheet.set_column(2, 2, 46)
    for column, name in enumerate(names, 3):
        sheet.set_column(column, column, WIDTHS[name])
    words = {name: {v: str(label) for v, label in CHOICES[name].choices} for name in CHOICES}
    words["is_unchanged"] = {True: _("Yes"), False: ""}
    for number, row in enumerate(rows, 1):
        sheet.write_string(number, 0, f"{LETTERS[part]}{row['id']}", formats["locked"])
        sheet.write_string(number, 1, row["label"], formats["locked"])
        sheet.write_string(number, 2, row["title"], formats["locked"])
        for column, name in enumerate(names, 3):
            value = row[name]
            if name in words:
                value = words[name].get(value, "")
            if value in (None, ""):
                sheet.write_blank(number, column, None, formats["open"])
            elif isinstance(value, int):
                sheet.write_number(number, column, value, formats["open"])
            else:
                sheet.write_string(number, column, value, formats["open"])
    if rows:
        add_lists(sheet, names, len(rows), words)
    sheet.freeze_panes(1, 3)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.protect("", {"format_columns": True, "format_rows": True, "autofilter": True})


def add_lists(sheet, names, count: int, words) -> None:
    """Drop-downs, and limits that Excel knows before the portal has to say so."""
    rule: dict[str, Any]
    for column, name in enumerate(names, 3):
        if name in words:
            choices = [word for word in words[name].values() if word]
            rule = {"validate": "list", "source": choices}
        elif name == "percent":
            rule = {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": 100}
        else:
            rule = {"validate": "length", "criteria": "<=", "value": TEXT_LIMIT}
        sheet.data_validation(1, column, count, column, rule)
