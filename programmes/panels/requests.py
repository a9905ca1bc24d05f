"""Requests on pages of the ground floor: member page, search, open work that can be handed over."""

from django.urls import reverse
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext_lazy

from programmes.models import AssistanceRequest
from programmes.workflow import RequestStatus
from rocb import markup
from rocb.handover import OpenWork, open_work
from rocb.panels import Found, RecordPanel, finds, record_panels
from rocb.search import Searchable, searchables

MOST = 8


def requests_of(user, member) -> list:
    """A member's requests, the newest first."""
    rows = AssistanceRequest.objects.visible_to(user).filter(administration=member.pk)
    told = ("created_at", "title", "status")
    return [finds(rows.order_by("-created_at", "-pk"), "requests", *told)[:MOST]]


def requests_panel(user, member, found: list[Found]) -> dict:
    may_ask = user.has_perm("programmes.ask_assistance")
    may_enter = user.has_perm("programmes.change_assistancerequest")
    new = f"{reverse('programmes:request-create')}?administration={member.pk}"
    found.sort(key=lambda row: (row.names[0], row.id), reverse=True)
    return {
        "requests": [request_line(row) for row in found],
        "new_url": new if may_ask or may_enter else "",
    }


def request_line(row: Found) -> dict:
    created_at, title, status = row.names
    return {
        "text": title,
        "url": reverse("programmes:request-detail", args=[row.id]),
        "tag": RequestStatus(status).label,
        "tone": markup.tone_of(status),
        "by": markup.day(parse_datetime(created_at)),
    }


def register() -> None:
    record_panels.register(
        RecordPanel(
            "requests",
            "member",
            "programmes.view_assistancerequest",
            "programmes/_requests.html",
            requests_panel,
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
