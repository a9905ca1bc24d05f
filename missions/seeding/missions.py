"""Missions of 2008, of the years since, and under way."""

from datetime import date, timedelta

from django.db.models import OuterRef, Subquery

from missions.actions import prepare_areas
from missions.models import (
    Expert,
    Finding,
    Mission,
    Recommendation,
    ReportRemark,
    ReportVersion,
    TeamMember,
)
from missions.seeding import texts
from missions.seeding.cast import Cast, experts
from missions.seeding.found import advised, agenda, compared, found, levels, version
from missions.workflow import MissionStatus, PlaceStatus
from programmes.models import Event
from programmes.seeding.events import PLANNING
from rocb.seeding import Demo, at, passed

# Members diagnosed by June 2008, one a month or so; the first ten with regional experts.
DIAGNOSED = "MN LK VN FJ PH PG KH LA NP BD ID WS TO VU SB MV PK"

STATIONS = (
    (MissionStatus.REQUESTED, "accept", -120),
    (MissionStatus.ACCEPTED, "select-team", -60),
    (MissionStatus.TEAM_SELECTED, "agree-terms", -30),
    (MissionStatus.TERMS_AGREED, "arrive", 0),
    (MissionStatus.IN_COUNTRY, "leave", 10),
    (MissionStatus.DRAFT_REPORT, "send", 35),
    (MissionStatus.MEMBER_COMMENTS, "finalise", 75),
    (MissionStatus.FINAL, "close", 140),
    (MissionStatus.CLOSED, "", 0),
)


def mission_of(
    cast: Cast, iso2: str, phase: str, starts: date, status: str = MissionStatus.CLOSED, **values
) -> Mission:
    """One mission as far as `status`, with the steps that led there."""
    demo, member = cast.demo, cast.members[iso2]
    by = member.officer or demo.user("officer")
    reached = [station for station, _step, _days in STATIONS].index(status)
    sent = starts + timedelta(days=35) if reached >= 6 else None
    final = starts + timedelta(days=75) if reached >= 7 else None
    mission = Mission.objects.create(
        administration=member,
        phase=phase,
        programme=cast.columbus,
        status=status,
        starts_on=starts,
        ends_on=starts + timedelta(days=values.pop("days", 9)),
        framework=cast.framework,
        languages=["en"],
        officer=by if reached else None,
        objectives=demo.random.choice(texts.OBJECTIVES),
        terms=texts.TERMS if reached >= 2 else "",
        situation=demo.random.choice(texts.SITUATIONS) if reached >= 4 else "",
        way_forward=texts.WAY_FORWARD if reached >= 5 else "",
        sent_at=at(sent) if sent else None,
        comments_due_on=sent + timedelta(days=30) if sent else None,
        final_on=final,
        is_invented=True,
        created_by=by,
        updated_by=by,
        **values,
    )
    Mission.objects.filter(pk=mission.pk).update(created_at=at(starts - timedelta(days=150)))
    taken = [
        (step, station, STATIONS[index + 1][0], by, starts + timedelta(days=days), "")
        for index, (station, step, days) in enumerate(STATIONS[:reached])
    ]
    limit = demo.today - timedelta(days=1)
    passed([(mission, (*one[:4], min(one[4], limit), one[5])) for one in taken])
    return mission


def team(
    cast: Cast, mission: Mission, people: list[Expert], *, status=PlaceStatus.ACCEPTED
) -> None:
    """A leader from the Secretariat, and these experts of the region."""
    by = cast.demo.user("officer")
    leader = cast.secretariat[mission.starts_on.toordinal() % len(cast.secretariat)]
    places = [(leader, TeamMember.Role.LEADER, TeamMember.Origin.SECRETARIAT)]
    places += [(one.person, TeamMember.Role.EXPERT, TeamMember.Origin.REGION) for one in people]
    asked = at(mission.starts_on - timedelta(days=100))
    TeamMember.objects.bulk_create(
        [
            TeamMember(
                mission=mission,
                person=person,
                role=role,
                origin=origin,
                status=status,
                asked_at=asked,
                answered_at=asked,
                created_by=by,
                updated_by=by,
            )
            for person, role, origin in places
        ]
    )


def of_2008(cast: Cast) -> None:
    """17 diagnostic missions, 10 with regional experts, and six phase II workshops."""
    for number, iso2 in enumerate(DIAGNOSED.split()):
        starts = date(2006, 3, 6) + timedelta(days=48 * number)
        mission = mission_of(cast, iso2, "1", starts, lead=Mission.Lead.SECRETARIAT)
        member = cast.members[iso2]
        team(cast, mission, cast.free(member, starts, 2) if number >= 7 else [])
    for day, iso2, _place in PLANNING:
        event = Event.objects.get(starts_on=day)
        kind = Mission.Kind.WORKSHOP
        mission = mission_of(cast, iso2, "2", day, kind=kind, event=event, days=4)
        team(cast, mission, cast.free(cast.members[iso2], day, 1))


def history(cast: Cast) -> None:
    """Three missions a year from 2009 to two years ago, of all phases."""
    codes = DIAGNOSED.split() + ["BT", "TL", "MM", "TH", "MY", "IR"]
    turn = 0
    for year in range(2009, cast.demo.today.year - 1):
        for month, phase in ((3, "1"), (6, "2"), (10, "3")):
            iso2 = codes[turn % len(codes)]
            turn += 1
            starts = date(year, month, 4)
            mission = mission_of(cast, iso2, phase, starts, kind=Mission.Kind.TARGETED, days=7)
            team(cast, mission, cast.free(cast.members[iso2], starts, 2))


def behind_advice(cast: Cast) -> None:
    """The mission that each plan's recommendations came from, with findings and final report."""
    rows = Recommendation.objects.select_related("area").order_by("administration", "pk")
    by_member: dict[int, list[Recommendation]] = {}
    for row in rows:
        by_member.setdefault(row.administration_id, []).append(row)
    codes = {member.pk: iso2 for iso2, member in cast.members.items()}
    for member, advice in by_member.items():
        made_on = advice[0].made_on
        starts = made_on - timedelta(days=9)
        mission = mission_of(cast, codes[member], "1", starts)
        team(cast, mission, cast.free(mission.administration, starts, 2))
        levels(cast, mission)
        for number, row in enumerate(advice, 1):
            finding = found(cast, mission, number, row.area)
            row.findings.add(finding)
        Recommendation.objects.filter(pk__in=[row.pk for row in advice]).update(
            mission=mission, source=str(mission)
        )
        mission.administration.plans.update(mission=mission)
        version(cast, mission, ReportVersion.Kind.FINAL, mission.final_on)


def under_way(cast: Cast) -> None:
    """One mission in each state, as an office has them on its desk."""
    today = cast.demo.today
    days = timedelta
    mission_of(cast, "BT", "3", today + days(120), MissionStatus.REQUESTED)
    accepted = mission_of(cast, "SB", "3", today + days(90), MissionStatus.ACCEPTED)
    prepare_areas(accepted)
    ready = mission_of(cast, "VU", "3", today + days(25), MissionStatus.TERMS_AGREED)
    team(cast, ready, cast.free(ready.administration, ready.starts_on, 2))
    agenda(cast, ready)
    levels(cast, ready)
    there = mission_of(cast, "TL", "1", today - days(3), MissionStatus.IN_COUNTRY)
    team(cast, there, [cast.signed_in])
    agenda(cast, there)
    levels(cast, there)
    advised(cast, there, 3)
    written = mission_of(cast, "WS", "3", today - days(30), MissionStatus.DRAFT_REPORT)
    team(cast, written, cast.free(written.administration, written.starts_on, 2))
    agenda(cast, written)
    compared(cast, written)
    levels(cast, written, better=1)
    advised(cast, written, 4)
    commented(cast)
    final = mission_of(cast, "FJ", "3", today - days(110), MissionStatus.FINAL)
    team(cast, final, cast.free(final.administration, final.starts_on, 2))
    compared(cast, final)
    levels(cast, final, better=1)
    advised(cast, final, 3)
    version(cast, final, ReportVersion.Kind.DRAFT, final.starts_on + days(35))
    version(cast, final, ReportVersion.Kind.FINAL, final.final_on)


def commented(cast: Cast) -> None:
    """A draft that is with Papua New Guinea, with a comment that waits for a reply."""
    starts = cast.demo.today - timedelta(days=45)
    mission = mission_of(cast, "PG", "3", starts, MissionStatus.MEMBER_COMMENTS)
    team(cast, mission, [cast.signed_in])
    agenda(cast, mission)
    compared(cast, mission)
    levels(cast, mission, better=1)
    advised(cast, mission, 5)
    sent = version(cast, mission, ReportVersion.Kind.DRAFT, starts + timedelta(days=35))
    by, officer = cast.demo.user("coordinator.pg"), cast.demo.user("officer")
    for anchor, text, reply in (
        ("situation-1", "The second scanner works since August.", "Thank you, corrected."),
        ("F1", "Lae has trained its own analysts meanwhile.", ""),
    ):
        ReportRemark.objects.create(
            mission=mission,
            version=sent,
            anchor=anchor,
            text=text,
            reply=reply,
            replied_by=officer if reply else None,
            created_by=by,
            updated_by=by,
        )


def missions(demo: Demo) -> None:
    """All of it; called after the plans, whose recommendations it gives a mission to."""
    cast = Cast(demo)
    experts(demo, cast)
    of_2008(cast)
    behind_advice(cast)
    if demo.only is None:
        history(cast)
        under_way(cast)
    written_before_sent()


def written_before_sent() -> None:
    """Findings and advice are as old as their report says: a member reads what it was sent."""
    sent = ReportVersion.objects.filter(mission=OuterRef("mission")).order_by("made_at")
    for model in (Finding, Recommendation):
        model._base_manager.filter(mission__in=ReportVersion.objects.values("mission")).update(
            created_at=Subquery(sent.values("made_at")[:1])
        )
