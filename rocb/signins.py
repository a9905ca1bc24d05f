"""Who may give, change and end whose sign-in. Nobody raises anybody above oneself."""

from datetime import date

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from knox.models import AuthToken

from rocb.models import DataRequest, Organisation, Person, User
from rocb.roles import MEMBER_ROLES, OFFICE_ROLES, Role
from rocb.workflow import StepRefused

OUTSIDE_ROLES = MEMBER_ROLES | {Role.DONOR, Role.EXPERT}


def roles_open_to(user) -> frozenset[str]:
    """The roles that `user` may give, and whose sign-ins `user` may change."""
    if user.is_superuser or user.role == Role.ADMINISTRATOR:
        return frozenset(Role.values)
    if user.role == Role.HEAD:
        return OUTSIDE_ROLES | OFFICE_ROLES
    if user.has_perm("rocb.invite_user"):
        return OUTSIDE_ROLES
    if user.has_perm("rocb.manage_own_users"):
        return MEMBER_ROLES
    return frozenset()


def manages(user) -> str:
    """The permission under which `user` manages sign-ins."""
    return "rocb.manage_own_users" if user.is_member else "rocb.manage_users"


def may_manage(user, other) -> bool:
    """Whether `user` may change the sign-in `other`; never one's own."""
    return bool(
        other.pk != user.pk
        and other.allows(user, manages(user))
        and other.role in roles_open_to(user)
        and User.objects.visible_to(user).filter(pk=other.pk).exists()
    )


def places_open_to(user):
    """The organisations for which `user` may give sign-ins."""
    if user.is_superuser or user.role == Role.ADMINISTRATOR:
        return Organisation.objects.all()
    if user.is_office:
        # The members of the own region, the own office, and parties that belong to no region.
        return Organisation.objects.filter(
            Q(administration__region=user.region_id)
            | Q(pk=user.organisation_id)
            | Q(administration=None, office=None)
        )
    return Organisation.objects.filter(pk=user.organisation_id)


def check_place(role: str, organisation: Organisation | None) -> None:
    """A role only makes sense in its kind of organisation. Raises ValidationError."""
    is_member = organisation is not None and hasattr(organisation, "administration")
    is_office = organisation is not None and hasattr(organisation, "office")
    if role in MEMBER_ROLES and not is_member:
        raise ValidationError(_("This role belongs to a customs administration: choose one."))
    if role in OFFICE_ROLES and not is_office:
        raise ValidationError(_("This role belongs to a regional office: choose one."))
    if role == Role.DONOR and (organisation is None or is_member or is_office):
        raise ValidationError(_("This role belongs to a donor: choose the organisation."))


def check_role(by, role: str) -> None:
    if role not in roles_open_to(by):
        raise ValidationError(_("This role is not yours to give."))


def locked(user: User, by: User) -> User:
    """The sign-in under lock, if `by` may change it. Raises PermissionDenied."""
    found = User.objects.select_for_update(of=("self",)).select_related("person").get(pk=user.pk)
    if not may_manage(by, found):
        raise PermissionDenied
    return found


@transaction.atomic
def change_signin(user: User, *, by: User, role: str, ends_on: date | None) -> User:
    """Give another role or another last day.

    Raises ValidationError for a role that `by` may not give or that does not fit the organisation,
    PermissionDenied for a sign-in that is not `by`'s to change.
    """
    user = locked(user, by)
    if role != user.role:
        check_role(by, role)
        check_place(role, user.person.organisation)
    if ends_on and ends_on < user.starts_on:
        raise ValidationError({"ends_on": _("The sign-in would end before it starts.")})
    user.role, user.ends_on = role, ends_on
    user.save(update_fields=["role", "ends_on"])
    if not user.is_current(timezone.now()):
        close_doors(user)
    return user


@transaction.atomic
def block(user: User, *, by: User) -> User:
    """Stop a sign-in at once: sessions, tokens and the calendar address end with it."""
    user = locked(user, by)
    if not user.is_active:
        raise StepRefused(_("This sign-in is blocked already."))
    user.is_active = False
    user.save(update_fields=["is_active"])
    close_doors(user)
    return user


@transaction.atomic
def unblock(user: User, *, by: User) -> User:
    """Open a blocked sign-in again, with the password it had."""
    user = locked(user, by)
    if user.is_active:
        raise StepRefused(_("This sign-in is not blocked."))
    if user.person.data_requests.filter(kind=DataRequest.Kind.ERASED).exists():
        raise StepRefused(_("This person was erased: invite them anew."))
    user.is_active = True
    user.save(update_fields=["is_active"])
    return user


@transaction.atomic
def forget_second_step(user: User, *, by: User) -> User:
    """For somebody who lost phone and codes: the next sign-in is by password alone."""
    user = locked(user, by)
    if not drop_second_step(user):
        raise StepRefused(_("There is no second step to take away."))
    return user


def drop_second_step(user: User) -> bool:
    """Take every second factor away, and what is signed in by it; whether there was one."""
    end_sessions(user)
    return bool(Authenticator.objects.filter(user=user).delete()[0])


def close_doors(user: User) -> None:
    """End everything that is open in the name of this sign-in."""
    end_sessions(user)
    AuthToken.objects.filter(user=user).delete()
    User.objects.filter(pk=user.pk).update(calendar_key_hash="")


def end_sessions(user: User) -> None:
    for session in UserSession.objects.filter(user=user):
        session.end()


def signin_of(person: Person) -> User | None:
    """The sign-in of a person, current or not."""
    return User.objects.filter(person=person).first()
