"""The export for IATI: 5,000 agreements with what hangs on them, against bare SQL and bare lxml."""

from datetime import date, timedelta
from decimal import Decimal

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from lxml import etree

from donors.iati import stream
from donors.models import Agreement, Allocation, Expenditure, Instalment
from tests.bench.table import Result, in_turn
from tests.factories.donors import ActivityFactory, AgreementFactory

COUNT = 5_000


def furnish() -> None:
    """5,000 agreements, each with three instalments and four expenditures."""
    one = AgreementFactory()
    activity = ActivityFactory(office=one.office)
    start, cent = date(2026, 1, 1), Decimal("100.25")
    made = Agreement.objects.bulk_create(
        [
            Agreement(
                office=one.office,
                donor=one.donor,
                reference=f"B-{n:05d}",
                title=f"Agreement number {n}",
                purpose="Risk management at the ports. " * 4,
                amount=Decimal(90_000),
                starts_on=start,
                ends_on=start + timedelta(days=900),
                signed_on=start,
                status="active",
            )
            for n in range(COUNT - 1)
        ],
        batch_size=1000,
    )
    Instalment.objects.bulk_create(
        [
            Instalment(
                agreement=row,
                number=n,
                due_on=start,
                amount=Decimal(30_000),
                received_on=start,
                received_amount=Decimal(30_000),
            )
            for row in made
            for n in (1, 2, 3)
        ],
        batch_size=2000,
    )
    parts = Allocation.objects.bulk_create(
        [
            Allocation(agreement=row, activity=activity, amount=Decimal(900), on=start)
            for row in made
        ],
        batch_size=2000,
    )
    Expenditure.objects.bulk_create(
        [
            Expenditure(
                agreement=part.agreement, allocation=part, on=start, what="Travel", amount=cent
            )
            for part in parts
            for _n in range(4)
        ],
        batch_size=2000,
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def write() -> bytes:
    """The whole file."""
    return b"".join(stream(Agreement.objects.all(), at=timezone.now()))


def writing() -> Result:
    """Time of the whole file, against its own SQL and its own elements written by bare lxml."""
    furnish()
    with CaptureQueriesContext(connection) as captured:
        tree = etree.fromstring(write())
    asked = [one["sql"] for one in captured.captured_queries if one["sql"].startswith("SELECT")]
    chunks = [one for one in captured.captured_queries if not one["sql"].startswith("SELECT")]

    def bare():
        with connection.cursor() as cursor:
            for sql in asked:
                cursor.execute(sql)
                cursor.fetchall()
            cursor.execute(chunks[0]["sql"].split(" FOR ", 1)[1] if chunks else "SELECT 1")
            cursor.fetchall()
        etree.tostring(tree)

    base, ours = in_turn(bare, write, 3)
    return Result(f"{COUNT:,} agreements for IATI, {len(asked)} queries", base, ours, 4)
