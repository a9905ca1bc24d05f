"""Lists as files: exactly the filtered rows, all pages, with real dates and numbers.

A short list is sent at once, a long one is an errand (rocb/errands.py): a worker asks the same page
for the same file, with the rights of whoever asked.
"""

import csv
import io
from datetime import UTC, datetime

import xlsxwriter
from django.core.exceptions import PermissionDenied
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseRedirect,
    QueryDict,
    StreamingHttpResponse,
)
from django.urls import Resolver404, resolve
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rocb.errands import ErrandKind, ErrandRefused, Product, Told, ask_for
from rocb.models import Errand

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# Rows that are sent while the reader waits.
MOST_AT_ONCE = 500
WORDS_OF_KIND = {"csv": "CSV", "xlsx": "Excel"}
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


def export(request, queryset, columns, title: str, kind: str):
    """The answer to `?export=csv` or `?export=xlsx` of a list: the file, or the way to its errand."""
    told = request.told if isinstance(request, FileRequest) else None
    if told is None and queryset[MOST_AT_ONCE : MOST_AT_ONCE + 1].exists():
        errand = ask_for(
            LIST_FILE.key,
            by=request.user,
            title=f"{title} ({WORDS_OF_KIND[kind]})",
            params={"address": request.get_full_path()},
        )
        return HttpResponseRedirect(errand.get_absolute_url())
    headings = [column.label for column in columns]
    widths = [14 if column.kind == "day" else 28 for column in columns]
    rows = raw_rows(queryset, columns)
    if told is not None:
        rows = told.counting(rows, queryset.count())
    return export_rows(headings, rows, title, kind, widths)


def file_name_of(title: str, kind: str) -> str:
    return f"{slugify(title) or 'list'}-{timezone.localdate():%Y-%m-%d}.{kind}"


def export_rows(headings, rows, title: str, kind: str, widths=()):
    """Rows of plain values as a file to keep."""
    response: HttpResponse | StreamingHttpResponse
    if kind == "csv":
        response = StreamingHttpResponse(
            csv_lines(headings, rows), content_type="text/csv; charset=utf-8"
        )
    else:
        response = HttpResponse(xlsx_bytes(headings, rows, title, widths), content_type=XLSX)
    response["Content-Disposition"] = f'attachment; filename="{file_name_of(title, kind)}"'
    return response


class FileRequest(HttpRequest):
    """The page of a list as its asker would open it, asked by a worker, who is told how far it is."""

    def __init__(self, errand: Errand, told: Told) -> None:
        super().__init__()
        path, _mark, query = errand.params["address"].partition("?")
        self.method, self.path, self.path_info = "GET", path, path
        self.META = {"QUERY_STRING": query}
        self.GET = QueryDict(query)
        self.user = errand.asked_by
        self.told = told


def list_file(errand: Errand, told: Told) -> Product:
    """Ask the page of the list, which is its address, for the file as its asker."""
    request = FileRequest(errand, told)
    try:
        match = request.resolver_match = resolve(request.path)
        response = match.func(request, *match.args, **match.kwargs)
    except (PermissionDenied, Http404, Resolver404):
        raise ErrandRefused(_("This list is not open to you any more.")) from None
    if response.status_code != 200 or "filename=" not in response.get("Content-Disposition", ""):
        raise ErrandRefused(_("The list gave no file. Open it and ask again."))
    name = response["Content-Disposition"].split('filename="')[1].rstrip('"')
    content = response.streaming_content if response.streaming else response.content
    return Product(name, content)


LIST_FILE = ErrandKind("list-file", gettext_lazy("Long list as a file"), list_file)
