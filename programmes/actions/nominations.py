"""Nominations: put together by the member, confirmed, withdrawn, replaced."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.core import signing
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.db.models import F, Max
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from programmes.actions.invitations import locked_event, refuse_closed, refuse_late
from programmes.actions.offers import offer_next
from programmes.models import Invitation, Nomination
from programmes.namesakes import Known, Namesakes
from programmes.workflow import (
    LIVE,
    NOMINATION,
    InvitationStatus,
    NominationStatus,
)
from rocb import markup
from rocb.models import Person
from rocb.post import officers_of, post_to, tell, users_of
from rocb.roles import Role
from rocb.workflow import StepRefused

LINK = "programmes.nomination"
LINK_LASTS = timedelta(days=400)
# While it leads somewhere: from the good news to the first day of the event.
ANSWERABLE = (NominationStatus.SELECTED, NominationStatus.OFFERED, NominationStatus.CONFIRMED)
PERSON_FIELDS = (
    "honorific",
    "given_name",
    "family_name",
    "email",
    "phone",
    "position",
    "unit",
    "gender",
)
DETAILS = ("language", "has_course", "is_self_funded", "motivation", "needs")


def token_of(nomination: Nomination) -> str:
    """The secret of the link in the mail: for this seat, this asking, and nothing else."""
    return signing.dumps({"nomination": nomination.pk, "asked": stamp(nomination)}, salt=LINK)


def link_of(nomination: Nomination) -> str:
    return reverse("programmes:nomination-answer", args=[token_of(nomination)])


def stamp(nomination: Nomination) -> str:
    return nomination.asked_at.isoformat() if nomination.asked_at else ""


def nomination_behind(token: str) -> Nomination | None:
    """The seat that a link leads to, whatever became of it; None for links that were never ours."""
    try:
        found = signing.loads(token, salt=LINK, max_age=LINK_LASTS)
    except signing.BadSignature:
        return None
    nomination = (
        Nomination.objects.select_related("event", "administration", "person")
        .filter(pk=found["nomination"])
        .first()
    )
    return nomination if nomination and stamp(nomination) == found["asked"] else None


@dataclass(frozen=True, slots=True)
class Alike:
    """Somebody else may be meant: `people` of the contact book that are written nearly the same."""

    people: list[Known]

    @property
    def names(self) -> str:
        return ", ".join(one.full_name for one in self.people)


def person_for(
    invitation: Invitation, values: dict[str, Any], *, book: Namesakes, is_other: bool = False
) -> Known | Alike | None:
    """Who of the contact book is meant by name and e-mail: that person, a question, or nobody yet.

    Raises ValidationError when the address belongs to somebody of another administration.
    """
    email = values.get("email", "").strip().lower()
    if email:
        if found := book.by_email.get(email):
            return found
        if Person.objects.filter(email__iexact=email).exists():
            raise ValidationError({"email": elsewhere(email)})
    given, family = values.get("given_name", ""), values.get("family_name", "")
    if is_other:
        return None
    if found := book.same(given, family):
        return found
    alike = book.alike(given, family)
    return Alike(alike) if alike else None


def elsewhere(email: str) -> str:
    return (
        _(
            "The address %s belongs to somebody of another organisation: an administration nominates "
            "its own people. Give the person's own address, or write to the regional office."
        )
        % email[:80]
    )


def refuse_stranger(invitation: Invitation, person: Person) -> None:
    if person.organisation_id != invitation.administration_id:
        raise ValidationError(
            _(
                "%(person)s does not belong to %(member)s: each administration nominates its own people."
            )
            % {"person": person.full_name, "member": invitation.administration.country_name}
        )


def open_to(invitation: Invitation, by) -> Invitation:
    """The invitation under lock, if `by` may nominate in it now. Raises PermissionDenied, StepRefused."""
    event = locked_event(invitation.event_id)
    invitation = (
        Invitation.objects.select_for_update(of=("self",))
        .select_related("event", "administration")
        .get(pk=invitation.pk)
    )
    if not invitation.allows(by, "programmes.nominate"):
        raise PermissionDenied
    refuse_closed(event)
    if invitation.status != InvitationStatus.OPEN:
        raise StepRefused(
            _("The invitation is “%s”: ask the regional office to open it again.")
            % invitation.get_status_display()
        )
    refuse_late(invitation, by)
    return invitation


@transaction.atomic
def nominate(
    invitation: Invitation, *, by, person: Person, rank: int | None = None, **details
) -> Nomination:
    """Put a person of the administration forward; the last rank unless one is given.

    More nominees than seats is no mistake: whoever is ranked below the seats is in reserve. Raises
    ValidationError when the person is of another administration or stands there already.
    """
    invitation = open_to(invitation, by)
    refuse_stranger(invitation, person)
    refuse_twice(invitation, person)
    last = invitation.nominations.live().aggregate(last=Max("rank"))["last"] or 0
    return create(
        invitation=invitation,
        event=invitation.event,
        administration=invitation.administration,
        person=person,
        rank=rank or last + 1,
        is_invented=invitation.event.is_invented and person.is_invented,
        created_by=by,
        updated_by=by,
        **details,
    )


def refuse_twice(invitation: Invitation, person: Person) -> None:
    is_there = Nomination.objects.filter(
        event=invitation.event_id, person=person, status__in=LIVE
    ).exists()
    if is_there:
        raise ValidationError(twice(person.full_name))


def twice(name: str) -> str:
    return _("%s stands among the nominees of this event already.") % name


def create(**values) -> Nomination:
    """One row; what somebody else was quicker with is told like everything that stands twice."""
    try:
        with transaction.atomic():
            return Nomination.objects.create(**values)
    except IntegrityError:
        raise ValidationError(twice(values["person"].full_name)) from None


@transaction.atomic
def add_person(invitation: Invitation, values: dict[str, Any], *, by) -> Person:
    """Put somebody new into the contact book of the administration."""
    return Person.objects.create(
        organisation=invitation.administration,
        is_invented=invitation.event.is_invented,
        created_by=by,
        updated_by=by,
        **{name: values[name] for name in PERSON_FIELDS if values.get(name)},
    )


@transaction.atomic
def remove_nominee(nomination: Nomination, *, by) -> Invitation:
    """Take somebody off a list that was not sent yet: as if never written."""
    invitation = nomination.invitation
    if invitation is None:
        raise StepRefused(_("Only nominees of an invitation can be removed."))
    invitation = open_to(invitation, by)
    deleted, _rows = Nomination.objects.filter(
        pk=nomination.pk, status=NominationStatus.NOMINATED
    ).delete()
    if not deleted:
        raise StepRefused(_("The office has decided on this nominee: withdraw it instead."))
    return invitation


@transaction.atomic
def rank_nominees(invitation: Invitation, order: dict[int, int], *, by) -> Invitation:
    """Set the ranks by the numbers given (id -> number); they are made 1, 2, 3 without gaps."""
    invitation = open_to(invitation, by)
    rows = list(invitation.nominations.live().order_by("rank", "pk"))
    rows.sort(key=lambda row: (order.get(row.pk, row.rank), row.rank, row.pk))
    for number, row in enumerate(rows, 1):
        if row.rank != number:
            Nomination.objects.filter(pk=row.pk).update(
                rank=number, updated_by=by, updated_at=timezone.now()
            )
    return invitation


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
    if person.organisation_id != old.administration_id:
        raise ValidationError(
            _(
                "%(person)s does not belong to %(member)s: each administration nominates its own people."
            )
            % {"person": person.full_name, "member": old.administration.country_name}
        )
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
    new.refresh_from_db()
    return new


def take_over(new: Nomination, had: str, place: int | None) -> None:
    """Give the newcomer the seat or the place on the waiting list of whoever goes."""
    if had in (NominationStatus.SELECTED, NominationStatus.CONFIRMED):
        new = NOMINATION.take(new, "select", by=None, by_link=True)
        ask_to_confirm(new, None)
    elif had == NominationStatus.WAITING:
        new = NOMINATION.take(new, "wait", by=None, by_link=True)
        new.waiting_position = place
        new.save(update_fields=["waiting_position"])


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


def in_order_of_rank(nominations):
    return nominations.order_by("administration__country_name", F("rank").asc(), "pk")
