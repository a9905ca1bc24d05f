"""What the money of donors can go to, and how each is found: events, missions, actions, requests."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from donors.models import Agreement
from missions.models import Action, Mission
from missions.models.choices import FINISHED
from missions.workflow import MissionStatus, PlanStatus
from programmes.models import Event
from programmes.workflow import EventStatus


@dataclass(frozen=True, slots=True)
class Payable:
    """One kind of thing that money goes to: which may be chosen, which fit before anybody searches."""

    label: str
    rows: QuerySet[Any]
    fits: Q
    named: Callable[[Any], str]
    order: tuple[str, ...]
    # Beside the search column: paths to names, such as that of the member.
    names: tuple[str, ...] = ()


def event_name(event: Event) -> str:
    return f"{event.title} ({event.starts_on.year})" if event.starts_on else event.title


def action_name(action: Action) -> str:
    return f"{action.plan.administration.country_name}: {action.number} {action.title}"[:140]


def mission_name(mission: Mission) -> str:
    year = f" ({mission.starts_on.year})" if mission.starts_on else ""
    return f"{mission.administration.country_name}: {mission.get_phase_display()}{year}"


def payable(agreement: Agreement, user) -> dict[str, Payable]:
    """What an agreement can pay for. First come what its request asked for, then what is coming."""
    asked = Q(funding_requests__agreement=agreement.pk)
    soon = Q(starts_on__gte=timezone.localdate() - timedelta(days=60))
    in_time = soon & Q(starts_on__lte=agreement.ends_on)
    shared = Q(is_shared=True, plan__status=PlanStatus.IN_FORCE) & ~Q(status__in=FINISHED)
    member = "administration__country_name"
    return {
        "event": Payable(
            _("Events"),
            Event.objects.filter(office=agreement.office_id).exclude(status=EventStatus.CANCELLED),
            asked | in_time,
            event_name,
            ("starts_on", "title"),
        ),
        "mission": Payable(
            _("Missions"),
            Mission.objects.visible_to(user)
            .exclude(status=MissionStatus.CANCELLED)
            .select_related("administration"),
            asked | in_time,
            mission_name,
            ("-starts_on", member),
            (member,),
        ),
        "action": Payable(
            _("Actions that members share"),
            Action.objects.visible_to(user).filter(shared).select_related("plan__administration"),
            asked,
            action_name,
            (f"plan__{member}", "position"),
            (f"plan__{member}",),
        ),
    }


class ActionChoices(forms.ModelMultipleChoiceField):
    def label_from_instance(self, obj):
        return action_name(obj)


class AssistanceChoices(forms.ModelMultipleChoiceField):
    def label_from_instance(self, obj):
        return f"{obj.administration.country_name}: {obj.title}"[:140]


class EventChoices(forms.ModelMultipleChoiceField):
    def label_from_instance(self, obj):
        return event_name(obj)


class MissionChoices(forms.ModelMultipleChoiceField):
    def label_from_instance(self, obj):
        return mission_name(obj)
