"""Where a region stands: who has reported, what is needed, what helps, and what it costs.

Staff of the office and the Secretariat read it member by member. Everybody else reads totals, and
those only where they give no single member away.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _

from donors.models import Agreement
from donors.money import Balance, Rates, Total, with_money
from missions.models import Action, Cycle, Matrix, Support
from missions.models.choices import FINISHED
from missions.workflow import CycleStatus, MatrixStatus, PlanStatus
from programmes.models import AssistanceRequest, Event
from programmes.workflow import OPEN_REQUESTS, PUBLISHED
from rocb import fiscal
from rocb.figures import FEWEST
from rocb.models import Administration, Theme

# With fewer than two on either side, whoever is on it knows all the others.
FEWEST_ON_A_SIDE = 2


@dataclass(frozen=True, slots=True)
class Stand:
    """How a member stands in a cycle: in words, as a tone, and as the colours of its square."""

    key: str
    label: Any
    tone: str
    fill: str
    ink: str = "#13242f"


ACCEPTED = Stand("accepted", _("Accepted"), "ok", "#9fd8b8")
REPORTED = Stand("reported", _("Reported, under review"), "info", "#a9cdf0")
OWED = Stand("owed", _("Not reported yet"), "neutral", "#e3eaee")
LATE = Stand("late", _("Late"), "bad", "#f3aaa2")
NOT_ASKED = Stand("none", _("No matrix in this cycle"), "neutral", "#fff")
STANDS = (ACCEPTED, REPORTED, OWED, LATE, NOT_ASKED)


def cycle_of(office) -> Cycle | None:
    """The cycle that is open, or else the last that was; one query."""
    cycles = Cycle.objects.filter(office=office, status__in=[CycleStatus.OPEN, CycleStatus.CLOSED])
    return cycles.order_by("-due_on").first()


def stand_of(status: str | None, due_on: date | None, today: date) -> Stand:
    """How somebody stands whose matrix has this status."""
    if status is None or status == MatrixStatus.CANCELLED:
        return NOT_ASKED
    if status == MatrixStatus.ACCEPTED:
        return ACCEPTED
    if status == MatrixStatus.SUBMITTED:
        return REPORTED
    return LATE if due_on and due_on < today else OWED


def members_in(office, cycle: Cycle | None, today: date) -> list[dict[str, Any]]:
    """Each member of the region with its matrix in the cycle; three queries."""
    filed: dict[int, tuple] = {}
    if cycle is not None:
        matrices = Matrix.objects.filter(cycle=cycle).order_by("pk")
        filed = {
            row[0]: row[1:]
            for row in matrices.values_list("administration", "pk", "status", "due_on")
        }
    counts = actions_in_force(office, today)
    members = Administration.objects.filter(region=office.region_id, is_member=True)
    found = []
    for pk, name, code in members.order_by("country_name__az").values_list(
        "pk", "country_name", "iso2"
    ):
        matrix, status, due_on = filed.get(pk, (None, None, None))
        n_late, n_total, n_done = counts.get(pk, (0, 0, 0))
        found.append(
            {
                "name": name,
                "code": code,
                "matrix": matrix,
                "due_on": due_on,
                "stand": stand_of(status, due_on, today),
                "late": n_late,
                "percent": round(n_done * 100 / n_total) if n_total else None,
            }
        )
    return found


def actions_in_force(office, today: date) -> dict[int, tuple[int, int, int]]:
    """Member id -> how many actions of its plan in force are late, there, and finished; one query."""
    late = Q(current_due_on__lt=today) & ~Q(status__in=FINISHED)
    rows = (
        Action.objects.filter(
            plan__status=PlanStatus.IN_FORCE, plan__administration__region=office.region_id
        )
        .order_by()
        .values_list("plan__administration")
        .annotate(
            late=Count("pk", filter=late),
            total=Count("pk"),
            done=Count("pk", filter=Q(status__in=FINISHED)),
        )
    )
    return {member: (late, total, done) for member, late, total, done in rows}


def totals_of(office, cycle: Cycle | None) -> dict[str, int] | None:
    """How many members were asked and have reported; none where it would tell of single ones."""
    if cycle is None:
        return None
    rows = Matrix.objects.filter(cycle=cycle).exclude(status=MatrixStatus.CANCELLED)
    numbers = rows.aggregate(
        asked=Count("pk"),
        reported=Count("pk", filter=Q(status__in=[MatrixStatus.SUBMITTED, MatrixStatus.ACCEPTED])),
    )
    left = numbers["asked"] - numbers["reported"]
    is_safe = numbers["asked"] >= FEWEST and min(left, numbers["reported"]) >= FEWEST_ON_A_SIDE
    return numbers if is_safe else None


def needs(office) -> list[tuple[str, int]]:
    """Open actions of members by the support that they need; one query."""
    rows = (
        Action.objects.open()
        .filter(plan__administration__region=office.region_id)
        .exclude(support_needed=Support.NONE)
        .values_list("support_needed")
        .annotate(n=Count("pk"))
    )
    found = [(str(Support(key).label), n) for key, n in rows]
    return sorted(found, key=lambda row: -row[1])


def requests_open(office) -> list[AssistanceRequest]:
    """Requests of members that nobody has answered yet, the oldest first; one query."""
    rows = AssistanceRequest.objects.filter(
        administration__region=office.region_id, status__in=OPEN_REQUESTS
    )
    return list(rows.select_related("administration").order_by("created_at", "pk")[:20])


def events_by_theme(office, year: int) -> list[tuple[str, int]]:
    """Events of a fiscal year that were announced, by theme; one of two counts twice. One query."""
    events = Event.objects.filter(
        office=office,
        status__in=PUBLISHED,
        starts_on__range=(fiscal.first_day(year), fiscal.last_day(year)),
    ).exclude(status="cancelled")
    rows = (
        Theme.objects.filter(events__in=events.values("pk"))
        .annotate(n=Count("events", filter=Q(events__in=events.values("pk")), distinct=True))
        .order_by("-n", "name__az")
    )
    return list(rows.values_list("name", "n"))


@dataclass(frozen=True, slots=True)
class DonorMoney:
    """What one donor's running agreements with an office come to, in each of their currencies."""

    pk: int
    name: str
    balances: list[Balance]

    def total(self, rates: Rates, what: str) -> Total:
        """One of the sums over its currencies, in US dollars."""
        return rates.total((one.currency, getattr(one, what)) for one in self.balances)


def money_by_donor(office) -> list[DonorMoney]:
    """Running agreements of an office, put together by donor; one query."""
    rows = with_money(Agreement.objects.filter(office=office).running()).order_by("donor__name__az")
    found: dict[tuple[int, str], dict[str, Balance]] = {}
    for pk, name, *money in rows.values_list(
        "donor", "donor__name", "currency", "amount", "received", "allocated", "spent"
    ):
        one = Balance(*money)
        kept = found.setdefault((pk, name), {})
        kept[one.currency] = kept[one.currency].plus(one) if one.currency in kept else one
    return [
        DonorMoney(pk, name, [kept[currency] for currency in sorted(kept)])
        for (pk, name), kept in found.items()
    ]
