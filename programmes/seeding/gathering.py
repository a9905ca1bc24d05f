"""Three events ahead that gather people now: invited, being selected, results sent."""

from datetime import timedelta

from django.utils import timezone

from programmes.actions.offers import offer_next
from programmes.models import Event, Invitation, Nomination
from programmes.seeding.crowd import Crowd
from programmes.workflow import EventStatus, InvitationStatus, NominationStatus
from rocb.models import Person, Theme
from rocb.seeding import Demo, at, passed

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
    nominated = [
        nominee(crowd, invitation, person, rank)
        for turn, invitation in enumerate(answered(crowd, event, stage))
        for rank, person in enumerate(crowd.some(invitation.administration, 2, 400 + turn), 1)
    ]
    if stage == "selecting":
        for place, row in enumerate(nominated):
            if place % 5 in (0, 2):
                row.mark = Nomination.Mark.SELECT if place < 40 else Nomination.Mark.WAIT
    if stage == "told":
        results(crowd, event, nominated)
        return
    Nomination.objects.bulk_create(nominated)


def answered(crowd: Crowd, event: Event, stage: str) -> list[Invitation]:
    """Every member is invited; those who name people are returned."""
    demo, dice = crowd.demo, crowd.random
    by = demo.user("officer4")
    until = demo.today + timedelta(days=9 if stage == "invited" else -6)
    share = 0.4 if stage == "invited" else 0.94
    rows = []
    for member in (one for one in crowd.members if one.is_member):
        has_answered = dice.random() < share
        status = InvitationStatus.ANSWERED if has_answered else InvitationStatus.OPEN
        if has_answered and dice.random() < 0.08:
            status = InvitationStatus.DECLINED
        rows.append(
            Invitation(
                event=event,
                administration=member,
                seats=1 if stage == "told" else 2,
                respond_by=until,
                message="Please name people who will train others afterwards.",
                status=status,
                answered_at=at(until - timedelta(days=dice.randint(1, 20)))
                if has_answered
                else None,
                created_by=by,
                updated_by=by,
            )
        )
    made = Invitation.objects.bulk_create(rows)
    return [one for one in made if one.status == InvitationStatus.ANSWERED]


def nominee(crowd: Crowd, invitation: Invitation, person: Person, rank: int) -> Nomination:
    """Somebody whom a member names, as its coordinator wrote it down."""
    demo, dice = crowd.demo, crowd.random
    return Nomination(
        event=invitation.event,
        invitation=invitation,
        administration=invitation.administration,
        person=person,
        rank=rank,
        language=dice.choice(("fluent", "working", "working", "basic", "")),
        has_course=bool(invitation.event.required_course) and dice.random() < 0.7,
        needs="Vegetarian" if dice.random() < 0.06 else "",
        motivation="Trains new officers." if dice.random() < 0.3 else "",
        is_invented=True,
        created_by=demo.user(f"coordinator.{invitation.administration.iso2.lower()}"),
        updated_by=demo.user("officer4"),
    )


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
