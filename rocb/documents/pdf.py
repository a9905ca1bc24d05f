"""A document set as PDF: tagged, with bookmarks, the same bytes for the same description."""

import io
import json
import re
import threading
from functools import cache
from pathlib import Path
from typing import Any

from rocb.documents.blocks import Document
from rocb.documents.fonts import FAMILIES, folders

TEMPLATE = Path(__file__).with_name("document.typ")
UNSHOWN = re.compile(r'text `"(.+?)"` could not be displayed')
# A compiler keeps its fonts; it works for one thread at a time.
LOCK = threading.Lock()
# PDF/UA: tags, title and language are required, and a letter without a glyph is an error.
STANDARD: Any = "ua-1"


class MissingGlyph(ValueError):
    """A text holds letters that none of our fonts can show: the message is the letters."""


# The two libraries are loaded when the first document is printed: most processes print none.
@cache
def compiler(template: Path) -> Any:
    """The compiler of this process for one template, with the fonts of all scripts."""
    import typst

    return typst.Compiler(template, root=template.parent, font_paths=folders())


def pdf(document: Document) -> bytes:
    """The document as PDF/UA, A4. Raises MissingGlyph rather than draw boxes."""
    return typeset(TEMPLATE, document.as_json())


def typeset(template: Path, data: dict) -> bytes:
    """What a template makes of some data. Raises MissingGlyph rather than draw boxes."""
    from typst import TypstError

    inputs = {
        "document": json.dumps(data, ensure_ascii=False),
        "fonts": json.dumps(FAMILIES),
    }
    with LOCK:
        try:
            raw = compiler(template).compile(sys_inputs=inputs, pdf_standards=STANDARD, timestamp=0)
        except TypstError as error:
            if found := UNSHOWN.search(str(error.message)):
                raise MissingGlyph(found[1]) from None
            raise
    return packed(raw)


def packed(raw: bytes) -> bytes:
    """The same pages in fewer bytes: objects in compressed streams."""
    import pikepdf

    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(raw)) as file:
        file.save(
            out,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
            recompress_flate=True,
            deterministic_id=True,
        )
    return out.getvalue()
