"""Experts and missions of the demonstration office: the state of June 2008, then history to today.

The article of 2008 gives numbers only: 17 diagnostic missions, 10 of them with regional experts, more
than 30 certified experts, six phase II workshops. Which members, when and who is invented.
"""

from datetime import date, timedelta

from django.db.models import OuterRef, Subquery

from missions.actions import prepare_areas
from missions.models import (
    Absence,
    AgendaItem,
    Certification,
    Expert,
    Finding,
    Mission,
    Recommendation,
    ReportRemark,
    ReportVersion,
    TeamMember,
)
from missions.report import content_of, digest_of
from missions.seeding import texts
from missions.workflow import MissionStatus, PlaceStatus
from programmes.models import Event, Programme
from programmes.seeding.events import ACCREDITATIONS, PLANNING
from rocb.frozen import in_every_language
from rocb.models import (
    Administration,
    DiagnosticArea,
    Framework,
    Organisation,
    Person,
)
from rocb.seeding import DEMO_DOMAIN, Demo, at, passed

# How many experts of each administration were certified by June 2008: 34 in all.
FIRST = "AU3 NZ3 JP3 KR3 CN2 HK2 MY3 TH2 IN2 SG2 PH2 ID2 VN1 LK1 FJ1 NP1 BN1"
LATER = "AU2 NZ2 JP2 KR2 CN2 MY2 TH2 IN1 SG2 PH1 ID1 FJ1 VU1 WS1 PG1 LK1 BT1 MV1"
TONGUES = {"CN": "zh", "JP": "ja", "KR": "ko", "MY": "ms", "ID": "id", "TH": "th", "VN": "vi"}
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


class Cast:
    """Who can be sent: the roster by administration, the Secretariat's people, and the library."""

    def __init__(self, demo: Demo) -> None:
        self.demo = demo
        self.members = {row.iso2: row for row in Administration.objects.all()}
        self.columbus = Programme.objects.filter(acronym="Columbus").first()
        self.framework = Framework.objects.get(is_default=True)
        self.areas = list(DiagnosticArea.objects.order_by("number"))
        secretariat = Organisation.objects.get(acronym="WCO")
        self.secretariat = [self.person(secretariat, "", f"wco{n}") for n in range(1, 5)]
        self.roster: list[Expert] = []
        self.turn = 0

    def person(self, organisation, iso2: str, name: str) -> Person:
        given, family = self.demo.name_from(iso2, organisation)
        return Person.objects.create(
            given_name=given,
            family_name=family,
            organisation=organisation,
            email=f"{name}@{DEMO_DOMAIN}",
            position="Customs expert",
            is_invented=True,
        )

    def free(self, own: Administration, day: date, count: int) -> list[Expert]:
        """The next experts of other administrations who were certified on the day."""
        found: list[Expert] = []
        for _step in range(len(self.roster)):
            expert = self.roster[self.turn % len(self.roster)]
            self.turn += 1
            is_certified = any(
                first <= day <= (last or day) for first, last in self.certified[expert.pk]
            )
            if expert.administration_id != own.pk and is_certified:
                found.append(expert)
            if len(found) == count:
                break
        return found

    certified: dict[int, list[tuple[date, date | None]]]


def experts(demo: Demo, cast: Cast) -> None:
    """34 certified by June 2008, most of them retired since, and those of the years after."""
    cast.certified = {}
    workshops = list(Event.objects.filter(kind=Event.Kind.ACCREDITATION).order_by("starts_on"))
    for number, iso2 in enumerate(each(FIRST)):
        event = workshops[number % len(workshops)]
        awarded = ACCREDITATIONS[number % len(ACCREDITATIONS)][0] + timedelta(days=4)
        expert = one_expert(demo, cast, iso2, f"x{number}", is_active=number % 4 == 0)
        stage(cast, expert, awarded, awarded.replace(year=awarded.year + 8), event)
        if expert.is_active:
            stage(cast, expert, date(2024, 5, 17), date(2029, 5, 16), None, "recognised")
    for number, iso2 in enumerate(each(LATER)):
        awarded = date(2013 + number % 9, 9, 20)
        expert = one_expert(demo, cast, iso2, f"y{number}", is_active=True)
        stage(cast, expert, awarded, awarded.replace(year=awarded.year + 5), None)
        if number % 5:
            again = demo.today - timedelta(days=900 - number * 17)
            until = demo.today + timedelta(days=40 + number * 45)
            stage(cast, expert, again, until, None, "recognised")
    signed_in = Expert.objects.create(
        person=demo.user("expert").person,
        administration=cast.members["NZ"],
        languages=["en", "fr"],
        experience="Risk management and post-clearance audit; led three missions in the Pacific.",
        created_by=demo.user("officer"),
        updated_by=demo.user("expert"),
    )
    signed_in.areas.set(cast.areas[:4])
    cast.certified[signed_in.pk] = []
    stage(cast, signed_in, date(2019, 3, 15), date(2024, 3, 14), None)
    stage(cast, signed_in, date(2024, 2, 9), date(2029, 2, 8), None, "recognised")
    for expert in cast.roster:
        # What ran out long ago was looked at then, and noted as lapsed.
        _first, last = max(cast.certified[expert.pk], default=(None, None))
        if expert.is_active and last and last < demo.today - timedelta(days=120):
            stage(cast, expert, last, None, None, "lapsed")
    for expert in cast.roster[40:44]:
        start = demo.today + timedelta(days=20)
        Absence.objects.create(
            expert=expert, from_on=start, until_on=start + timedelta(days=30), reason="Leave"
        )
    cast.signed_in = signed_in  # type: ignore[attr-defined]


def each(counts: str) -> list[str]:
    """AU3 NZ1 -> AU AU AU NZ, dealt round so that workshops are mixed."""
    found = []
    for word in counts.split():
        found += [word[:2]] * int(word[2:])
    return found


def one_expert(demo: Demo, cast: Cast, iso2: str, name: str, is_active: bool) -> Expert:
    member = cast.members[iso2]
    expert = Expert.objects.create(
        person=cast.person(member, iso2, name),
        administration=member,
        category=demo.random.choice(Expert.Category.values[:2]),
        languages=["en", *([TONGUES[iso2]] if iso2 in TONGUES else [])]
        + (["fr"] if demo.random.random() < 0.2 else []),
        is_active=is_active,
        created_by=demo.user("officer4"),
        updated_by=demo.user("officer4"),
    )
    expert.areas.set(demo.random.sample(cast.areas, 3))
    cast.roster.append(expert)
    cast.certified[expert.pk] = []
    return expert


def stage(
    cast: Cast, expert: Expert, awarded: date, until: date | None, event, name: str = "accredited"
) -> None:
    by = cast.demo.user("officer4")
    Certification.objects.create(
        expert=expert,
        stage=name,
        awarded_on=awarded,
        expires_on=until,
        event=event,
        created_by=by,
        updated_by=by,
    )
    if until:
        cast.certified[expert.pk].append((awarded, until))


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
    team(cast, there, [cast.signed_in])  # type: ignore[attr-defined]
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
    team(cast, mission, [cast.signed_in])  # type: ignore[attr-defined]
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


def compared(cast: Cast, mission: Mission) -> None:
    """An evaluation is compared with the diagnostic mission before it."""
    mission.before = (
        Mission.objects.filter(administration=mission.administration, phase="1")
        .order_by("-starts_on")
        .first()
    )
    mission.save()


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
