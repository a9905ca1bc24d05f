"""Agreements of the demonstration office from 2007 to today, with what they paid for.

From the article of June 2008: the meeting in the Greater Mekong that the ADB financed, and the seminar
in Lao PDR that the World Bank paid for. Amounts, references and days are invented, like all the rest.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal

from donors.models import (
    Agreement,
    Allocation,
    Donor,
    Expenditure,
    Instalment,
    Share,
)
from donors.seeding.accounts import publish, reports
from donors.seeding.spreading import Books, activity, give, instalments, spread
from donors.workflow import AgreementStatus
from programmes.models import Event
from rocb.models import Administration
from rocb.seeding import Demo, passed

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
