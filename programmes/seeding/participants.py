"""Who came to the demonstration office's events since 2005, and three events that gather people now.

All people and numbers are invented. Everything is drawn from a sequence of its own, so that what
other parts of the demonstration show never moves.
"""

from collections import defaultdict
from datetime import timedelta
from random import Random

from django.utils import timezone

from programmes.actions.offers import offer_next
from programmes.models import Certificate, Event, Invitation, Nomination
from programmes.workflow import PAST, EventStatus, InvitationStatus, NominationStatus
from rocb.models import Administration, Person, Theme
from rocb.seeding import NAMES, PLACES, Demo, at, passed

WORDS = {
    "select": ("nominated", "selected"),
    "confirm": ("selected", "confirmed"),
    "attend": ("confirmed", "attended"),
    "miss": ("confirmed", "no_show"),
}
POSITIONS = (
    "Customs officer",
    "Senior customs officer",
    "Head of section",
    "Risk analyst",
    "Valuation officer",
    "Training officer",
    "Deputy director",
)
UNITS = ("Border Operations", "Risk Management", "Valuation", "Legal Affairs", "Human Resources")


class Crowd:
    """The people of each member who go to events, and the dice that choose among them."""

    def __init__(self, demo: Demo) -> None:
        self.demo = demo
        self.random = Random("nominations")  # noqa: S311
        self.members = list(
            Administration.objects.filter(is_listed=True, region__code="AP").order_by("iso2")
        )
        self.people: dict[int, list[Person]] = defaultdict(list)
        made = [person for member in self.members for person in self.new(member)]
        for person in Person.objects.bulk_create(made, 1000):
            self.people[person.organisation_id or 0].append(person)

    def new(self, member: Administration) -> list[Person]:
        """A dozen or two of each member, more than 40 of every 100 of them women."""
        place = next(
            (key for key, codes in PLACES.items() if member.iso2 in codes.split()), "elsewhere"
        )
        given, family = (names.split() for names in NAMES[place])
        number = 24 if member.is_member else 6
        there = self.demo.colleagues[member.pk]
        free = [(one, two) for one in given for two in family if (one, two) not in there]
        found = []
        for turn, (first, last) in enumerate(self.random.sample(free, number)):
            there.add((first, last))
            is_woman = self.random.random() < 0.44
            found.append(
                Person(
                    organisation=member,
                    given_name=first,
                    family_name=last,
                    email=f"{member.iso2.lower()}.nominee{turn + 1}@demo.example.org",
                    gender="w" if is_woman else "m",
                    honorific="Ms" if is_woman else "Mr",
                    position=self.random.choice(POSITIONS),
                    unit=self.random.choice(UNITS),
                    is_invented=True,
                )
            )
        return found

    def some(self, member: Administration, number: int, turn: int) -> list[Person]:
        """The next people of a member; over the years each of them comes round again."""
        people = self.people[member.pk]
        start = (turn * 3) % max(1, len(people))
        return (people[start:] + people[:start])[:number]


def participants(demo: Demo) -> None:
    """Attendance of every event that was held, then the events to come."""
    crowd = Crowd(demo)
    events = Event.objects.filter(office=demo.office, status__in=PAST).exclude(starts_on=None)
    steps: list = []
    nominated: list[Nomination] = []
    for turn, event in enumerate(events.filter(nominations=None).order_by("starts_on", "pk")):
        nominated += held(crowd, event, turn)
    Nomination.objects.bulk_create(nominated, 1000)
    for row in nominated:
        steps += road(crowd.demo, row)
    passed(steps)
    certify(demo, [row for row in nominated if row.status == NominationStatus.ATTENDED])
    to_come(crowd)


def held(crowd: Crowd, event: Event, turn: int) -> list[Nomination]:
    """One event of the past: fifteen to forty people, one or two of most members."""
    dice, demo = crowd.random, crowd.demo
    if event.kind == Event.Kind.MEETING or event.scope == Event.Scope.NATIONAL:
        host = next((one for one in crowd.members if one.pk == event.host_id), crowd.members[0])
        chosen = [(host, dice.randint(14, 24))]
        if event.scope != Event.Scope.NATIONAL:
            chosen = [(one, 1) for one in dice.sample(crowd.members, 6)]
    elif event.scope == Event.Scope.SUBREGIONAL:
        near = neighbours(crowd, event)
        chosen = [(one, dice.choice((1, 2, 2, 3))) for one in near]
    else:
        coming = dice.sample(crowd.members, min(len(crowd.members), dice.randint(14, 26)))
        chosen = [(one, dice.choice((1, 1, 1, 2))) for one in coming]
    by = demo.user("officer4")
    invitations = Invitation.objects.bulk_create(
        Invitation(
            event=event,
            administration=member,
            seats=number,
            respond_by=event.starts_on - timedelta(days=45),
            status=InvitationStatus.ANSWERED,
            answered_at=at(event.starts_on - timedelta(days=50)),
            created_by=by,
            updated_by=by,
        )
        for member, number in chosen
    )
    found = []
    for invitation, (member, number) in zip(invitations, chosen, strict=True):
        for rank, person in enumerate(crowd.some(member, number, turn), 1):
            came = dice.random() > 0.04
            found.append(
                Nomination(
                    event=event,
                    invitation=invitation,
                    administration=member,
                    person=person,
                    rank=rank,
                    language=dice.choice(("fluent", "working", "working", "basic")),
                    status=NominationStatus.ATTENDED if came else NominationStatus.NO_SHOW,
                    asked_at=at(event.starts_on - timedelta(days=40)),
                    is_invented=True,
                    created_by=by,
                    updated_by=by,
                )
            )
    return found


def neighbours(crowd: Crowd, event: Event) -> list[Administration]:
    """The members of the part of the region that the host of a sub-regional event belongs to."""
    host = next((one.iso2 for one in crowd.members if one.pk == event.host_id), "FJ")
    codes = next((codes.split() for codes in PLACES.values() if host in codes.split()), [])
    return [one for one in crowd.members if one.iso2 in codes] or crowd.members[:6]


def road(demo: Demo, row: Nomination):
    """The steps that somebody took to the end of an event of the past."""
    last = "attend" if row.status == NominationStatus.ATTENDED else "miss"
    by = demo.user("officer4")
    for name, before in (("select", 40), ("confirm", 30), (last, 0)):
        source, target = WORDS[name]
        who = by if name != "confirm" else None
        yield row, (name, source, target, who, row.event.starts_on - timedelta(days=before), "")


def certify(demo: Demo, rows: list[Nomination]) -> None:
    """From 2015 on each participant of every other event has a certificate."""
    by = demo.user("officer4")
    dice = Random("certificates")  # noqa: S311
    alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
    Certificate.objects.bulk_create(
        (
            Certificate(
                nomination=row,
                code="".join(dice.choice(alphabet) for _place in range(16)),
                given_name=row.person.given_name,
                family_name=row.person.family_name,
                event_title=row.event.title,
                place=row.event.place,
                starts_on=row.event.starts_on,
                ends_on=row.event.ends_on or row.event.starts_on,
                issued_on=row.event.ends_on or row.event.starts_on,
                created_by=by,
                updated_by=by,
            )
            for row in rows
            if row.event.starts_on.year >= 2015 and row.event.starts_on.toordinal() % 2 == 0
        ),
        1000,
    )


# Where an event that gathers people has got to, how many days ahead it is, and the seats it has.
STAGES = (("told", 24, 24), ("selecting", 45, 30), ("invited", 66, 30))
TITLES = {
    "told": ("Regional seminar on rules of origin", "KR", "Seoul"),
    "selecting": ("Regional workshop on risk management and selectivity", "TH", "Bangkok"),
    "invited": ("Regional workshop on post-clearance audit", "FJ", "Suva"),
}


def to_come(crowd: Crowd) -> None:
    """Three events ahead: results sent, being selected, invited and partly answered."""
    demo, by = crowd.demo, crowd.demo.user("officer4")
    hosts = {one.iso2: one for one in crowd.members}
    for stage, ahead, seats in STAGES:
        title, iso2, place = TITLES[stage]
        day = demo.today + timedelta(days=ahead)
        day -= timedelta(days=day.weekday())
        event = Event.objects.create(
            office=demo.office,
            title=title,
            starts_on=day,
            ends_on=day + timedelta(days=4),
            host=hosts[iso2],
            place=place,
            time_zone=hosts[iso2].time_zone,
            languages=["en"],
            capacity=seats,
            required_course="Risk management (CLiKC!)" if stage == "selecting" else "",
            summary="Demonstration record: everything about it is invented.",
            status=EventStatus.ANNOUNCED if stage == "invited" else EventStatus.CONFIRMED,
            is_invented=True,
            created_by=by,
            updated_by=by,
        )
        event.themes.set(Theme.objects.filter(name__icontains=title.split()[-1])[:1])
        announced(event, demo, by)
        gather(crowd, event, stage)


def announced(event: Event, demo: Demo, by) -> None:
    """The steps of the office up to today."""
    names = [("plan", "idea", "planned"), ("announce", "planned", "announced")]
    if event.status == EventStatus.CONFIRMED:
        names.append(("confirm", "announced", "confirmed"))
    days = [demo.today - timedelta(days=70 - 12 * turn) for turn in range(len(names))]
    passed([(event, (*name, by, day, "")) for name, day in zip(names, days, strict=True)])


def gather(crowd: Crowd, event: Event, stage: str) -> None:
    """Invitations and what came back, as far as the event has got."""
    demo, dice = crowd.demo, crowd.random
    by = demo.user("officer4")
    members = [one for one in crowd.members if one.is_member]
    until = demo.today + timedelta(days=9 if stage == "invited" else -6)
    share = 0.4 if stage == "invited" else 0.94
    rows = []
    for member in members:
        answered = dice.random() < share
        declined = answered and dice.random() < 0.08
        rows.append(
            Invitation(
                event=event,
                administration=member,
                seats=1 if stage == "told" else 2,
                respond_by=until,
                message="Please name people who will train others afterwards.",
                status=InvitationStatus.DECLINED
                if declined
                else InvitationStatus.ANSWERED
                if answered
                else InvitationStatus.OPEN,
                answered_at=at(until - timedelta(days=dice.randint(1, 20))) if answered else None,
                created_by=by,
                updated_by=by,
            )
        )
    answered_ones = [
        one
        for one in Invitation.objects.bulk_create(rows)
        if one.status == InvitationStatus.ANSWERED
    ]
    told = stage == "told"
    nominated = [
        Nomination(
            event=event,
            invitation=invitation,
            administration=invitation.administration,
            person=person,
            rank=rank,
            language=dice.choice(("fluent", "working", "working", "basic", "")),
            has_course=bool(event.required_course) and dice.random() < 0.7,
            needs="Vegetarian" if dice.random() < 0.06 else "",
            motivation="Trains new officers." if dice.random() < 0.3 else "",
            is_invented=True,
            created_by=demo.user(f"coordinator.{invitation.administration.iso2.lower()}"),
            updated_by=by,
        )
        for turn, invitation in enumerate(answered_ones)
        for rank, person in enumerate(crowd.some(invitation.administration, 2, 400 + turn), 1)
    ]
    if stage == "selecting":
        for place, row in enumerate(nominated):
            if place % 5 in (0, 2):
                row.mark = Nomination.Mark.SELECT if place < 40 else Nomination.Mark.WAIT
    if told:
        results(crowd, event, nominated)
        return
    Nomination.objects.bulk_create(nominated)


def results(crowd: Crowd, event: Event, nominated: list[Nomination]) -> None:
    """Sent three days ago: seats confirmed, a waiting list, two withdrawn and their seats on offer."""
    demo, by = crowd.demo, crowd.demo.user("officer4")
    first = [row for row in nominated if row.rank == 1][: event.capacity]
    chosen = {id(row) for row in first}
    place, when, steps = 0, demo.today - timedelta(days=3), []
    for row in nominated:
        row.asked_at = at(when)
        if id(row) not in chosen:
            place += 1
            row.status, row.waiting_position = NominationStatus.WAITING, place
            continue
        number = first.index(row)
        row.status = NominationStatus.SELECTED
        if number in (4, 9):
            row.status = NominationStatus.WITHDRAWN
        elif number % 3:
            row.status = NominationStatus.CONFIRMED
    Nomination.objects.bulk_create(nominated)
    for row in nominated:
        if row.status == NominationStatus.WAITING:
            steps.append((row, ("wait", "nominated", "waiting", by, when, "")))
            continue
        steps.append((row, ("select", "nominated", "selected", by, when, "")))
        if row.status == NominationStatus.WITHDRAWN:
            change = ("withdraw", "selected", "withdrawn", None, demo.today, "Needed at home.")
            steps.append((row, change))
        elif row.status == NominationStatus.CONFIRMED:
            day = demo.today - timedelta(days=1)
            steps.append((row, ("confirm", "selected", "confirmed", None, day, "")))
    passed(steps)
    with demo.moment(timezone.now()):
        offer_next(event, seats=2)
