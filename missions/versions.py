"""What a matrix says, as one document: for submitted versions, for comparing, for checks."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from missions.models.choices import Implementation, Level, Support

STANDARD_FIELDS = ("level", "remark")
ACTION_FIELDS = (
    "status",
    "percent",
    "progress",
    "obstacle",
    "next_step",
    "support_needed",
    "evidence",
    "is_unchanged",
)


def content_of(matrix) -> dict[str, Any]:
    """The whole matrix as JSON: {"nothing", "standards": [...], "actions": [...]}; two queries."""
    standards = matrix.standard_rows.order_by("standard__position").values(
        "standard_id", "standard__code", "standard__title", *STANDARD_FIELDS
    )
    actions = matrix.action_rows.order_by("action__position", "action_id").values(
        "action_id", "action__number", "action__title", *ACTION_FIELDS
    )
    return {
        "nothing": matrix.nothing_reason if matrix.has_nothing_to_report else None,
        "standards": [
            {
                "id": row["standard_id"],
                "code": row["standard__code"],
                "title": row["standard__title"],
                **{name: row[name] for name in STANDARD_FIELDS},
            }
            for row in standards
        ],
        "actions": [
            {
                "id": row["action_id"],
                "number": row["action__number"],
                "title": row["action__title"],
                **{name: row[name] for name in ACTION_FIELDS},
            }
            for row in actions
        ],
    }


def missing_in(content: dict[str, Any]) -> list[tuple[str, int, str]]:
    """What still keeps a matrix from being submitted: (part, row id, sentence).

    "Nothing to report" needs its reason alone. Otherwise each standard needs a status, and each
    action a status or the mark "no change this period"; progress of 100 % and "Implemented" go
    together.
    """
    if content["nothing"] is not None:
        if content["nothing"].strip():
            return []
        return [("matrix", 0, _("Say why there is nothing to report."))]
    found = [
        ("standards", row["id"], _("%s: choose a status.") % row["code"])
        for row in content["standards"]
        if row["level"] is None
    ]
    for row in content["actions"]:
        where = ("actions", row["id"])
        if not row["is_unchanged"] and not row["status"]:
            sentence = _("Action %s: choose a status, or mark it as unchanged.")
            found.append((*where, sentence % row["number"]))
        elif row["status"] == Implementation.IMPLEMENTED and row["percent"] not in (None, 100):
            sentence = _("Action %s: it is implemented, but not at 100 %%.")
            found.append((*where, sentence % row["number"]))
    return found


def differences(old: dict[str, Any], new: dict[str, Any]) -> list[dict[str, Any]]:
    """What changed between two versions, row by row: part, label, and (field, old, new)."""
    found = []
    for part, label, fields in (
        ("standards", "code", STANDARD_FIELDS),
        ("actions", "number", ACTION_FIELDS),
    ):
        before = {row["id"]: row for row in old[part]}
        for row in new[part]:
            was = before.get(row["id"], {})
            changed = [
                (name, was.get(name), row[name]) for name in fields if was.get(name) != row[name]
            ]
            if changed:
                found.append(
                    {"part": part, "label": f"{row[label]} {row['title']}", "changes": changed}
                )
    if old["nothing"] != new["nothing"]:
        found.append(
            {
                "part": "matrix",
                "label": _("Nothing to report"),
                "changes": [("nothing", old["nothing"], new["nothing"])],
            }
        )
    return found


FIELD_WORDS = {
    "level": gettext_lazy("Status"),
    "status": gettext_lazy("Status"),
    "remark": gettext_lazy("Remark"),
    "percent": gettext_lazy("% done"),
    "progress": gettext_lazy("Progress"),
    "obstacle": gettext_lazy("Obstacle"),
    "next_step": gettext_lazy("Next step"),
    "support_needed": gettext_lazy("Support needed"),
    "evidence": gettext_lazy("Evidence"),
    "is_unchanged": gettext_lazy("No change"),
    "nothing": gettext_lazy("Nothing to report"),
}
WORDS: dict[str, dict] = {
    "level": dict(Level.choices),
    "status": dict(Implementation.choices),
    "support_needed": dict(Support.choices),
    "is_unchanged": {True: gettext_lazy("yes"), False: gettext_lazy("no")},
}


def worded(name: str, value) -> str:
    """A stored value of a version in words."""
    if value in (None, ""):
        return "–"
    return str(WORDS.get(name, {}).get(value, value))
