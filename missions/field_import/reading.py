"""The tables of a file as rows, each problem with its cell."""

import re
from dataclasses import asdict, dataclass, field
from typing import Any
from uuid import UUID, uuid5

from django.utils.translation import gettext as _

from missions.models import Level, Mission, MissionImport
from missions.models.choices import TEXT_LIMIT, Horizon, Priority
from rocb.forms import standards_to_choose
from rocb.models import DiagnosticArea, Standard
from rocb.sheets import Sheet, Value
from rocb.tables import find_table, meanings, normal, words_of

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
