"""Requests, resource persons and centres of the demonstration office. All invented but the case of
Lao PDR, which the article tells without dates: a seminar asked for by a new member, paid by the
World Bank, with resource persons from Thai Customs."""

from datetime import date, timedelta
from random import Random
from typing import Any

from programmes.models import (
    AssistanceRequest,
    Course,
    Event,
    ResourcePerson,
    ResourceProfile,
    TrainingCentre,
)
from programmes.seeding.events import KYOTO
from programmes.workflow import EventStatus, ResourceStatus
from rocb.models import Administration, Person, Theme
from rocb.seeding import DEMO_DOMAIN, Demo, at, passed

# Names of the roster: none of them is in the lists that other people are named from.
GIVEN = "Aiko Bayar Chandra Daksha Eun Faisal Gita Hui Indra Jarin Kenji Lakshmi Manee Noor Olina"
FAMILY = "Abeywick Bunnag Chowdry Dawa Enkh Fifita Gamage Hosokawa Iyer Jalal Kurosawa Latu"
HOMES = "TH TH JP JP KR KR CN CN HK MY MY SG IN IN AU AU NZ NZ ID PH VN FJ LK WS"
TONGUES = {"JP": "ja", "KR": "ko", "CN": "zh", "HK": "zh", "MY": "ms", "TH": "th", "ID": "id",
           "VN": "vi", "IN": "hi"}  # fmt: skip
CENTRES = {
    "CN": (200, 150, ("zh", "en"), ("harmonized-system", "risk-management", "ipr")),
    "HK": (60, None, ("en", "zh"), ("ipr", "inspection-technology", "valuation")),
    "IN": (120, 180, ("en", "hi"), ("valuation", "pca", "human-resources")),
    "JP": (80, 96, ("en", "ja"), ("harmonized-system", "aeo", "safe")),
    "MY": (150, 200, ("en", "ms"), ("single-window", "transit", "aeo")),
}
MARK = "Demonstration record: invented. "
# Who asks, what for, days ago, what became of it.
REQUESTS = (
    ("PG", "Training of trainers in post-clearance audit", "training", "pca", 5, "received"),
    ("WS", "Seminar on rules of origin", "seminar", "origin", 11, "received"),
    ("TO", "Advice on a first time release study", "advice", "time-release", 20, "received"),
    ("KH", "Workshop on risk management", "seminar", "risk-management", 34, "assessed"),
    ("NP", "Scanner for the dry port, with training", "equipment", "inspection-technology", 41,
     "assessed"),
    ("FJ", "Workshop on valuation", "training", "valuation", 63, "matched"),
    ("LK", "Study visit on AEO programmes", "study", "aeo", 75, "matched"),
    ("MN", "Seminar on transit", "seminar", "transit", 300, "answered"),
    ("VU", "Training in the Harmonized System", "training", "harmonized-system", 420, "answered"),
    ("BT", "Advice on the accession to the Revised Kyoto Convention", "advice", "rkc", 640,
     "answered"),
    ("PG", "Seminar on integrity", "seminar", "integrity", 800, "answered"),
    ("BD", "Vehicles for anti-smuggling teams", "equipment", "risk-management", 210, "declined"),
    ("SB", "Workshop on the single window", "seminar", "single-window", 150, "withdrawn"),
)  # fmt: skip
PATHS: dict[str, tuple[tuple[str, str, str, int, str], ...]] = {
    "received": (),
    "assessed": (("assess", "received", "assessed", 6, ""),),
    "matched": (
        ("assess", "received", "assessed", 6, ""),
        ("match", "assessed", "matched", 20, ""),
    ),
    "answered": (
        ("assess", "received", "assessed", 6, ""),
        ("match", "assessed", "matched", 20, ""),
        ("answer", "matched", "answered", 130, "The event was held; a follow-up is planned."),
    ),
    "declined": (("decline", "received", "declined", 9, "No donor pays for vehicles."),),
    "withdrawn": (("withdraw", "received", "withdrawn", 30, "Solved with a neighbour's help."),),
}


def assistance(demo: Demo) -> None:
    random = Random("assist")
    members = {row.iso2: row for row in Administration.objects.all()}
    themes = {row.code: row for row in Theme.objects.all()}
    centres(members, themes)
    people = roster(demo, random, members, themes)
    spoken(demo, random, people)
    lao(demo, members, themes)
    requests(demo, members, themes)


def centres(members: dict, themes: dict) -> None:
    """Details of the five centres of 2008; which and where is fact, the rest is invented."""
    courses = []
    for centre in TrainingCentre.objects.filter(iso2__in=CENTRES):
        seats, beds, languages, codes = CENTRES[centre.iso2]
        centre.seats, centre.beds, centre.languages = seats, beds, list(languages)
        centre.profile = MARK + "Trains customs officers of its own administration and the region."
        centre.facilities = (
            MARK + "Lecture hall, computer room with e-learning, language laboratory."
        )
        centre.is_verified = False
        centre.save()
        centre.themes.set([themes[code] for code in codes])
        courses += [
            Course(
                centre=centre,
                title=f"{themes[code].name} for trainers",
                days=5,
                languages=["en"],
                audience="Officers with three years of experience",
                description=MARK.strip(),
            )
            for code in codes
        ]
    Course.objects.bulk_create(courses)


def roster(demo: Demo, random: Random, members: dict, themes: dict) -> list[Person]:
    by = demo.user("officer4")
    names = [(given, family) for family in FAMILY.split() for given in GIVEN.split()]
    random.shuffle(names)
    homes = [members[iso2] for iso2 in HOMES.split()]
    borne = [demo.called(home, names) for home in homes]
    people = Person.objects.bulk_create(
        Person(
            given_name=given,
            family_name=family,
            email=f"speaker{number}@{DEMO_DOMAIN}",
            organisation=home,
            position="Senior customs officer",
            gender=random.choice("wm"),
            is_invented=True,
        )
        for number, (home, (given, family)) in enumerate(zip(homes, borne, strict=True))
    )
    profiles = ResourceProfile.objects.bulk_create(
        ResourceProfile(
            person=person,
            languages=["en", *([TONGUES[iso2]] if iso2 in TONGUES else [])],
            is_active=number % 8 != 7,
            created_by=by,
            updated_by=by,
        )
        for number, (iso2, person) in enumerate(zip(HOMES.split(), people, strict=True))
    )
    codes = sorted(themes)
    through = ResourceProfile.themes.through
    through.objects.bulk_create(
        through(resourceprofile_id=profile.pk, theme_id=themes[code].pk)
        for profile in profiles
        for code in random.sample(codes, 3)
    )
    return people


def spoken(demo: Demo, random: Random, people: list[Person]) -> None:
    """Two speakers at most events since 2015; ahead of today one has accepted, one is asked."""
    by = demo.user("officer4")
    events = Event.objects.filter(starts_on__gte=date(2015, 1, 1)).exclude(
        status__in=[EventStatus.CANCELLED, EventStatus.POSTPONED]
    )
    busy: dict[int, list[Event]] = {}
    rows: list[ResourcePerson] = []
    for event in events.order_by("starts_on", "pk"):
        free = [one for one in people if is_free(busy.get(one.pk, []), event)]
        for number, person in enumerate(random.sample(free, 2)):
            is_over = event.ends_on < demo.today
            status = ResourceStatus.ASKED if number and not is_over else ResourceStatus.ACCEPTED
            asked = min(event.starts_on - timedelta(days=70), demo.today - timedelta(days=4))
            rows.append(
                ResourcePerson(
                    event=event,
                    person=person,
                    status=status,
                    asked_at=at(asked),
                    answer_by=demo.today + timedelta(days=6) if status == "asked" else None,
                    answered_at=at(asked + timedelta(days=3)) if status == "accepted" else None,
                    created_by=by,
                    updated_by=by,
                )
            )
            busy.setdefault(person.pk, []).append(event)
    ResourcePerson.objects.bulk_create(rows)


def is_free(taken: list[Event], event: Event) -> bool:
    return all(one.ends_on < event.starts_on or one.starts_on > event.ends_on for one in taken)


def lao(demo: Demo, members: dict, themes: dict) -> None:
    """The article's example of small, quick, coordinated help."""
    event = Event.objects.get(title=KYOTO)
    thai = Person.objects.filter(organisation=members["TH"], resource_profile__isnull=False)
    ResourcePerson.objects.bulk_create(
        ResourcePerson(
            event=event,
            person=person,
            subject="What accession to the Convention asks of a customs law",
            status=ResourceStatus.ACCEPTED,
            asked_at=at(date(2008, 3, 3)),
            answered_at=at(date(2008, 3, 10)),
        )
        for person in thai.order_by("pk")[:2]
    )
    request = written(
        demo, members["LA"], KYOTO.split(",")[0], "seminar", date(2008, 1, 14), "answered",
        participants=40,
        needs_funding=True,
        reason="Lao PDR has become a member of the WCO and wants to accede to the Revised Kyoto "
        "Convention.",
        answer="The seminar was held in Vientiane with money of the World Bank and resource "
        "persons of Thai Customs.",
    )  # fmt: skip
    request.themes.add(themes["rkc"])
    request.activities.add(event)
    request.helpers.add(members["TH"])


def written(demo: Demo, member, title: str, kind: str, day: date, status: str, **values):
    """A request as it stands today, with the steps that led there."""
    member_user = demo.users.get(f"coordinator.{member.iso2.lower()}")
    is_old = day < demo.today - timedelta(days=1000)
    by = None if is_old else member_user
    officer = member.officer if status in ("assessed", "matched", "answered") else None
    request = AssistanceRequest.objects.create(
        administration=member,
        title=title,
        kind=kind,
        languages=["en"],
        officer=None if is_old else officer,
        status=status,
        is_invented=True,
        created_by=by,
        updated_by=by,
        **values,
    )
    created = at(day)
    changes: list[tuple[Any, Any]] = []
    for step, source, target, after, comment in PATHS[status]:
        who = member_user if step == "withdraw" else member.officer
        when = min(day + timedelta(days=after), demo.today)
        changes.append((request, (step, source, target, None if is_old else who, when, comment)))
    passed(changes)
    ended = PATHS[status][-1] if PATHS[status] else None
    AssistanceRequest.objects.filter(pk=request.pk).update(
        created_at=created,
        answer=request.answer or (ended[4] if ended and status in ("answered", "declined") else ""),
        answered_at=at(day + timedelta(days=ended[3]))
        if ended and status in ("answered", "declined")
        else None,
    )
    return request


def requests(demo: Demo, members: dict, themes: dict) -> None:
    ahead = list(
        Event.objects.filter(status__in=[EventStatus.ANNOUNCED, EventStatus.PLANNED]).order_by(
            "starts_on"
        )
    )
    for number, (iso2, title, kind, theme, days, status) in enumerate(REQUESTS):
        day = demo.today - timedelta(days=days)
        request = written(
            demo, members[iso2], title, kind, day, status,
            reason=MARK + "New staff, and nobody who has done this before.",
            expected="Officers who can do it on their own.",
            participants=20 if kind in ("seminar", "training") else None,
            wanted_from_on=day + timedelta(days=120),
            wanted_until_on=day + timedelta(days=300),
            needs_funding=status in ("assessed", "matched"),
            assessment=MARK + "Fits the programme of the year." if status == "assessed" else "",
        )  # fmt: skip
        request.themes.add(themes[theme])
        if status == "matched":
            request.activities.add(ahead[number % len(ahead)])
            request.helpers.add(members["JP"])
        elif status == "answered":
            past = Event.objects.filter(status=EventStatus.CLOSED, ends_on__gte=day)
            if (event := past.order_by("ends_on").first()) is not None:
                request.activities.add(event)
