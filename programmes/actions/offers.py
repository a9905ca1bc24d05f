"""The waiting list: a seat that becomes free is offered to whoever is next, for some days."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import structlog
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from programmes.actions.invitations import locked_event, refuse_closed
from programmes.models import Event, Nomination
from programmes.workflow import GATHERING, NOMINATION, NominationStatus
from rocb.deadlines import local_today
from rocb.post import post_to, tell, users_of
from rocb.roles import Role
from rocb.workflow import StepRefused

log = structlog.get_logger(__name__)


def free_seats(event: Event) -> int | None:
    """How many seats nobody holds; None where the event has no limit."""
    if event.capacity is None:
        return None
    return event.capacity - event.nominations.seated().count()


def end_of_offer(event: Event, nomination: Nomination, now: datetime) -> datetime:
    """The end of the last day of an offer where the nominee lives, and before the event begins."""
    zone = ZoneInfo(nomination.administration.time_zone)
    last = local_today(now, nomination.administration.time_zone) + timedelta(event.offer_days)
    end = datetime.combine(last + timedelta(days=1), time(), tzinfo=zone)
    if event.starts_on:
        begins = datetime.combine(event.starts_on, time(), tzinfo=ZoneInfo(event.time_zone))
        end = min(end, begins)
    return end


def offer_next(event: Event, *, seats: int) -> list[Nomination]:
    """Offer up to `seats` free seats down the waiting list. The event must be locked by the caller.

    Never more than the event holds. Each gets a mail with a link; the coordinators are told.
    """
    free = free_seats(event)
    if free is not None:
        seats = min(seats, free)
    waiting = event.nominations.waiting().select_related("administration", "person")
    now, offered = timezone.now(), []
    for nomination in waiting[: max(0, seats)]:
        until = end_of_offer(event, nomination, now)
        taken = NOMINATION.take(nomination, "offer", by=None, by_link=True)
        taken.asked_at, taken.offer_until, taken.waiting_position = now, until, None
        taken.save(update_fields=["asked_at", "offer_until", "waiting_position"])
        write_offer(taken, now)
        offered.append(taken)
    return offered


def write_offer(nomination: Nomination, now: datetime) -> None:
    member = nomination.administration
    key = f"seat_offered:{nomination.pk}:{now.isoformat()}"
    about = {"about": nomination, "administration": member, "by": None}
    post_to([nomination.person], "seat_offered", key, **about)
    coordinators = [
        user
        for user in users_of(member, Role.COORDINATOR)
        if user.person_id != nomination.person_id
    ]
    tell(coordinators, "seat_offered_member", f"{key}:member", **about)


@transaction.atomic
def offer_free_seats(event: Event, *, by) -> list[Nomination]:
    """The office offers what is free, as when it has found more chairs. Raises StepRefused."""
    event = locked_event(event.pk)
    if not event.allows(by, "programmes.select_nominees"):
        raise PermissionDenied
    refuse_closed(event)
    free = free_seats(event)
    offered = offer_next(event, seats=event.nominations.waiting().count() if free is None else free)
    if not offered:
        raise StepRefused(_("There is no free seat, or nobody waits for one."))
    return offered


def lapse_offers(at: datetime) -> tuple[int, int]:
    """Take back the offers that have ended by `at`, and offer each seat to the next.

    Offers of postponed events wait with them. Returns how many lapsed, and how many failed; one that
    fails holds up no other.
    """
    due = Nomination.objects.filter(
        status=NominationStatus.OFFERED, offer_until__lte=at, event__status__in=GATHERING
    )
    done = failed = 0
    for pk, event in due.order_by("offer_until").values_list("pk", "event"):
        try:
            done += lapse(pk, event, at)
        except Exception:
            log.exception("offer_not_lapsed", nomination=pk)
            failed += 1
    return done, failed


@transaction.atomic
def lapse(pk: int, event_id: int, at: datetime) -> int:
    event = locked_event(event_id)
    nomination = (
        Nomination.objects.filter(pk=pk, status=NominationStatus.OFFERED, offer_until__lte=at)
        .select_related("administration", "person")
        .first()
    )
    if nomination is None:
        return 0
    nomination = NOMINATION.take(nomination, "lapse", by=None, by_link=True)
    member = nomination.administration
    key = f"offer_lapsed:{pk}:{nomination.offer_until.timestamp():.0f}"
    about = {"about": nomination, "administration": member, "by": None}
    post_to([nomination.person], "offer_lapsed", key, path="", **about)
    coordinators = [
        user
        for user in users_of(member, Role.COORDINATOR)
        if user.person_id != nomination.person_id
    ]
    tell(coordinators, "offer_lapsed", key, **about)
    try:
        refuse_closed(event)
    except StepRefused:
        return 1  # it has begun: nobody is asked to come any more
    offer_next(event, seats=1)
    return 1
