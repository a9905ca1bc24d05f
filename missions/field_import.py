"""What was written in the field, from a workbook: findings, recommendations, self-assessment.

Three tables, known by their headings, on any sheets. Nothing is stored by reading; each problem is
named by cell and reason, and a file sent twice adds nothing.
"""

import io
import re
from dataclasses import asdict, dataclass, field
from typing import Any
from uuid import UUID, uuid5

import xlsxwriter
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from missions.actions.report import Note, check_writing, write_notes
from missions.models import Assessment, Finding, Level, Mission, MissionImport, Recommendation
from missions.models.choices import TEXT_LIMIT, Horizon, Priority
from missions.workflow import MissionStatus
from rocb.forms import standards_to_choose
from rocb.models import DiagnosticArea, Standard
from rocb.sheets import Sheet, Value
from rocb.tables import find_table, meanings, normal, words_of
from rocb.workflow import StepRefused

AREA = "area,diagnostic area,no,domaine"
FIELDS = {
    "finding": words_of(
        {
            "area": AREA,
            "text": "finding,observation,gap,constat,constatation",
            "evidence": "evidence,source,preuve,elements de preuve",
        }
    ),
    "recommendation": words_of(
        {
            "area": AREA,
            "text": "recommendation,advice,recommandation",
            "standards": "standard,safe standard,norme,norme safe",
            "priority": "priority,priorite",
            "horizon": "horizon,term,time frame,timeframe,echeance",
        }
    ),
    "assessment": words_of(
        {
            "area": AREA,
            "level": "level,own level,status,niveau",
            "situation": "where we stand,situation,current situation,ou nous en sommes",
            "needs": "what we need,need,needs,besoins,ce qu il nous faut",
        }
    ),
}
NEEDED = {"finding": "text", "recommendation": "text", "assessment": "level"}


class NothingFound(Exception):
    """The file holds none of the tables. The message is a sentence for its sender."""


@dataclass
class FieldRow:
    """One row as understood: `values` as JSON, `problems` as (cell, reason)."""

    kind: str
    where: str
    values: dict[str, Any] = field(default_factory=dict)
    problems: list[tuple[str, str]] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def parse(sheets: list[Sheet], mission: Mission, kinds: tuple[str, ...]) -> list[FieldRow]:
    """The rows of all tables of these kinds in a file. Raises NothingFound."""
    areas = list(DiagnosticArea.objects.all())
    known = {one.code: one.pk for one in standards_to_choose(framework=mission.framework)}
    elsewhere = dict(Standard.objects.values_list("code", "framework__edition"))
    rows: list[FieldRow] = []
    found_any = False
    for sheet in sheets:
        for kind in kinds:
            table = find_table(sheet, FIELDS[kind], NEEDED[kind])
            if table is None:
                continue
            found_any = True
            for number, cells in table.rows():
                row = FieldRow(kind, table.where(number, NEEDED[kind]))
                for name, value in cells.items():
                    place = table.where(number, name)
                    read_cell(row, name, value, place, areas, known, elsewhere, mission)
                if "text" in cells and not row.values.get("text"):
                    row.problems.append((row.where, _("The row has no text.")))
                if row.values.get("area") is None and not any(
                    place == table.where(number, "area")
                    for place, _why in row.problems
                    if "area" in table.columns
                ):
                    row.problems.append((row.where, _("The row names no area.")))
                rows.append(row)
            break
    if not found_any:
        raise NothingFound(
            _(
                "No table was found. It needs a row of headings: “Area” and “Finding”, “Area” and "
                "“Recommendation”, or “Area” and “Level”."
            )
        )
    return rows


def read_cell(row, name, value: Value, place, areas, known, elsewhere, mission) -> None:
    """One cell into its value, or into a problem with its place."""
    if name == "area":
        area = area_of(value, areas)
        if area is None and value is not None:
            row.problems.append((place, _("“%s” is none of the seven areas.") % str(value)[:60]))
        row.values["area"] = area and area.pk
    elif name in ("priority", "horizon", "level"):
        read_choice(row, name, value, place)
    elif name == "standards":
        read_standards(row, value, place, known, elsewhere, mission)
    else:
        text = "" if value is None else str(value).replace("\x00", "").strip()
        if len(text) > TEXT_LIMIT:
            row.problems.append(
                (
                    place,
                    _("The text has %(length)s characters; at most %(limit)s fit. Shorten it.")
                    % {"length": len(text), "limit": TEXT_LIMIT},
                )
            )
        row.values[name] = text


CHOICES = {"priority": Priority, "horizon": Horizon, "level": Level}


def read_choice(row: FieldRow, name: str, value: Value, place: str) -> None:
    if value is None or not str(value).strip():
        return
    known = meanings(CHOICES[name])
    found = known.get(normal(value))
    if found is None:
        words = ", ".join(str(label) for label in CHOICES[name].labels)
        row.problems.append(
            (
                place,
                _("“%(value)s” is not understood here. Write one of: %(words)s.")
                % {"value": str(value)[:60], "words": words},
            )
        )
    else:
        row.values[name] = found


def read_standards(row, value: Value, place: str, known, elsewhere, mission) -> None:
    """Codes such as P1-S4, separated by anything; those of another edition are named."""
    codes = re.findall(r"P\d-S\d+(?:\.\d+)?", str(value or "").upper())
    if value is not None and str(value).strip() and not codes:
        row.problems.append((place, _("Write standards by their codes, such as P1-S4.")))
    ids = []
    for code in codes:
        if code in known:
            ids.append(known[code])
        elif code in elsewhere:
            row.problems.append(
                (
                    place,
                    _("%(code)s is a standard of SAFE %(other)s, and the mission uses %(edition)s.")
                    % {
                        "code": code,
                        "other": elsewhere[code],
                        "edition": mission.framework or _("the edition in use"),
                    },
                )
            )
        else:
            row.problems.append((place, _("There is no standard %s.") % code))
    row.values["standards"] = ids


def area_of(value: Value, areas: list[DiagnosticArea]) -> DiagnosticArea | None:
    """By number, by title, or by both."""
    text = normal(value) if value is not None else ""
    number = re.match(r"(\d)\b", text)
    if number:
        return next((area for area in areas if area.number == int(number[1])), None)
    return next(
        (
            area
            for area in areas
            if text and text in map(normal, (area.title_en, area.title_fr, area.former_title))
        ),
        None,
    )


def key_of(record: MissionImport, row: dict[str, Any]) -> UUID:
    """The same words in the same area of one mission are one note, however often they are sent."""
    words = f"{record.mission_id}:{row['kind']}:{row['values'].get('area')}:{row['values']['text']}"
    return uuid5(UUID("6ba7b811-9dad-11d1-80b4-00c04fd430c8"), words)


def states(record: MissionImport) -> list[tuple[dict[str, Any], str]]:
    """(row, wrong | new | unchanged) as things stand now; three queries."""
    rows = record.content["rows"]
    keys = {key_of(record, row) for row in rows if row["values"].get("text")}
    known = set(Finding.objects.filter(key__in=keys).values_list("key", flat=True))
    known |= set(Recommendation.objects.filter(key__in=keys).values_list("key", flat=True))
    own = {row.area_id: row for row in record.mission.assessments.all()}
    found = []
    for row in rows:
        if row["problems"]:
            state = "wrong"
        elif row["kind"] == "assessment":
            mine = own.get(row["values"]["area"])
            same = mine and all(
                getattr(mine, name) == row["values"].get(name, getattr(mine, name))
                for name in ("level", "situation", "needs")
            )
            state = "unchanged" if same else "new"
        else:
            state = "unchanged" if key_of(record, row) in known else "new"
        found.append((row, state))
    return found


@transaction.atomic
def apply(record: MissionImport, *, by, take_good: bool = False) -> int:
    """Store what is new; returns how many rows. Raises StepRefused while rows are wrong and
    `take_good` is off, or when the mission is closed to them; PermissionDenied."""
    record = MissionImport.objects.select_for_update(of=("self",)).get(pk=record.pk)
    rows = states(record)
    wrong = sum(state == "wrong" for _row, state in rows)
    if wrong and not take_good:
        raise StepRefused(
            ngettext(
                "%d row is wrong. Correct the file, or take the good rows without it.",
                "%d rows are wrong. Correct the file, or take the good rows without them.",
                wrong,
            )
            % wrong
        )
    new = [row for row, state in rows if state == "new"]
    notes = [
        Note(key_of(record, row), row["kind"], stored(row))
        for row in new
        if row["kind"] != "assessment"
    ]
    if notes:
        write_notes(record.mission, notes, by=by)
    levels = [row for row in new if row["kind"] == "assessment"]
    if levels:
        store_levels(record.mission, levels, by=by)
    record.applied_at = record.applied_at or timezone.now()
    record.save(update_fields=["applied_at"])
    return len(new)


def stored(row: dict[str, Any]) -> dict[str, Any]:
    values = dict(row["values"])
    values["area_id"] = values.pop("area")
    return values


def may_assess(mission: Mission, user) -> bool:
    """The member assesses itself until the visit begins."""
    before = (
        MissionStatus.REQUESTED,
        MissionStatus.ACCEPTED,
        MissionStatus.TEAM_SELECTED,
        MissionStatus.TERMS_AGREED,
    )
    return mission.status in before and mission.allows(user, "missions.assess_self")


def store_levels(mission: Mission, rows: list[dict[str, Any]], *, by) -> None:
    """The member's view of some areas. Raises PermissionDenied, or StepRefused after the visit."""
    if not mission.allows(by, "missions.assess_self"):
        raise PermissionDenied
    if not may_assess(mission, by):
        raise StepRefused(_("The visit has begun: the self-assessment is kept as it is."))
    for row in rows:
        values = {
            k: row["values"][k] for k in ("level", "situation", "needs") if k in row["values"]
        }
        Assessment.objects.update_or_create(
            mission=mission,
            area_id=row["values"]["area"],
            defaults={**values, "updated_by": by},
            create_defaults={**values, "created_by": by, "updated_by": by},
        )


def workbook(mission: Mission, kinds: tuple[str, ...]) -> bytes:
    """An empty workbook with the tables of these kinds, drop-downs and the areas filled in."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    bold = book.add_format(
        {"bold": True, "bg_color": "#E6EEF5", "text_wrap": True, "valign": "top"}
    )
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    areas = [str(area) for area in DiagnosticArea.objects.order_by("number")]
    sheets: dict[str, tuple[str, list[tuple[str, int]]]] = {
        "finding": (_("Findings"), [(_("Area"), 34), (_("Finding"), 70), (_("Evidence"), 50)]),
        "recommendation": (
            _("Recommendations"),
            [(_("Area"), 34), (_("Recommendation"), 70), (_("Standards"), 18), (_("Priority"), 12),
             (_("Horizon"), 28)],
        ),
        "assessment": (
            _("Self-assessment"),
            [(_("Area"), 34), (_("Level"), 26), (_("Where we stand"), 60), (_("What we need"), 60)],
        ),
    }  # fmt: skip
    for kind in kinds:
        title, columns = sheets[kind]
        sheet = book.add_worksheet(str(title))
        sheet.freeze_panes(1, 0)
        for index, (label, width) in enumerate(columns):
            sheet.set_column(index, index, width, wrap)
            sheet.write(0, index, str(label), bold)
        drop_down(sheet, 0, areas)
        if kind == "recommendation":
            drop_down(sheet, 3, [str(x) for x in Priority.labels])
            drop_down(sheet, 4, [str(x) for x in Horizon.labels])
        if kind == "assessment":
            drop_down(sheet, 1, [str(x) for x in Level.labels])
            for index, row in enumerate(mission.assessments.select_related("area"), 1):
                sheet.write(index, 0, str(row.area))
                sheet.write(index, 1, "" if row.level is None else str(Level(row.level).label))
                sheet.write_string(index, 2, row.situation)
                sheet.write_string(index, 3, row.needs)
    book.close()
    return buffer.getvalue()


def drop_down(sheet, column: int, words: list[str]) -> None:
    """Choices for a column; a list longer than Excel takes (255 characters) goes without."""
    if len(",".join(words)) <= 255:
        sheet.data_validation(1, column, 300, column, {"validate": "list", "source": words})


def check_may(mission: Mission, kinds: tuple[str, ...], by) -> None:
    """Raise unless `by` may bring rows of these kinds into the mission now."""
    if kinds == ("assessment",):
        if not mission.allows(by, "missions.assess_self"):
            raise PermissionDenied
        if not may_assess(mission, by):
            raise StepRefused(_("The visit has begun: the self-assessment is kept as it is."))
    else:
        check_writing(mission, by)
