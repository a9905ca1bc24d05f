"""What stands on the tabs of a mission: advice by area, assessments, before and after."""

from django.urls import reverse
from django.utils.translation import gettext as _

from missions.models import Finding, Recommendation
from missions.models.choices import Level
from missions.report import comparison_of
from missions.workflow import PlaceStatus

PLACE_TONES = {
    PlaceStatus.RESERVE: "neutral",
    PlaceStatus.ASKED: "info",
    PlaceStatus.ACCEPTED: "ok",
    PlaceStatus.DECLINED: "bad",
    PlaceStatus.RELEASED: "neutral",
}


def advice_of(mission, user):
    """The recommendations of a mission with what their list shows; two queries."""
    rows = Recommendation.objects.visible_to(user).filter(mission=mission)
    return rows.select_related("area").prefetch_related("standards").order_by("pk")


def by_area(mission, advice, may_write, user) -> list[dict]:
    """Findings and recommendations under the area that they belong to."""
    parts: dict = {}

    def part(area):
        title = str(area) if area else _("No area")
        number = area.number if area else 99
        return parts.setdefault((number, title), {"findings": [], "advice": []})

    shows_unsent = mission.shows_unsent(user)
    findings = Finding.objects.visible_to(user).filter(mission=mission)
    for finding in findings.select_related("area").order_by("number"):
        is_rewritten = shows_unsent and bool(finding.rewritten)
        if is_rewritten:
            finding.as_written()
        part(finding.area)["findings"].append(
            {
                "record": finding,
                "waits": waits_in_words(finding) if is_rewritten else "",
                "edit_url": reverse("missions:finding-edit", args=[finding.pk])
                if may_write and not finding.is_struck
                else "",
                "delete_url": reverse("missions:finding-delete", args=[finding.pk])
                if may_write and not finding.is_struck
                else "",
            }
        )
    for row in advice:
        if shows_unsent:
            row.as_written()
        part(row.area)["advice"].append(
            {
                "url": row.get_absolute_url(),
                "number": row.number,
                "text": row.text,
                "standards": ", ".join(one.code for one in row.standards.all()),
                "priority": row.get_priority_display(),
                "answer": row.get_answer_display() or _("Not answered yet"),
                "tone": ANSWER_TONES.get(row.answer, "warn"),
            }
        )
    return [{"title": title, **parts[number, title]} for number, title in sorted(parts)]


def waits_in_words(finding) -> str:
    if finding.is_struck:
        return _("Struck out: it leaves the report when that is sent again.")
    return _("Rewritten: the member reads it when the report is sent again.")


ANSWER_TONES = {"accepted": "ok", "partly": "info", "noted": "neutral"}


def assessments(mission, user) -> list[dict]:
    """The areas with the member's view; the team's beside it for those who may read it."""
    sent = sent_to_member(mission, user)
    shows_team = mission.shows_findings(user)
    found = []
    for row in mission.assessments.select_related("area"):
        level, note = row.team_level, row.team_note
        if sent is not None:
            levels = {part["number"]: (part["level"], part["note"]) for part in sent["areas"]}
            level, note = levels.get(row.area.number, (None, ""))
        found.append(
            {
                "area": row.area,
                "level": Level(row.level).label if row.level is not None else "–",
                "situation": row.situation,
                "needs": row.needs,
                "team_level": Level(level).label if shows_team and level is not None else "",
                "team_note": note if shows_team else "",
            }
        )
    return found


def sent_to_member(mission, user) -> dict | None:
    """The version that a member was sent last; None for who follows the writing, and without one."""
    if mission.shows_unsent(user):
        return None
    versions = mission.report_versions.order_by("-number")
    return versions.values_list("content", flat=True).first()


def comparison(mission, user) -> list[dict]:
    """Before and after, side by side, for an evaluation; nothing before the reader may know it."""
    before = mission.before
    if not mission.shows_findings(user) or (before and not before.shows_findings(user)):
        return []
    sent = sent_to_member(mission, user)
    rows = comparison_of(mission) if sent is None else sent["comparison"]
    return [
        {
            "area": f"{row['number']} {row['title']}",
            "before": "–" if row["before"] is None else Level(row["before"]).label,
            "after": "–" if row["after"] is None else Level(row["after"]).label,
            "is_better": None not in (row["before"], row["after"]) and row["after"] > row["before"],
        }
        for row in rows
    ]
