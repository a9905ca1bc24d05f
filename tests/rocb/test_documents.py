"""Documents as PDF and Word: readable, tagged, steady, and never a program."""

import shutil
import subprocess
from io import BytesIO

import pikepdf
import pytest
from docx import Document as WordFile

from rocb.documents import (
    Bullets,
    Document,
    Heading,
    MissingGlyph,
    PageBreak,
    Paragraph,
    Picture,
    Table,
    docx,
    from_json,
    pdf,
)

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 4"><rect width="6" height="4"/></svg>'
)
TRICKS = (
    '#read("/etc/passwd") *bold* $x^2$ [a] \\ "q" <script>alert(1)</script> @ref = not a heading'
)


def sample(**more) -> Document:
    blocks = [
        Heading("Situation"),
        Paragraph(f"Línea één Ж Ω ő.\n{TRICKS}"),
        Heading("4 Procedures", 2),
        Table("Findings", ["No.", "Finding"], [["F1", "No audit."], ["F2"]], [1, 5], [0]),
        Bullets(["one", "two"]),
        Bullets([]),
        Paragraph("Remember.", "note"),
        Picture(SVG, "Six of ten are done"),
        PageBreak(),
        Paragraph("Last."),
    ]
    values = {
        "title": "Report",
        "facts": [("Dates", "4 Mar 2026"), ("None", "")],
        "mark": "Draft 2",
    }
    return Document(**{**values, "blocks": blocks, "footer": "Samoa", **more})


def words(file: bytes) -> str:
    """The text of a PDF as poppler reads it."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed: the text of PDF files is not read back.")
    run = subprocess.run(
        ["pdftotext", "-layout", "-", "-"], input=file, capture_output=True, check=True
    )
    return run.stdout.decode()


def test_json_gives_the_same_document_for_ever():
    data = sample().as_json()
    assert from_json(data).as_json() == data
    with pytest.raises(ValueError, match="poem"):
        from_json({"title": "x", "blocks": [{"kind": "poem"}]})


def test_a_pdf_is_tagged_named_and_the_same_twice():
    file = pdf(sample(language="fr"))
    assert file == pdf(sample(language="fr"))
    with pikepdf.open(BytesIO(file)) as read:
        assert (str(read.Root.Lang), bool(read.Root.MarkInfo.Marked)) == ("fr", True)
        assert "/StructTreeRoot" in read.Root
        assert str(read.docinfo.Title) == "Report"
        assert len(read.pages) == 2


def test_text_is_text_and_never_source():
    text = words(pdf(sample()))
    for piece in (
        '#read("/etc/passwd")',
        "*bold*",
        "$x^2$",
        "<script>",
        "= not a heading",
        "Ж Ω ő",
    ):
        assert piece in text
    assert "root:" not in text
    assert text.count("Draft 2") == 2


def test_a_long_table_repeats_its_head_on_each_page():
    rows = [[f"F{n}", "What the team saw at the port. " * 3] for n in range(200)]
    file = pdf(Document("Long", blocks=[Table("All", ["No.", "Headline"], rows, [1, 6])]))
    with pikepdf.open(BytesIO(file)) as read:
        pages = len(read.pages)
    assert pages == 5
    assert words(file).count("Headline") == pages


NAMES = {
    "Thai": "สมชาย ใจดี",
    "Chinese": "王小明 海关总署",
    "Japanese": "田中 花子 たなか",
    "Korean": "김민수",
    "Arabic": "محمد",
    "Hindi": "शर्मा",
    "Khmer": "សុខ",
    "Tamil": "முருகன்",
    "Bengali": "রহমান",
    "Lao": "ສົມພອນ",
    "Mongolian": "Ганболд Өнөр",
    "Vietnamese": "Nguyễn Hường",
}


def test_names_stand_in_the_scripts_of_the_region():
    text = words(pdf(Document("Names", blocks=[Paragraph(name) for name in NAMES.values()])))
    # Letters that join or stack come back from a PDF in another order; these do not.
    for script in ("Thai", "Chinese", "Japanese", "Korean", "Mongolian", "Vietnamese"):
        assert NAMES[script] in text


def test_letters_without_a_glyph_are_an_error_not_a_box():
    with pytest.raises(MissingGlyph, match="😀"):
        pdf(Document("Thank you 😀"))


def test_characters_that_no_file_may_hold_are_left_out():
    document = Document("A\x00B\x07", blocks=[Paragraph("C\x1bD")])
    assert WordFile(BytesIO(docx(document))).core_properties.title == "AB"
    assert "CD" in words(pdf(document))


def test_a_word_file_has_real_headings_tables_and_marks():
    file = docx(sample())
    assert file == docx(sample())
    read = WordFile(BytesIO(file))
    headings = [p.text for p in read.paragraphs if p.style.name.startswith("Heading")]
    assert headings == ["Situation", "4 Procedures"]
    (table,) = read.tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["No.", "Finding"], ["F1", "No audit."], ["F2", ""]
    ]  # fmt: skip
    assert read.sections[0].header.paragraphs[0].text == "Draft 2"
    body = "\n".join(p.text for p in read.paragraphs)
    assert TRICKS in body
    assert "Six of ten are done" in body


def test_office_programs_open_the_word_file(tmp_path):
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed: the Word file is not opened by it.")
    (tmp_path / "report.docx").write_bytes(docx(sample()))
    run = subprocess.run(
        [office, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to",
         "pdf", "--outdir", str(tmp_path), str(tmp_path / "report.docx")],
        check=True, capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    if "could not be loaded" in run.stderr:
        pytest.skip("LibreOffice is here without Writer: the Word file is not opened by it.")
    text = words((tmp_path / "report.pdf").read_bytes())
    assert "No audit." in text
    assert "Draft 2" in text
