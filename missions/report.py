"""A mission's report as content: what is frozen with each version, shown as a page, and printed.

Content is JSON of a fixed shape; every piece that can be commented on has an `anchor` of its own.
"""

import hashlib
import json
import re
from datetime import date
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from missions.models import Answer, Assessment, Level, Mission, Recommendation, TeamMember
from missions.models.choices import Horizon, Priority
from rocb import markup
from rocb.documents import Block, Document, Heading, Paragraph, Table
from rocb.languages import names_of

Content = dict[str, Any]


def paragraphs(text: str, anchor: str) -> list[dict[str, str]]:
    """A text cut at its empty lines: [{anchor, text}], numbered from one."""
    parts = [part.strip() for part in re.split(r"\n\s*\n", text) if part.strip()]
    return [{"anchor": f"{anchor}-{n}", "text": part} for n, part in enumerate(parts, 1)]


def content_of(mission: Mission) -> Content:
    """The report as it stands now; about ten queries, whatever its length."""
    team = mission.team.accepted().select_related("person__organisation").order_by("-role", "pk")
    return {
        "member": mission.administration.country_name,
        "administration": mission.administration.name,
        "phase": mission.phase,
        "starts_on": iso(mission.starts_on),
        "ends_on": iso(mission.ends_on),
        "programme": mission.programme.name if mission.programme else "",
        "lead": mission.lead,
        "edition": str(mission.framework) if mission.framework else "",
        "languages": list(mission.languages),
        "team": [
            {
                "name": place.person.full_name,
                "role": place.role,
                "from": str(place.person.organisation or ""),
            }
            for place in team
        ],
        "objectives": paragraphs(mission.objectives, "objectives"),
        "terms": paragraphs(mission.terms, "terms"),
        "situation": paragraphs(mission.situation, "situation"),
        "way_forward": paragraphs(mission.way_forward, "way"),
        "debrief_on": iso(mission.debrief_on),
        "debrief": paragraphs(mission.debrief, "debrief"),
        "agenda": [
            {
                "on": iso(item.on),
                "time": item.begins_at.strftime("%H:%M") if item.begins_at else "",
                "title": item.title,
                "place": item.place,
                "people": item.people,
            }
            for item in mission.agenda.all()
        ],
        "areas": areas_of(mission),
        "comparison": comparison_of(mission),
    }


def iso(day) -> str:
    return day.isoformat() if day else ""


def areas_of(mission: Mission) -> list[dict[str, Any]]:
    """Findings and recommendations by area, areas without either left out."""
    parts: dict[Any, dict[str, Any]] = {}
    for row in mission.assessments.select_related("area"):
        part(parts, row.area)["level"] = row.team_level
        part(parts, row.area)["note"] = row.team_note
    for finding in mission.findings.select_related("area"):
        if finding.as_written().is_struck:
            continue
        part(parts, finding.area)["findings"].append(
            {
                "anchor": f"F{finding.number}",
                "number": finding.number,
                "text": finding.text,
                "evidence": finding.evidence,
            }
        )
    advice = mission.recommendations.select_related("area").prefetch_related(
        "standards", "findings"
    )
    for one in sorted(advice, key=lambda one: in_order(one.number)):
        one.as_written()
        part(parts, one.area)["recommendations"].append(as_content(one))
    known = [one for one in parts.values() if one["findings"] or one["recommendations"]]
    return sorted(known, key=lambda one: one["number"])


def in_order(number: str) -> tuple:
    """R2 before R10."""
    return tuple(int(x) if x.isdigit() else x for x in re.split(r"(\d+)", number))


def part(parts: dict, area) -> dict[str, Any]:
    key = area.pk if area else None
    if key not in parts:
        parts[key] = {
            "number": area.number if area else 99,
            "title": area.title if area else "",
            "level": None,
            "note": "",
            "findings": [],
            "recommendations": [],
        }
    return parts[key]


def as_content(row: Recommendation) -> dict[str, Any]:
    return {
        "anchor": row.number,
        "number": row.number,
        "text": row.text,
        "standards": sorted(str(one) for one in row.standards.all()),
        "findings": sorted(f"F{one.number}" for one in row.findings.all()),
        "priority": row.priority,
        "horizon": row.horizon,
        "answer": row.answer,
        "answer_reason": row.answer_reason,
    }


def comparison_of(mission: Mission) -> list[dict[str, Any]]:
    """Before and after by area, for an evaluation that names what it compares with."""
    if mission.before_id is None:
        return []
    rows = Assessment.objects.filter(mission__in=[mission.before_id, mission.pk])
    levels: dict[tuple, Any] = {
        (row["mission"], row["area__number"]): row
        for row in rows.values("mission", "area__number", "area__title", "team_level")
    }
    numbers = sorted({number for _mission, number in levels})
    found = []
    for number in numbers:
        before = levels.get((mission.before_id, number))
        after = levels.get((mission.pk, number))
        known: dict[str, Any] = before or after or {}
        found.append(
            {
                "number": number,
                "title": known["area__title"],
                "before": before["team_level"] if before else None,
                "after": after["team_level"] if after else None,
            }
        )
    return found


def digest_of(content: Content) -> str:
    """sha256 of the content in its canonical form."""
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def anchors_of(content: Content) -> set[str]:
    """Every place of a report that can be commented on."""
    found = {
        piece["anchor"]
        for name in ("objectives", "terms", "situation", "way_forward", "debrief")
        for piece in content[name]
    }
    for area in content["areas"]:
        found |= {piece["anchor"] for piece in area["findings"] + area["recommendations"]}
    return found


def document_of(content: Content, *, mark: str = "", language: str = "en") -> Document:
    """The report as a document to print; `mark` stands on each page, as “Draft 2”."""
    with translation.override(language):
        return Document(
            title=_("Report of the mission to %s") % content["member"],
            subtitle=str(Mission.Phase(content["phase"]).label),
            kicker=content["programme"],
            facts=facts_of(content),
            blocks=blocks_of(content),
            language=language,
            footer=f"{content['administration']}",
            mark=mark,
        )


def facts_of(content: Content) -> list[tuple[str, str]]:
    def day(text: str) -> date | None:
        return date.fromisoformat(text) if text else None

    return [
        (_("Dates"), str(markup.days(day(content["starts_on"]), day(content["ends_on"])))),
        (_("Led by"), str(Mission.Lead(content["lead"]).label)),
        (_("Standards"), content["edition"]),
        (_("Languages"), names_of(content["languages"])),
    ]


def blocks_of(content: Content) -> list[Block]:
    """The report from its team to its agenda; a part with nothing in it is left out."""
    return [
        *team_part(content["team"]),
        *text_part(_("Why the mission was asked for"), content["objectives"]),
        *text_part(_("Terms of reference"), content["terms"]),
        *text_part(_("Situation"), content["situation"]),
        *areas_part(content["areas"]),
        *comparison_part(content["comparison"]),
        *text_part(_("Way forward"), content["way_forward"]),
        *text_part(_("Debrief"), content["debrief"]),
        *agenda_part(content["agenda"]),
    ]


def text_part(title: str, pieces: list[dict[str, str]]) -> list[Block]:
    return [Heading(title, 1), *(Paragraph(one["text"]) for one in pieces)] if pieces else []


def table_part(title: str, table: Table) -> list[Block]:
    return [Heading(title, 1), table] if table.rows else []


def team_part(team: list[dict[str, str]]) -> list[Block]:
    headings = [_("Name"), _("As"), _("From")]
    rows = [[one["name"], role_name(one["role"]), one["from"]] for one in team]
    return table_part(_("The team"), Table("", headings, rows, [3, 1, 3]))


def comparison_part(areas: list[dict[str, Any]]) -> list[Block]:
    caption = _("The team's level in each area, from 0 (not started) to 4 (fully implemented)")
    headings = [_("Area"), _("Before"), _("After")]
    rows = [
        [f"{one['number']} {one['title']}", level(one["before"]), level(one["after"])]
        for one in areas
    ]
    return table_part(_("Before and after"), Table(caption, headings, rows, [3, 2, 2]))


def agenda_part(items: list[dict[str, str]]) -> list[Block]:
    headings = [_("Day"), _("What"), _("Where"), _("People")]
    rows = [
        [f"{one['on']} {one['time']}".strip(), one["title"], one["place"], one["people"]]
        for one in items
    ]
    return table_part(_("Agenda and people met"), Table("", headings, rows, [2, 4, 3, 4]))


def role_name(value: str) -> str:
    return str(TeamMember.Role(value).label)


def level(value: int | None) -> str:
    return "–" if value is None else str(Level(value).label)


def areas_part(areas: list[dict[str, Any]]) -> list[Block]:
    """Gaps and recommendations, area by area."""
    blocks: list[Block] = []
    if areas:
        blocks.append(Heading(_("Findings and recommendations by area"), 1))
    for area in areas:
        title = f"{area['number']} {area['title']}" if area["title"] else _("Other")
        blocks.append(Heading(title, 2))
        if area["level"] is not None:
            words = _("Level found by the team: %s") % level(area["level"])
            blocks.append(Paragraph(f"{words}. {area['note']}".strip(), "note"))
        if area["findings"]:
            blocks.append(Heading(_("Findings"), 3))
            blocks.append(
                Table(
                    "",
                    [_("No."), _("Finding"), _("Evidence")],
                    [[p["anchor"], p["text"], p["evidence"]] for p in area["findings"]],
                    [1, 6, 5],
                )
            )
        if area["recommendations"]:
            blocks.append(Heading(_("Recommendations"), 3))
            blocks.append(advice_table(area["recommendations"]))
    return blocks


def advice_table(rows: list[dict[str, Any]]) -> Table:
    """The recommendations of one area with what they rest on and what the member says."""

    def said(row: dict[str, Any]) -> str:
        if not row["answer"]:
            return ""
        return "\n".join(filter(None, [str(Answer(row["answer"]).label), row["answer_reason"]]))

    def text(row: dict[str, Any]) -> str:
        rests_on = _("From findings: %s") % ", ".join(row["findings"]) if row["findings"] else ""
        return "\n".join(filter(None, [row["text"], rests_on]))

    return Table(
        "",
        [_("No."), _("Recommendation"), _("Standards"), _("Priority"), _("Answer of the member")],
        [
            [
                row["number"],
                text(row),
                "\n".join(row["standards"]),
                f"{Priority(row['priority']).label}\n{Horizon(row['horizon']).label}",
                said(row),
            ]
            for row in rows
        ],
        [1, 6, 4, 3, 3],
    )
