"""The part of an event's page on who comes: answers and names for the office, the own for a member,
numbers for everybody else."""

from django.db.models import Count, F, Q, Sum
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from programmes.actions.invitations import has_begun, is_late
from programmes.letters import LETTERED
from programmes.models import Event, Invitation, Nomination
from programmes.views.events import EventPage
from programmes.views.invitations import LIVE_ONES, status_of
from programmes.workflow import (
    GATHERING,
    PAST,
    PUBLISHED,
    SEATED,
    InvitationStatus,
    NominationStatus,
)
from rocb import markup


class EventParticipants(EventPage):
    part = "participants"
    template_name = "programmes/event_participants.html"

    @cached_property
    def counts(self) -> dict[str, int]:
        return counts_of(self.record)

    @property
    def is_own(self) -> bool:
        """Whether the reader works in the office of the event."""
        return self.record.allows(self.request.user, "programmes.view_nomination")

    def facts(self, event):
        return []

    def links(self, event):
        user = self.request.user
        gathers = event.is_open and not has_begun(event)
        stands = event.status in (*GATHERING, *PAST)
        is_over = event.status in PAST
        select = "programmes.select_nominees"
        known = (
            (gathers, "programmes.invite_members", _("Invite"), "event-invite"),
            (
                gathers,
                "programmes.nominate",
                _("Several nominees at once"),
                "event-nomination-import",
            ),
            (stands, select, _("Selection"), "event-selection"),
            (stands and self.counts["invited"], select, _("Letters (PDF)"), "event-letters"),
            (
                stands and has_begun(event),
                "programmes.record_attendance",
                _("Attendance"),
                "event-attendance",
            ),
            (is_over, "programmes.issue_certificate", _("Certificates"), "event-certificates"),
        )
        return [
            (label, reverse(f"programmes:{name}", args=[event.pk]))
            for shows, perm, label, name in known
            if shows and event.allows(user, perm)
        ]

    def who_can_see(self, event):
        return [
            _("Names: the regional office, the WCO Secretariat, and each member its own people"),
            _("Numbers: everybody who may read the event")
            if event.status in PUBLISHED
            else _("Numbers: the regional office, until the event is announced"),
        ]

    def details(self, event):
        user = self.request.user
        answers = answers_of(event, user) if user.has_perm("programmes.view_invitation") else []
        rows, more = people(event, user)
        return {
            "tiles": tiles(event, self.counts),
            "answers": markup.rows_html([row["cells"] for row in answers], ANSWER_COLUMNS),
            "answer_columns": ANSWER_COLUMNS,
            "answer_count": len(answers),
            "late": sum(row["is_late"] for row in answers),
            "people": markup.rows_html(rows, PEOPLE_COLUMNS),
            "people_columns": PEOPLE_COLUMNS,
            "people_count": len(rows),
            "more_url": f"{reverse('programmes:nomination-list')}?event={event.pk}" if rows else "",
            "more": more,
            "needs": needs_of(event, user) if self.is_own and event.status != "closed" else [],
            "is_own": self.is_own,
            "invite_url": reverse("programmes:event-invite", args=[event.pk])
            if event.is_open and event.allows(user, "programmes.invite_members")
            else "",
        }


ANSWER_COLUMNS = [
    {"label": gettext_lazy("Member")},
    {"label": gettext_lazy("Answer")},
    {"label": gettext_lazy("Seats"), "numeric": True},
    {"label": gettext_lazy("Nominees"), "numeric": True},
    {"label": gettext_lazy("Wanted by"), "nowrap": True},
    {"label": gettext_lazy("Answered"), "nowrap": True},
]
PEOPLE_COLUMNS = [
    {"label": gettext_lazy("Name")},
    {"label": gettext_lazy("Member")},
    {"label": gettext_lazy("Rank"), "numeric": True},
    {"label": gettext_lazy("Status")},
]
MOST = 100


def people(event: Event, user) -> tuple[list, int]:
    """The names that this reader may see, at most a hundred, and how many more there are; one query."""
    if not user.has_perm("programmes.view_nomination"):
        return [], 0
    rows = list(
        Nomination.objects.visible_to(user)
        .filter(event=event)
        .select_related("person", "administration", "invitation")
        .order_by("administration__country_name__az", "rank", "pk")[: MOST + 1]
    )
    cells = [
        (
            markup.link(row.person.full_name, row.get_absolute_url()),
            row.administration.country_name,
            markup.number(row.rank),
            status_of(row, row.invitation),
        )
        for row in rows[:MOST]
    ]
    return cells, len(rows) > MOST


def counts_of(event: Event) -> dict[str, int]:
    """How many, for everybody: no names; one query."""
    came = Q(status=NominationStatus.ATTENDED)
    held = Q(status__in=SEATED)
    return event.nominations.aggregate(
        seated=Count("pk", filter=held),
        members=Count("administration", filter=held, distinct=True),
        invited=Count("pk", filter=Q(status__in=LETTERED)),
        came=Count("pk", filter=came),
        women=Count("pk", filter=came & Q(person__gender="w")),
        men=Count("pk", filter=came & Q(person__gender="m")),
        from_members=Count("administration", filter=came, distinct=True),
        days=Coalesce(Sum(Coalesce(F("days_attended"), event.days), filter=came), 0),
    )


def tiles(event: Event, counts: dict[str, int]) -> list[dict]:
    if event.status in PAST:
        found = [
            (counts["came"], _("participants")),
            (counts["women"], _("women")),
            (counts["men"], _("men")),
            (counts["from_members"], _("administrations")),
            (counts["days"], _("days of participants")),
        ]
    else:
        seats = _("seats taken")
        if event.capacity:
            seats = _("of %d seats taken") % event.capacity
        found = [(counts["seated"], seats), (counts["members"], _("administrations"))]
    return [{"number": markup.number(number), "text": text} for number, text in found]


def needs_of(event: Event, user) -> list[tuple[str, str, str]]:
    """What the host has to know of those who come: (name, member, needs); one query."""
    rows = Nomination.objects.visible_to(user).coming().filter(event=event).exclude(needs="")
    return [
        (f"{given} {family}".strip(), member, needs)
        for given, family, member, needs in rows.values_list(
            "person__given_name", "person__family_name", "administration__country_name", "needs"
        ).order_by("administration__country_name__az", "person__family_name__az")
    ]


def answers_of(event: Event, user) -> list[dict]:
    """Who was invited to an event and what came back, as this reader may see; one query."""
    rows = (
        Invitation.objects.visible_to(user)
        .filter(event=event)
        .select_related("administration")
        .annotate(number=LIVE_ONES)
        .order_by("administration__country_name__az")
    )
    return [answer_row(row) for row in rows]


def answer_row(row: Invitation) -> dict:
    late = row.status == InvitationStatus.OPEN and is_late(row)
    return {
        "status": row.status,
        "is_late": late,
        "cells": [
            markup.link(row.administration.country_name, row.get_absolute_url()),
            markup.tag(_("No answer"), "bad")
            if late
            else markup.tag(row.get_status_display(), markup.tone_of(row.status)),
            markup.number(row.seats),
            markup.number(row.number),
            markup.day(row.respond_by),
            markup.day(row.answered_at),
        ],
    }
