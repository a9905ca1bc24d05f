"""Letters around invitations, nominees and certificates: what only the moment of sending knows."""

from datetime import timedelta
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from programmes.actions.seat_links import link_of, stamp
from programmes.models import Certificate, Event, Invitation, Nomination
from programmes.workflow import GATHERING, InvitationStatus, NominationStatus
from rocb import markup
from rocb.deadlines import local_today
from rocb.models import Mail
from rocb.outbox import Letter


def words_of_event(event: Event) -> dict[str, Any]:
    """Title, days and place in the reader's language, as they are at the moment of sending."""
    return {
        "event": event.title,
        "days": str(markup.days(event.starts_on, event.ends_on)) or str(_("dates to come")),
        "place": event.place,
    }


def about_invitation(*statuses: str):
    """A context for letters about an invitation; with statuses: only while it is in one of them."""

    def context(mail: Mail) -> dict[str, Any] | None:
        row = Invitation.objects.select_related("event").filter(pk=mail.object_id or 0).first()
        if row is None or (statuses and row.status not in statuses):
            return None
        if statuses == (InvitationStatus.OPEN,) and row.event.status not in GATHERING:
            return None
        return {
            **words_of_event(row.event),
            "seats": row.seats,
            "respond_by": str(markup.weekday(row.respond_by)),
            "message": row.message,
        }

    return context


def about_nominee(*statuses: str, linked: bool = False):
    """A context for letters about a nominee; `linked` ones carry the link to answer by."""

    def context(mail: Mail) -> dict[str, Any] | None:
        rows = Nomination.objects.select_related("event", "administration", "person")
        row = rows.filter(pk=mail.object_id or 0).first()
        if row is None or (statuses and row.status not in statuses):
            return None
        words = {
            **words_of_event(row.event),
            "nominee": row.person.full_name,
            "why": why_of(mail, row),
        }
        if row.offer_until:
            last = row.offer_until - timedelta(seconds=1)
            words["until"] = str(markup.weekday(local_today(last, row.administration.time_zone)))
        if linked:
            if not is_newest(mail, row):
                return None
            words["path"] = link_of(row)
        return words

    return context


def is_newest(mail: Mail, row: Nomination) -> bool:
    """A link of an earlier asking leads nowhere: its mail is not wanted any more."""
    return row.asked_at is not None and f":{stamp(row)}:" in mail.key


def why_of(mail: Mail, row: Nomination) -> str:
    if mail.person_id == row.person_id:
        return _("You get this mail because your administration nominated you for this event.")
    return ""


def about_results(mail: Mail) -> dict[str, Any] | None:
    """The nominees of one member with what became of each, in words."""
    event = Event.objects.filter(pk=mail.context.get("event", 0)).first()
    if event is None:
        return None
    lines = [f"- {name}: {NominationStatus(key).label}" for name, key in mail.context["results"]]
    return {**words_of_event(event), "lines": "\n".join(lines)}


def about_certificate(mail: Mail) -> dict[str, Any] | None:
    rows = Certificate.objects.select_related("nomination__event")
    one = rows.filter(pk=mail.object_id or 0).first()
    if one is None:
        return None
    return {
        "event": one.event_title,
        "days": str(markup.days(one.starts_on, one.ends_on)),
        "place": one.place,
        "why": _("You get this mail because you took part in this event."),
    }


OPEN = InvitationStatus.OPEN
LETTERS = (
    Letter("event_invitation", about_invitation(OPEN), gettext_lazy("Answer the invitation")),
    Letter("invitation_extended", about_invitation(OPEN), gettext_lazy("Answer the invitation")),
    Letter("invitation_reopened", about_invitation(OPEN), gettext_lazy("Open the invitation")),
    Letter("invitation_cancelled", about_invitation(), gettext_lazy("See the invitation")),
    Letter("invitation_answered", about_invitation(), gettext_lazy("Read the nominations")),
    Letter("invitation_declined", about_invitation(), gettext_lazy("See the invitation")),
    Letter(
        "nominee_selected",
        about_nominee(NominationStatus.SELECTED, linked=True),
        gettext_lazy("Confirm that you come"),
        is_open=True,
        is_secret=True,
    ),
    Letter("nominee_waiting", about_nominee(NominationStatus.WAITING), is_open=True),
    Letter("nominee_not_selected", about_nominee(NominationStatus.NOT_SELECTED), is_open=True),
    Letter("selection_results", about_results, gettext_lazy("See your nominees")),
    Letter(
        "seat_offered",
        about_nominee(NominationStatus.OFFERED, linked=True),
        gettext_lazy("Take the seat"),
        is_open=True,
        is_secret=True,
    ),
    Letter(
        "seat_offered_member",
        about_nominee(NominationStatus.OFFERED),
        gettext_lazy("See the nominee"),
    ),
    Letter("offer_lapsed", about_nominee(), gettext_lazy("See the nominee"), is_open=True),
    Letter("seat_confirmed", about_nominee(), gettext_lazy("See the nominee")),
    Letter("nominee_withdrawn", about_nominee(), gettext_lazy("See the nominee"), is_open=True),
    Letter("nominee_replaced", about_nominee(), gettext_lazy("See the nominee")),
    Letter(
        "certificate_issued", about_certificate, gettext_lazy("See the certificate"), is_open=True
    ),
    Letter("certificate_withdrawn", about_certificate, is_open=True),
)
