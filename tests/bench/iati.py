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


def agreements():
    """So many of them as said; a function that writes so much of their export."""
    furnish()

    def write(share: float) -> int:
        last = Agreement.objects.order_by("pk")[int(COUNT * share) - 1].pk
        rows = Agreement.objects.filter(pk__lte=last)
        return sum(len(piece) for piece in stream(rows, at=timezone.now()))

    return write


def writing(write) -> Result:
    """The whole file, against its own SQL and the same elements made and written by bare lxml."""
    with CaptureQueriesContext(connection) as captured:
        file = b"".join(stream(Agreement.objects.all(), at=timezone.now()))
    asked = [one["sql"] for one in captured.captured_queries]
    # Rows that were asked for in chunks come through a cursor of their own.
    selects = [sql[sql.index("SELECT") :] for sql in asked if "SELECT" in sql]
    parts = [
        [(node.tag, dict(node.attrib), node.text) for node in activity.iter()]
        for activity in etree.fromstring(file)
        if activity.tag == "iati-activity"
    ]

    def bare():
        with connection.cursor() as cursor:
            for sql in selects:
                cursor.execute(sql)
                cursor.fetchall()
        for nodes in parts:
            root = etree.Element("iati-activity")
            for tag, attributes, text in nodes:
                etree.SubElement(root, tag, attributes).text = text
            etree.tostring(root)

    base, ours = in_turn(bare, lambda: write(1), 3)
    what = f"{COUNT:,} agreements for IATI, {len(file) / 1e6:.0f} MB, {len(selects)} queries"
    return Result(what, base, ours, 3)
