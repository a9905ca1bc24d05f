"""Events of the demonstration office: those of the article of June 2008; details are invented.

The article gives the numbers, and names the two workshops of 2008; places and days are made up.
"""

from datetime import date, timedelta
from typing import Any

from programmes.models import Event, Programme
from programmes.seeding.history import history
from programmes.workflow import EventStatus
from rocb.models import Administration, Organisation, Theme
from rocb.seeding import Demo, passed

ACCREDITATIONS = (
    (date(2005, 11, 14), "TH", "Bangkok"),
    (date(2006, 8, 21), "MY", "Malacca"),
    (date(2007, 6, 18), "HK", "Hong Kong"),
    (date(2008, 3, 10), "KR", "Cheonan"),
)
# Where a national workshop made the action plan of phase II, and when.
PLANNING = (
    (date(2007, 4, 23), "MN", "Ulaanbaatar"),
    (date(2007, 7, 16), "LK", "Colombo"),
    (date(2007, 10, 8), "VN", "Hanoi"),
    (date(2007, 12, 3), "FJ", "Suva"),
    (date(2008, 2, 25), "PH", "Manila"),
    (date(2008, 5, 19), "PG", "Port Moresby"),
)
WORKSHOPS_2008 = (
    (
        date(2008, 1, 21),
        "X-ray container scanner image analysis workshop",
        "TH",
        "Bangkok",
        "inspection-technology",
    ),
    (
        date(2008, 4, 14),
        "Authorised Economic Operator (AEO) implementation workshop",
        "JP",
        "Tokyo",
        "aeo",
    ),
)
GMS = "Meeting of the heads of customs of the Greater Mekong Subregion"
KYOTO = "Seminar on the Revised Kyoto Convention, Lao PDR"


def events(demo: Demo) -> None:
    columbus = Programme.objects.filter(acronym="Columbus").first()
    members = {row.iso2: row for row in Administration.objects.all()}
    made = [
        event(
            demo,
            f"Diagnostic Framework workshop {day.year}",
            day,
            members[iso2],
            place,
            kind=Event.Kind.ACCREDITATION,
            programme=columbus,
        )
        for day, iso2, place in ACCREDITATIONS
    ]
    made += [
        event(
            demo,
            f"Columbus Programme phase II action plan workshop, {members[iso2].country_name}",
            day,
            members[iso2],
            place,
            scope=Event.Scope.NATIONAL,
            programme=columbus,
        )
        for day, iso2, place in PLANNING
    ]
    made += [
        event(demo, title, day, members[iso2], place, theme=theme, sponsor=party("CCF Japan"))
        for day, title, iso2, place, theme in WORKSHOPS_2008
    ]
    made += [of_gms(demo, members), of_lao(demo, members)]
    road(demo, [*made, *history(demo, [one.starts_on for one in made])])


def party(acronym: str) -> Organisation | None:
    return Organisation.objects.filter(acronym=acronym).first()


def of_gms(demo: Demo, members: dict) -> Event:
    """Financed by ADB, for the customs of six members; the outcome is the article's."""
    return event(
        demo,
        GMS,
        date(2007, 11, 12),
        members["TH"],
        "Bangkok",
        kind=Event.Kind.MEETING,
        scope=Event.Scope.SUBREGIONAL,
        sponsor=party("ADB"),
        theme="coordinated-border",
        capacity=30,
        summary="A consultation of the Directors General of customs of Cambodia, China, Lao PDR, "
        "Myanmar, Thailand and Viet Nam, organised with the Asian Development Bank. "
        "Demonstration record: place and days are invented.",
        outcome="Agreement to facilitate accession to the Revised Kyoto Convention, to implement "
        "the SAFE Framework, and to implement the ADB Cross Border Transport Agreement, including "
        "a one-stop service by government agencies at the border.",
    )


def of_lao(demo: Demo, members: dict) -> Event:
    """What a new member asked for: World Bank money, and resource persons from Thai Customs."""
    return event(
        demo,
        KYOTO,
        date(2008, 5, 6),
        members["LA"],
        "Vientiane",
        kind=Event.Kind.SEMINAR,
        scope=Event.Scope.NATIONAL,
        sponsor=party("WB"),
        theme="rkc",
        capacity=40,
        summary="Asked for by Lao PDR, a new member of the WCO. "
        "Demonstration record: place and days are invented.",
        outcome="A small event, and a good example of coordination that uses the expertise of the "
        "region and the funding of a donor.",
    )


def event(
    demo: Demo, title: str, day: date, host, place: str, *, theme: str = "", **values
) -> Event:
    by = demo.user("officer4")
    made = Event.objects.create(
        office=demo.office,
        title=title,
        starts_on=day,
        ends_on=day + timedelta(days=4),
        host=host,
        place=place,
        languages=["en"],
        status=EventStatus.CLOSED,
        is_invented=True,
        created_by=by,
        updated_by=by,
        **{"summary": "Demonstration record: place and days are invented.", **values},
    )
    if theme:
        made.themes.add(Theme.objects.get(code=theme))
    return made


STATIONS = ("idea", "planned", "announced", "confirmed", "held", "closed")
NAMES = ("plan", "announce", "confirm", "hold", "close")


def road(demo: Demo, made: list[Any]) -> None:
    """The steps that each of them took, at plausible distances from its first day."""
    changes: list[tuple[Any, Any]] = []
    for one in made:
        starts = one.starts_on or demo.today + timedelta(days=60)
        turned = one.status in (EventStatus.CANCELLED, EventStatus.POSTPONED)
        last = 3 if turned else STATIONS.index(one.status)
        for index in range(last):
            when = min(starts - timedelta(days=150 - 35 * index), demo.today)
            step = (NAMES[index], STATIONS[index], STATIONS[index + 1], None, when, "")
            changes.append((one, step))
        if turned:
            name = "cancel" if one.status == EventStatus.CANCELLED else "postpone"
            when = min(starts - timedelta(days=30), demo.today)
            changes.append((one, (name, STATIONS[last], one.status, None, when, INVENTED_REASON)))
    passed(changes)


INVENTED_REASON = "The host cannot receive the event on these days (invented)."
