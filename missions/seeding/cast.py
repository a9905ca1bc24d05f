"""Who can be sent on missions: experts with their certificates, and the Secretariat's people."""

from datetime import date, timedelta

from missions.models import (
    Absence,
    Certification,
    Expert,
)
from programmes.models import Event, Programme
from programmes.seeding.events import ACCREDITATIONS
from rocb.models import (
    Administration,
    DiagnosticArea,
    Framework,
    Organisation,
    Person,
)
from rocb.seeding import DEMO_DOMAIN, Demo

# How many experts of each administration were certified by June 2008: 34 in all.
FIRST = "AU3 NZ3 JP3 KR3 CN2 HK2 MY3 TH2 IN2 SG2 PH2 ID2 VN1 LK1 FJ1 NP1 BN1"

LATER = "AU2 NZ2 JP2 KR2 CN2 MY2 TH2 IN1 SG2 PH1 ID1 FJ1 VU1 WS1 PG1 LK1 BT1 MV1"

TONGUES = {"CN": "zh", "JP": "ja", "KR": "ko", "MY": "ms", "ID": "id", "TH": "th", "VN": "vi"}


class Cast:
    """Who can be sent: the roster by administration, the Secretariat's people, and the library."""

    signed_in: Expert

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
    cast.signed_in = signed_in


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
