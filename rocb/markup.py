"""Small pieces of HTML and text that lists, records and templates share.

Everything here escapes what it is given and is cheap enough for 200 rows: dates are formatted once
per distinct day and language, addresses of static files are looked up once.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import lru_cache
from html import escape
from typing import Any

from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

NOWRAP = {True: ' class="nowrap">', False: ">"}
TONES = ("neutral", "info", "ok", "warn", "bad", "live")

# What a status usually means to the eye. A page may always give its own tone.
TONE_OF_STATUS = {
    **dict.fromkeys(
        ("accepted", "approved", "endorsed", "done", "completed", "verified", "final", "held",
         "attended", "confirmed", "selected", "signed", "published", "answered", "agreed", "sent",
         "recognised", "accredited", "received"), "ok",
    ),
    **dict.fromkeys(
        ("in_force", "active", "in_progress", "in_country", "announced", "open", "running",
         "matched"), "live",
    ),
    **dict.fromkeys(
        ("submitted", "requested", "asked", "in_review", "in_discussion", "assessed", "nominated",
         "member_comments", "draft_report", "planned", "team_selected", "terms_agreed",
         "pre_screened", "pre_accredited", "queued"), "info",
    ),
    **dict.fromkeys(
        ("returned", "postponed", "suspended", "waiting", "offered", "partly", "paused", "due"), "warn"
    ),
    **dict.fromkeys(
        ("overdue", "late", "refused", "failed", "lapsed", "no_show", "terminated"), "bad"
    ),
}  # fmt: skip


def tone_of(status: str) -> str:
    """The usual tone of a stored status; neutral for drafts, closed things and unknown ones."""
    return TONE_OF_STATUS.get(status, "neutral")


def tag(label: Any, tone: str = "neutral") -> SafeString:
    """A status as a coloured word. The word says it; the colour only repeats it."""
    return SafeString(f'<strong class="tag {escape(tone)}">{escape(str(label))}</strong>')


def link(text: Any, url: str) -> SafeString:
    """A link, both parts escaped."""
    return SafeString(f'<a href="{escape(url)}">{safe(text)}</a>')


class Linker:
    """Links to the pages of many rows; their address is looked up once."""

    # Stands in the address where the key of the row belongs.
    MARK = "987654321"

    def __init__(self, url_name: str, *args: str):
        url = reverse(url_name, args=[*args, self.MARK])
        self.before, _mark, self.after = url.partition(self.MARK)
        self.opens, self.closes = f'<a href="{escape(self.before)}', f'{escape(self.after)}">'

    def __call__(self, text: Any, key: Any) -> SafeString:
        key = key if type(key) is int else escape(str(key))
        return SafeString(f"{self.opens}{key}{self.closes}{safe(text)}</a>")

    def url(self, key: Any) -> str:
        """The address of the row with this key."""
        return f"{self.before}{key}{self.after}"


def safe(value: Any) -> str:
    """A value as HTML: what is marked safe as it is, everything else escaped.

    `html.escape` does what Django's does at a third of the price, which shows at 1,400 cells.
    """
    return value if isinstance(value, SafeString) else escape(str(value))


@lru_cache(maxsize=1)
def _sprite() -> str:
    return static("icons.svg")


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


def menu_items(entries: list[tuple[Any, str, bool]]) -> SafeString:
    """The entries of the menu: (label, address, whether the reader is inside it)."""
    now = ' aria-current="page"'
    return mark_safe(
        "".join(
            f'<li><a href="{escape(url)}"{now if here else ""}>{conditional_escape(label)}</a></li>\n'
            for label, url, here in entries
        )
    )


def crumbs(trail: Iterable[tuple[Any, str | None]]) -> SafeString:
    """The way to this page: (label, address), the page itself without one."""
    return mark_safe(
        "".join(
            f'<li><a href="{escape(url)}">{safe(label)}</a></li>\n'
            if url
            else f'<li><span aria-current="page">{safe(label)}</span></li>\n'
            for label, url in trail
        )
    )


def task_items(tasks: Iterable[dict[str, Any]]) -> SafeString:
    """The items of a list of records: {text, url, by, tag, tone} each."""
    drawn = []
    for task in tasks:
        word = tag(task["tag"], task.get("tone") or "neutral") if task.get("tag") else ""
        by = f'<span class="by">{safe(task["by"])}</span>' if task.get("by") else ""
        drawn.append(
            f'<li><a href="{escape(task["url"])}">{safe(task["text"])}</a>{word}{by}</li>\n'
        )
    return mark_safe("".join(drawn))


def chain_items(links: Iterable[tuple[Any, Sequence[tuple[Any, str]], bool]]) -> SafeString:
    """The links of the chain from finding to money: (label, [(text, address)], whether here)."""
    none, drawn = escape(_("none yet")), []
    for label, records, here in links:
        now = ' class="now" aria-current="step"' if here else ""
        shown = "".join(
            f'<a href="{escape(url)}">{safe(text)}</a>' if url else f"<span>{safe(text)}</span>"
            for text, url in records
        )
        shown = shown or f"<span>{none}</span>"
        drawn.append(f"<li{now}><strong>{safe(label)}</strong>\n{shown}</li>\n")
    return mark_safe("".join(drawn))


def fact_items(facts: Iterable[tuple[Any, Any]]) -> SafeString:
    """The facts of a record: (label, value), a dash where there is none."""
    return mark_safe(
        "".join(
            f"<div><dt>{safe(label)}</dt><dd>{safe(value) if value or value == 0 else '–'}</dd></div>\n"
            for label, value in facts
        )
    )


def list_items(texts: Iterable[Any]) -> SafeString:
    """Each text as one item of a list."""
    return mark_safe("".join(f"<li>{conditional_escape(text)}</li>\n" for text in texts))


def icon(name: str, label: Any = "") -> SafeString:
    """An icon from the sprite: decoration, unless `label` gives it words."""
    if label:
        return format_html(
            '<svg class="i" role="img" aria-label="{}"><use href="{}#{}"/></svg>',
            label, _sprite(), name,
        )  # fmt: skip
    return format_html(
        '<svg class="i" aria-hidden="true"><use href="{}#{}"/></svg>', _sprite(), name
    )


@lru_cache(maxsize=8192)
def _day(value: dt.date, pattern: str, language: str) -> str:
    return date_format(value, pattern)


def day(value: dt.date | dt.datetime | None, empty: str = "") -> str:
    """4 Mar 2027, in the current time zone; `empty` when there is none."""
    if not value:
        return empty
    if isinstance(value, dt.datetime):
        value = timezone.localtime(value).date() if timezone.is_aware(value) else value.date()
    return _day(value, "DATE_FORMAT", get_language() or settings.LANGUAGE_CODE)


def weekday(value: dt.date | dt.datetime | None, empty: str = "") -> str:
    """Thu 4 Mar 2027: for due dates, where the day of the week matters."""
    if not value:
        return empty
    if isinstance(value, dt.datetime):
        value = timezone.localtime(value).date() if timezone.is_aware(value) else value.date()
    language = get_language() or settings.LANGUAGE_CODE
    return f"{_day(value, 'D', language)} {_day(value, 'DATE_FORMAT', language)}"


def moment(value: dt.datetime | None, empty: str = "") -> str:
    """4 Mar 2027, 10:42, in the current time zone."""
    if not value:
        return empty
    local = timezone.localtime(value) if timezone.is_aware(value) else value
    return f"{day(local.date())}, {local:%H:%M}"


def days(start: dt.date | None, end: dt.date | None) -> str:
    """4–8 Mar 2027, as short as it stays clear; one day where both are the same."""
    if not start or not end or start == end:
        return day(start or end)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{day(end)}"
    return f"{day(start)} – {day(end)}"


@lru_cache(maxsize=8192, typed=True)
def _number(value: int | float | Decimal, language: str) -> str:
    return number_format(value, force_grouping=True)


def number(value: int | float | Decimal | None, empty: str = "") -> str:
    """1,234 in the reader's language."""
    return empty if value is None else _number(value, get_language() or settings.LANGUAGE_CODE)


def up_to(value: int, most: int) -> str:
    """A number that was counted no further than `most`: 1,000+ where there are more."""
    return f"{number(most)}+" if value > most else number(value)


def money(amount: Decimal | int | float | None, currency: str = "", empty: str = "") -> str:
    """USD 1,250,000 (no cents where there are none), never broken over two lines."""
    if amount is None:
        return empty
    whole = amount == int(amount)
    text = number_format(amount, decimal_pos=0 if whole else 2, force_grouping=True)
    return f"{currency}\u00a0{text}" if currency else text


def shortened(text: str, length: int = 220) -> str:
    """The beginning of a text, cut between words."""
    text = " ".join(text.split())
    return text if len(text) <= length else f"{text[:length].rsplit(' ', 1)[0]} …"


def progress(percent: int | None, label: Any = "") -> SafeString:
    """A bar with its number beside it. The number is the text alternative."""
    if percent is None:
        return mark_safe("–")
    percent = max(0, min(100, int(percent)))
    return format_html(
        '<span class="prog"><progress max="100" value="{}" aria-label="{}"></progress>'
        "{}\u00a0%</span>",
        percent, label or f"{percent} %", percent,
    )  # fmt: skip


def rows_html(rows: Iterable[Sequence[Any]], columns: Sequence[dict]) -> SafeString:
    """The rows of a table, joined in Python: five times quicker than a template loop.

    `columns` are dicts with `label`, `numeric` and `nowrap`; the label rides along on each cell, so
    that a phone can show the row as a card. A cell that is not marked safe is escaped. The first
    cell is the row's heading.
    """
    opens = [
        f'<td data-label="{escape(str(column["label"]))}"'
        + (' class="n">' if column.get("numeric") else NOWRAP[bool(column.get("nowrap"))])
        for column in columns
    ]
    if opens:
        opens[0] = '<th scope="row">'
    closes = ["</th>"] + ["</td>"] * len(opens)
    frame = "".join(
        f"{before.replace('%', '%%')}%s{after}"
        for before, after in zip(opens, closes, strict=False)
    )
    line = f"<tr>{frame}</tr>\n"
    # As `safe` does it: at 1,400 cells the calls alone would show.
    html = "".join(
        [
            line
            % tuple(
                [
                    cell if type(cell) is SafeString or type(cell) is int else escape(str(cell))
                    for cell in row
                ]
            )
            for row in rows
        ]
    )
    # A heading without words is none.
    return mark_safe(html.replace('<th scope="row"></th>', "<td></td>"))


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


def drawn_bars(points: Sequence[dict]) -> SafeString:
    """The rows of a bar chart: {label, value, text?, url?, fill?} each."""
    drawn = []
    for bar in bar_rows(points):
        label = str(conditional_escape(bar["label"]))
        if bar.get("url"):
            label = f'<a href="{escape(bar["url"])}">{label}</a>'
        drawn.append(
            f'<tr><th scope="row">{label}</th><td class="n">{conditional_escape(bar["text"])}</td>'
            '<td><svg viewBox="0 0 600 16" preserveAspectRatio="none" height="16" aria-hidden="true">'
            f'<rect class="{escape(bar.get("fill") or "f2")}" width="{bar["width"]}" height="16"/>'
            "</svg></td></tr>\n"
        )
    return mark_safe("".join(drawn))


def bar_rows(points: Sequence[dict], width: int = 600) -> list[dict]:
    """Geometry of a bar chart: each of `points` ({label, value, text?}) gets y, width, text."""
    top = max((float(point["value"]) for point in points), default=0) or 1
    return [
        {
            **point,
            "text": point.get("text") or number(point["value"]),
            "width": f"{max(float(point['value']) / top * width, 1 if point['value'] else 0):.1f}",
            "y": index * 30,
        }
        for index, point in enumerate(points)
    ]
