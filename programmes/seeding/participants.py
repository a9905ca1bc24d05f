"""Who came to the demonstration office's events since 2005, and three events that gather people now.

All people and numbers are invented. Everything is drawn from a sequence of its own, so that what
other parts of the demonstration show never moves.
"""

from datetime import timedelta
from random import Random

from programmes.models import Certificate, Event, Invitation, Nomination
from programmes.seeding.crowd import HEAD, Crowd
from programmes.seeding.events import GMS
from programmes.seeding.gathering import to_come
from programmes.workflow import PAST, InvitationStatus, NominationStatus
from rocb.models import Administration
from rocb.seeding import PLACES, Demo, at, passed

WORDS = {
    "select": ("nominated", "selected"),
    "confirm": ("selected", "confirmed"),
    "attend": ("confirmed", "attended"),
    "miss": ("confirmed", "no_show"),
}


# The six administrations whose heads met, as the article of June 2008 tells.
MEKONG = ("CN", "KH", "LA", "MM", "TH", "VN")


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


def coming(crowd: Crowd, event: Event) -> list[tuple[Administration, int]]:
    """How many people each member sends: fifteen to forty, one or two of most members."""
    dice = crowd.random
    if event.kind == Event.Kind.MEETING or event.scope == Event.Scope.NATIONAL:
        host = next((one for one in crowd.members if one.pk == event.host_id), crowd.members[0])
        chosen = [(host, dice.randint(14, 24))]
        if event.scope != Event.Scope.NATIONAL:
            chosen = [(one, 1) for one in dice.sample(crowd.members, 6)]
        if event.title == GMS:
            chosen = [(one, 3) for one in crowd.members if one.iso2 in MEKONG]
        return chosen
    if event.scope == Event.Scope.SUBREGIONAL:
        return [(one, dice.choice((1, 2, 2, 3))) for one in neighbours(crowd, event)]
    some = dice.sample(crowd.members, min(len(crowd.members), dice.randint(14, 26)))
    return [(one, dice.choice((1, 1, 1, 2))) for one in some]


def held(crowd: Crowd, event: Event, turn: int) -> list[Nomination]:
    """One event of the past, with who was there and who had been expected."""
    dice, chosen = crowd.random, coming(crowd, event)
    by = crowd.demo.user("officer4")
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
        people = crowd.some(member, number, turn)
        if event.title == GMS:
            people[0] = crowd.head_of(member)
        for rank, person in enumerate(people, 1):
            came = dice.random() > 0.04 or person.position == HEAD
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
    dice = Random("certificates")
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
