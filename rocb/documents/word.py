"""A document as a Word file, for those who go on writing in it."""

import io
import zipfile
from datetime import datetime

from docx import Document as WordFile
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from rocb.documents.blocks import (
    Block,
    Bullets,
    Document,
    Heading,
    PageBreak,
    Paragraph,
    Picture,
    Table,
    from_json,
)

BLUE = RGBColor(0x0B, 0x3D, 0x66)
SOFT = RGBColor(0x4A, 0x5B, 0x6C)
# Files say when they were made in their records, not in their bytes.
ALWAYS = datetime(2000, 1, 1)  # noqa: DTZ001 the format holds no zone
LANGUAGES = {"en": "en-GB", "fr": "fr-FR"}


def docx(document: Document) -> bytes:
    """The document as .docx, A4; real headings, tables with repeated heads, the same bytes twice."""
    document = from_json(document.as_json())
    file = WordFile()
    prepare(file, document)
    if document.kicker:
        said(file.add_paragraph(document.kicker), SOFT)
    file.add_paragraph(document.title, style="Title")
    if document.subtitle:
        file.add_paragraph(document.subtitle, style="Subtitle")
    for label, value in document.facts:
        if value:
            line = file.add_paragraph()
            line.paragraph_format.space_after = Pt(2)
            said(line, SOFT, f"{label}: ")
            line.add_run(value)
    for block in document.blocks:
        write(file, block)
    return steady(file)


def said(paragraph, colour: RGBColor, text: str = "") -> None:
    """Colour what a paragraph says, or add a piece of text in that colour."""
    if text:
        paragraph.add_run(text).font.color.rgb = colour
    else:
        for run in paragraph.runs:
            run.font.color.rgb = colour


def prepare(file, document: Document) -> None:
    """Page, styles, properties, head and foot."""
    section = file.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(22)
    section.top_margin = section.bottom_margin = Mm(24)
    normal = file.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(10.5)
    language = LANGUAGES.get(document.language, document.language)
    normal.element.get_or_add_rPr().append(speech(document.language))
    for name in ("Title", "Heading 1", "Heading 2", "Heading 3"):
        font = file.styles[name].font
        font.color.rgb, font.name = BLUE, "Calibri"
    properties = file.core_properties
    properties.title, properties.language, properties.author = document.title, language, ""
    properties.created = properties.modified = ALWAYS
    properties.comments = ""
    head = section.header.paragraphs[0]
    head.text = document.mark
    head.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    foot = section.footer.paragraphs[0]
    foot.text = f"{document.footer}    " if document.footer else ""
    field(foot, "PAGE")
    foot.add_run(" / ")
    field(foot, "NUMPAGES")


def speech(language: str):
    """The mark that says in which language a text is."""
    mark = OxmlElement("w:lang")
    mark.set(qn("w:val"), LANGUAGES.get(language, language))
    return mark


def field(paragraph, code: str) -> None:
    """A number that Word counts itself."""
    run = paragraph.add_run()
    for kind, text in (("begin", ""), ("", code), ("end", "")):
        if kind:
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), kind)
        else:
            element = OxmlElement("w:instrText")
            element.text = text
        run._r.append(element)


def write(file, block: Block) -> None:
    """One block."""
    if isinstance(block, Heading):
        file.add_heading(block.text, level=block.level)
    elif isinstance(block, Paragraph):
        style = {"note": "Intense Quote", "quote": "Quote"}.get(block.style, "Normal")
        paragraph = file.add_paragraph(block.text, style=style)
        for run in paragraph.runs if block.language else ():
            run._r.get_or_add_rPr().append(speech(block.language))
    elif isinstance(block, Bullets):
        style = "List Number" if block.is_numbered else "List Bullet"
        for item in block.items:
            file.add_paragraph(item, style=style)
    elif isinstance(block, Table) and block.headings:
        write_table(file, block)
    elif isinstance(block, Picture):
        file.add_paragraph(block.alt, style="Caption")
    elif isinstance(block, PageBreak):
        file.add_page_break()


def write_table(file, block: Table) -> None:
    if block.caption:
        file.add_paragraph(block.caption, style="Caption")
    count = len(block.headings)
    table = file.add_table(rows=1, cols=count, style="Light List Accent 1")
    table.autofit = False
    shares = list(block.widths) if len(block.widths) == count else [1.0] * count
    widths = [Mm(166 * share / sum(shares)) for share in shares]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    repeat = OxmlElement("w:tblHeader")
    table.rows[0]._tr.get_or_add_trPr().append(repeat)
    fill(table.rows[0].cells, block.headings, widths, ())
    for values in block.rows:
        cells = table.add_row().cells
        fill(cells, [*values, *[""] * (count - len(values))][:count], widths, block.numeric)
    file.add_paragraph()


def fill(cells, values, widths, numeric) -> None:
    for index, (cell, value, width) in enumerate(zip(cells, values, widths, strict=True)):
        cell.width = width
        cell.text = value
        if index in numeric:
            cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT


def steady(file) -> bytes:
    """The file with the same moment on each entry of its archive."""
    raw, out = io.BytesIO(), io.BytesIO()
    file.save(raw)
    with zipfile.ZipFile(raw) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            entry = zipfile.ZipInfo(name, (2000, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            after.writestr(entry, before.read(name))
    return out.getvalue()
