"""One <iati-activity> for each agreement; the file streams, however many there are."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db.models import Count, Prefetch, Q, QuerySet
from lxml import etree

from donors.iati import codes
from donors.iati.parts import (
    add,
    budget,
    budget_periods,
    dates,
    is_preview,
    narrative,
    organisations,
    places,
    reporting_ref,
    trained,
    transactions,
)
from donors.models import Agreement, Amendment, Expenditure, Instalment, Share, Snapshot
from donors.workflow import AgreementStatus, SnapshotStatus
from programmes.models import Nomination
from programmes.workflow import NominationStatus
from rocb.models import Person

# So many agreements go out at once.
PIECE = 20
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
PREVIEW = (
    " PREVIEW: the reporting office has no registered IATI identifier yet. "
    "Do not publish this file. "
)


def kept(name: str, rows: QuerySet) -> Prefetch:
    """Rows of an agreement as a plain list, `kept_…`: asking its manager costs more than writing it."""
    return Prefetch(name, rows, to_attr=f"kept_{name}")


def exported(agreements: QuerySet[Agreement]) -> QuerySet[Agreement]:
    """What goes into the file: signed agreements with all that hangs on them."""
    return (
        agreements.in_the_books()  # type: ignore[attr-defined]
        .select_related("donor", "office")
        .prefetch_related(
            kept("shares", Share.objects.select_related("administration")),
            kept("amendments", Amendment.objects.all()),
            kept("instalments", Instalment.objects.all()),
            kept("expenditures", Expenditure.objects.all()),
        )
        .order_by("pk")
    )


class Echo:
    """A file that keeps what was written to it until it is taken."""

    def __init__(self) -> None:
        self.parts: list[bytes] = []

    def write(self, data: bytes) -> int:
        self.parts.append(data)
        return len(data)

    def take(self) -> bytes:
        data, self.parts = b"".join(self.parts), []
        return data


def stream(agreements: QuerySet[Agreement], *, at: datetime) -> Iterator[bytes]:
    """The file in pieces, one for some twenty agreements. `at` (aware) is when it was made."""
    out = Echo()
    moment = at.replace(microsecond=0).isoformat()
    around = Around(agreements)
    with etree.xmlfile(out, encoding="utf-8") as file:
        file.write_declaration()
        if is_preview():
            file.write(etree.Comment(PREVIEW))
        with file.element(
            "iati-activities", version=codes.VERSION, **{"generated-datetime": moment}
        ):
            for number, agreement in enumerate(exported(agreements).iterator(chunk_size=200), 1):
                file.write(activity_element(agreement, around, today=at.date()))
                if number % PIECE == 0:
                    file.flush()
                    yield out.take()
    yield out.take()


class Around:
    """What hangs on many agreements and is asked for once: people trained, and published pages."""

    def __init__(self, agreements: QuerySet[Agreement]) -> None:
        ids = agreements.order_by().values("pk")
        path = "event__funded__allocations__agreement"
        rows = (
            Nomination.objects.filter(
                **{f"{path}__in": ids},
                event__funded__allocations__released_on=None,
                status=NominationStatus.ATTENDED,
            )
            .values_list(path)
            .annotate(
                n=Count("pk", distinct=True),
                women=Count("pk", filter=Q(person__gender=Person.Gender.WOMAN), distinct=True),
            )
        )
        self.people = {pk: (n, women) for pk, n, women in rows.order_by()}
        self.pages: dict[int, list[tuple[str, str]]] = {}
        published = Snapshot.objects.filter(
            status=SnapshotStatus.PUBLISHED, activity__allocations__agreement__in=ids
        ).exclude(activity__action__is_shared=False)
        for pk, slug, content in published.values_list(
            "activity__allocations__agreement", "activity__slug", "content__title"
        ).distinct():
            self.pages.setdefault(pk, []).append((slug, content))


def activity_element(agreement: Agreement, around: Around, *, today: date) -> Any:
    """One agreement as <iati-activity>. Its rows must have been fetched by `exported`."""
    root = etree.Element(
        "iati-activity",
        {
            LANG: "en",
            "default-currency": agreement.currency,
            "last-updated-datetime": agreement.updated_at.replace(microsecond=0).isoformat(),
            "hierarchy": "1",
            "humanitarian": "0",
        },
    )
    add(root, "iati-identifier", f"{reporting_ref()}-{agreement.reference.replace(' ', '-')}")
    office = agreement.office.name_en
    said = f"{office} (preview, identifier not registered)" if is_preview() else office
    narrative(root, "reporting-org", said, ref=reporting_ref(), type=codes.REPORTING_TYPE)
    narrative(root, "title", agreement.title)
    narrative(root, "description", agreement.purpose or agreement.title, type="1")
    organisations(root, agreement, office)
    add(root, "activity-status", code=status_of(agreement, today))
    dates(root, agreement, today)
    contact = add(root, "contact-info", type="1")
    narrative(contact, "organisation", office)
    if agreement.office.website:
        add(contact, "website", agreement.office.website)
    places(root, agreement)
    add(root, "sector", vocabulary="1", code=agreement.sector, percentage="100")
    add(root, "collaboration-type", code="4")
    add(root, "default-flow-type", code="10")
    add(root, "default-finance-type", code="110")
    add(root, "default-aid-type", code="D02", vocabulary="1")
    add(root, "default-tied-status", code="5")
    for start, end, amount in budget_periods(agreement):
        budget(root, start, end, amount, agreement)
    transactions(root, agreement)
    for slug, title in around.pages.get(agreement.pk, ()):
        link = add(
            root,
            "document-link",
            format="text/html",
            url=f"{settings.SITE_URL}/donors/activities/{slug}/",
        )
        narrative(link, "title", title)
        add(link, "category", code="A12")
    trained(root, agreement, *around.people.get(agreement.pk, (0, 0)), today=today)
    return root


def status_of(agreement: Agreement, today: date) -> str:
    if agreement.status == AgreementStatus.SIGNED and agreement.starts_on <= today:
        return "2"
    return codes.STATUS[AgreementStatus(agreement.status)]
