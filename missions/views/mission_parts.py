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

    findings = Finding.objects.visible_to(user).filter(mission=mission)
    for finding in findings.select_related("area").order_by("number"):
        part(finding.area)["findings"].append(
            {
                "record": finding,
                "edit_url": reverse("missions:finding-edit", args=[finding.pk])
                if may_write
                else "",
                "delete_url": reverse("missions:finding-delete", args=[finding.pk])
                if may_write
                else "",
            }
        )
    for row in advice:
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


ANSWER_TONES = {"accepted": "ok", "partly": "info", "noted": "neutral"}


def assessments(mission, user) -> list[dict]:
    """The areas with the member's view; the team's beside it for those who may read it."""
    shows_team = mission.shows_findings(user)
    return [
        {
            "area": row.area,
            "level": Level(row.level).label if row.level is not None else "–",
            "situation": row.situation,
            "needs": row.needs,
            "team_level": Level(row.team_level).label
            if shows_team and row.team_level is not None
            else "",
            "team_note": row.team_note if shows_team else "",
        }
        for row in mission.assessments.select_related("area")
    ]


def comparison(mission, user) -> list[dict]:
    """Before and after, side by side, for an evaluation; nothing before the reader may know it."""
    before = mission.before
    if not mission.shows_findings(user) or (before and not before.shows_findings(user)):
        return []
    return [
        {
            "area": f"{row['number']} {row['title']}",
            "before": "–" if row["before"] is None else Level(row["before"]).label,
            "after": "–" if row["after"] is None else Level(row["after"]).label,
            "is_better": None not in (row["before"], row["after"]) and row["after"] > row["before"],
        }
        for row in comparison_of(mission)
    ]
