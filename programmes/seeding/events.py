"""Events of the demonstration office: those of the article of June 2008; details are invented.

The article gives the numbers, and names the two workshops of 2008; places and days are made up.
"""

from datetime import date, timedelta
from typing import Any

from programmes.models import Event, Programme
from programmes.workflow import EventStatus
from rocb.models import Administration
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
    (date(2008, 1, 21), "X-ray container scanner image analysis workshop", "TH", "Bangkok"),
    (
        date(2008, 4, 14),
        "Authorised Economic Operator (AEO) implementation workshop",
        "JP",
        "Tokyo",
    ),
)


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
        event(demo, title, day, members[iso2], place) for day, title, iso2, place in WORKSHOPS_2008
    ]
    road(demo, made)


def event(demo: Demo, title: str, day: date, host, place: str, **values) -> Event:
    by = demo.user("officer4")
    return Event.objects.create(
        office=demo.office,
        title=title,
        starts_on=day,
        ends_on=day + timedelta(days=4),
        host=host,
        place=place,
        languages=["en"],
        summary="Demonstration record: place and days are invented.",
        status=EventStatus.CLOSED,
        created_by=by,
        updated_by=by,
        **values,
    )


def road(demo: Demo, made: list[Any]) -> None:
    """The steps that each of them took."""
    stations = ["idea", "planned", "announced", "confirmed", "held", "closed"]
    names = ["plan", "announce", "confirm", "hold", "close"]
    changes: list[tuple[Any, Any]] = []
    for one in made:
        for index, name in enumerate(names):
            when = one.starts_on - timedelta(days=150 - 35 * index)
            step = (name, stations[index], stations[index + 1], None, when, "")
            changes.append((one, step))
    passed(changes)
