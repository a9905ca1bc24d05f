"""Sending somebody else: the newcomer takes the seat or the place of whoever goes."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from programmes.actions.invitations import locked_event, refuse_closed
from programmes.actions.nominating import create, refuse_stranger
from programmes.actions.nominations import ask_to_confirm, tell_of
from programmes.models import Nomination
from programmes.workflow import (
    NOMINATION,
    NominationStatus,
)
from rocb.models import Person
from rocb.post import post_to
from rocb.workflow import StepRefused

# Who can be replaced; a seat on offer goes down the waiting list instead.
REPLACEABLE = (
    NominationStatus.NOMINATED,
    NominationStatus.WAITING,
    NominationStatus.SELECTED,
    NominationStatus.CONFIRMED,
)


@transaction.atomic
def replace_nominee(nomination: Nomination, *, by, person: Person, **details) -> Nomination:
    """The member sends somebody else, who takes the same seat or place; the office is told.

    Raises StepRefused for a seat on offer (it goes down the waiting list), ValidationError like
    `nominate`.
    """
    event = locked_event(nomination.event_id)
    old = Nomination.objects.select_for_update(of=("self",)).get(pk=nomination.pk)
    if not old.allows(by, "programmes.nominate"):
        raise PermissionDenied
    refuse_closed(event)
    if old.status == NominationStatus.OFFERED:
        raise StepRefused(
            _("This seat is offered to one person. Withdraw, and the next on the list gets it.")
        )
    refuse_stranger(old.administration, person)
    had, place, told = old.status, old.waiting_position, old.asked_at is not None
    reason = _("Replaced by %s.") % person.full_name
    old = NOMINATION.take(old, "withdraw", by=by, comment=reason)
    old.waiting_position = None
    old.save(update_fields=["waiting_position"])
    new = create(
        invitation=old.invitation,
        event=old.event,
        administration=old.administration,
        person=person,
        rank=old.rank,
        replaces=old,
        is_invented=old.is_invented,
        created_by=by,
        updated_by=by,
        **details,
    )
    take_over(new, had, place)
    tell_of(new, "nominee_replaced", by, to_person=False, before=old.person.full_name)
    if told:
        tell_the_first(old, by, reason)
    new.refresh_from_db()
    return new


def tell_the_first(old: Nomination, by, reason: str) -> None:
    """Whoever had been told of the seat is told that somebody else has it."""
    post_to(
        [old.person],
        "nominee_withdrawn",
        f"nominee_withdrawn:{old.pk}:replaced",
        about=old,
        administration=old.administration,
        by=by,
        comment=reason,
        nominee=old.person.full_name,
        path="",
    )


def take_over(new: Nomination, had: str, place: int | None) -> None:
    """Give the newcomer the seat or the place on the waiting list of whoever goes."""
    if had in (NominationStatus.SELECTED, NominationStatus.CONFIRMED):
        new = NOMINATION.take(new, "select", by=None, by_link=True)
        ask_to_confirm(new, None)
    elif had == NominationStatus.WAITING:
        new = NOMINATION.take(new, "wait", by=None, by_link=True)
        new.waiting_position = place
        new.save(update_fields=["waiting_position"])
