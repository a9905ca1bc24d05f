"""The program that opens an uploaded PDF or Word file, in a process of its own.

    python -m reports.reader look|read pdf|docx < file

A file that crashes, hangs or fills its reader takes nobody with it. It answers in lines of JSON:
`look` one about the whole file, `read` a [page, text] for each page or part. It knows nothing of the
database, and loads neither Django nor the settings: that keeps it quick to start.
"""

import json
import resource
import sys
from collections.abc import Iterator

MOST_MEMORY = 2 * 1024**3  # bytes
MOST_TEXT = 8_000_000  # characters; a study of 3,000 pages
MOST_PAGES = 5000
FIRST_PAGES = 10  # so many are looked into for text before a file is taken
PART = 3000  # characters of a Word file that are found together
PASSWORD_ERROR = 4
LOOK_SECONDS = 20


def clean(text: str) -> str:
    """Text that the database takes: no null bytes, no halves of letters, words not cut by hyphens."""
    text = text.replace("\x00", "").replace("\ufffe", "").replace("\r\n", "\n")
    return text.encode("utf-8", "ignore").decode()


def pdf_pages(document) -> Iterator[str]:
    """The text of each page; empty where a page cannot be read."""
    import pypdfium2

    for number in range(min(len(document), MOST_PAGES)):
        try:
            page = document[number]
            words = page.get_textpage()
            text = words.get_text_bounded()
            words.close()
            page.close()
        except pypdfium2.PdfiumError:
            text = ""
        yield clean(text)


def word_parts(file) -> Iterator[str]:
    """The text of a Word file, in parts of a page or so."""
    from docx import Document

    part: list[str] = []
    length = 0
    for block in Document(file).element.body.iter():
        if not block.tag.endswith("}p"):
            continue
        text = clean("".join(node.text or "" for node in block.iter() if node.tag.endswith("}t")))
        if text:
            part.append(text)
            length += len(text)
        if length > PART:
            yield "\n".join(part)
            part, length = [], 0
    if part:
        yield "\n".join(part)


def opened_pdf(file):
    """A PDF, or None and why not: "locked" or "broken"."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(file)
    except pypdfium2.PdfiumError as error:
        is_locked = getattr(error, "err_code", None) == PASSWORD_ERROR
        return None, "locked" if is_locked else "broken"
    return (document, "") if 0 < len(document) <= MOST_PAGES else (None, "broken")


def look(kind: str, file) -> dict:
    """What a file is: its pages, and whether there is text; or the error that keeps it out."""
    if kind == "docx":
        return {"pages": None, "has_text": any(part.strip() for part in word_parts(file))}
    document, error = opened_pdf(file)
    if document is None:
        return {"error": error}
    pages = pdf_pages(document)
    first = (next(pages) for _page in range(min(len(document), FIRST_PAGES)))
    return {"pages": len(document), "has_text": any(text.strip() for text in first)}


def read(kind: str, file) -> Iterator[tuple[int, str]]:
    """(page, text) of a file, as much as the search keeps."""
    if kind == "docx":
        parts = word_parts(file)
    else:
        document, error = opened_pdf(file)
        if document is None:
            raise ValueError(error)
        parts = pdf_pages(document)
    total = 0
    for number, text in enumerate(parts, 1):
        total += len(text)
        if text.strip():
            yield number, text
        if total > MOST_TEXT:
            return


def main(verb: str, kind: str) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if verb == "look":  # somebody waits for the answer
        resource.setrlimit(resource.RLIMIT_CPU, (LOOK_SECONDS, LOOK_SECONDS))
    file = sys.stdin.buffer
    for line in [look(kind, file)] if verb == "look" else read(kind, file):
        sys.stdout.write(f"{json.dumps(line)}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
