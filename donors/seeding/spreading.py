"""What each demonstration agreement pays for: events, missions, actions that members share."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from donors.actions.allocations import slug_for
from donors.models import (
    Activity,
    Agreement,
    Allocation,
    Expenditure,
    Instalment,
)
from missions.models import Action, Mission
from missions.models.choices import FINISHED
from missions.workflow import MissionStatus, PlanStatus
from programmes.models import Event
from programmes.workflow import PAST
from rocb.seeding import Demo

COSTS = ("Travel and accommodation", "Venue and interpretation", "Resource persons")


ROUND = {"JPY": Decimal(100_000)}


@dataclass
class Books:
    """What is written together at the end."""

    demo: Demo
    random: Random = field(default_factory=lambda: Random("donors"))
    instalments: list[Instalment] = field(default_factory=list)
    allocations: list[Allocation] = field(default_factory=list)
    expenditures: list[Expenditure] = field(default_factory=list)
    steps: list[Any] = field(default_factory=list)
    numbers: dict[int, int] = field(default_factory=dict)
    taken: set[int] = field(default_factory=set)

    def reference(self, year: int) -> str:
        self.numbers[year] = self.numbers.get(year, 0) + 1
        return f"{year}-{self.numbers[year]:03d}"


def instalments(books: Books, agreement: Agreement, count: int) -> Decimal:
    """Equal parts over its days; those before today have come in. Returns what has."""
    part = (agreement.amount / count).quantize(Decimal(1))
    length = (agreement.ends_on - agreement.starts_on).days
    came = Decimal(0)
    for number in range(1, count + 1):
        amount = part if number < count else agreement.amount - part * (count - 1)
        due = agreement.starts_on + timedelta(days=30 + length * (number - 1) // count)
        on = due + timedelta(days=books.random.randint(0, 20))
        is_in = on < books.demo.today
        came += amount if is_in else 0
        books.instalments.append(
            Instalment(
                agreement=agreement,
                number=number,
                due_on=due,
                amount=amount,
                received_on=on if is_in else None,
                received_amount=amount if is_in else None,
                condition="After the report on the period before" if number > 1 else "",
            )
        )
    return came


def activity(books: Books, kind: str, thing: Any, **texts: str) -> Activity:
    by = books.demo.user("officer5")
    found, _made = Activity.objects.get_or_create(
        **{kind: thing},
        defaults={
            "office": books.demo.office,
            "slug": slug_for(thing, kind),
            "is_invented": True,
            "created_by": by,
            "updated_by": by,
            **texts,
        },
    )
    return found


def give(
    books: Books, agreement: Agreement, to: Activity, amount: Decimal, on: date, is_over: bool
) -> None:
    """Allocate, and spend most of it once the activity is over."""
    allocation = Allocation(
        agreement=agreement, activity=to, kind="money", amount=amount, on=on, what="Costs"
    )
    books.allocations.append(allocation)
    if not is_over:
        return
    for share, what in zip((50, 30, 12), COSTS, strict=True):
        when = min(on + timedelta(days=75), books.demo.today - timedelta(days=3))
        books.expenditures.append(
            Expenditure(
                agreement=agreement,
                allocation=allocation,
                on=max(when, agreement.starts_on),
                what=what,
                amount=(amount * share / 100).quantize(Decimal("0.01")),
            )
        )


def whole(amount: Decimal, currency: str) -> Decimal:
    step = ROUND.get(currency, Decimal(100))
    return (amount / step).quantize(Decimal(1)) * step


def fitting(
    books: Books, agreement: Agreement, is_over: bool
) -> list[tuple[str, Any, date | None]]:
    """What an agreement may pay for: kind, record, and the day it starts on."""
    events = list(
        Event.objects.filter(starts_on__gte=agreement.starts_on, ends_on__lte=agreement.ends_on)
        .filter(sponsor=agreement.donor_id)
        .exclude(pk__in=books.taken)
        .exclude(status__in=["cancelled", "idea"])
        .order_by("starts_on")[:6]
    )
    missions = list(
        Mission.objects.filter(
            starts_on__gte=agreement.starts_on,
            ends_on__lte=agreement.ends_on,
            administration__region=books.demo.office.region,
        )
        .exclude(status=MissionStatus.CANCELLED)
        .select_related("administration")
        .filter(funded=None)
        .order_by("pk")[:1]
    )
    shared = list(
        Action.objects.filter(
            is_shared=True,
            plan__status=PlanStatus.IN_FORCE,
            current_due_on__gte=agreement.starts_on,
            funded=None,
        )
        .exclude(status__in=FINISHED)
        .select_related("plan__administration")
        .order_by("pk")[:2]
    )
    return [
        *(("event", one, one.starts_on) for one in events),
        *(("mission", one, one.starts_on) for one in missions),
        *(("action", one, None) for one in (shared if not is_over else [])),
    ]


def spread(books: Books, agreement: Agreement, is_over: bool) -> None:
    """Give most of an agreement away, in parts that fit."""
    today, things = books.demo.today, fitting(books, agreement, is_over)
    if not things:
        return
    part = whole(agreement.amount * 8 / 10 / max(len(things), 4), agreement.currency)
    for kind, thing, starts in things:
        books.taken.add(thing.pk if kind == "event" else 0)
        on = max((starts or today) - timedelta(days=50), agreement.starts_on)
        on = min(on, today - timedelta(days=5))
        past = kind == "event" and thing.status in PAST
        past = past or (kind == "mission" and starts is not None and starts < today)
        to = activity(books, kind, thing, purpose=WHY[kind])
        if kind == "event":
            helps(to, thing)
        give(books, agreement, to, part, on, past)


WHY = {
    "event": "Members named this subject in the needs survey, and in requests for assistance.",
    "mission": "The member asked for a mission; its report is the ground of its action plan.",
    "action": "The member shares this action with donors: it is part of its plan in force.",
}


def helps(to: Activity, event: Event) -> None:
    """An event helps a few actions of plans in force whose words name its themes."""
    names = [str(one) for one in event.themes.all()]
    if not names:
        return
    actions_there = Action.objects.filter(
        plan__status=PlanStatus.IN_FORCE, title__icontains=names[0]
    ).order_by("pk")[:6]
    to.helps.set(actions_there)
