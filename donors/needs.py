"""What members need and chose to show: actions and requests for assistance that nobody pays for yet."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import (
    Case,
    DecimalField,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Sum,
    Value,
    When,
)
from django.db.models.functions import Coalesce, JSONArray, Round
from django.utils import timezone

from donors.models import Allocation, Instrument, Need, Rate
from donors.money import NOTHING, REPORTING
from missions.models import Action
from missions.models.choices import FINISHED, Support
from missions.workflow import PlanStatus
from programmes.models import AssistanceRequest
from rocb import markup

MONEY: Any = DecimalField(max_digits=20, decimal_places=8)
# What an action or a request needs, in the words of what donors give.
GIVES: dict[str, str] = {
    Support.EXPERTISE: Instrument.EXPERTISE,
    Support.TRAINING: Instrument.TRAINING,
    Support.EQUIPMENT: Instrument.EQUIPMENT,
    Support.FUNDING: Instrument.MONEY,
    AssistanceRequest.Kind.SEMINAR: Instrument.TRAINING,
    AssistanceRequest.Kind.TRAINING: Instrument.TRAINING,
    AssistanceRequest.Kind.ADVICE: Instrument.EXPERTISE,
    AssistanceRequest.Kind.MISSION: Instrument.EXPERTISE,
    AssistanceRequest.Kind.STUDY: Instrument.TRAINING,
    AssistanceRequest.Kind.EQUIPMENT: Instrument.EQUIPMENT,
}


def usd_of(path: str):
    """What one unit of a currency is worth in US dollars today, as a column; null without a rate."""
    latest = Rate.objects.filter(currency=OuterRef(path), on__lte=timezone.localdate())
    return Case(
        When(**{path: REPORTING}, then=Value(Decimal(1))),
        default=Subquery(latest.order_by("-on").values("usd")[:1]),
        output_field=MONEY,
    )


def with_promised(actions: QuerySet[Action]) -> QuerySet[Action]:
    """Actions with `promised`: what agreements give to them, in the currency of their cost."""
    here, there = "agreement__currency", "activity__action__currency"
    given = (
        Allocation.objects.standing()
        .filter(kind=Allocation.Kind.MONEY, activity__action=OuterRef("pk"))
        .annotate(from_usd=usd_of(here), to_usd=usd_of(there))
        .annotate(
            counted=Case(
                When(**{here: F(there)}, then=F("amount")),
                # Without a rate nothing is counted: a need is rather shown once too often.
                default=F("amount") * F("from_usd") / F("to_usd"),
                output_field=MONEY,
            )
        )
        .order_by()
        .values("activity__action")
    )
    total = Subquery(given.annotate(n=Sum("counted")).values("n"), output_field=MONEY)
    to_the_cent = Round(Coalesce(total, Value(NOTHING), output_field=MONEY), precision=2)
    return actions.annotate(promised=to_the_cent)


def actions_on_the_board(user) -> QuerySet[Action]:
    """Actions that this reader may find as needs: shared, in force, open, not fully paid for."""
    shared = Action.objects.visible_to(user).filter(
        is_shared=True, plan__status=PlanStatus.IN_FORCE
    )
    paid = Q(cost__isnull=False, promised__gte=F("cost"))
    covered = Q(funded__is_covered=True)
    return with_promised(shared.exclude(status__in=FINISHED)).exclude(paid).exclude(covered)


def requests_on_the_board(user) -> QuerySet[Need]:
    """Requests for assistance that this reader may find as needs."""
    return Need.objects.visible_to(user).on_the_board()


@dataclass(slots=True)
class Wanted:
    """One need as the matcher looks at it."""

    kind: str
    pk: int
    title: str
    text: str
    member_id: int
    member: str
    url: str
    instrument: str = ""
    cost: Decimal | None = None
    currency: str = ""
    themes: dict[int, str] = field(default_factory=dict)
    standards: dict[int, tuple[str, str]] = field(default_factory=dict)


def linked(through: Any, own: str, other: str) -> ArraySubquery:
    """What a record is tied to, as a column: a list of [id, code, name], so that no row asks again."""
    rows = through.objects.filter(**{own: OuterRef("pk" if own == "action" else "request")})
    name = "title" if other == "standard" else "name"
    return ArraySubquery(
        rows.order_by(f"{other}__code").values_list(
            JSONArray(f"{other}", f"{other}__code", f"{other}__{name}")
        )
    )


def wanted_actions(actions: QuerySet[Action]) -> list[Wanted]:
    """One query."""
    rows = actions.annotate(
        tied=linked(Action.standards.through, "action", "standard")
    ).values_list(
        "pk",
        "title",
        "expected_result",
        "plan__administration",
        "plan__administration__country_name",
        "support_needed",
        "cost",
        "currency",
        "tied",
    )
    link = markup.Linker("donors:need-action")
    return [
        Wanted(
            "action",
            pk,
            title,
            result,
            member_id,
            member,
            link.url(pk),
            str(GIVES.get(str(support), "")),
            cost,
            currency,
            standards={key: (code, name) for key, code, name in tied},
        )
        for pk, title, result, member_id, member, support, cost, currency, tied in rows.order_by(
            "pk"
        )
    ]


def wanted_requests(needs: QuerySet[Need]) -> list[Wanted]:
    """One query."""
    through = AssistanceRequest.standards.through, AssistanceRequest.themes.through
    rows = needs.annotate(
        tied=linked(through[0], "assistancerequest", "standard"),
        about=linked(through[1], "assistancerequest", "theme"),
    ).values_list(
        "request",
        "request__title",
        "request__reason",
        "request__administration",
        "request__administration__country_name",
        "request__kind",
        "cost",
        "currency",
        "tied",
        "about",
    )
    link = markup.Linker("donors:need-request")
    return [
        Wanted(
            "request",
            pk,
            title,
            reason,
            member_id,
            member,
            link.url(pk),
            str(GIVES.get(str(kind), "")),
            cost,
            currency,
            themes={key: name for key, _code, name in about},
            standards={key: (code, name) for key, code, name in tied},
        )
        for pk, title, reason, member_id, member, kind, cost, currency, tied, about in (
            rows.order_by("pk")
        )
    ]


def wanted_of(user) -> list[Wanted]:
    """Every need that this reader may find; two queries."""
    return wanted_actions(actions_on_the_board(user)) + wanted_requests(requests_on_the_board(user))
