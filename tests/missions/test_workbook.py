"""The matrix through a workbook: made here, changed by openpyxl and LibreOffice, read back."""

import io
import shutil
import subprocess
import zipfile

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from missions import actions
from missions.models import ActionRow, Matrix, MatrixUpload, StandardRow
from missions.workbook import WrongWorkbook, compare, make_workbook
from rocb.sheets import read_sheets
from tests.conftest import filled
from tests.factories.missions import ActionFactory, ActionPlanFactory

pytestmark = pytest.mark.django_db
FIRST = {"level": 4, "remark": 5, "status": 4, "percent": 5, "progress": 6, "is_unchanged": 11}


def opened(matrix):
    return openpyxl.load_workbook(io.BytesIO(make_workbook(matrix)))


def saved(book) -> bytes:
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def put(book, sheet, row, field, value):
    book[sheet].cell(row=row, column=FIRST[field]).value = value


def states(matrix, content, name="m.xlsx"):
    return [row["state"] for row in compare(matrix, read_sheets(content, name)).rows]


def upload(client, matrix, content, name="m.xlsx"):
    url = reverse("missions:matrix-upload", args=[matrix.pk])
    return client.post(url, {"file": SimpleUploadedFile(name, content)})


def apply(client, matrix, content, **post):
    response = upload(client, matrix, content)
    assert response.status_code == 302
    return client.post(response.headers["Location"], post, follow=True)


def resaved(content: bytes, tmp_path, kind="xlsx") -> bytes:
    """The same file after LibreOffice has saved it."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        pytest.skip("LibreOffice is not installed: re-saved workbooks are not tested.")
    source = tmp_path / "in.xlsx"
    source.write_bytes(content)
    subprocess.run(
        [office, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless"]
        + ["--convert-to", kind, "--outdir", str(tmp_path / "out"), str(source)],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return (tmp_path / "out" / f"in.{kind}").read_bytes()


def test_what_goes_out_comes_back_unchanged(matrix, coordinator):
    filled(matrix, coordinator)
    assert set(states(matrix, make_workbook(matrix))) == {"unchanged"}


def test_identifiers_are_locked_and_words_are_lists(matrix):
    sheet = opened(matrix)["Actions"]
    assert sheet.protection.sheet
    assert [sheet.cell(row=2, column=c).protection.locked for c in (2, 3, 4, 6)] == [
        True,
        True,
        False,
        False,
    ]
    assert sum(rule.type == "list" for rule in sheet.data_validations.dataValidation) == 3
    assert opened(matrix)["_portal"].sheet_state == "veryHidden"


def test_text_is_never_a_formula(matrix, coordinator):
    row = matrix.standard_rows.first()
    evil = '=HYPERLINK("http://x")'
    actions.save_standard_row(matrix, row.standard_id, {"remark": evil}, by=coordinator, revision=0)
    cell = opened(matrix)["Standards"].cell(row=2, column=FIRST["remark"])
    assert (cell.value, cell.data_type) == (evil, "s")


@pytest.mark.parametrize("kind", ["xlsx", "ods", "xls"])
def test_a_workbook_saved_by_libreoffice(client, matrix, coordinator, tmp_path, kind):
    book = opened(matrix)
    put(book, "Standards", 2, "level", "2 Under way")
    put(book, "Actions", 2, "percent", 55)
    put(book, "Actions", 3, "progress", "Ça avance – 进展 مرحبا 🙂")
    content = resaved(saved(book), tmp_path, kind)
    client.force_login(coordinator)
    response = upload(client, matrix, content, f"m.{kind}")
    assert response.status_code == 302, response.content.decode()
    client.post(response.headers["Location"])
    assert StandardRow.objects.get(matrix=matrix, level=2).revision == 1
    rows = list(ActionRow.objects.filter(matrix=matrix).order_by("action__position"))
    assert (rows[0].percent, rows[1].progress) == (55, "Ça avance – 进展 مرحبا 🙂")


def test_applying_twice_does_nothing_more(client, matrix, coordinator):
    book = opened(matrix)
    put(book, "Standards", 2, "level", "3 Largely implemented")
    client.force_login(coordinator)
    where = upload(client, matrix, saved(book)).headers["Location"]
    client.post(where)
    page = client.post(where, follow=True)
    assert "This file has been taken over already." in page.content.decode()
    assert StandardRow.objects.get(matrix=matrix, level=3).revision == 1
    assert MatrixUpload.objects.get().applied_at is not None


def test_words_in_other_spellings_and_languages(matrix):
    book = opened(matrix)
    for number, word in ((2, 3), (3, "largely IMPLEMENTED")):
        put(book, "Standards", number, "level", word)
    put(book, "Actions", 2, "percent", 0.4)
    put(book, "Actions", 3, "percent", "40 %")
    put(book, "Actions", 4, "is_unchanged", "oui")
    rows = compare(matrix, read_sheets(saved(book), "m.xlsx")).rows
    assert [row["values"] for row in rows] == [
        {"level": 3},
        {"level": 3},
        {"percent": 40},
        {"percent": 40},
        {"is_unchanged": True},
    ]


def test_each_wrong_cell_is_named_with_its_reason(matrix):
    book = opened(matrix)
    put(book, "Standards", 2, "level", "Nearly")
    put(book, "Actions", 2, "percent", 140)
    put(book, "Actions", 3, "progress", "x" * 4001)
    preview = compare(matrix, read_sheets(saved(book), "m.xlsx"))
    problems = {cell["where"]: cell["problem"] for row in preview.rows for cell in row["cells"]}
    assert problems == {
        "Standards!D2": "“Nearly” is not one of the choices: “0 Not started”, “1 Planned”, "
        "“2 Under way”, “3 Largely implemented”, “4 Fully implemented”.",
        "Actions!E2": "“140” does not fit: write a whole number from 0 to 100.",
        "Actions!F3": "The text has 4001 characters; at most 4000 fit. Shorten it.",
    }
    assert [row["state"] for row in preview.rows] == [
        "wrong",
        "unchanged",
        "wrong",
        "wrong",
        "unchanged",
    ]


def test_good_rows_are_taken_without_the_bad_ones(client, matrix, coordinator):
    book = opened(matrix)
    put(book, "Standards", 2, "level", "Nearly")
    put(book, "Standards", 3, "level", "1 Planned")
    client.force_login(coordinator)
    page = apply(client, matrix, saved(book))
    assert "1 row was taken over." in page.content.decode()
    assert sorted(matrix.standard_rows.values_list("level", flat=True), key=str) == [1, None]


def test_a_hundred_thousand_characters_in_a_cell(matrix):
    row = matrix.action_rows.order_by("action__position").first()
    number = row.action.number
    text = f"Number;Status;Progress\n{number};;{'x' * 100_000}\n".encode()
    (found,) = compare(matrix, read_sheets(text, "m.csv")).rows
    assert (found["state"], found["cells"][-1]["where"]) == ("wrong", "C2")
    assert "100000 characters" in found["cells"][-1]["problem"]


def test_null_bytes_are_named(matrix):
    number = matrix.action_rows.order_by("action__position").first().action.number
    text = f"Number,Status,Progress\n{number},,{'word ' * 20}\x00\n".encode()
    (found,) = compare(matrix, read_sheets(text, "m.csv")).rows
    assert "null byte" in found["cells"][-1]["problem"]


def test_changed_here_meanwhile_is_kept_and_changed_in_both_is_a_conflict(
    client, matrix, coordinator
):
    book = opened(matrix)
    first, second = matrix.standard_rows.order_by("standard__position")
    put(book, "Standards", 2, "level", "4 Fully implemented")
    for row in (first, second):
        actions.save_standard_row(matrix, row.standard_id, {"level": 1}, by=coordinator, revision=0)
    assert states(matrix, saved(book))[:2] == ["conflict", "unchanged"]
    client.force_login(coordinator)
    apply(client, matrix, saved(book))
    first.refresh_from_db()
    assert first.level == 1
    apply(client, matrix, saved(book), conflict=f"s{first.standard_id}")
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.level, second.level) == (4, 1)


def test_another_members_workbook_is_refused_by_name(client, matrix, coordinator, other_member):
    other = ActionPlanFactory(administration=other_member)
    ActionFactory(plan=other)
    theirs = Matrix.objects.create(
        cycle=matrix.cycle, plan=other, administration=other_member, due_on=matrix.due_on
    )
    with pytest.raises(WrongWorkbook, match=r"This is the workbook of Tonga .* at Vanuatu"):
        compare(matrix, read_sheets(make_workbook(theirs), "m.xlsx"))
    client.force_login(coordinator)
    response = upload(client, matrix, make_workbook(theirs))
    assert response.status_code == 422
    assert "This is the workbook of Tonga" in response.content.decode()
    assert MatrixUpload.objects.count() == 0


def test_without_a_stamp_rows_are_known_by_code_and_number(matrix):
    book = opened(matrix)
    del book["_portal"]
    for name in ("Standards", "Actions"):
        book[name].delete_cols(1)
        book[name].insert_rows(1, 2)
        book[name]["A1"] = "From the ministry"
    book["Standards"].cell(row=4, column=3).value = "4"
    preview = compare(matrix, read_sheets(saved(book), "m.xlsx"))
    assert preview.rows[0]["state"] == "changed"
    assert preview.rows[0]["cells"][0]["where"] == "Standards!C4"
    assert preview.notes == [
        "The file has no stamp of the portal: it is compared with what is here now."
    ]


def test_a_row_that_stands_twice_is_wrong_both_times(matrix):
    book = opened(matrix)
    sheet = book["Standards"]
    sheet.append([cell.value for cell in sheet[2]])
    preview = compare(matrix, read_sheets(saved(book), "m.xlsx"))
    assert [row["problem"] for row in preview.of("wrong")] == [
        "This row stands in the file twice, also in Standards!B4.",
        "This row stands in the file twice, also in Standards!B2.",
    ]


def test_a_row_from_elsewhere_is_named(matrix):
    text = "Number;Status\nZZ-9;Implemented\n"
    (row,) = compare(matrix, read_sheets(text.encode(), "m.csv")).rows
    assert (row["state"], row["problem"]) == ("wrong", "“ZZ-9” is not a row of this matrix.")


def test_a_forged_stamp_is_no_stamp(matrix):
    book = opened(matrix)
    book["_portal"]["A1"] = "x" + book["_portal"]["A1"].value
    preview = compare(matrix, read_sheets(saved(book), "m.xlsx"))
    assert len(preview.notes) == 1


def test_files_that_are_no_workbook(client, matrix, coordinator):
    client.force_login(coordinator)
    for name, content, words in (
        ("m.pdf", b"%PDF-1.7 hello", "is not a spreadsheet"),
        ("m.xlsx", b"PK\x03\x04broken", "is damaged"),
        ("m.xlsx", b"", "The file is empty."),
        ("m.csv", b"a,b\n1,2\n", "No table of a matrix was found"),
        ("m.docx", zipped({"word/document.xml": b"x"}), "is not a spreadsheet"),
        ("m.xlsm", zipped({"xl/workbook.xml": b"x", "xl/vbaProject.bin": b"x"}), "macros"),
    ):
        response = upload(client, matrix, content, name)
        assert response.status_code == 422
        assert words in response.content.decode()
    assert MatrixUpload.objects.count() == 0


def zipped(entries: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def test_a_closed_matrix_takes_nothing(client, submitted_matrix, coordinator):
    client.force_login(coordinator)
    response = client.get(
        reverse("missions:matrix-upload", args=[submitted_matrix.pk]), follow=True
    )
    assert "nothing can be typed into it now" in response.content.decode()


def test_who_may_download_and_upload(client, matrix, officer, other_coordinator, executive):
    names = ("matrix-workbook", "matrix-upload")
    urls = [reverse(f"missions:{name}", args=[matrix.pk]) for name in names]
    found = {}
    for who, user in (("officer", officer), ("other", other_coordinator), ("executive", executive)):
        client.force_login(user)
        found[who] = [client.get(url).status_code for url in urls]
    assert found == {"officer": [200, 403], "other": [404, 404], "executive": [200, 403]}
