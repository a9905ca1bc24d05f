"""Exports, documents and workbooks: time against the bare writer, and the memory that each takes."""

import io

import xlsxwriter
from django.urls import reverse
from python_calamine import CalamineWorkbook

from missions.models import Action, Matrix
from missions.versions import content_of
from missions.workbook import compare, make_workbook
from rocb.documents import Document, Heading, Paragraph, pdf
from rocb.errands import Told, ask_for
from rocb.exports import csv_lines, list_file, raw_rows
from rocb.models import Errand
from rocb.roles import Role
from rocb.sheets import read_sheets
from rocb.views.house import Column
from tests.bench.iati import agreements, writing
from tests.bench.memory import peak
from tests.bench.office import MANY, TEXT, furnish, many_deadlines
from tests.bench.table import Result, in_turn


def files(rounds: int) -> list[Result]:
    """Exports of 10,000 rows, a workbook of 217, a document of ten pages."""
    office = furnish()
    many_deadlines()
    office.officer.role = Role.SECRETARIAT
    office.officer.save()
    address = {"address": f"{reverse('missions:action-list')}?export=xlsx"}
    errand = ask_for("list-file", by=office.officer, title="Actions", params=address)
    Errand.objects.update(status="running")
    rows = list(
        Action.objects.values_list("number", "title", "status", "percent", "currency")[:MANY]
    )

    def bare():
        book = xlsxwriter.Workbook(io.BytesIO(), {"constant_memory": True})
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            for column, value in enumerate(row * 2):
                sheet.write(number, column, value)
        book.close()

    def ours():
        content = list_file(errand, Told(errand)).content
        assert len(content) > 100_000, content

    iati = agreements()
    base, taken = in_turn(bare, ours, 3)
    return [
        Result("export of 10,000 actions as XLSX, 10 columns", base, taken, 1.5),
        Result("the same, memory, against 40 MB", 40, peak(ours), 1, unit="MB"),
        streaming("10,000 actions as CSV, memory (a tenth as floor)", actions),
        streaming("5,000 agreements for IATI, memory (a tenth as floor)", iati),
        writing(iati),
        upload(office.matrix),
        document(),
    ]


FIELDS = "number title responsible_unit current_due_on status percent support_needed is_shared"
COLUMNS = [Column(name, name) for name in FIELDS.split()]


def actions(share: float) -> None:
    """So much of the export of 10,000 actions."""
    rows = raw_rows(Action.objects.all()[: int(MANY * share)], COLUMNS)
    for _line in csv_lines(FIELDS.split(), rows):
        pass


def streaming(what: str, write) -> Result:
    """Ten times the rows take no more memory."""
    write(0.1)
    return Result(what, max(1, peak(lambda: write(0.1))), peak(lambda: write(1)), 3, unit="MB")


def upload(matrix: Matrix) -> Result:
    """A workbook from the upload to the preview, against bare reading and the queries."""
    content = make_workbook(matrix)

    def bare():
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        for name in book.sheet_names:
            book.get_sheet_by_name(name).to_python()
        content_of(matrix)

    base, ours = in_turn(bare, lambda: compare(matrix, read_sheets(content, "m.xlsx")), 7)
    return Result("workbook of 217 rows, upload to preview", base, ours, 3)


def document() -> Result:
    """A PDF of about ten pages, against the half second that it may take."""
    blocks = [
        block for number in range(30) for block in (Heading(f"Part {number}"), Paragraph(TEXT * 15))
    ]
    described = Document("Report", blocks=blocks)
    _nothing, ours = in_turn(lambda: None, lambda: pdf(described), 5)
    return Result("PDF of ten pages, against half a second", 500, ours, 1)
