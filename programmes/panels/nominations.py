"""Invitations and nominees on pages of the ground floor: desk, member page, search."""

from django.db.models import Count, F, OuterRef, Q, Subquery, Value
from django.db.models.functions import Concat, ExtractYear
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from programmes.models import Event, Invitation, Nomination
from programmes.workflow import (
    GATHERING,
    InvitationStatus,
    NominationStatus,
)
from rocb import markup
from rocb.kept import kept, reader
from rocb.panels import Box, Found, RecordPanel, Waiting, boxes, finds, record_panels, waits
from rocb.search import Searchable, searchables
from rocb.standing import Blank, ask

YEARS = 5


def invitations_of(user, member) -> list:
    """The latest invitations of a member."""
    invitations = Invitation.objects.visible_to(user).filter(administration=member.pk)
    told = ("event__starts_on", "event__ends_on", "event__title", "status")
    return [finds(invitations.order_by("-event__starts_on", "-pk"), "participation", *told)[:6]]


def years_of(user, member) -> list[tuple[int, int, int]]:
    """(year, people, women) of a member's part in each of the last years: a sum, kept as such."""

    def rows(one):
        attended = Nomination.objects.visible_to(one).attended()
        first = timezone.localdate().year - YEARS
        return (
            attended.filter(administration=Blank("member"), event__starts_on__year__gt=first)
            .annotate(year=ExtractYear("event__starts_on"))
            .order_by("-year")
            .values("year")
            .annotate(people=Count("pk"), women=Count("pk", filter=Q(person__gender="w")))
            .values_list("year", "people", "women")
        )

    name = "years of participation"
    return kept(name, lambda: ask(user, name, rows, member=member.pk), member.pk, *reader(user))


def participation(user, member, found: list[Found]) -> dict:
    """A member's invitations, and how many took part in each of the last years."""
    # An invitation to an event without a date is to one still to come, and stands first.
    found.sort(key=lambda row: (row.names[0] or "9", row.id), reverse=True)
    register = f"{reverse('programmes:nomination-list')}?administration={member.pk}"
    return {
        "invitations": [invitation_line(row) for row in found],
        "years": [year_bar(*year, register) for year in years_of(user, member)],
    }


def invitation_line(row: Found) -> dict:
    starts_on, ends_on, title, status = row.names
    return {
        "text": title,
        "url": reverse("programmes:invitation-detail", args=[row.id]),
        "tag": InvitationStatus(status).label,
        "tone": markup.tone_of(status),
        "by": markup.days(*(parse_date(day) if day else None for day in (starts_on, ends_on))),
    }


def year_bar(year: int, people: int, women: int, register: str) -> dict:
    words = ngettext("%(n)d (%(w)d woman)", "%(n)d (%(w)d women)", women)
    return {
        "label": str(year),
        "value": people,
        "text": words % {"n": people, "w": women},
        "url": f"{register}&year={year}&status=attended",
    }


def seats_waiting(user) -> list:
    """For a member: seats on offer that somebody has to take soon."""
    if not user.is_member:
        return []
    offered = Nomination.objects.visible_to(user).filter(
        status=NominationStatus.OFFERED,
        offer_until__gt=Blank("now"),
        event__status__in=GATHERING,
    )
    name = Concat("person__given_name", Value(" "), "person__family_name")
    return [waits(offered, "seats", what=name, who="event__title", at="offer_until")]


def seat_line(row: Waiting) -> dict:
    return {
        "text": _("A seat is offered to %s") % row.what.strip(),
        "url": reverse("programmes:nomination-detail", args=[row.id]),
        "tag": _("until %s") % markup.moment(row.at),
        "tone": "warn",
        "by": row.who,
    }


def desks_waiting(user) -> list:
    """For the office: events with nominees sent in and not decided on."""
    if not user.is_office:
        return []
    fresh = (
        Nomination.objects.filter(event=OuterRef("pk"), status=NominationStatus.NOMINATED)
        .exclude(invitation__status=InvitationStatus.OPEN)
        .order_by()
        .values("event")
        .annotate(number=Count("pk"))
        .values("number")
    )
    events = (
        Event.objects.visible_to(user)
        .filter(office=user.organisation_id, status__in=GATHERING)
        .annotate(number=Subquery(fresh))
        .filter(number__gt=0)
    )
    return [waits(events, "selections", what="title", who="ends_on", tag="number", on="starts_on")]


def desk_line(row: Waiting) -> dict:
    number = int(row.tag)
    return {
        "text": row.what,
        "url": reverse("programmes:event-selection", args=[row.id]),
        "tag": ngettext("%d nominee", "%d nominees", number) % number,
        "tone": "info",
        "by": markup.days(row.on, parse_date(row.who)) if row.who else markup.day(row.on),
    }


SEARCHABLES = (
    Searchable(
        "nominations",
        gettext_lazy("Nominees and participants"),
        lambda user: (
            Nomination.objects.visible_to(user)
            .select_related("person", "event")
            .annotate(words=F("person__search"))
            .order_by("-event__starts_on", "-pk")
        ),
        "words",
        lambda row: (
            row.person.full_name,
            row.get_absolute_url(),
            f"{row.event.title}, {row.get_status_display()}",
        ),
        "programmes.view_nomination",
    ),
)


def register() -> None:
    record_panels.register(
        RecordPanel(
            "participation",
            "member",
            "programmes.view_participation",
            "programmes/_participation.html",
            participation,
            invitations_of,
        )
    )
    boxes.register(
        Box(
            "seats",
            gettext_lazy("Seats on offer"),
            "programmes.confirm_nomination",
            seats_waiting,
            seat_line,
            first="at",
            most=10,
        )
    )
    boxes.register(
        Box(
            "selections",
            gettext_lazy("Nominees to select among"),
            "programmes.select_nominees",
            desks_waiting,
            desk_line,
            first="on",
            most=10,
        )
    )
    searchables.register(*SEARCHABLES)
