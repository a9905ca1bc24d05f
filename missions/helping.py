"""Which events help which actions, and what participants said of them: on both pages."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from missions.models import Action
from missions.models.choices import Implementation
from programmes.models import Event
from programmes.together import headlines
from rocb import markup
from rocb.panels import Found, RecordPanel, finds

PERM = "missions.change_action"


def may_link(user, action: Action) -> bool:
    """The office says what its events are meant to help; members read it."""
    return user.is_office and action.allows(user, PERM)


@transaction.atomic
def link_events(action: Action, events, *, by) -> Action:
    """These events, and no others, help the action. Raises PermissionDenied."""
    if not may_link(by, action):
        raise PermissionDenied
    action = Action.objects.select_for_update(of=("self",)).get(pk=action.pk)
    action.activities.set(events)
    action.updated_by = by
    action.save(update_fields=["updated_by", "updated_at"])
    return action


def events_of(user, action: Action, _found) -> dict:
    """The events that help an action, each with what may be told of it. Three queries."""
    events = list(Event.objects.visible_to(user).filter(helped_actions=action).order_by("-ends_on"))
    told = headlines([event.pk for event in events]) if events else {}
    link = reverse("missions:action-events", args=[action.pk]) if may_link(user, action) else ""
    if not (events or link):
        return {}
    return {"events": [event_row(event, told.get(event.pk, {})) for event in events], "link": link}


def event_row(event: Event, figures: dict) -> dict:
    said = []
    if figures.get("reaction"):
        said.append(
            _("%(answered)d of %(asked)d answered, mean rating %(mean)s")
            % {
                "answered": figures["answered"],
                "asked": figures["asked"],
                "mean": f"{figures['reaction']:.1f}",
            }
        )
    if "applied" in figures:
        share = {"share": figures["applied"], "of": figures["applied_of"]}
        said.append(_("%(share)d %% of %(of)d have used it at work") % share)
    days = str(markup.days(event.starts_on, event.ends_on))
    return {
        "text": event.title,
        "url": event.get_absolute_url(),
        "tag": event.get_status_display(),
        "tone": markup.tone_of(event.status),
        "by": " · ".join(filter(None, [days, *said])),
    }


def actions_of(user, event) -> list:
    """The actions that an event is meant to help, among those this reader sees."""
    rows = Action.objects.visible_to(user).filter(activities=event.pk)
    columns = ("plan__administration__country_name", "position", "number", "title", "status")
    return [finds(rows, "event-actions", *columns)]


def helped(_user, _event, found: list[Found]) -> dict:
    tasks = []
    for row in sorted(found, key=lambda row: (row.names[:2], row.id)):
        member, _position, number, title, status = row.names
        tasks.append(
            {
                "text": f"{number} {title}".strip(),
                "url": reverse("missions:action-detail", args=[row.id]),
                "tag": Implementation(status).label,
                "tone": markup.tone_of(status),
                "by": member,
            }
        )
    return {"actions": tasks} if tasks else {}


PANELS = (
    RecordPanel(
        "action-events", "action", "programmes.view_event", "missions/_helped_by.html", events_of
    ),
    RecordPanel(
        "event-actions",
        "event",
        "missions.view_action",
        "missions/_helps.html",
        helped,
        actions_of,
    ),
)
