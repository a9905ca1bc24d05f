"""Nominating: people found in the contact book or added to it, put on the list, ranked, taken off."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from programmes.actions.invitations import locked_event, refuse_closed, refuse_late
from programmes.models import Invitation, Nomination
from programmes.namesakes import Known, Namesakes
from programmes.workflow import (
    LIVE,
    InvitationStatus,
    NominationStatus,
)
from rocb.addresses import add_people
from rocb.models import Administration, Person, User
from rocb.workflow import StepRefused

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


@dataclass(frozen=True, slots=True)
class Alike:
    """Somebody else may be meant: `people` of the contact book that are written nearly the same."""

    people: list[Known]

    @property
    def names(self) -> str:
        return ", ".join(one.full_name for one in self.people)


def person_for(
    values: dict[str, Any], *, by: User, book: Namesakes, is_other: bool = False
) -> Known | Alike | None:
    """Who of the contact book is meant by name and e-mail: that person, a question, or nobody yet.

    Raises ValidationError when the address belongs to somebody elsewhere whom `by` may see; whoever may
    not is told nothing, and the office settles it.
    """
    email = values.get("email", "").strip().lower()
    if email:
        if found := book.by_email.get(email):
            return found
        if Person.objects.visible_to(by).with_email(email).exists():
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


def refuse_stranger(member: Administration, person: Person) -> None:
    if person.organisation_id != member.pk:
        raise ValidationError(
            _(
                "%(person)s does not belong to %(member)s: each administration nominates its own people."
            )
            % {"person": person.full_name, "member": member.country_name}
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
    refuse_stranger(invitation.administration, person)
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
def add_person(
    member: Administration, values: dict[str, Any], *, by: User, is_invented: bool
) -> Person:
    """Put somebody new into the contact book of the administration."""
    (person,) = add_people([new_person(member, values, by=by, is_invented=is_invented)], by=by)
    return person


def new_person(
    member: Administration, values: dict[str, Any], *, by: User, is_invented: bool
) -> Person:
    return Person(
        organisation=member,
        is_invented=is_invented,
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
