"""Documents to print and to edit: described once in blocks, set as PDF or written as Word file.

A description is plain data: it can be frozen as JSON and gives the same document for ever.
"""

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
from rocb.documents.pdf import MissingGlyph, pdf
from rocb.documents.word import docx

__all__ = [
    "Block",
    "Bullets",
    "Document",
    "Heading",
    "MissingGlyph",
    "PageBreak",
    "Paragraph",
    "Picture",
    "Table",
    "docx",
    "from_json",
    "pdf",
]
