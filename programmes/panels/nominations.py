"""Invitations and nominees on pages of the ground floor: desk, member page, news, search."""

from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, F, Q
from django.db.models.functions import ExtractYear
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from programmes.models import Event, Invitation, Nomination
from programmes.workflow import (
    GATHERING,
    INVITATION,
    NOMINATION,
    InvitationStatus,
    NominationStatus,
)
from rocb import markup
from rocb.models import StatusChange
from rocb.panels import Box, News, Panel, boxes, member_panels, news
from rocb.search import Searchable, searchables


def participation_of(user, administration) -> dict:
    """A member's open invitations, and how many took part in the last five years. Two queries."""
    invitations = (
        Invitation.objects.visible_to(user)
        .filter(administration=administration)
        .select_related("event")
        .order_by("-event__starts_on", "-pk")[:6]
    )
    years = (
        Nomination.objects.visible_to(user)
        .attended()
        .filter(administration=administration)
        .exclude(event__starts_on=None)
        .annotate(year=ExtractYear("event__starts_on"))
        .order_by()
        .values("year")
        .annotate(people=Count("pk"), women=Count("pk", filter=Q(person__gender="w")))
        .order_by("-year")[:5]
    )
    register = reverse("programmes:nomination-list")
    return {
        "invitations": [
            {
                "text": one.event.title,
                "url": one.get_absolute_url(),
                "tag": one.get_status_display(),
                "tone": markup.tone_of(one.status),
                "by": markup.days(one.event.starts_on, one.event.ends_on),
            }
            for one in invitations
        ],
        "years": [
            {
                "label": str(row["year"]),
                "value": row["people"],
                "text": ngettext("%(n)d (%(w)d woman)", "%(n)d (%(w)d women)", row["women"])
                % {"n": row["people"], "w": row["women"]},
                "url": f"{register}?administration={administration.pk}&year={row['year']}"
                "&status=attended",
            }
            for row in years
        ],
    }


def seats_waiting(user) -> list[dict]:
    """For a member: seats on offer that somebody has to take soon; one query."""
    if not user.is_member:
        return []
    rows = Nomination.objects.visible_to(user).filter(
        status=NominationStatus.OFFERED,
        offer_until__gt=timezone.now(),
        event__status__in=GATHERING,
    )
    return [
        {
            "text": _("A seat is offered to %s") % row.person.full_name,
            "url": row.get_absolute_url(),
            "tag": _("until %s") % markup.moment(row.offer_until),
            "tone": "warn",
            "by": row.event.title,
        }
        for row in rows.select_related("person", "event").order_by("offer_until")[:10]
    ]


def desks_waiting(user) -> list[dict]:
    """For the office: events with nominees sent in and not decided on; one query."""
    if not user.is_office:
        return []
    fresh = Q(nominations__status=NominationStatus.NOMINATED) & ~Q(
        nominations__invitation__status=InvitationStatus.OPEN
    )
    events = (
        Event.objects.visible_to(user)
        .filter(office=user.organisation_id, status__in=GATHERING)
        .annotate(number=Count("nominations", filter=fresh))
        .filter(number__gt=0)
        .order_by("starts_on")[:10]
    )
    return [
        {
            "text": event.title,
            "url": reverse("programmes:event-selection", args=[event.pk]),
            "tag": ngettext("%d nominee", "%d nominees", event.number) % event.number,
            "tone": "info",
            "by": markup.days(event.starts_on, event.ends_on),
        }
        for event in events
    ]


FOLLOWED = ((Invitation, INVITATION), (Nomination, NOMINATION))
# What a sheet or a desk does to sixty people at once is one piece of news, told by a mail.
QUIET = ("attend", "miss", "wait", "turn_down", "select")


def steps_since(user, moment: datetime) -> list[tuple[datetime, str, str, str]]:
    """The steps others took on invitations and nominees that this reader sees; three queries."""
    seen, kinds = Q(), {}
    for model, flow in FOLLOWED:
        kind = ContentType.objects.get_for_model(model)
        kinds[kind.pk] = (model, flow)
        seen |= Q(content_type=kind, object_id__in=model.objects.visible_to(user).values("pk"))
    rows = list(
        StatusChange.objects.filter(seen, at__gt=moment)
        .exclude(by=user)
        .exclude(step__in=QUIET)
        .select_related("by__person")
        .order_by("-at")[:15]
    )
    names = names_of(rows, kinds)
    found = []
    for row in rows:
        _model, flow = kinds[row.content_type_id]
        label = flow.step(row.step).label if row.step in flow.steps else row.step
        name, url = names.get((row.content_type_id, row.object_id), ("", ""))
        found.append((row.at, f"{name}: {label}", url, row.by.full_name if row.by else ""))
    return found


def names_of(rows, kinds) -> dict:
    found = {}
    for kind, (model, _flow) in kinds.items():
        pks = {row.object_id for row in rows if row.content_type_id == kind}
        if not pks:
            continue
        records = model.objects.filter(pk__in=pks).select_related("event", "administration")
        if model is Nomination:
            records = records.select_related("event", "person")
        for record in records:
            who = record.person if model is Nomination else record.administration
            found[kind, record.pk] = (f"{who}, {record.event}", record.get_absolute_url())
    return found


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
    member_panels.register(
        Panel(
            "participation",
            "programmes.view_participation",
            "programmes/_participation.html",
            participation_of,
        )
    )
    boxes.register(
        Box("seats", gettext_lazy("Seats on offer"), "programmes.confirm_nomination", seats_waiting)
    )
    boxes.register(
        Box(
            "selections",
            gettext_lazy("Nominees to select among"),
            "programmes.select_nominees",
            desks_waiting,
        )
    )
    news.register(News("nominations", "programmes.view_nomination", steps_since))
    for searchable in SEARCHABLES:
        searchables.register(searchable)
