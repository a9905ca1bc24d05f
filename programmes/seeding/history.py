"""The office's events from 2005 to today and some ahead: about ten in each fiscal year.

All invented, and marked so. Each year brings the themes of its time round again; days, places and
sponsors come from a random sequence of their own, so that other records stay as they are.
"""

from datetime import date, timedelta
from random import Random

from programmes.models import Event, EventSession, Programme, TrainingCentre
from programmes.workflow import EventStatus
from rocb.models import Administration, Organisation, Theme
from rocb.seeding import Demo

FIRST_YEAR = 2004  # the fiscal year from July 2004, in which the office was opened
A_YEAR = 10
# What is ahead: days from today, and how far each has come.
AHEAD = (
    (16, EventStatus.CONFIRMED),
    (37, EventStatus.ANNOUNCED),
    (58, EventStatus.ANNOUNCED),
    (79, EventStatus.ANNOUNCED),
    (107, EventStatus.PLANNED),
    (135, EventStatus.PLANNED),
    (170, EventStatus.PLANNED),
    (0, EventStatus.IDEA),
    (0, EventStatus.IDEA),
    (0, EventStatus.POSTPONED),
)
W, S, M = Event.Kind.WORKSHOP, Event.Kind.SEMINAR, Event.Kind.MEETING
# Title, kind, themes, first year in which it makes sense.
TOPICS = (
    ("customs valuation and databases", W, ("valuation",), 2004),
    ("risk management and intelligence-based selection", W, ("risk-management",), 2004),
    ("post-clearance audit", W, ("pca",), 2004),
    ("the Harmonized System", S, ("harmonized-system",), 2004),
    ("border enforcement of intellectual property rights", W, ("ipr",), 2004),
    ("the Revised Kyoto Convention", S, ("rkc",), 2005),
    ("integrity in customs", W, ("integrity",), 2004),
    ("the time release study", W, ("time-release",), 2005),
    ("the SAFE Framework of Standards", S, ("safe",), 2005),
    ("authorised economic operators", W, ("aeo", "safe"), 2008),
    ("rules of origin", W, ("origin",), 2006),
    ("strategic management of human resources", W, ("human-resources",), 2006),
    ("coordinated border management", S, ("coordinated-border",), 2009),
    ("the single window", W, ("single-window",), 2007),
    ("image analysis of non-intrusive inspection", W, ("inspection-technology",), 2009),
    ("transit and its guarantees", S, ("transit",), 2010),
    ("the Trade Facilitation Agreement, category C needs", W, ("single-window", "transit"), 2014),
    ("mutual recognition of AEO programmes", S, ("aeo",), 2012),
    ("competency-based training", W, ("human-resources",), 2012),
    ("cross-border e-commerce", S, ("risk-management", "valuation"), 2017),
)
SCOPES = (
    (Event.Scope.REGIONAL, "Regional %s on %s", "TH JP KR MY HK SG IN CN AU ID PH VN"),
    (Event.Scope.SUBREGIONAL, "%s for the Pacific islands on %s", "FJ WS VU TO NZ PG SB"),
    (Event.Scope.SUBREGIONAL, "%s for South Asia on %s", "LK IN NP BD MV BT"),
    (Event.Scope.SUBREGIONAL, "%s for ASEAN members on %s", "TH VN ID PH MY KH LA"),
    (
        Event.Scope.NATIONAL,
        "National %s on %s, {country}",
        "MN LA KH NP BT MV TL WS TO VU SB MM PG",
    ),
)
PLACES = {
    "TH": "Bangkok", "JP": "Kashiwa", "KR": "Cheonan", "MY": "Malacca", "HK": "Hong Kong",
    "SG": "Singapore", "IN": "New Delhi", "CN": "Shanghai", "AU": "Canberra", "ID": "Jakarta",
    "PH": "Manila", "VN": "Hanoi", "FJ": "Suva", "WS": "Apia", "VU": "Port Vila",
    "TO": "Nuku'alofa", "NZ": "Wellington", "PG": "Port Moresby", "SB": "Honiara",
    "LK": "Colombo", "NP": "Kathmandu", "BD": "Dhaka", "MV": "Malé", "BT": "Thimphu",
    "MN": "Ulaanbaatar", "LA": "Vientiane", "KH": "Phnom Penh", "TL": "Dili", "MM": "Yangon",
}  # fmt: skip
SPONSORS = "CCF Japan,CCF Japan,CCF Japan,CCF Korea,CCF China,ADB,WB,JICA,SECO,NZ MFAT"
INVENTED = "Demonstration record: everything about this event is invented."
OUTCOMES = (
    "Each member drew up a short list of steps to take at home; the office follows up after six "
    "months.",
    "The material is shared with all members, and two administrations offered to host a follow-up.",
    "Participants agreed on common working definitions and on a contact point in each member.",
    "National trainers can give the course on their own from now on.",
)
MORNING = ("09:00", "10:30"), ("11:00", "12:30")
SESSIONS = ("Opening and expectations", "Standards and tools", "How members do it", "Case study",
            "Group work", "Draft of national next steps", "Results and closing")  # fmt: skip


class Scene:
    """What the events are made of."""

    def __init__(self, demo: Demo) -> None:
        self.demo = demo
        self.random = Random("assist")
        self.members = {row.iso2: row for row in Administration.objects.all()}
        self.themes = {row.code: row for row in Theme.objects.all()}
        self.centres = {row.run_by_id: row for row in TrainingCentre.objects.order_by("pk")}
        self.parties = {row.acronym: row for row in Organisation.objects.exclude(acronym="")}
        self.programmes = {row.acronym: row for row in Programme.objects.all()}
        self.turn = 0
        self.made: list[tuple[Event, tuple[str, ...]]] = []

    def topic(self, year: int) -> tuple:
        """The next subject that makes sense in that year."""
        while True:
            topic = TOPICS[self.turn % len(TOPICS)]
            self.turn += 1
            if year >= topic[3]:
                return topic

    def event(self, year: int, starts: date | None, status: str) -> Event:
        about, kind, codes, _first = self.topic(year)
        scope, words, hosts = self.random.choice(SCOPES)
        host = self.members[self.random.choice(hosts.split())]
        sponsor = self.random.choice(SPONSORS.split(","))
        name = {W: "workshop", S: "seminar"}[kind]
        title = words % (name, about)
        title = title.replace("{country}", host.country_name)
        length = self.random.choice((2, 3, 4, 4, 4))
        ends = starts + timedelta(days=length) if starts else None
        centre = self.centres.get(host.pk)
        if centre and starts and centre.since_on and centre.since_on > starts:
            centre = None
        by = self.demo.user("officer4")
        event = Event(
            office=self.demo.office,
            title=title[0].upper() + title[1:],
            kind=kind,
            scope=scope,
            programme=self.programmes.get(sponsor) or self.programmes.get("Columbus"),
            sponsor=self.parties.get(sponsor),
            starts_on=starts,
            ends_on=ends,
            time_zone=host.time_zone,
            host_id=host.pk,
            centre=centre,
            place=PLACES[host.iso2],
            languages=["en"],
            capacity=30 if scope == Event.Scope.REGIONAL else 24,
            summary=INVENTED,
            outcome=self.random.choice(OUTCOMES) if status == EventStatus.CLOSED else "",
            status=status,
            is_invented=True,
            created_by=by,
            updated_by=by,
        )
        self.made.append((event, codes))
        return event

    def meeting_of_centres(self, starts: date, status: str) -> None:
        event = self.event(starts.year, starts, status)
        event.title = f"Meeting of the heads of the regional training centres {starts.year}"
        open_then = [
            one for one in self.centres.values() if not one.since_on or one.since_on <= starts
        ]
        event.centre = open_then[starts.year % len(open_then)]
        event.host_id, event.place = event.centre.run_by_id, event.centre.city
        event.time_zone = event.centre.time_zone
        event.kind, event.scope, event.capacity = (
            Event.Kind.CENTRES,
            Event.Scope.REGIONAL,
            20,
        )
        self.made[-1] = (event, ("human-resources",))


def monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def history(demo: Demo, taken: list[date]) -> list[Event]:
    """Make the events; `taken` are first days of those that the article names."""
    scene = Scene(demo)
    year = FIRST_YEAR
    while date(year, 7, 1) <= demo.today:
        of_year(scene, year, [day for day in taken if fiscal_year(day) == year])
        year += 1
    for days, status in AHEAD:
        starts = monday(demo.today + timedelta(days=days)) if days else None
        event = scene.event(demo.today.year, starts, status)
        if status == EventStatus.CONFIRMED:
            event.required_course = "CLiKC: introduction to the subject"
    webinar(scene)
    Event.objects.bulk_create([event for event, _codes in scene.made])
    Event.themes.through.objects.bulk_create(
        Event.themes.through(event_id=event.pk, theme_id=scene.themes[code].pk)
        for event, codes in scene.made
        for code in codes
    )
    agendas(demo, [event for event, _codes in scene.made])
    return [event for event, _codes in scene.made]


def fiscal_year(day: date) -> int:
    """The year in which the fiscal year of a day began, in July."""
    return day.year if day.month >= 7 else day.year - 1


def of_year(scene: Scene, year: int, taken: list[date]) -> None:
    """Fill a fiscal year up to about ten; the one that runs stops a week before today."""
    today = scene.demo.today
    first = date(2005, 1, 17) if year == FIRST_YEAR else date(year, 7, 15)
    room = (date(year + 1, 6, 18) - first).days
    count = (
        A_YEAR // 2 if year == FIRST_YEAR else A_YEAR + scene.random.choice((-1, 0, 0, 1))
    ) - len(taken)
    for number in range(max(count, 1)):
        starts = monday(first + timedelta(days=round(room * number / max(count, 1))))
        if any(abs((starts - day).days) < 5 for day in taken):
            starts += timedelta(days=7)
        if starts > today - timedelta(days=10):
            return
        status = EventStatus.CLOSED if starts < today - timedelta(days=75) else EventStatus.HELD
        if year > 2008 and number == 4 and year % 6 == 1:
            status = EventStatus.CANCELLED
        if number == 2 and year >= 2008:
            scene.meeting_of_centres(starts, status)
        else:
            scene.event(year, starts, status)


def webinar(scene: Scene) -> None:
    """One hour-long event ahead, in a time zone with summer time."""
    starts = monday(scene.demo.today + timedelta(days=44)) + timedelta(days=2)
    event = scene.event(scene.demo.today.year, starts, EventStatus.ANNOUNCED)
    event.title = "Webinar: what a first time release study needs"
    event.kind, event.ends_on, event.centre, event.place = (
        Event.Kind.WEBINAR,
        starts,
        None,
        "Online",
    )
    event.begins_at, event.finishes_at = "13:00", "14:30"
    event.time_zone, event.host_id = "Pacific/Auckland", scene.members["NZ"].pk
    event.capacity, event.scope = 100, Event.Scope.REGIONAL
    scene.made[-1] = (event, ("time-release",))


def agendas(demo: Demo, events: list[Event]) -> None:
    """Sessions of the events of the last two years and of those ahead."""
    since = demo.today - timedelta(days=730)
    rows = []
    for event in events:
        if not event.starts_on or event.starts_on < since or event.kind == Event.Kind.WEBINAR:
            continue
        for number in range(event.days * 2):
            begins, ends = MORNING[number % 2]
            is_last = number == event.days * 2 - 1
            rows.append(
                EventSession(
                    event=event,
                    on=event.starts_on + timedelta(days=number // 2),
                    begins_at=begins,
                    ends_at=ends,
                    title=SESSIONS[-1] if is_last else SESSIONS[number % (len(SESSIONS) - 1)],
                    created_by=event.created_by,
                    updated_by=event.created_by,
                )
            )
    EventSession.objects.bulk_create(rows)
