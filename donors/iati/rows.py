"""What is read for the file: agreements, and what hangs on each of them, as plain rows.

A model for each instalment and expenditure would cost more than writing them does.
"""

from collections import defaultdict, namedtuple
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.db.models import Count, Model, Q

from donors.models import (
    Agreement,
    Amendment,
    Donor,
    Expenditure,
    Instalment,
    Share,
    Snapshot,
)
from donors.models.agreements import AgreementQuerySet
from donors.workflow import SnapshotStatus
from programmes.models import Nomination
from programmes.workflow import NominationStatus
from rocb.models import Office, Person
from rocb.standing import Among, answer

# So many agreements are read at once.
FETCHED = 200


@dataclass(frozen=True, slots=True)
class Exported:
    """An agreement with what the file says of it; the rows have the fields named in `exported`."""

    agreement: Agreement
    donor: Donor
    office: Office
    shares: list[Any]
    amendments: list[Any]
    instalments: list[Any]
    expenditures: list[Any]


def exported(agreements: AgreementQuerySet) -> Iterator[Exported]:
    """What goes into the file: signed agreements, each with what hangs on it."""
    rows = agreements.in_the_books().select_related("donor", "office")
    rows = rows.defer("search").order_by("pk").iterator(chunk_size=FETCHED)
    while some := list(islice(rows, FETCHED)):
        shares = of_each(some, Share, "administration", "administration__iso2", "region", "percent")
        amendments = of_each(some, Amendment, "number", "signed_on", "amount_before", "amount")
        received = of_each(some, Instalment, "number", "received_on", "received_amount")
        paid = of_each(some, Expenditure, "pk", "on", "amount", "what")
        for one in some:
            yield Exported(
                one,
                one.donor,
                one.office,
                shares[one.pk],
                amendments[one.pk],
                received[one.pk],
                paid[one.pk],
            )


def of_each(agreements: list[Agreement], model: type[Model], *names: str) -> dict[int, list[Any]]:
    """The rows of a kind for each agreement, in their order: no more of them than is written."""
    found: dict[int, list[Any]] = defaultdict(list)
    rows = answer(
        ("hanging on agreements", model),
        lambda: model._default_manager.filter(Among("agreement", "agreements")).values_list(
            "agreement_id", *names
        ),
        agreements=[one.pk for one in agreements],
    )
    # The checker wants the fields written out; here they are what the caller asks for.
    kind: Any = namedtuple(model.__name__, ("agreement_id", *names))  # type: ignore[misc]
    for row in rows:
        found[row[0]].append(kind._make(row))
    return found


class Around:
    """What hangs on many agreements and is asked for once: people trained, and published pages."""

    def __init__(self, agreements: AgreementQuerySet) -> None:
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
