"""What a funded activity moved, as plain data: the one source of page, snapshot, PDF and reports.

It reads the chain backwards: money -> activity -> people and actions -> reported -> verified. People
are counted and never named. What is frozen is this data, and what members no longer share is taken
out of it again whenever it is shown.
"""

from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject

from donors.activity_chain import (
    Content,
    actions_moved,
    documents_of,
    evaluations_of,
    payers_of,
    people,
    people_of,
    told_and_hidden,
)
from donors.models import Activity, Need
from missions.models import Implementation
from missions.workflow import MissionStatus
from programmes.models import Event
from programmes.workflow import EventStatus


def activities_with_records(queryset):
    """Activities with what they are, their themes, and the shared requests they answer; one query."""
    shared = Need.objects.filter(is_shared=True, request__activities=OuterRef("event"))
    themes = Event.themes.through.objects.filter(event=OuterRef("event")).order_by(
        "theme__name_en__az"
    )
    return queryset.select_related(
        "office",
        "event__programme",
        "event__host",
        "mission__administration",
        "mission__programme",
        "action__plan__administration",
    ).annotate(
        theme_names=ArraySubquery(themes.values("theme__name")),
        asked_for=ArraySubquery(
            shared.order_by("pk").values_list(
                JSONObject(
                    request="request",
                    member="request__administration__country_name",
                    title="request__title",
                    reason="request__reason",
                )
            )
        ),
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
    """Everything that the page of an activity says, asked anew; six queries. See `contents_of`."""
    rows = activities_with_records(Activity.objects.filter(pk=activity.pk))
    return contents_of(list(rows), donor_id=donor_id, is_public=is_public)[0]


def contents_of(
    activities: list[Activity], *, donor_id: int | None = None, is_public: bool = False
) -> list[Content]:
    """What the pages of activities say, from `activities_with_records`; five queries together.

    With `donor_id`: as that donor reads it. For the public it holds no document; amounts are taken
    out by `without_amounts`.
    """
    ids = [one.pk for one in activities]
    events = [one.event_id for one in activities if one.event_id]
    paid = payers_of(ids, donor_id)
    trained = people_of(events) if events else {}
    said = evaluations_of(events) if events else {}
    moved = actions_moved(ids)
    files = {} if is_public else documents_of(ids)
    found = []
    for activity in activities:
        actions, hidden = told_and_hidden(activity, moved.get(activity.pk, []), is_public)
        event = activity.event_id or 0
        found.append(
            {
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
                "asked": activity.asked_for,
                "payers": paid.get(activity.pk, []),
                "people": people(trained.get(event, []), activity),
                "evaluation": said.get(event, {}),
                "actions": actions,
                "hidden": hidden,
                "documents": files.get(activity.pk, []),
            }
        )
    return found


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
            "themes": activity.theme_names,
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


def status_label(kind: str, status: str) -> str:
    """A status in words, in the reader's language."""
    choices: dict[str, Any] = {
        "event": EventStatus,
        "mission": MissionStatus,
        "action": Implementation,
    }
    return str(dict(choices[kind].choices).get(status, status))
