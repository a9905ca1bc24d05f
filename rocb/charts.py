"""Charts and the map as SVG: the same drawing in a page and in a document.

Colours stand in attributes, for neither a style sheet nor an inline style reaches into a document. Each
chart stands beside the table of its numbers, which is its text alternative.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from django.utils.safestring import SafeString, mark_safe

from rocb import markup

INK, SOFT, LINE = "#13242f", "#4a5c68", "#cfd9df"
BAR, LATE, AIM = "#0a6b70", "#cf3527", "#e0a11b"
FONT = 'font-family="system-ui, sans-serif"'
WIDTH, TOP, HEIGHT, FOOT = 720, 26, 150, 24


@dataclass(frozen=True, slots=True)
class Point:
    """One column of a chart; `aim` draws a mark at the target."""

    label: str
    value: float
    text: str = ""
    aim: float | None = None
    fill: str = BAR


def wrapped(
    parts: Iterable[str], width: float, height: float, *, label: str = "", is_group: bool = False
) -> SafeString:
    """The drawing; with a `label` it speaks for itself, without one it is decoration.

    A group has links of its own inside.
    """
    role = "group" if is_group else "img"
    spoken = f'role="{role}" aria-label="{escape(label)}"' if label else 'aria-hidden="true"'
    return mark_safe(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" {spoken}>'
        + "".join(parts)
        + "</svg>"
    )


def words(x: float, y: float, text: str, *, size: int = 12, fill: str = SOFT, anchor="middle"):
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" {FONT} font-size="{size}" fill="{fill}" '
        f'text-anchor="{anchor}">{escape(text)}</text>'
    )


def columns(
    points: Sequence[Point],
    *,
    label: str = "",
    width: float = WIDTH,
    height: float = HEIGHT,
    top: float = 0,
) -> SafeString:
    """A column for each point over a base line; numbers on top, as many labels as there is room.

    `top` is the value of the full height, where several charts are to be compared.
    """
    if not points:
        return mark_safe("")
    top = max(top, *(p.value for p in points), *(p.aim or 0 for p in points)) or 1
    step = width / len(points)
    wide = min(step * 0.66, 72)
    every = max(1, int(-(-len(points) * 40 // width)))
    base = TOP + height
    parts = [
        f'<line x1="0" x2="{width:g}" y1="{base}" y2="{base}" stroke="{SOFT}" stroke-width="1"/>'
    ]
    for index, point in enumerate(points):
        middle = (index + 0.5) * step
        tall = point.value / top * height
        parts.append(
            f'<rect x="{middle - wide / 2:.1f}" y="{base - tall:.1f}" width="{wide:.1f}" '
            f'height="{tall:.1f}" fill="{point.fill}"/>'
        )
        over = base - tall
        if point.aim is not None:
            line = base - point.aim / top * height
            over = min(over, line)
            parts.append(
                f'<line x1="{middle - wide / 2 - 4:.1f}" x2="{middle + wide / 2 + 4:.1f}" '
                f'y1="{line:.1f}" y2="{line:.1f}" stroke="{AIM}" stroke-width="4"/>'
            )
        text = point.text or markup.number(point.value)
        parts.append(words(middle, over - 6, text, fill=INK))
        if (len(points) - 1 - index) % every == 0:
            parts.append(words(middle, base + 17, point.label))
    return wrapped(parts, width, base + FOOT, label=label)


def bars(points: Sequence[Point], *, label: str = "") -> SafeString:
    """A lying bar for each point, the longest first as given: for long names."""
    if not points:
        return mark_safe("")
    top = max(point.value for point in points) or 1
    parts = []
    for index, point in enumerate(points):
        y = index * 22
        length = point.value / top * 400
        parts.append(words(250, y + 14, point.label[:42], anchor="end", fill=INK))
        parts.append(
            f'<rect x="260" y="{y + 3}" width="{length:.1f}" height="14" fill="{point.fill}"/>'
        )
        parts.append(
            words(266 + length, y + 14, point.text or markup.number(point.value), anchor="start")
        )
    return wrapped(parts, WIDTH, len(points) * 22, label=label)
