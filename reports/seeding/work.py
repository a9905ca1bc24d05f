"""The annual work plan of the demonstration office, as far on as its days say."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from missions.models import Mission
from programmes.models import Event
from reports.models import Objective, StrategicPlan, WorkItem
from reports.workflow import WorkStatus
from rocb import fiscal
from rocb.models import Office, User
from rocb.roles import OFFICE_ROLES
from rocb.seeding import Demo, passed

INVENTED = "Demonstration text, written without the plan."

WORK = (
    (1, "Review of the follow-up matrices of the half-year", 25, "Every matrix answered in two weeks"),
    (1, "Accreditation of diagnostic experts", 18, "Ten more certified experts"),
    (1, "Diagnostic missions with regional experts", 30, "Two members diagnosed"),
    (1, "Support of members that report late", 12, "No matrix later than three weeks"),
    (1, "Needs survey of members, with its analysis", 16, "A list of needs by theme"),
    (2, "Yearly meeting with development partners", 14, "Needs of members taken up"),
    (2, "Reports to donors on activities funded", 20, "Each report in time"),
    (2, "Catalogue of shared needs", 10, "Needs board complete each quarter"),
    (2, "New agreement on regional workshops", 15, "Agreement signed"),
    (3, "Regional workshop on the Harmonized System", 16, "Thirty people trained"),
    (3, "Regional workshop on valuation", 16, "Thirty people trained"),
    (3, "Sub-regional workshop for the Pacific islands", 18, "All island members take part"),
    (3, "Meeting of the heads of the training centres", 12, "Compendium brought up to date"),
    (3, "Answering requests for assistance", 28, "Answers within three weeks"),
    (3, "Follow-up survey of last year’s workshops", 14, "What participants put to use"),
    (4, "Good-practice report", 22, "One more number of the series"),
    (4, "Newsletter, four numbers", 20, "A number each quarter"),
    (4, "Meeting of the regional contact points", 12, "Contact points of all members meet"),
    (4, "Progress report to the heads of customs", 10, "Report to the yearly conference"),
    (4, "Annual report of the office", 15, "Issued within three months"),
)  # fmt: skip


@dataclass
class Maker:
    """What the functions below share."""

    demo: Demo
    office: Office
    random: Random
    by: User

    def marks(self) -> dict:
        return {"created_by": self.by, "updated_by": self.by}


def staff_on(maker: Maker, day: date) -> list[User]:
    """Who worked in the office on a day."""
    staff = User.objects.filter(
        person__organisation=maker.office, role__in=OFFICE_ROLES, starts_on__lte=day
    )
    return list(staff.exclude(ends_on__lt=day).order_by("pk"))


def goals_of(maker: Maker, first: date, last: date) -> dict[int, Objective]:
    """The first objective of each pillar in the office's plan of a year."""
    rows = Objective.objects.filter(
        plan__office=maker.office,
        plan__level=StrategicPlan.Level.OFFICE,
        plan__starts_on__lte=last,
        plan__ends_on__gte=first,
    )
    return {row.pillar_id: row for row in rows.order_by("-number")}


def work(maker: Maker, pillars, year: int) -> None:
    """Twenty items of a work plan, each with somebody of the time, some with their event."""
    demo, random = maker.demo, maker.random
    first, last = fiscal.first_day(year), fiscal.last_day(year)
    people = staff_on(maker, min(demo.today, last))
    events = list(
        Event.objects.filter(office=maker.office, starts_on__range=(first, last)).order_by(
            "starts_on", "pk"
        )
    )
    missions = list(
        Mission.objects.filter(
            administration__region=maker.office.region_id, starts_on__range=(first, last)
        ).order_by("starts_on", "pk")
    )
    goals = goals_of(maker, first, last)
    rows, steps = [], []
    for number, (pillar, title, effort, outcome) in enumerate(WORK):
        starts = first + timedelta(days=random.randrange(0, 260))
        ends = min(starts + timedelta(days=random.randrange(40, 120)), last)
        status, percent = standing(demo.today, starts, ends, random)
        event = mission = None
        if pillar == 3 and events and number % 2:
            event = events.pop(0)
        elif "missions" in title and missions:
            mission = missions[0]
        rows.append(
            WorkItem(
                office=maker.office, year=year, pillar=pillars[pillar], title=title,
                objective=goals.get(pillars[pillar].pk), outcome=outcome, description=INVENTED,
                carried_by=people[number % len(people)] if people else None, starts_on=starts,
                ends_on=ends, effort=effort, percent=percent, status=status, event=event,
                mission=mission, is_invented=True, **maker.marks(),
            )
        )  # fmt: skip
        steps.append((status, starts, ends))
    WorkItem.objects.bulk_create(rows)
    taken = []
    for row, (status, starts, ends) in zip(rows, steps, strict=True):
        if status != WorkStatus.PLANNED:
            taken.append((row, ("start", "planned", "running", row.carried_by, starts, "")))
        if status == WorkStatus.DONE:
            taken.append((row, ("finish", "running", "done", row.carried_by, ends, "")))
    passed(taken)


def standing(today: date, starts: date, ends: date, random: Random) -> tuple[str, int]:
    """How an item of these days stands today: one in eight is late."""
    if ends < today:
        is_late = (today - ends).days < 200 and random.random() < 0.3
        return (WorkStatus.UNDER_WAY, 70) if is_late else (WorkStatus.DONE, 100)
    if starts <= today:
        share = (today - starts).days / max(1, (ends - starts).days)
        return WorkStatus.UNDER_WAY, min(95, round(share * 20) * 5)
    return WorkStatus.PLANNED, 0
