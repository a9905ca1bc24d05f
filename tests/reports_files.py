"""Real files for the tests of the library."""

from django.core.files.uploadedfile import SimpleUploadedFile

from rocb.documents import Document, Heading, PageBreak, Paragraph, pdf


def pdf_of(*pages: str) -> bytes:
    """A real PDF with a text on each page."""
    blocks: list = []
    for number, text in enumerate(pages):
        blocks += [PageBreak()] if number else []
        blocks += [Heading(f"Part {number + 1}"), Paragraph(text)]
    return pdf(Document("A study", blocks=blocks))


def pdf_file(*pages: str, name: str = "study.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, pdf_of(*pages))
