"""Lists as files: exactly the filtered rows, all pages, with real dates and numbers."""

import csv
import io
from datetime import UTC, datetime

import xlsxwriter
from django.http import HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.text import slugify

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# A cell that starts with one of these would run as a formula where the file is opened.
RISKY = ("=", "+", "-", "@", "\t", "\r")


def plain(value):
    """A value as a spreadsheet may hold it: moments without zone, in UTC."""
    if isinstance(value, datetime):
        return timezone.make_naive(value, UTC)
    return value


def harmless(value):
    """Text that no spreadsheet takes for a formula; numbers and dates stay what they are."""
    if isinstance(value, str) and value.startswith(RISKY):
        return f"'{value}"
    return "" if value is None else plain(value)


def raw_rows(queryset, columns):
    """Rows of plain values in the order of the columns; choices as their words."""
    labels = [{k: str(v) for k, v in column.labels().items()} for column in columns]
    for values in queryset.values_list(*(column.path for column in columns)).iterator(2000):
        yield [
            words.get(value, value) if words else value
            for words, value in zip(labels, values, strict=True)
        ]


class Echo:
    """A file that hands back what is written to it, so that rows can stream."""

    def write(self, value):
        return value


def csv_lines(headings, rows):
    writer = csv.writer(Echo())
    yield "\ufeff" + writer.writerow([str(heading) for heading in headings])
    for row in rows:
        yield writer.writerow([harmless(value) for value in row])


def xlsx_bytes(headings, rows, title: str, widths=()) -> bytes:
    """A workbook with one sheet; strings are never written as formulas or links."""
    buffer = io.BytesIO()
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(buffer, {**options, "default_date_format": "yyyy-mm-dd"})
    bold = book.add_format({"bold": True, "bottom": 1})
    sheet = book.add_worksheet("".join(c for c in title if c not in "[]:*?/\\'")[:31] or "List")
    sheet.freeze_panes(1, 0)
    for index, heading in enumerate(headings):
        sheet.set_column(index, index, widths[index] if widths else 14)
        sheet.write_string(0, index, str(heading), bold)
    for number, row in enumerate(rows, 1):
        for index, value in enumerate(row):
            if value is not None:
                sheet.write(number, index, plain(value))
    book.close()
    return buffer.getvalue()


def export(queryset, columns, title: str, kind: str):
    """The answer to `?export=csv` or `?export=xlsx` of a list."""
    headings = [column.label for column in columns]
    widths = [14 if column.kind == "day" else 28 for column in columns]
    return export_rows(headings, raw_rows(queryset, columns), title, kind, widths)


def export_rows(headings, rows, title: str, kind: str, widths=()):
    """Rows of plain values as a file to keep."""
    name = f"{slugify(title) or 'list'}-{timezone.localdate():%Y-%m-%d}.{kind}"
    response: HttpResponseBase
    if kind == "csv":
        response = StreamingHttpResponse(
            csv_lines(headings, rows), content_type="text/csv; charset=utf-8"
        )
    else:
        response = HttpResponse(xlsx_bytes(headings, rows, title, widths), content_type=XLSX)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
