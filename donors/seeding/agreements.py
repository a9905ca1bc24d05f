"""Agreements of the demonstration office from 2007 to today, with what they paid for.

From the article of June 2008: the meeting in the Greater Mekong that the ADB financed, and the seminar
in Lao PDR that the World Bank paid for. Amounts, references and days are invented, like all the rest.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from donors import actions
from donors.actions.money import slug_for
from donors.activity_page import activities_with_records, digest_of
from donors.documents import report_document
from donors.models import (
    Activity,
    Agreement,
    Allocation,
    Donor,
    DonorReport,
    Expenditure,
    Instalment,
    Share,
)
from donors.workflow import AgreementStatus, ReportStatus
from missions.models import Action, Mission
from missions.models.choices import FINISHED
from missions.workflow import MissionStatus, PlanStatus
from programmes.models import Event
from programmes.workflow import PAST
from rocb.models import Administration
from rocb.seeding import Demo, at, passed

# Acronym, title, currency, amount, years before today that it began, years that it lasts.
PLAN = (
    (
        "CCF Japan",
        "Technical assistance and training in Asia and the Pacific",
        "JPY",
        60_000_000,
        9,
        4,
    ),
    ("CCF Japan", "Training for Asia and the Pacific, second phase", "JPY", 75_000_000, 4, 5),
    ("ADB", "Trade facilitation in the Pacific and the Mekong", "USD", 450_000, 6, 3),
    ("ADB", "Customs modernisation for small islands", "USD", 380_000, 2, 4),
    ("WB", "Risk management in South Asia", "USD", 260_000, 3, 4),
    ("JICA", "Post-clearance audit in the Mekong", "JPY", 38_000_000, 2, 3),
    ("CCF Korea", "Single window workshops", "USD", 140_000, 3, 4),
    ("CCF China", "Risk management workshops", "USD", 150_000, 3, 4),
    ("SECO", "Time release studies", "CHF", 120_000, 2, 3),
    ("NZ MFAT", "Pacific customs leadership", "NZD", 180_000, 1, 3),
    ("AusAID", "Pacific border management", "AUD", 220_000, 16, 2),
    ("EC", "Rules of origin in ASEAN", "EUR", 160_000, 14, 3),
)
DRAFTS = (
    ("UNEP", "Green customs workshops", "USD", 45_000, AgreementStatus.DRAFT),
    ("WB", "Single window readiness", "USD", 95_000, AgreementStatus.SIGNED),
    ("UNDP", "Integrity in Himalayan members", "USD", 70_000, AgreementStatus.SUSPENDED),
)
ROAD = {
    AgreementStatus.DRAFT: (),
    AgreementStatus.SIGNED: ("sign",),
    AgreementStatus.ACTIVE: ("sign", "activate"),
    AgreementStatus.SUSPENDED: ("sign", "activate", "suspend"),
    AgreementStatus.CLOSED: ("sign", "activate", "close"),
}
TARGETS = {"sign": "signed", "activate": "active", "suspend": "suspended", "close": "closed"}
COSTS = ("Travel and accommodation", "Venue and interpretation", "Resource persons")
ROUND = {"JPY": Decimal(100_000)}


@dataclass
class Books:
    """What is written together at the end."""

    demo: Demo
    random: Random = field(default_factory=lambda: Random("donors"))  # noqa: S311
    instalments: list[Instalment] = field(default_factory=list)
    allocations: list[Allocation] = field(default_factory=list)
    expenditures: list[Expenditure] = field(default_factory=list)
    steps: list[Any] = field(default_factory=list)
    numbers: dict[int, int] = field(default_factory=dict)
    taken: set[int] = field(default_factory=set)

    def reference(self, year: int) -> str:
        self.numbers[year] = self.numbers.get(year, 0) + 1
        return f"{year}-{self.numbers[year]:03d}"


def agreements(demo: Demo) -> None:
    books = Books(demo)
    donors = {row.acronym: row for row in Donor.objects.all()}
    made = [*of_2008(books, donors), *of_today(books, donors)]
    drafts(books, donors)
    Instalment.objects.bulk_create(books.instalments)
    Allocation.objects.bulk_create(books.allocations)
    Expenditure.objects.bulk_create(books.expenditures)
    passed(books.steps)
    reports(books, made)
    publish(books)


def begun(
    books: Books, donor: Donor, title: str, amount: Decimal, currency: str, span, status: str
) -> Agreement:
    """An agreement in its state, with the steps that brought it there."""
    by = books.demo.user("officer5")
    starts, ends = span
    signed = min(starts, books.demo.today) - timedelta(days=25)
    is_draft = status == AgreementStatus.DRAFT
    agreement = Agreement.objects.create(
        office=books.demo.office,
        donor=donor,
        reference=books.reference(starts.year),
        title=title,
        purpose="Demonstration agreement: amount, days and conditions are invented.",
        amount=amount,
        currency=currency,
        starts_on=starts,
        ends_on=ends,
        signed_on=None if is_draft else signed,
        officer=by,
        status=status,
        is_invented=True,
        created_by=by,
        updated_by=by,
    )
    before = str(AgreementStatus.DRAFT)
    for step in ROAD[AgreementStatus(status)]:
        day = {"sign": signed, "activate": starts, "close": ends + timedelta(days=60)}.get(
            step, books.demo.today - timedelta(days=30)
        )
        words = "The donor reviews its country programmes." if step == "suspend" else ""
        books.steps.append(
            (agreement, (step, before, TARGETS[step], by, min(day, books.demo.today), words))
        )
        before = TARGETS[step]
    return agreement


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


def of_2008(books: Books, donors: dict[str, Donor]) -> list[Agreement]:
    """The two examples of the article."""
    made = []
    wanted = (
        (
            "ADB",
            "Border control facilitation in the Greater Mekong",
            90_000,
            "Mekong",
            "The heads of customs of the Greater Mekong asked for a way to consult each other.",
        ),
        (
            "WB",
            "Revised Kyoto Convention in Lao PDR",
            18_000,
            "Revised Kyoto Convention, Lao PDR",
            "Lao PDR, a new member of the WCO, asked for a seminar; the office asked the World "
            "Bank for the money and Thai Customs for resource persons.",
        ),
    )
    for acronym, title, amount, words, why in wanted:
        event = Event.objects.filter(title__contains=words).order_by("starts_on").first()
        if acronym not in donors or event is None or event.starts_on is None:
            continue
        span = (date(event.starts_on.year, 1, 1), date(event.starts_on.year, 12, 31))
        agreement = begun(
            books, donors[acronym], title, Decimal(amount), "USD", span, AgreementStatus.CLOSED
        )
        instalments(books, agreement, 1)
        paid = activity(
            books,
            "event",
            event,
            purpose=why,
            implementer="ROCB Asia/Pacific with the donor",
            outcome=event.outcome,
        )
        books.taken.add(event.pk)
        day = event.starts_on - timedelta(days=40)
        give(books, agreement, paid, Decimal(amount) * 9 / 10, max(day, span[0]), True)
        made.append(agreement)
    return made


def whole(amount: Decimal, currency: str) -> Decimal:
    step = ROUND.get(currency, Decimal(100))
    return (amount / step).quantize(Decimal(1)) * step


def of_today(books: Books, donors: dict[str, Donor]) -> list[Agreement]:
    """The invented ones: each pays for events it sponsors, some missions, and some shared actions."""
    today, made = books.demo.today, []
    for acronym, title, currency, amount, ago, years in PLAN:
        donor = donors.get(acronym)
        if donor is None:
            continue
        start = (
            date(today.year - ago, 7, 1) if acronym != "NZ MFAT" else date(today.year - ago, 1, 1)
        )
        end = date(start.year + years, start.month, 1) - timedelta(days=1)
        is_over = end < today - timedelta(days=120)
        status = AgreementStatus.CLOSED if is_over else AgreementStatus.ACTIVE
        agreement = begun(books, donor, title, Decimal(amount), currency, (start, end), status)
        instalments(books, agreement, max(2, years))
        spread(books, agreement, is_over)
        made.append(agreement)
    shares(made)
    return made


def spread(books: Books, agreement: Agreement, is_over: bool) -> None:
    """Give most of an agreement away, in parts that fit."""
    today = books.demo.today
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
    things: list[tuple[str, Any, date | None]] = [
        *(("event", one, one.starts_on) for one in events),
        *(("mission", one, one.starts_on) for one in missions),
        *(("action", one, None) for one in (shared if not is_over else [])),
    ]
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


def shares(made: Iterable[Agreement]) -> None:
    """Two agreements say for which members they are; the others are for the region."""
    members = {row.iso2: row for row in Administration.objects.all()}
    wanted = {
        "Customs modernisation for small islands": (("FJ", 30), ("WS", 25), ("TO", 25), ("VU", 20)),
        "Risk management in South Asia": (("BD", 40), ("NP", 30), ("LK", 30)),
    }
    Share.objects.bulk_create(
        Share(agreement=one, administration=members[iso2], percent=Decimal(percent))
        for one in made
        for iso2, percent in wanted.get(one.title, ())
        if iso2 in members
    )


def drafts(books: Books, donors: dict[str, Donor]) -> None:
    """Agreements that have not begun, or stand still."""
    today = books.demo.today
    for acronym, title, currency, amount, status in DRAFTS:
        if donor := donors.get(acronym):
            starts = today + timedelta(days=45)
            if status == AgreementStatus.SUSPENDED:
                starts = today - timedelta(days=300)
            span = (starts, starts + timedelta(days=540))
            agreement = begun(books, donor, title, Decimal(amount), currency, span, status)
            if status != AgreementStatus.DRAFT:
                instalments(books, agreement, 2)


def reports(books: Books, made: list[Agreement]) -> None:
    """A report for each year of an agreement. The last two of running ones are kept as sent."""
    today, by = books.demo.today, books.demo.user("officer5")
    rows: list[DonorReport] = []
    for agreement in made:
        begins = agreement.starts_on
        while begins <= agreement.ends_on and begins <= today:
            ends = min(
                date(begins.year + 1, begins.month, 1) - timedelta(days=1), agreement.ends_on
            )
            due = ends + timedelta(days=60)
            is_last = ends == agreement.ends_on
            is_sent = due < today - timedelta(days=20) or agreement.status == "closed"
            rows.append(
                DonorReport(
                    agreement=agreement,
                    kind="final" if is_last else "progress",
                    from_on=begins,
                    until_on=ends,
                    due_on=due,
                    summary="The activities of the period took place as planned."
                    if is_sent
                    else "",
                    status=ReportStatus.SENT if is_sent else ReportStatus.WRITING,
                    sent_at=at(due - timedelta(days=6)) if is_sent else None,
                    sent_by=by if is_sent else None,
                    created_by=by,
                    updated_by=by,
                )
            )
            begins = ends + timedelta(days=1)
    for row in rows:
        if row.status == ReportStatus.SENT:
            row.content = report_document(row).as_json()
            row.sha256 = digest_of(row.content)
    DonorReport.objects.bulk_create(rows)
    passed(
        [
            (row, ("send", "writing", "sent", by, row.due_on - timedelta(days=6), ""))
            for row in rows
            if row.status == ReportStatus.SENT
        ]
    )


def publish(books: Books) -> None:
    """The two examples of the article, and three newer ones, are published."""
    by = books.demo.user("officer5")
    held = Activity.objects.filter(event__status__in=PAST).order_by("event__starts_on")
    ids = list(held.values_list("pk", flat=True))
    for key in {*ids[:2], *ids[-3:]}:
        activity = activities_with_records(Activity.objects).get(pk=key)
        with books.demo.moment(books.demo.days_ago(12)):
            actions.publish_snapshot(actions.freeze(activity, by=by, shows_amounts=False), by=by)
