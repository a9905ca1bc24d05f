"""The region as a grid of equal squares: fair to islands, no border in dispute, the Pacific whole."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from django.utils.safestring import SafeString

from rocb.charts import FONT, wrapped

# Column and row of each administration, roughly where it lies; the Pacific is on the right, uncut.
PLACES = {
    "MN": (6, 0), "AF": (1, 1), "CN": (6, 1), "KR": (8, 1), "JP": (9, 1),
    "IR": (0, 2), "PK": (2, 2), "NP": (4, 2), "BT": (5, 2), "MO": (6, 2), "HK": (7, 2),
    "IN": (3, 3), "BD": (4, 3), "MM": (5, 3), "LA": (6, 3), "VN": (7, 3), "PH": (9, 3),
    "PW": (11, 3), "FM": (12, 3), "MH": (13, 3),
    "MV": (2, 4), "LK": (3, 4), "TH": (5, 4), "KH": (6, 4), "BN": (8, 4), "NR": (12, 4),
    "KI": (13, 4), "MY": (6, 5), "SG": (7, 5), "ID": (8, 5), "TL": (9, 5), "PG": (10, 5),
    "SB": (11, 5), "TV": (13, 5), "VU": (12, 6), "FJ": (13, 6), "WS": (14, 6),
    "AU": (10, 7), "TO": (13, 7), "CK": (14, 7), "NU": (15, 7), "NZ": (12, 8),
}  # fmt: skip
SIDE, GAP = 44, 4
SPARE = 9  # squares in a row for those without a place


@dataclass(frozen=True, slots=True)
class Tile:
    """One administration: how it stands in words, and the colours that repeat it."""

    code: str
    name: str
    said: str
    fill: str
    ink: str = "#13242f"
    url: str = ""


def placed(tiles: Sequence[Tile]) -> list[tuple[Tile, int, int]]:
    """Each tile with its column and row; those without a place of their own stand in rows below."""
    known = [(tile, *PLACES[tile.code]) for tile in tiles if tile.code in PLACES]
    below = max((row for _tile, _column, row in known), default=-2) + 2
    others = [tile for tile in tiles if tile.code not in PLACES]
    return known + [
        (tile, number % SPARE, below + number // SPARE) for number, tile in enumerate(others)
    ]


def tile_map(tiles: Sequence[Tile], label: str) -> SafeString:
    """The map; each square says its name and standing to those who cannot see it."""
    squares = placed(tiles)
    if not squares:
        return SafeString("")
    left = min(column for _tile, column, _row in squares)
    high = min(row for _tile, _column, row in squares)
    parts = []
    for tile, column, row in squares:
        x, y = (column - left) * (SIDE + GAP), (row - high) * (SIDE + GAP)
        title = f"<title>{escape(tile.name)}: {escape(tile.said)}</title>"
        square = (
            f'<rect x="{x}" y="{y}" width="{SIDE}" height="{SIDE}" rx="3" fill="{tile.fill}" '
            f'stroke="#64798a" stroke-width="1"/>'
            f'<text x="{x + SIDE / 2}" y="{y + SIDE / 2 + 5}" {FONT} font-size="15" '
            f'font-weight="600" fill="{tile.ink}" text-anchor="middle">{escape(tile.code)}</text>'
        )
        inside = f"<g>{title}{square}</g>"
        if tile.url:
            inside = f'<a href="{escape(tile.url)}">{title}{square}</a>'
        parts.append(inside)
    width = (max(column for _t, column, _r in squares) - left + 1) * (SIDE + GAP)
    height = (max(row for _t, _c, row in squares) - high + 1) * (SIDE + GAP)
    return wrapped(parts, width, height, label=label, is_group=True)
