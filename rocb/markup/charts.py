"""Charts of pages, coloured by the style sheet. Those that documents show too are in `rocb.charts`."""

from collections.abc import Iterable, Sequence
from html import escape
from typing import Any

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

from rocb.markup.inline import safe
from rocb.markup.values import number


def stacked(parts: Sequence[dict]) -> SafeString:
    """A stacked bar of {label, value, fill (f0 to f5), text?}; its key is the text alternative."""
    bar, key = [], []
    for part in segments(parts):
        fill = escape(part["fill"])
        bar.append(f'<rect class="{fill}" x="{part["x"]}" width="{part["width"]}" height="26"/>')
        key.append(
            '<li><svg viewBox="0 0 10 10" aria-hidden="true">'
            f'<rect class="{fill}" width="10" height="10"/></svg>{safe(part["label"])}: '
            f"<strong>{safe(part.get('text') or number(part['value']))}</strong> "
            f"({part['share']} %)</li>\n"
        )
    return mark_safe(
        '<svg viewBox="0 0 1000 26" preserveAspectRatio="none" height="22" aria-hidden="true">'
        f'{"".join(bar)}</svg>\n<ul class="key">\n{"".join(key)}</ul>'
    )


def segments(parts: Sequence[dict], width: int = 1000) -> list[dict]:
    """Geometry of a stacked bar: each of `parts` ({label, value, fill}) gets x, width, share."""
    total = sum(part["value"] for part in parts) or 1
    placed, at = [], 0.0
    for index, part in enumerate(parts):
        size = float(part["value"]) / float(total) * width
        placed.append(
            {
                **part,
                "fill": part.get("fill", f"f{index % 6}"),
                "x": f"{at:.1f}",
                "width": f"{size:.1f}",
                "share": round(float(part["value"]) / float(total) * 100),
            }
        )
        at += size
    return placed


def drawn_bars(points: Sequence[dict], width: int = 600) -> SafeString:
    """The rows of a bar chart: {label, value, text?, url?, fill?} each; the greatest fills the row."""
    top = max((float(point["value"]) for point in points), default=0) or 1
    drawn = []
    for point in points:
        label = str(conditional_escape(point["label"]))
        if point.get("url"):
            label = f'<a href="{escape(point["url"])}">{label}</a>'
        text = conditional_escape(point.get("text") or number(point["value"]))
        # What is more than nothing can be seen, however little it is.
        size = max(float(point["value"]) / top * width, 1 if point["value"] else 0)
        drawn.append(
            f'<tr><th scope="row">{label}</th><td class="n">{text}</td>'
            f'<td><svg viewBox="0 0 {width} 16" preserveAspectRatio="none" height="16" '
            f'aria-hidden="true"><rect class="{escape(point.get("fill") or "f2")}" '
            f'width="{size:.1f}" height="16"/></svg></td></tr>\n'
        )
    return mark_safe("".join(drawn))


def heat_rows(rows: Iterable[dict[str, Any]]) -> SafeString:
    """The rows of a heat map: {name, url, cells: [{level (0 to 4 or None), url}]}."""
    drawn = []
    for row in rows:
        cells = []
        for cell in row["cells"]:
            level = cell["level"]
            if level is None:
                cells.append("<td>–</td>")
                continue
            shown = f'<a href="{escape(cell["url"])}">{level}</a>' if cell["url"] else level
            cells.append(f'<td class="h{level}">{shown}</td>')
        name = escape(row["name"])
        name = f'<a href="{escape(row["url"])}">{name}</a>' if row["url"] else name
        drawn.append(f'<tr><th scope="row">{name}</th>{"".join(cells)}</tr>\n')
    return mark_safe("".join(drawn))
