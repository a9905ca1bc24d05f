"""What a funded activity moved, as plain data: the one source of page, snapshot, PDF and reports.

It reads the chain backwards: money -> activity -> people and actions -> reported -> verified. People
are counted and never named. What is frozen is this data, and what members no longer share is taken
out of it again whenever it is shown.
"""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, Q, Sum

from donors.models import Activity, Allocation, Need
from donors.workflow import IN_THE_BOOKS
from missions.models import Action, ActionRow, Implementation
from missions.models.choices import FINISHED
from missions.workflow import MatrixStatus, MissionStatus, PlanStatus
from programmes.models import Nomination, Survey
from programmes.models.surveys import Beat
from programmes.results import results_of
from programmes.workflow import EventStatus, NominationStatus, SurveyStatus
from rocb.models import Attachment, Person

Content = dict[str, Any]
# Fewer people are never broken down.
FEW = 3


def activities_with_records(queryset):
    """Activities with what they are, for one query."""
    return queryset.select_related(
        "office",
        "event__programme",
        "event__host",
        "mission__administration",
        "mission__programme",
        "action__plan__administration",
    )


def day_text(value: date | None) -> str:
    return value.isoformat() if value else ""


def title_of(activity: Activity) -> str:
    """What it is called. A mission has no title: its phase and member name it."""
    if activity.event:
        return activity.event.title
    if activity.mission:
        return f"{activity.mission.get_phase_display()}, {activity.mission.administration}"
    return activity.action.title if activity.action else ""


def content_of(
    activity: Activity, *, donor_id: int | None = None, is_public: bool = False
) -> Content:
    """Everything that the page of an activity says. With `donor_id`: as that donor reads it.

    For the public it holds no document; amounts are taken out by `without_amounts`.
    """
    paid = payers(activity, donor_id)
    actions, hidden = actions_moved(activity, is_public=is_public)
    return {
        "version": 1,
        "kind": activity.kind,
        "title": title_of(activity),
        **frame_of(activity),
        "office": activity.office.name,
        "city": activity.office.city,
        "website": activity.office.website,
        "purpose": activity.purpose,
        "implementer": activity.implementer,
        "outcome": activity.outcome,
        "asked": asked(activity),
        "payers": paid,
        "people": people(activity),
        "evaluation": evaluation(activity),
        "actions": actions,
        "hidden": hidden,
        "documents": [] if is_public else documents(activity),
    }


def frame_of(activity: Activity) -> Content:
    """Where, when, how far, under what: whatever the activity is."""
    if event := activity.event:
        return {
            "member": "",
            "place": event.place,
            "host": str(event.host or ""),
            "starts_on": day_text(event.starts_on),
            "ends_on": day_text(event.ends_on),
            "status": event.status,
            "programme": event.programme.name if event.programme else "",
            "themes": [str(one) for one in event.themes.all()],
        }
    if mission := activity.mission:
        return {
            "member": mission.administration.country_name,
            "place": mission.administration.country_name,
            "host": mission.administration.name,
            "starts_on": day_text(mission.starts_on),
            "ends_on": day_text(mission.ends_on),
            "status": mission.status,
            "programme": mission.programme.name if mission.programme else "",
            "themes": [],
        }
    action = activity.action
    assert action is not None
    return {
        "member": action.plan.administration.country_name,
        "place": action.plan.administration.country_name,
        "host": action.plan.administration.name,
        "starts_on": "",
        "ends_on": day_text(action.current_due_on),
        "status": action.status,
        "programme": "",
        "themes": [],
    }


def asked(activity: Activity) -> list[Content]:
    """The requests for assistance that it answers, as far as their members share them."""
    if not activity.event_id:
        return []
    shared = Need.objects.filter(is_shared=True, request__activities=activity.event_id)
    return [
        {
            "request": need.request_id,
            "member": need.request.administration.country_name,
            "title": need.request.title,
            "reason": need.request.reason,
        }
        for need in shared.select_related("request__administration").order_by("pk")
    ]


def by_currency(rows: Iterable[tuple[str, Decimal]]) -> list[list[str]]:
    """Amounts added up for each currency, as text: no cent is lost in JSON."""
    found: dict[str, Decimal] = {}
    for currency, amount in rows:
        found[currency] = found.get(currency, Decimal(0)) + amount
    return [[currency, f"{found[currency]:.2f}"] for currency in sorted(found)]


def payers(activity: Activity, donor_id: int | None) -> list[Content]:
    """Who pays, how much, and what in kind. Another donor than `donor_id` is named, and no more."""
    rows = (
        Allocation.objects.standing()
        .filter(activity=activity, agreement__status__in=IN_THE_BOOKS)
        .select_related("agreement__donor")
        .annotate(spent=Sum("expenditures__amount"))
        .order_by("agreement__donor__name", "pk")
    )
    found: dict[int, list[Any]] = {}
    for row in rows:
        found.setdefault(row.agreement.donor_id, []).append(row)
    paid = []
    for key, given in found.items():
        is_told = donor_id is None or key == donor_id
        money = [one for one in given if one.kind == Allocation.Kind.MONEY]
        paid.append(
            {
                "donor": given[0].agreement.donor.name,
                "donor_id": key,
                "amounts": by_currency((o.agreement.currency, o.amount) for o in money)
                if is_told
                else [],
                "spent": by_currency((o.agreement.currency, o.spent) for o in money if o.spent)
                if is_told
                else [],
                "in_kind": [one.what for one in given if one.kind != Allocation.Kind.MONEY]
                if is_told
                else [],
                "agreements": [
                    {"pk": pk, "reference": reference}
                    for pk, reference in {
                        o.agreement_id: o.agreement.reference for o in given
                    }.items()
                ]
                if is_told
                else [],
            }
        )
    return sorted(paid, key=lambda one: one["donor_id"] != donor_id)


def people(activity: Activity) -> Content:
    """Who was trained, in numbers; none for what nobody attended. One query."""
    none: Content = {"total": 0, "administrations": []}
    if not activity.event:
        return none
    is_woman = Q(person__gender=Person.Gender.WOMAN)
    is_man = Q(person__gender=Person.Gender.MAN)
    rows = list(
        Nomination.objects.filter(event=activity.event_id, status=NominationStatus.ATTENDED)
        .values_list("administration__country_name")
        .annotate(n=Count("pk"), women=Count("pk", filter=is_woman), men=Count("pk", filter=is_man))
        .order_by("administration__country_name")
    )
    total = sum(row[1] for row in rows)
    if not total:
        return none
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


def evaluation(activity: Activity) -> Content:
    """The mean of each rating at the end of an event, as far as it may be told; five queries."""
    if not activity.event_id:
        return {}
    survey = (
        Survey.objects.filter(event=activity.event_id, beat=Beat.END)
        .exclude(status=SurveyStatus.PLANNED)
        .first()
    )
    if survey is None:
        return {}
    results = results_of(survey)
    if results.is_hidden:
        return {}
    means = [[one.text, one.mean_text] for one in results.questions if one.mean is not None]
    return {"answers": results.counted, "questions": means} if means else {}


def helped(activity: Activity):
    """The actions that an activity moves: itself, what it helps, what carries out a mission's advice."""
    wanted = Q(helped_by=activity.pk)
    if activity.action_id:
        wanted |= Q(pk=activity.action_id)
    if activity.mission_id:
        wanted |= Q(recommendations__mission=activity.mission_id)
    ids = Action.objects.filter(wanted).values("pk")
    begun = [PlanStatus.IN_FORCE, PlanStatus.CLOSED]
    return Action.objects.filter(pk__in=ids, plan__status__in=begun)


def actions_moved(activity: Activity, *, is_public: bool) -> tuple[list[Content], Content]:
    """Actions with what was reported and verified; of those not shared only how many. Two queries."""
    actions = list(helped(activity).select_related("plan__administration").order_by("pk"))
    reported: dict[int, list[str]] = {}
    verified: dict[int, list[str]] = {}
    rows = (
        ActionRow.objects.filter(
            action__in=[one.pk for one in actions],
            matrix__status__in=[MatrixStatus.SUBMITTED, MatrixStatus.ACCEPTED],
        )
        .order_by("matrix__cycle__due_on", "pk")
        .values_list(
            "action", "matrix__status", "matrix__cycle__name", "matrix__submitted_at", "status"
        )
    )
    for action, matrix, cycle, when, status in rows if actions else ():
        entry = [cycle, when.date().isoformat() if when else "", status]
        reported[action] = entry
        if matrix == MatrixStatus.ACCEPTED:
            verified[action] = entry
    told: list[Action] = []
    hidden: list[Action] = []
    for action in actions:
        # What a donor pays for itself it may read; the public only what the member shares.
        is_told = action.is_shared or (action.pk == activity.action_id and not is_public)
        (told if is_told else hidden).append(action)
    return (
        [
            {
                "action": one.pk,
                "title": one.title,
                "member": one.plan.administration.country_name,
                "result": one.expected_result,
                "status": one.status,
                "percent": one.percent,
                "reported": reported.get(one.pk, []),
                "verified": verified.get(one.pk, []),
            }
            for one in told
        ],
        {
            "total": len(hidden),
            "finished": sum(one.status in FINISHED for one in hidden),
            "verified": sum(one.pk in verified for one in hidden),
        },
    )


def documents(activity: Activity) -> list[Content]:
    """The files on an activity that are not the office's own: names and where they are."""
    kind = ContentType.objects.get_for_model(Activity)
    rows = Attachment.objects.filter(
        content_type=kind, object_id=activity.pk, is_internal=False
    ).order_by("at")
    return [{"file": row.pk, "name": row.name, "size": row.size} for row in rows]


def status_label(kind: str, status: str) -> str:
    """A status in words, in the reader's language."""
    choices: dict[str, Any] = {
        "event": EventStatus,
        "mission": MissionStatus,
        "action": Implementation,
    }
    return str(dict(choices[kind].choices).get(status, status))
