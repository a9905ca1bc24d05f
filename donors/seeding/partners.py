"""Priorities of donors, people, talks, needs and requests for money: all of it invented."""

from datetime import date, timedelta
from decimal import Decimal
from random import Random

from donors.models import Contact, Donor, Engagement, FundingRequest, Need
from donors.workflow import RequestStatus
from missions.models import Action
from missions.models.choices import FINISHED
from missions.workflow import PlanStatus
from programmes.models import AssistanceRequest
from programmes.workflow import OPEN_REQUESTS
from rocb.models import Administration, Person, Theme, User
from rocb.seeding import Demo, passed

PRIORITIES = {
    "ADB": ("money expertise", "coordinated-border transit single-window", "KH LA MM TH VN CN"),
    "WB": ("money expertise", "risk-management time-release single-window", ""),
    "UNESCAP": ("expertise training", "single-window transit", ""),
    "UNEP": ("training", "inspection-technology", ""),
    "UNDP": ("money", "integrity human-resources", "AF BT NP TL"),
    "ComSec": ("expertise", "human-resources integrity", "PG FJ WS SB TO VU"),
    "JICA": ("money expertise training equipment", "risk-management pca aeo", "KH LA MM VN PH ID"),
    "EC": ("money", "origin ipr", ""),
    "CCF Japan": ("money training", "aeo safe valuation harmonized-system", ""),
    "CCF Korea": ("training", "single-window", ""),
    "CCF China": ("training", "risk-management", ""),
    "SECO": ("money expertise", "time-release", "BD MN"),
    "NZ MFAT": ("money expertise", "human-resources risk-management", "WS TO VU SB FJ"),
}
TALKS = (
    ("meeting", "Programme of the coming year", "Send the list of needs with their costs"),
    ("call", "Progress of the running agreement", ""),
    ("seminar", "The donor's seminar on trade facilitation", "Send the presentation"),
    ("meeting", "Needs of least developed members", "Write a concept note"),
    ("letter", "Answer to the request for support", ""),
    ("visit", "Visit to the office in Bangkok", "Send the figures of the last fiscal year"),
)


def partners(demo: Demo) -> None:
    random = Random("donors partners")
    found = {row.acronym: row for row in Donor.objects.all()}
    priorities(found)
    people(demo, found)
    talks(demo, found, random)
    needs(demo, random)
    requests(demo, found, random)


def priorities(found: dict[str, Donor]) -> None:
    themes = {row.code: row for row in Theme.objects.all()}
    members = {row.iso2: row for row in Administration.objects.all()}
    for acronym, (instruments, codes, iso2) in PRIORITIES.items():
        if donor := found.get(acronym):
            donor.instruments = instruments.split()
            donor.save(update_fields=["instruments"])
            donor.themes.set([themes[code] for code in codes.split() if code in themes])
            donor.administrations.set([members[one] for one in iso2.split() if one in members])


def people(demo: Demo, found: dict[str, Donor]) -> None:
    """The sign-in of each donor is also its first contact."""
    by = demo.user("officer5")
    rows = Person.objects.filter(organisation__in=found.values()).order_by("pk")
    donors = {donor.pk: donor for donor in found.values()}
    Contact.objects.bulk_create(
        Contact(
            donor=donors[row.organisation_id],
            person=row,
            duty="Capacity building in customs",
            is_main=True,
            created_by=by,
            updated_by=by,
        )
        for row in rows
        if row.organisation_id
    )


def talks(demo: Demo, found: dict[str, Donor], random: Random) -> None:
    by, made = demo.user("officer5"), []
    for number, acronym in enumerate(sorted(found)):
        donor = found[acronym]
        if not donor.is_current(demo.today):
            continue
        for turn in range(2):
            kind, subject, step = TALKS[(number + turn * 3) % len(TALKS)]
            on = demo.today - timedelta(days=20 + turn * 120 + random.randint(0, 60))
            due = on + timedelta(days=random.choice((14, 30, 90)))
            is_done = due < demo.today - timedelta(days=8) or turn == 1
            made.append(
                Engagement(
                    office=demo.office,
                    donor=donor,
                    kind=kind,
                    on=on,
                    subject=subject,
                    present="Both sides' programme officers",
                    summary="Demonstration record: the talk is invented.",
                    next_step=step,
                    next_step_due_on=due if step else None,
                    next_step_by=by if step else None,
                    done_on=min(due, demo.today) if step and is_done else None,
                    is_invented=True,
                    created_by=by,
                    updated_by=by,
                )
            )
    Engagement.objects.bulk_create(made)


def needs(demo: Demo, random: Random) -> None:
    """Most open requests for assistance are shared by their members."""
    rows = AssistanceRequest.objects.filter(status__in=OPEN_REQUESTS).order_by("pk")
    made = []
    for row in rows.select_related("administration"):
        if random.random() > 0.7:
            continue
        by = demo.users.get(f"coordinator.{row.administration.iso2.lower()}")
        made.append(
            Need(
                request=row,
                is_shared=True,
                shared_by=by,
                shared_at=demo.days_ago(random.randint(10, 90)),
                cost=Decimal(random.randrange(8, 60) * 1000),
                created_by=by,
                updated_by=by,
            )
        )
    Need.objects.bulk_create(made)


ROAD = {
    RequestStatus.DRAFTING: (),
    RequestStatus.SENT: ("send",),
    RequestStatus.IN_DISCUSSION: ("send", "discuss"),
    RequestStatus.DECLINED: ("send", "decline"),
}
TARGETS = {"send": "sent", "discuss": "in_discussion", "decline": "declined"}


def requests(demo: Demo, found: dict[str, Donor], random: Random) -> None:
    """Requests on their way, each for two or three actions that members share."""
    by = demo.user("officer5")
    shared = list(
        Action.objects.filter(is_shared=True, plan__status=PlanStatus.IN_FORCE)
        .exclude(status__in=FINISHED)
        .select_related("plan__administration")
        .order_by("pk")
    )
    random.shuffle(shared)
    wanted = (
        ("JICA", RequestStatus.SENT, "JPY", 9_500_000),
        ("WB", RequestStatus.IN_DISCUSSION, "USD", 85_000),
        ("ADB", RequestStatus.SENT, "USD", 120_000),
        ("NZ MFAT", RequestStatus.DRAFTING, "NZD", 60_000),
        ("SECO", RequestStatus.IN_DISCUSSION, "CHF", 48_000),
        ("UNDP", RequestStatus.DECLINED, "USD", 40_000),
        ("CCF Korea", RequestStatus.DRAFTING, "USD", 30_000),
    )
    for acronym, status, currency, amount in wanted:
        picked = [shared.pop() for _n in range(min(2, len(shared)))]
        if acronym not in found or not picked:
            continue
        member = picked[0].plan.administration.country_name
        sent = demo.days_ago(random.randint(20, 60))
        record = FundingRequest.objects.create(
            office=demo.office,
            donor=found[acronym],
            title=f"{member} and others: help with actions of the modernisation plans",
            purpose="Demonstration request: it asks for help with actions that members share.",
            amount=Decimal(amount),
            currency=currency,
            starts_on=demo.today + timedelta(days=60),
            ends_on=demo.today + timedelta(days=425),
            answer_by=demo.today + timedelta(days=random.randint(-5, 40)),
            officer=by,
            status=status,
            sent_at=sent if status != RequestStatus.DRAFTING else None,
            is_invented=True,
            created_by=by,
            updated_by=by,
        )
        record.for_actions.set(picked)
        passed(road_of(record, by, sent.date()))


def road_of(record: FundingRequest, by: User, sent: date) -> list[tuple]:
    """The steps that have led a request to where it stands, nine days apart."""
    before, steps = str(RequestStatus.DRAFTING), []
    for number, step in enumerate(ROAD[record.status]):
        words = "No funds this year." if step == "decline" else ""
        day = sent + timedelta(days=number * 9)
        steps.append((record, (step, before, TARGETS[step], by, day, words)))
        before = TARGETS[step]
    return steps
