"""The stamp of a workbook: which matrix it is, and what each cell held when it was made.

It travels on a hidden sheet, signed, in pieces that fit a cell. Cells are kept as short hashes: enough
to tell what the writer changed from what changed in the portal meanwhile.
"""

import hashlib
from dataclasses import dataclass, field
from typing import Any

from django.core import signing

from missions.models import Matrix
from missions.sheets import FIELDS, LETTERS
from rocb.sheets import Sheet

SHEET = "_portal"
SALT = "missions.workbook"
# A cell takes 32,767 characters.
PIECE = 30_000


@dataclass
class Stamp:
    """`cells` has a hash for each field of each row, by the row's name (s17, a204)."""

    matrix: int
    member: str
    cycle: str
    cells: dict[str, list[str]] = field(default_factory=dict)


def hashed(value: Any) -> str:
    """A short hash of a stored value; texts without the differences that programs make."""
    if isinstance(value, str):
        value = value.replace("\r\n", "\n").replace("_x000D_", "").strip()
    text = "" if value in (None, "") else str(value)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:10]


def stamp_of(matrix: Matrix, rows: dict[str, list[dict]]) -> list[str]:
    """The stamp as signed text, in pieces."""
    cells = {
        f"{LETTERS[part]}{row['id']}": [hashed(row[name]) for name in FIELDS[part]]
        for part in rows
        for row in rows[part]
    }
    member, cycle = matrix.administration.country_name, matrix.cycle.name
    text = signing.dumps([matrix.pk, member, cycle, cells], salt=SALT, compress=True)
    return [text[at : at + PIECE] for at in range(0, len(text), PIECE)]


def find_stamp(sheets: list[Sheet]) -> Stamp | None:
    """The stamp, if there is one and it is ours."""
    sheet = next((one for one in sheets if one.name == SHEET), None)
    if sheet is None:
        return None
    text = "".join(str(row[0]) for row in sheet.rows if row and row[0])
    try:
        return Stamp(*signing.loads(text, salt=SALT))
    except (signing.BadSignature, TypeError, ValueError):
        return None
