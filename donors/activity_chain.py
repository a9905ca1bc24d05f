"""The links of the chain behind funded activities, each asked once for however many activities."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any, NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, F, OuterRef, Q, Sum
from django.db.models.functions import JSONArray

from donors.models import Activity, Allocation
from donors.workflow import IN_THE_BOOKS
from missions.models import Action, ActionRow
from missions.models.choices import FINISHED
from missions.workflow import MatrixStatus, PlanStatus
from programmes.models import Nomination, Response, Survey
from programmes.models.questionnaires import Beat
from programmes.results import Results, summed
from programmes.workflow import NominationStatus, SurveyStatus
from rocb.models import Attachment, Person

Content = dict[str, Any]


# Fewer people are never broken down.
FEW = 3


def by_currency(rows: Iterable[tuple[str, Decimal]]) -> list[list[str]]:
    """Amounts added up for each currency, as text: no cent is lost in JSON."""
    found: dict[str, Decimal] = {}
    for currency, amount in rows:
        found[currency] = found.get(currency, Decimal(0)) + amount
    return [[currency, f"{found[currency]:.2f}"] for currency in sorted(found)]


def payers_of(ids: list[int], donor_id: int | None) -> dict[int, list[Content]]:
    """Who pays, how much, and what in kind. Another donor than `donor_id` is named, and no more."""
    rows = (
        Allocation.objects.standing()
        .filter(activity__in=ids, agreement__status__in=IN_THE_BOOKS)
        .select_related("agreement__donor")
        .annotate(spent=Sum("expenditures__amount"))
        .order_by("agreement__donor__name_en__az", "pk")
    )
    given: dict[tuple[int, int], list[Any]] = {}
    for row in rows:
        given.setdefault((row.activity_id, row.agreement.donor_id), []).append(row)
    found: dict[int, list[Content]] = {}
    for (activity, donor), parts in given.items():
        is_told = donor_id is None or donor == donor_id
        found.setdefault(activity, []).append(payer(parts, is_told))
    for paid in found.values():
        paid.sort(key=lambda one: one["donor_id"] != donor_id)
    return found


def payer(parts: list[Any], is_told: bool) -> Content:
    """One donor of an activity; with nothing but its name where the reader may not know more."""
    donor = parts[0].agreement.donor
    told = parts if is_told else []
    money = [one for one in told if one.kind == Allocation.Kind.MONEY]
    references = {one.agreement_id: one.agreement.reference for one in told}
    return {
        "donor": donor.name,
        "donor_id": donor.pk,
        "amounts": by_currency((one.agreement.currency, one.amount) for one in money),
        "spent": by_currency((one.agreement.currency, one.spent) for one in money if one.spent),
        "in_kind": [one.what for one in told if one.kind != Allocation.Kind.MONEY],
        "agreements": [{"pk": pk, "reference": text} for pk, text in references.items()],
    }


def people_of(events: list[int]) -> dict[int, list[tuple]]:
    """(member, people, women, men) of those who attended, by event. One query."""
    is_woman = Q(person__gender=Person.Gender.WOMAN)
    is_man = Q(person__gender=Person.Gender.MAN)
    rows = (
        Nomination.objects.filter(event__in=events, status=NominationStatus.ATTENDED)
        .values_list("event", "administration__country_name")
        .annotate(n=Count("pk"), women=Count("pk", filter=is_woman), men=Count("pk", filter=is_man))
        .order_by("event", "administration__country_name_en__az")
    )
    found: dict[int, list[tuple]] = {}
    for event, *row in rows:
        found.setdefault(event, []).append(tuple(row))
    return found


def people(rows: list[tuple], activity: Activity) -> Content:
    """Who was trained, in numbers; none for what nobody attended."""
    total = sum(row[1] for row in rows)
    if not total or activity.event is None:
        return {"total": 0, "administrations": []}
    women, men, days = sum(row[2] for row in rows), sum(row[3] for row in rows), activity.event.days
    counted: Content = {
        "total": total,
        "days": days,
        "person_days": total * days,
        "administrations": [[name, n] for name, n, _women, _men in rows],
    }
    if total >= FEW:
        counted |= {"women": women, "men": men, "unstated": total - women - men}
    return counted


def evaluations_of(events: list[int]) -> dict[int, Content]:
    """The mean of each rating at the end of events, as far as it may be told. One query."""
    given = Response.objects.filter(survey=OuterRef("pk"), is_counted=True).order_by("pk")
    surveys = (
        Survey.objects.filter(event__in=events, beat=Beat.END)
        .exclude(status=SurveyStatus.PLANNED)
        .annotate(
            given=ArraySubquery(
                given.values_list(JSONArray("gender", "administration__country_name", "answers"))
            )
        )
    )
    found: dict[int, Content] = {}
    for survey in surveys:
        results = Results(survey, 0, 0, survey.given, summed(survey, survey.given))
        means = [[one.text, one.mean_text] for one in results.questions if one.mean is not None]
        if means and not results.is_hidden and survey.event_id:
            found[survey.event_id] = {"answers": results.counted, "questions": means}
    return found


class Said(NamedTuple):
    """What one matrix said of an action."""

    matrix: str
    cycle: str
    at: str | None
    status: str

    @property
    def entry(self) -> list[str]:
        return [self.cycle, (self.at or "")[:10], self.status]


class Moved(NamedTuple):
    """An action that an activity moved, with what was said of it, the oldest first."""

    action: Action
    said: list[Said]

    @property
    def reported(self) -> list[str]:
        return self.said[-1].entry if self.said else []

    @property
    def verified(self) -> list[str]:
        accepted = [one for one in self.said if one.matrix == MatrixStatus.ACCEPTED]
        return accepted[-1].entry if accepted else []


def actions_moved(ids: list[int]) -> dict[int, list[Moved]]:
    """The actions that activities move: themselves, what they help, what carries out a mission's advice.

    One query.
    """
    through, advice = Activity.helps.through.objects, Action.recommendations.through.objects
    helped = through.filter(activity__in=ids)
    by_advice = advice.filter(recommendation__mission__funded__in=ids)
    # United, not one or the other: each way is short, and no table of actions is read for it.
    themselves = Activity.objects.filter(pk__in=ids, action__isnull=False)
    wanted = helped.values("action").union(themselves.values("action"), by_advice.values("action"))
    told = ActionRow.objects.filter(
        action=OuterRef("pk"),
        matrix__status__in=[MatrixStatus.SUBMITTED, MatrixStatus.ACCEPTED],
    ).order_by("matrix__cycle__due_on", "pk")
    of_action = OuterRef("pk")
    actions = (
        Action.objects.filter(pk__in=wanted)
        .filter(plan__status__in=[PlanStatus.IN_FORCE, PlanStatus.CLOSED])
        .select_related("plan__administration")
        .annotate(
            told=ArraySubquery(
                told.values_list(
                    JSONArray(
                        "matrix__status", "matrix__cycle__name", "matrix__submitted_at", "status"
                    )
                )
            ),
            by_itself=F("funded"),
            by_help=ArraySubquery(helped.filter(action=of_action).values("activity")),
            by_advice=ArraySubquery(
                by_advice.filter(action=of_action).values("recommendation__mission__funded")
            ),
        )
        .order_by("pk")
    )
    found: dict[int, list[Moved]] = {}
    for action in actions:
        moved = Moved(action, [Said(*row) for row in action.told])
        for activity in {action.by_itself, *action.by_help, *action.by_advice} & set(ids):
            found.setdefault(activity, []).append(moved)
    return found


def told_and_hidden(
    activity: Activity, moved: list[Moved], is_public: bool
) -> tuple[list[Content], Content]:
    """Actions with what was reported and verified; of those not shared only how many."""
    told: list[Content] = []
    hidden: Content = {"total": 0, "finished": 0, "verified": 0}
    for row in moved:
        one = row.action
        # What a donor pays for itself it may read; the public only what the member shares.
        if one.is_shared or (one.pk == activity.action_id and not is_public):
            told.append(
                {
                    "action": one.pk,
                    "title": one.title,
                    "member": one.plan.administration.country_name,
                    "result": one.expected_result,
                    "status": one.status,
                    "percent": one.percent,
                    "reported": row.reported,
                    "verified": row.verified,
                }
            )
        else:
            hidden["total"] += 1
            hidden["finished"] += one.status in FINISHED
            hidden["verified"] += bool(row.verified)
    return told, hidden


def documents_of(ids: list[int]) -> dict[int, list[Content]]:
    """The files on activities that are not the office's own: names and where they are. One query."""
    kind = ContentType.objects.get_for_model(Activity)
    rows = Attachment.objects.filter(content_type=kind, object_id__in=ids, is_internal=False)
    found: dict[int, list[Content]] = {}
    for row in rows.order_by("at"):
        entry = {"file": row.pk, "name": row.name, "size": row.size}
        found.setdefault(row.object_id, []).append(entry)
    return found
