"""A seat is taken or given back, and who is told of what becomes of a nominee."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from programmes.actions.invitations import locked_event, refuse_closed
from programmes.actions.offers import offer_next
from programmes.actions.seat_links import stamp
from programmes.models import Nomination
from programmes.workflow import (
    NOMINATION,
)
from rocb import markup
from rocb.post import officers_of, post_to, tell, users_of
from rocb.roles import Role
from rocb.workflow import StepRefused


def concerned(nomination: Nomination):
    """The coordinators of the member, and the officer in charge."""
    return [
        *users_of(nomination.administration, Role.COORDINATOR),
        *officers_of(nomination.administration),
    ]


def tell_of(nomination: Nomination, template: str, by, *, to_person: bool, **context) -> None:
    """One mail each about a nominee: to member and office, and to the person where that is said."""
    key = f"{template}:{nomination.pk}:{timezone.now().timestamp():.3f}"
    about = {"about": nomination, "administration": nomination.administration, "by": by}
    users = concerned(nomination)
    tell(users, template, key, nominee=nomination.person.full_name, **about, **context)
    own = {user.person_id for user in users}
    if by is not None:
        own.add(by.person_id)
    if to_person and nomination.person_id not in own:
        post_to(
            [nomination.person],
            template,
            key,
            nominee=nomination.person.full_name,
            **about,
            **{**context, "path": ""},
        )


@transaction.atomic
def confirm_nomination(nomination: Nomination, *, by=None, comment: str = "") -> Nomination:
    """Somebody takes the seat; `by` is None when the link in the mail was followed.

    Raises StepRefused when an offer has expired, or the event has begun, was postponed or cancelled.
    """
    event = locked_event(nomination.event_id)
    nomination = NOMINATION.take(nomination, "confirm", by=by, comment=comment, by_link=by is None)
    refuse_closed(event)
    refuse_expired(nomination, timezone.now())
    nomination.offer_until = None
    nomination.save(update_fields=["offer_until"])
    tell_of(nomination, "seat_confirmed", by, to_person=False)
    return nomination


def refuse_expired(nomination: Nomination, now: datetime) -> None:
    """The clock may be a few minutes late to take an offer back; the day it ended counts."""
    if nomination.offer_until and nomination.offer_until <= now:
        raise StepRefused(
            _("This offer ended on %s: the seat goes to the next on the waiting list.")
            % markup.moment(nomination.offer_until)
        )


@transaction.atomic
def withdraw_nomination(nomination: Nomination, *, by=None, comment: str = "") -> Nomination:
    """Somebody does not come. A seat that becomes free is offered to the first who waits.

    Raises StepRefused once the event has begun; attendance is recorded then.
    """
    event = locked_event(nomination.event_id)
    had_seat = Nomination.objects.get(pk=nomination.pk).has_seat
    nomination = NOMINATION.take(nomination, "withdraw", by=by, comment=comment, by_link=by is None)
    refuse_closed(event)
    nomination.offer_until = None
    nomination.waiting_position = None
    nomination.mark = ""
    nomination.save(update_fields=["offer_until", "waiting_position", "mark"])
    tell_of(
        nomination,
        "nominee_withdrawn",
        by,
        to_person=nomination.asked_at is not None,
        comment=comment,
    )
    if had_seat:
        offer_next(event, seats=1)
    return nomination


def ask_to_confirm(nomination: Nomination, by) -> None:
    """The good news, with a link to confirm; its address is made at sending, so that none is stored."""
    nomination.asked_at = timezone.now()
    nomination.save(update_fields=["asked_at"])
    post_to(
        [nomination.person],
        "nominee_selected",
        f"nominee_selected:{nomination.pk}:{stamp(nomination)}",
        about=nomination,
        administration=nomination.administration,
        by=by,
    )
