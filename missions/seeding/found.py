"""What teams found and advised, and what came of it."""

from datetime import date, timedelta

from missions.actions import prepare_areas
from missions.models import (
    AgendaItem,
    Finding,
    Mission,
    Recommendation,
    ReportVersion,
)
from missions.report import content_of, digest_of
from missions.seeding import texts
from missions.seeding.cast import Cast
from missions.workflow import MissionStatus
from rocb.frozen import in_every_language
from rocb.seeding import at


def levels(cast: Cast, mission: Mission, better: int = 0) -> None:
    """The member's view and the team's, area by area."""
    prepare_areas(mission)
    for row in mission.assessments.select_related("area"):
        own = cast.demo.random.randint(1, 3)
        row.level, row.situation = own, cast.demo.random.choice(texts.REMARKS)
        row.needs = cast.demo.random.choice(texts.NEXT)
        if mission.status not in (MissionStatus.ACCEPTED, MissionStatus.TERMS_AGREED):
            row.team_level = min(4, max(0, own - 1) + better)
            row.team_note = "As seen at the main port and at headquarters."
        row.save()
    Mission.objects.filter(pk=mission.pk).update(
        assessed_at=at(mission.starts_on - timedelta(days=18))
    )


def found(cast: Cast, mission: Mission, number: int, area) -> Finding:
    by = cast.demo.user("officer")
    text, evidence = texts.FINDINGS[(number + mission.pk) % len(texts.FINDINGS)]
    return Finding.objects.create(
        mission=mission,
        number=number,
        area=area or cast.areas[0],
        text=text,
        evidence=evidence,
        created_by=by,
        updated_by=by,
    )


def version(cast: Cast, mission: Mission, kind: str, day: date) -> ReportVersion:
    content = in_every_language(lambda: content_of(Mission.objects.get(pk=mission.pk)))
    return ReportVersion.objects.create(
        mission=mission,
        number=mission.report_versions.count() + 1,
        kind=kind,
        content=content,
        sha256=digest_of(content),
        made_at=at(day),
        made_by=cast.demo.user("officer"),
    )


def advised(cast: Cast, mission: Mission, count: int) -> None:
    """New findings and recommendations of a mission of these weeks."""
    by, member = cast.demo.user("officer"), mission.administration
    standards = {one.code: one for one in cast.framework.standards.all()}
    last = Recommendation.objects.filter(administration=member).count()
    chosen = cast.demo.random.sample(texts.ADVICE, count)
    for number, (text, codes, area) in enumerate(chosen, 1):
        finding = found(cast, mission, number, cast.areas[area - 1])
        row = Recommendation.objects.create(
            administration=member,
            mission=mission,
            number=f"R{last + number}",
            text=text,
            area=cast.areas[area - 1],
            source=str(mission),
            made_on=mission.ends_on,
            created_by=by,
            updated_by=by,
        )
        row.standards.set([standards[code] for code in codes.split()])
        row.findings.add(finding)


def agenda(cast: Cast, mission: Mission) -> None:
    by = cast.demo.user("officer")
    for offset, (title, place, people) in enumerate(texts.AGENDA):
        AgendaItem.objects.create(
            mission=mission,
            on=mission.starts_on + timedelta(days=offset),
            title=title,
            place=place,
            people=people,
            created_by=by,
            updated_by=by,
        )


def compared(cast: Cast, mission: Mission) -> None:
    """An evaluation is compared with the diagnostic mission before it."""
    mission.before = (
        Mission.objects.filter(administration=mission.administration, phase="1")
        .order_by("-starts_on")
        .first()
    )
    mission.save()
