"""docs/security.md names tests: each of them is there."""

import re
from pathlib import Path

TESTS = Path(__file__).parent
DOC = TESTS.parent / "docs" / "security.md"


def named() -> list[tuple[str, str]]:
    """(file, test) of each mention; a name that begins with `::` is of the file before it."""
    found, file = [], ""
    for path, test in re.findall(r"`((?:\w+/)*test_\w+\.py)?(?:::(\w+))?`", DOC.read_text()):
        file = path or file
        if path or test:
            found.append((file, test))
    return found


def test_every_test_that_the_list_names_exists():
    names = named()
    assert len(names) > 50
    missing = [
        (file, test)
        for file, test in names
        if not (TESTS / file).exists()
        or (f"def {test}(" not in (TESTS / file).read_text() and test)
    ]
    assert missing == []
