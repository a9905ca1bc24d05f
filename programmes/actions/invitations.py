"""Invitations: administrations are asked, answer or decline, and may be asked again."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from programmes.models import Event, Invitation
from programmes.workflow import INVITATION, NOMINATION, InvitationStatus, NominationStatus
from rocb import markup
from rocb.deadlines import local_today
from rocb.models import Administration, User
from rocb.post import officers_of, tell, users_of
from rocb.roles import Role
from rocb.workflow import StepRefused

ANSWERERS = (Role.COORDINATOR, Role.EXECUTIVE)


def locked_event(event_id: int) -> Event:
    """The event under lock: whoever changes who comes to it waits here for the one before.

    Always taken before the rows of nominations, so that two of them never wait for each other.
    """
    return Event.objects.select_for_update(of=("self",)).get(pk=event_id)


def refuse_closed(event: Event) -> None:
    """Raise StepRefused unless people can still be invited, nominated, selected."""
    if not event.is_open:
        raise StepRefused(
            _("Nothing can be changed here while the event is “%s”.") % event.get_status_display()
        )
    if has_begun(event):
        raise StepRefused(_("The event has begun: who came is recorded as attendance."))


def has_begun(event: Event) -> bool:
    """Whether its first day has come where it takes place."""
    return bool(event.starts_on and event.starts_on <= local_today(timezone.now(), event.time_zone))


def is_late(invitation: Invitation) -> bool:
    """Whether the last day for answers is over where the member lives."""
    zone = invitation.administration.time_zone
    return invitation.respond_by < local_today(timezone.now(), zone)


def refuse_late(invitation: Invitation, by) -> None:
    """A member answers by the day that was set; the office may enter what came by mail later."""
    if by is not None and by.is_member and is_late(invitation):
        raise StepRefused(
            _(
                "Answers were wanted by %(day)s. Ask the regional office to give you more time, or "
                "send it the names by mail."
            )
            % {"day": markup.weekday(invitation.respond_by)}
        )


@dataclass(frozen=True, slots=True)
class Reached:
    """Who would be written to: members that have a sign-in, and those that nobody can be told."""

    members: list[Administration]
    users: list[User]
    missing: list[str]


def receivers_of(members: Iterable[Administration]) -> Reached:
    """The coordinators of several members, and the members without any; one query."""
    members = list(members)
    users = list(
        User.objects.current(timezone.localdate())
        .filter(person__organisation__in=[one.pk for one in members], role=Role.COORDINATOR)
        .select_related("person")
        .order_by("person__family_name__az", "pk")
    )
    reached = {user.organisation_id for user in users if user.email}
    return Reached(members, users, [one.country_name for one in members if one.pk not in reached])


@transaction.atomic
def invite_members(
    event: Event,
    members: Iterable[Administration],
    *,
    by,
    seats: int,
    respond_by: date,
    message: str = "",
) -> list[Invitation]:
    """Invite those of `members` that are not invited yet; their coordinators get one mail each.

    Asking twice invites and writes once. A member whose invitation was taken back is left alone.
    Raises StepRefused when the event is not open, ValidationError when the day does not fit.
    """
    event = locked_event(event.pk)
    if not event.allows(by, "programmes.invite_members"):
        raise PermissionDenied
    refuse_closed(event)
    check_respond_by(event, respond_by)
    invited = set(event.invitations.values_list("administration", flat=True))
    made = Invitation.objects.bulk_create(
        Invitation(
            event=event,
            administration=member,
            seats=seats,
            respond_by=respond_by,
            message=message,
            created_by=by,
            updated_by=by,
        )
        for member in members
        if member.pk not in invited
    )
    coordinators: dict[int | None, list[User]] = {}
    for user in receivers_of(one.administration for one in made).users:
        coordinators.setdefault(user.organisation_id, []).append(user)
    for invitation in made:
        users = coordinators.get(invitation.administration_id, [])
        write(invitation, users, "event_invitation", by)
    return made


def check_respond_by(event: Event, day: date) -> None:
    """Answers are wanted from today on, and before the event begins."""
    if day < timezone.localdate():
        raise ValidationError({"respond_by": _("This day has passed.")})
    if event.starts_on and day >= event.starts_on:
        raise ValidationError(
            {
                "respond_by": _("Answers are wanted before the event begins, on %s.")
                % markup.weekday(event.starts_on)
            }
        )


def write(invitation: Invitation, users, template: str, by, key: str = "", **context) -> None:
    """One mail about an invitation to each of `users`."""
    tell(
        users,
        template,
        f"{template}:{invitation.pk}{key}",
        about=invitation,
        administration=invitation.administration,
        by=by,
        **context,
    )


def office_of(invitation: Invitation) -> list[User]:
    return officers_of(invitation.administration)


def turn_of(invitation: Invitation) -> str:
    """Makes the key of a letter new for each time a step was taken."""
    return f":{invitation.updated_at.timestamp():.3f}"


@transaction.atomic
def answer_invitation(invitation: Invitation, *, by, comment: str = "") -> Invitation:
    """The member sends its nominees; the office reads them from now on.

    Raises StepRefused without a nominee, after the last day (for members), or after selection closed.
    """
    event = locked_event(invitation.event_id)
    invitation = INVITATION.take(invitation, "answer", by=by, comment=comment)
    refuse_closed(event)
    refuse_late(invitation, by)
    if not invitation.nominations.filter(status=NominationStatus.NOMINATED).exists():
        raise StepRefused(_("Nominate at least one person, or say that nobody can come."))
    invitation.answered_at = timezone.now()
    invitation.save(update_fields=["answered_at"])
    number = invitation.nominations.live().count()
    write(
        invitation,
        office_of(invitation),
        "invitation_answered",
        by,
        turn_of(invitation),
        comment=comment,
        number=number,
    )
    return invitation


@transaction.atomic
def decline_invitation(invitation: Invitation, *, by, comment: str = "") -> Invitation:
    """Nobody comes. What was put together but not sent is withdrawn with it."""
    event = locked_event(invitation.event_id)
    invitation = INVITATION.take(invitation, "decline", by=by, comment=comment)
    refuse_closed(event)
    refuse_late(invitation, by)
    if invitation.nominations.seated().exists():
        raise StepRefused(_("Somebody has a seat already: withdraw that nominee first."))
    withdraw_unselected(invitation, by, comment)
    invitation.answered_at = timezone.now()
    invitation.save(update_fields=["answered_at"])
    write(
        invitation,
        office_of(invitation),
        "invitation_declined",
        by,
        turn_of(invitation),
        comment=comment,
    )
    return invitation


def withdraw_unselected(invitation: Invitation, by, comment: str) -> None:
    """Nominees on whom nothing was decided go with their invitation."""
    for nomination in invitation.nominations.filter(status=NominationStatus.NOMINATED):
        NOMINATION.take(nomination, "withdraw", by=by, comment=comment)


@transaction.atomic
def reopen_invitation(invitation: Invitation, *, by, comment: str = "") -> Invitation:
    """The member may add or change nominees again; it is told."""
    event = locked_event(invitation.event_id)
    invitation = INVITATION.take(invitation, "reopen", by=by, comment=comment)
    refuse_closed(event)
    users = users_of(invitation.administration, *ANSWERERS)
    write(invitation, users, "invitation_reopened", by, turn_of(invitation), comment=comment)
    return invitation


@transaction.atomic
def cancel_invitation(invitation: Invitation, *, by, comment: str = "") -> Invitation:
    """The office takes an invitation back that was not answered; the member is told why."""
    locked_event(invitation.event_id)
    invitation = INVITATION.take(invitation, "cancel", by=by, comment=comment)
    withdraw_unselected(invitation, by, comment)
    users = users_of(invitation.administration, *ANSWERERS)
    write(invitation, users, "invitation_cancelled", by, turn_of(invitation), comment=comment)
    return invitation


@transaction.atomic
def change_invitation(invitation: Invitation, *, by, **values) -> Invitation:
    """Other seats, another day or message. A later day is told, and starts the reminders anew.

    Raises ValidationError when the day does not fit, StepRefused when the event is closed.
    """
    event = locked_event(invitation.event_id)
    invitation = Invitation.objects.select_for_update(of=("self",)).get(pk=invitation.pk)
    if not invitation.allows(by, "programmes.invite_members"):
        raise PermissionDenied
    refuse_closed(event)
    before = invitation.respond_by
    if values["respond_by"] != before:
        check_respond_by(event, values["respond_by"])
    for name, value in values.items():
        setattr(invitation, name, value)
    invitation.updated_by = by
    invitation.save()
    if invitation.respond_by != before and invitation.status == InvitationStatus.OPEN:
        users = users_of(invitation.administration, *ANSWERERS)
        write(
            invitation,
            users,
            "invitation_extended",
            by,
            f":{invitation.respond_by}",
            respond_by_on=invitation.respond_by.isoformat(),
        )
    return invitation
