"""What a document is made of, as data."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any, ClassVar


@dataclass(frozen=True)
class Block:
    """One piece of a document, in reading order."""

    kind: ClassVar[str] = ""

    def as_json(self) -> dict[str, Any]:
        values = {field.name: plain(getattr(self, field.name)) for field in fields(self)}
        return {"kind": self.kind, **values}


@dataclass(frozen=True)
class Heading(Block):
    """`level` 1 to 3; makes the bookmarks of a PDF and the outline of a Word file."""

    kind: ClassVar[str] = "heading"
    text: str
    level: int = 1


@dataclass(frozen=True)
class Paragraph(Block):
    """Running text; line breaks are kept. `style` is empty, "note" or "quote".

    `language` marks a text in another language than the document's, for those who have it read out.
    """

    kind: ClassVar[str] = "paragraph"
    text: str
    style: str = ""
    language: str = ""


@dataclass(frozen=True)
class Bullets(Block):
    """A list; numbered where the order matters."""

    kind: ClassVar[str] = "bullets"
    items: Sequence[str]
    is_numbered: bool = False


@dataclass(frozen=True)
class Table(Block):
    """Cells are text. `widths` are relative; `numeric` names the columns that are set right."""

    kind: ClassVar[str] = "table"
    caption: str
    headings: Sequence[str]
    rows: Sequence[Sequence[str]]
    widths: Sequence[float] = ()
    numeric: Sequence[int] = ()


@dataclass(frozen=True)
class Picture(Block):
    """A drawing as SVG with its text alternative; Word files carry the alternative alone."""

    kind: ClassVar[str] = "picture"
    svg: str
    alt: str


@dataclass(frozen=True)
class PageBreak(Block):
    """What follows begins on a new page."""

    kind: ClassVar[str] = "pagebreak"


KINDS = {block.kind: block for block in (Heading, Paragraph, Bullets, Table, Picture, PageBreak)}


@dataclass(frozen=True)
class Document:
    """A whole document. `mark` stands on each page, such as “Draft 2”; `footer` at its foot."""

    title: str
    subtitle: str = ""
    kicker: str = ""
    facts: Sequence[tuple[str, str]] = ()
    blocks: Sequence[Block] = ()
    language: str = "en"
    footer: str = ""
    mark: str = ""

    def as_json(self) -> dict[str, Any]:
        values = {field.name: plain(getattr(self, field.name)) for field in fields(self)}
        return {**values, "blocks": [block.as_json() for block in self.blocks]}


def plain(value: Any) -> Any:
    """Text, numbers, and lists of them; what no XML or PDF may hold is left out of the text."""
    if isinstance(value, bool | int | float):
        return value
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    if isinstance(value, Block):
        return value.as_json()
    text = "" if value is None else str(value)
    return "".join(c for c in text if c >= " " or c in "\n\t").replace("\r\n", "\n")


def from_json(data: dict[str, Any]) -> Document:
    """The document that `as_json` described. Raises ValueError for a block of an unknown kind."""
    values = dict(data)
    blocks = []
    for one in values.pop("blocks", []):
        one = dict(one)
        kind = one.pop("kind", "")
        if kind not in KINDS:
            raise ValueError(f"There is no block of the kind “{kind}”.")
        blocks.append(KINDS[kind](**one))
    facts = [(label, value) for label, value in values.pop("facts", [])]
    return Document(**values, facts=facts, blocks=blocks)
