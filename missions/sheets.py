"""The matrix as the reader sees it: rows of HTML, made from two queries and no template loop.

A form of 217 rows with selects is some 40,000 template steps; joined here in Python it costs a
tenth. Everything a row needs is made once outside the row loop, and everything typed is escaped.
"""

from functools import cache
from html import escape
from typing import Any

from django.db.models import OuterRef, Subquery, TextField, Value
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from missions.models import (
    ActionRow,
    Implementation,
    Level,
    Matrix,
    MatrixVersion,
    ReturnComment,
    StandardRow,
    Support,
)
from missions.models.choices import TEXT_LIMIT
from missions.versions import ACTION_FIELDS, STANDARD_FIELDS
from rocb import markup
from rocb.standing import Blank, answer

# Fields of the form are named "<letter><row id>.<field>": s17.level, a204.progress.
LETTERS = {"standards": "s", "actions": "a"}
FIELDS = {"standards": STANDARD_FIELDS, "actions": ACTION_FIELDS}
PARTS = {letter: part for part, letter in LETTERS.items()}
TEXTS = ("progress", "obstacle", "next_step", "evidence")


def headings(part: str) -> list[str]:
    """The column headings of one part, in the order of FIELDS, after the row's own heading."""
    if part == "standards":
        return [_("Status"), _("Remark")]
    return [
        _("Status"),
        _("% done"),
        _("Progress"),
        _("Obstacle"),
        _("Next step"),
        _("Support needed"),
        _("Evidence"),
        _("No change"),
    ]


def asked_for(field: str) -> Subquery:
    """The comment of the last return on a row, as a column."""
    versions = MatrixVersion.objects.filter(matrix=Blank("matrix"))
    last = versions.order_by("-number").values("pk")[:1]
    comments = ReturnComment.objects.filter(version=Subquery(last), **{field: OuterRef(field)})
    return Subquery(comments.order_by("-pk").values("text")[:1])


def rows_of(matrix: Matrix) -> dict[str, list[dict[str, Any]]]:
    """Both parts as plain rows with `id`, `label`, `title`, `revision`, `asked`; two queries."""
    was_returned = bool(matrix.round)
    return {part: rows_of_part(part, matrix.pk, was_returned) for part in COLUMNS}


# Name in a row -> where it comes from.
COLUMNS = {
    "standards": {
        "id": "standard_id",
        "label": "standard__code",
        "title": "standard__title",
        "revision": "revision",
        **{name: name for name in STANDARD_FIELDS},
    },
    "actions": {
        "id": "action_id",
        "label": "action__number",
        "title": "action__title",
        "due_on": "action__current_due_on",
        "revision": "revision",
        **{name: name for name in ACTION_FIELDS},
    },
}
ORDERS = {
    "standards": (StandardRow, ("standard__position",)),
    "actions": (ActionRow, ("action__position", "action_id")),
}


def rows_of_part(part: str, matrix_id: int, was_returned: bool) -> list[dict[str, Any]]:
    columns = COLUMNS[part]

    def make():
        model, order = ORDERS[part]
        rows = model.objects.filter(matrix=Blank("matrix")).order_by(*order)
        asked = asked_for(columns["id"]) if was_returned else Value(None, TextField())
        return rows.annotate(asked=asked).values_list(*columns.values(), "asked")

    found = answer(("rows of a matrix", part, was_returned), make, matrix=matrix_id)
    names = [*columns, "asked"]
    return [dict(zip(names, row, strict=True)) for row in found]


def options(choices, empty: str) -> dict[Any, str]:
    """The options of a select as HTML, once for each value that may be chosen."""
    return options_in(get_language(), choices, empty)


@cache
def options_in(_language: str | None, choices, empty: str) -> dict[Any, str]:
    """The same in one language, drawn once in each process; nobody changes it."""
    pairs = [("", empty), *choices.choices]
    made = {}
    drawn = {
        value: (f'<option value="{escape(str(value))}"', f">{escape(str(label))}</option>")
        for value, label in pairs
    }
    for chosen in drawn:
        made[chosen] = "".join(
            f"{begin}{' selected' if value == chosen else ''}{end}"
            for value, (begin, end) in drawn.items()
        )
    made[None] = made[""]
    return made


class Sheet:
    """Both parts of a matrix as a form. `typed` and `errors` bring a refused post back whole."""

    def __init__(self, rows: dict, *, typed: dict | None = None, errors: dict | None = None):
        self.rows = rows
        self.typed = typed or {}
        self.errors = errors or {}
        self.levels = options(Level, "–")
        self.statuses = options(Implementation, "–")
        self.supports = options(Support, "–")
        self.words = {part: [escape(word) for word in headings(part)] for part in FIELDS}

    def __getitem__(self, part: str) -> SafeString:
        """The body of the table of one part."""
        return mark_safe("".join(self.row(part, row) for row in self.rows[part]))

    def row(self, part: str, row: dict) -> str:
        name = f"{LETTERS[part]}{row['id']}"
        values = self.typed.get((part, row["id"]), row)
        problems = self.errors.get((part, row["id"]), {})
        asked = f'<p class="asked">{escape(row["asked"])}</p>' if row["asked"] else ""
        due = row.get("due_on")
        by = f' <span class="by">{markup.day(due)}</span>' if due else ""
        revision = values.get("revision", row["revision"])
        state = ' data-state="error"' if problems else ""
        cells = [
            f'<tr id="{name}" data-row="{name}" data-revision="{revision}"{state}>'
            f'<th scope="row" id="{name}h">{escape(row["label"])} {escape(row["title"])}{by}{asked}'
            f'<input type="hidden" name="{name}.revision" value="{revision}"></th>'
        ]
        for index, field in enumerate(FIELDS[part]):
            control = self.control(part, field, f"{name}.{field}", name, index, values[field])
            problem = ""
            if field in problems:
                problem = f'<p class="error" id="{name}.{field}e">{escape(problems[field])}</p>'
            cells.append(f'<td data-label="{self.words[part][index]}">{control}{problem}</td>')
        return "".join(cells) + "</tr>\n"

    def control(self, part: str, field: str, name: str, row: str, index: int, value) -> str:
        same = f'name="{name}" aria-labelledby="{part}{index} {row}h"'
        if field in ("level", "status", "support_needed"):
            known = {
                "level": self.levels, "status": self.statuses, "support_needed": self.supports
            }[field]  # fmt: skip
            return f"<select {same}>{known.get(value, known[None])}</select>"
        if field == "percent":
            text = "" if value is None else escape(str(value))
            return f'<input {same} inputmode="numeric" maxlength="5" size="3" value="{text}">'
        if field == "is_unchanged":
            return f'<input type="checkbox" {same}{" checked" if value else ""}>'
        text = escape(str(value or ""), quote=False)
        # A textarea drops the first line break: give it one to drop.
        return f'<textarea {same} rows="1" maxlength="{TEXT_LIMIT}">\n{text}</textarea>'


def reading(rows: dict) -> dict[str, Any]:
    """Both parts as tables to read."""
    levels = {v: markup.tag(label, f"l{v}") for v, label in Level.choices}
    statuses = {v: markup.tag(label, markup.tone_of(v)) for v, label in Implementation.choices}
    statuses["implemented"] = markup.tag(Implementation.IMPLEMENTED.label, "ok")
    supports = {v: str(label) for v, label in Support.choices if v != Support.NONE}
    same = mark_safe(f"<em>{escape(_('No change this period'))}</em>")
    words = {
        "standards": [_("Standard"), _("Status"), _("Remark")],
        "actions": [_("Action"), _("Status"), _("% done"), _("Report"), _("Support needed")],
    }
    labels = {
        "progress": "", "obstacle": _("Obstacle"), "next_step": _("Next step"),
        "evidence": _("Evidence"),
    }  # fmt: skip
    marks = {
        name: f"<strong>{escape(label)}:</strong> " if label else ""
        for name, label in labels.items()
    }
    standards, actions = [], []
    for row in rows["standards"]:
        head = mark_safe(f"{escape(row['label'])} {escape(row['title'])}{asked_html(row)}")
        standards.append((head, levels.get(row["level"], "–"), row["remark"]))
    for row in rows["actions"]:
        head = mark_safe(f"{escape(row['label'])} {escape(row['title'])}{asked_html(row)}")
        texts = "".join(
            f"<p>{marks[name]}{escape(row[name], quote=False)}</p>" for name in TEXTS if row[name]
        )
        percent = "" if row["percent"] is None else str(row["percent"])
        report = mark_safe((same if row["is_unchanged"] else "") + texts)
        status = statuses.get(row["status"], "–")
        actions.append((head, status, percent, report, supports.get(row["support_needed"], "")))
    return {
        "standards": markup.rows_html(standards, [{"label": word} for word in words["standards"]]),
        "actions": markup.rows_html(
            actions,
            [{"label": word, "numeric": index == 2} for index, word in enumerate(words["actions"])],
        ),
        "standard_headings": words["standards"],
        "action_headings": words["actions"],
    }


def asked_html(row: dict) -> str:
    return f'<p class="asked">{escape(row["asked"])}</p>' if row["asked"] else ""


def progress_of(rows: dict) -> tuple[int, int]:
    """How many rows are answered, of how many."""
    done = sum(row["level"] is not None for row in rows["standards"])
    done += sum(bool(row["status"]) or row["is_unchanged"] for row in rows["actions"])
    return done, len(rows["standards"]) + len(rows["actions"])
