"""Invitations: how people get a sign-in. The only way in.

The token is derived from the secret key, the row and the moment it expires, so the outbox can put
it into the mail without anybody having stored it; the row holds its hash. Renewing an invitation
moves the moment, and the link before it is void.
"""

from datetime import date, timedelta
from hashlib import sha256

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from rocb.models import Administration, Invitation, Organisation, Person, User
from rocb.outbox import address_of, queue_mail
from rocb.post import officers_of, post_to, tell
from rocb.signins import (
    check_place,
    check_role,
    drop_second_step,
    manages,
    may_manage,
    places_open_to,
    signin_of,
)
from rocb.workflow import StepRefused

LASTS = timedelta(days=14)


def token_of(invitation: Invitation) -> str:
    """The secret of the link in the mail; for the moment of sending, never to be stored."""
    words = f"{invitation.person_id}:{invitation.email}:{invitation.expires_at.isoformat()}"
    return salted_hmac("rocb.invitation", words, algorithm="sha256").hexdigest()


def digest(token: str) -> str:
    return sha256(token.encode()).hexdigest()


def link_of(invitation: Invitation) -> str:
    return reverse("invitation", args=[token_of(invitation)])


def find(token: str, now) -> Invitation | None:
    """The open invitation that a link leads to; None for every other link, whatever the reason."""
    invitation = (
        Invitation.objects.select_related("person__organisation", "created_by__person")
        .filter(token_hash=digest(token))
        .first()
    )
    return invitation if invitation and invitation.is_open(now) else None


def renew(invitation: Invitation) -> None:
    """Another fourteen days, under a new token."""
    invitation.expires_at = timezone.now() + LASTS
    invitation.token_hash = digest(token_of(invitation))


def post(invitation: Invitation, by: User) -> None:
    """The link, to whom it is for. It names no administration: what members read of their own post
    must not tell a held invitation from another.
    """
    key = f"invitation:{invitation.pk}:{invitation.expires_at:%Y%m%d%H%M%S%f}"
    if invitation.is_held:
        post_held(invitation, key, by)
        return
    queue_mail(
        key=key,
        template="invitation",
        to=invitation.person,
        context={"expires": invitation.expires_at.isoformat()},
        about=invitation,
        by=by,
    )


def post_held(invitation: Invitation, key: str, by: User) -> None:
    """The office can set it right, and whoever has the address learns who asked for them."""
    member = Administration.objects.get(people=invitation.person)
    words = {
        "member": lambda: member.country_name,
        "email": invitation.email,
        "role": invitation.role,
    }
    told = {"about": member, "administration": None, "by": by}
    page = reverse("office-invitation", args=[invitation.pk])
    tell(officers_of(member), "invitation_held", key, path=page, **told, **words)
    signed_in = User.objects.filter(email__iexact=invitation.email).select_related("person").first()
    owner = signed_in.person if signed_in else Person.objects.with_email(invitation.email).first()
    if owner is not None:
        post_to([owner], "invitation_known", f"{key}:known", path="/", **told, **words)


def may_invite(by: User) -> bool:
    return by.has_perm("rocb.invite_user") or by.has_perm("rocb.manage_own_users")


def is_elsewhere(by: User, email: str, organisation: Organisation | None) -> bool:
    """Whether a member invites an address that belongs to somebody elsewhere.

    It is not told so: it reads what it reads of every other address, and the invitation is held.
    """
    if by.has_perm("rocb.invite_user"):
        return False
    place = organisation and organisation.pk
    people = Person.objects.with_email(email).exclude(organisation=place)
    users = User.objects.filter(email__iexact=email).exclude(person__organisation=place)
    return people.exists() or users.exists()


def stranger(by: User, email: str, names: dict) -> Person:
    """Whom a held invitation is for: the own entry under that address, which is somebody else's."""
    named = Person.objects.filter(organisation=names["organisation"], email__iexact=email)
    return named.first() or Person.objects.create(
        **names, email=email, has_others_email=True, created_by=by, updated_by=by
    )


def invited_person(by: User, email: str, names: dict) -> Person:
    """The person of the contact book with this address, else a new one.

    `names` are given_name, family_name and organisation. Whoever signs in already is refused.
    """
    organisation = names["organisation"]
    person = Person.objects.with_email(email).select_for_update(of=("self",)).first()
    if User.objects.filter(email__iexact=email).exclude(person=person).exists():
        raise ValidationError({"email": _("This address signs in already.")})
    if person is None:
        return Person.objects.create(**names, email=email, created_by=by, updated_by=by)
    if person.organisation_id is None and by.has_perm("rocb.invite_user"):
        person.organisation, person.updated_by = organisation, by
        person.save()
    elif person.organisation_id != (organisation and organisation.pk):
        raise ValidationError(
            {
                "email": _(
                    "In the contact book this address belongs to another organisation. "
                    "The regional office can set that right."
                )
            }
        )
    check_no_signin(person, email, by)
    return person


def check_no_signin(person: Person, email: str, by: User) -> None:
    """Somebody whose sign-in has ended may be invited anew, under a new address too."""
    user = signin_of(person)
    if user is None:
        return
    if user.is_current(timezone.now()):
        raise ValidationError({"email": _("This person signs in already.")})
    if not may_manage(by, user):
        raise ValidationError({"email": _("This person's sign-in is not yours to renew.")})
    user.email = email
    user.save(update_fields=["email"])


def check_may_invite(by: User, role: str, organisation: Organisation | None) -> None:
    """Whether `by` may give this role in this place. Raises PermissionDenied, ValidationError."""
    if not may_invite(by):
        raise PermissionDenied
    check_role(by, role)
    try:
        check_place(role, organisation)
    except ValidationError as error:
        raise ValidationError({"organisation": error.messages}) from error
    if organisation and not places_open_to(by).filter(pk=organisation.pk).exists():
        raise ValidationError({"organisation": _("This organisation is not yours to invite for.")})


@transaction.atomic
def invite(
    *,
    by: User,
    email: str,
    role: str,
    organisation: Organisation | None,
    given_name: str = "",
    family_name: str = "",
    ends_on: date | None = None,
) -> Invitation:
    """Invite somebody to sign in; the mail leaves through the outbox.

    An open invitation to the same person is replaced. A member's invitation to an address that
    belongs elsewhere is held: no link goes out, and the office is told. Raises PermissionDenied, or
    ValidationError with the field that is wrong.
    """
    check_may_invite(by, role, organisation)
    if ends_on and ends_on < timezone.localdate():
        raise ValidationError({"ends_on": _("This day has passed.")})
    email = User.objects.normalize_email(email).lower()
    names = {
        "given_name": given_name,
        "family_name": family_name or email.partition("@")[0],
        "organisation": organisation,
    }
    is_held = is_elsewhere(by, email, organisation)
    person = (stranger if is_held else invited_person)(by, email, names)
    person.invitations.filter(accepted_at=None, withdrawn_at=None).update(
        withdrawn_at=timezone.now()
    )
    invitation = Invitation(
        person=person,
        email=email,
        role=role,
        ends_on=ends_on,
        is_held=is_held,
        created_by=by,
        updated_by=by,
    )
    renew(invitation)
    invitation.save()
    post(invitation, by)
    return invitation


def locked(invitation: Invitation, by: User) -> Invitation:
    """The invitation under lock, if it still waits and is `by`'s to handle."""
    found = (
        Invitation.objects.select_for_update(of=("self",))
        .select_related("person__organisation")
        .get(pk=invitation.pk)
    )
    if not by.has_perm(manages(by)) or not Invitation.objects.visible_to(by).filter(pk=found.pk):
        raise PermissionDenied
    check_role(by, found.role)
    if found.accepted_at or found.withdrawn_at:
        raise StepRefused(_("This invitation was accepted or withdrawn meanwhile."))
    return found


@transaction.atomic
def withdraw(invitation: Invitation, *, by: User) -> Invitation:
    """Void the link. Raises StepRefused, PermissionDenied, ValidationError."""
    invitation = locked(invitation, by)
    invitation.withdrawn_at, invitation.updated_by = timezone.now(), by
    invitation.save()
    return invitation


@transaction.atomic
def send_again(invitation: Invitation, *, by: User) -> Invitation:
    """A new link for another fourteen days; the one before is void. Raises as `withdraw`."""
    invitation = locked(invitation, by)
    if not invitation.is_held and address_of(invitation.person).lower() != invitation.email:
        raise StepRefused(_("The address in the contact book has changed: invite anew."))
    renew(invitation)
    invitation.updated_by = by
    invitation.save()
    post(invitation, by)
    return invitation


@transaction.atomic
def accept(invitation: Invitation, *, password: str) -> User:
    """Make the sign-in, or renew one that has ended. Raises StepRefused when the link is void."""
    invitation = (
        Invitation.objects.select_for_update(of=("self",))
        .select_related("person__organisation")
        .get(pk=invitation.pk)
    )
    now = timezone.now()
    if not invitation.is_open(now):
        raise StepRefused(_("This link has been used, or is no longer valid."))
    check_place(invitation.role, invitation.person.organisation)
    user = signin_of(invitation.person) or User(person=invitation.person)
    user.email, user.role = invitation.email, invitation.role
    user.starts_on, user.ends_on = timezone.localdate(now), invitation.ends_on
    user.is_active = True
    user.set_password(password)
    user.save()
    # A sign-in that comes back starts afresh, with the phone of today.
    drop_second_step(user)
    invitation.accepted_at = now
    invitation.save()
    return user
