"""Requests on pages of the ground floor: member page, search, open work that can be handed over."""

from django.urls import reverse
from django.utils.translation import gettext_lazy

from programmes.models import AssistanceRequest
from rocb import markup
from rocb.handover import OpenWork, open_work
from rocb.panels import Panel, member_panels
from rocb.search import Searchable, searchables


def requests_of(user, administration) -> dict:
    """A member's requests, the newest first. One query."""
    requests = AssistanceRequest.objects.visible_to(user).filter(administration=administration)
    may_ask = user.has_perm("programmes.ask_assistance")
    may_enter = user.has_perm("programmes.change_assistancerequest")
    new = f"{reverse('programmes:request-create')}?administration={administration.pk}"
    return {
        "requests": [
            {
                "text": one.title,
                "url": one.get_absolute_url(),
                "tag": one.get_status_display(),
                "tone": markup.tone_of(one.status),
                "by": markup.day(one.created_at),
            }
            for one in requests.order_by("-created_at", "-pk")[:8]
        ],
        "new_url": new if may_ask or may_enter else "",
    }


def register() -> None:
    member_panels.register(
        Panel(
            "requests",
            "programmes.view_assistancerequest",
            "programmes/_requests.html",
            requests_of,
        )
    )
    searchables.register(
        Searchable(
            "requests",
            gettext_lazy("Requests for assistance"),
            lambda user: AssistanceRequest.objects.visible_to(user).select_related(
                "administration"
            ),
            "search",
            lambda one: (one.title, one.get_absolute_url(), one.administration.country_name),
            "programmes.view_assistancerequest",
        )
    )
    open_work.register(
        OpenWork(
            "requests",
            gettext_lazy("Requests for assistance"),
            lambda user: AssistanceRequest.objects.open().filter(officer=user),
            "officer",
        )
    )
