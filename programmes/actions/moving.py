"""What changes for everybody when an event moves, is postponed or cancelled, and who is told."""

from datetime import date, time, timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from programmes.actions.surveys import keep_beats
from programmes.models import Event
from programmes.workflow import GATHERING, InvitationStatus, NominationStatus, ResourceStatus
from rocb.deadlines import local_today
from rocb.models import Person, User
from rocb.models.alphabet import az
from rocb.outbox import address_of, queue_mail
from rocb.roles import Role
from rocb.workflow import StepRefused

# Nominees who still wait, hold a seat or are on the list: what happens to the event matters to them.
IN_PLAY = (
    NominationStatus.NOMINATED,
    NominationStatus.WAITING,
    NominationStatus.OFFERED,
    NominationStatus.SELECTED,
    NominationStatus.CONFIRMED,
)


def concerned(event: Event) -> list[Person]:
    """Everybody whom a change of this event concerns, each once. Three queries.

    Coordinators of the members invited and of the host, nominees in play, resource persons.
    """
    invited = event.invitations.filter(
        status__in=[InvitationStatus.OPEN, InvitationStatus.ANSWERED]
    ).values("administration")
    current = User.objects.current(timezone.localdate()).filter(role=Role.COORDINATOR)
    users = current.filter(person__organisation__in=invited) | current.filter(
        person__organisation=event.host_id or 0
    )
    found = {user.person_id: user.person for user in users.select_related("person")}
    people = Person.objects.select_related("user")
    nominees = people.filter(nominations__event=event, nominations__status__in=IN_PLAY)
    speakers = people.filter(
        resource_places__event=event,
        resource_places__status__in=[ResourceStatus.ASKED, ResourceStatus.ACCEPTED],
    )
    for person in [*nominees.distinct(), *speakers.distinct()]:
        found.setdefault(person.pk, person)
    return sorted(found.values(), key=lambda person: (az(person.family_name), person.pk))


def receivers_of(event: Event, user) -> dict:
    """Who would get a mail now, for the preview: names, and who has no address."""
    people = [one for one in concerned(event) if one.pk != user.person_id]
    return {
        "count": sum(bool(address_of(one)) for one in people),
        "names": [one.full_name for one in people if address_of(one)],
        "missing": [one.full_name for one in people if not address_of(one)],
    }


def tell_all(event: Event, template: str, *, by, comment: str = "") -> None:
    """One mail to everybody concerned but the one who acted; once for each turn of the calendar."""
    for person in concerned(event):
        if address_of(person) and person.pk != by.person_id:
            queue_mail(
                key=f"{template}:{event.pk}:{event.calendar_turn}:{person.pk}",
                template=template,
                to=person,
                context={
                    "by": by.full_name,
                    "comment": comment,
                    "path": event.get_absolute_url() if person.has_signin() else "",
                },
                about=event,
                by=by,
            )


def turn(event: Event) -> None:
    """What calendars show has changed: the feed's SEQUENCE goes up by one."""
    Event.objects.filter(pk=event.pk).update(calendar_turn=F("calendar_turn") + 1)
    event.refresh_from_db(fields=["calendar_turn"])


def move_sessions(event: Event, by_days: timedelta) -> None:
    """The agenda keeps its place within the event. Raises ValidationError where it is too short."""
    event.sessions.update(on=F("on") + by_days)
    outside = event.sessions.exclude(on__range=(event.starts_on, event.ends_on)).count()
    if outside:
        raise ValidationError(
            ngettext(
                "%d session would lie outside the new days: take it out of the agenda first.",
                "%d sessions would lie outside the new days: take them out of the agenda first.",
                outside,
            )
            % outside
        )


def set_dates(event: Event, starts_on: date, ends_on: date, **more) -> None:
    """New first and last day; all that hangs on them moves along. Raises ValidationError."""
    if ends_on < starts_on:
        raise ValidationError(_("The event ends before it starts."))
    if ends_on < local_today(timezone.now(), event.time_zone):
        raise ValidationError(_("These days have passed: give days to come."))
    moved = starts_on - event.starts_on if event.starts_on else timedelta(0)
    event.starts_on, event.ends_on = starts_on, ends_on
    for name, value in more.items():
        setattr(event, name, value)
    event.save(update_fields=["starts_on", "ends_on", "updated_by", "updated_at", *more])
    move_sessions(event, moved)


@transaction.atomic
def move_event(
    event: Event,
    *,
    by,
    starts_on: date,
    ends_on: date,
    begins_at: time | None = None,
    finishes_at: time | None = None,
    place: str = "",
    comment: str = "",
) -> Event:
    """An announced event gets other days, hours or another place; everybody concerned is told once.

    Raises StepRefused where nothing would change or the event is not open, ValidationError for
    days that cannot be.
    """
    event = Event.objects.select_for_update(of=("self",)).get(pk=event.pk)
    if not event.allows(by, "programmes.run_event"):
        raise PermissionDenied
    if event.status not in GATHERING:
        raise StepRefused(
            _("The days cannot be changed while the event is “%s”.") % event.get_status_display()
        )
    names = ("starts_on", "ends_on", "begins_at", "finishes_at", "place")
    before = [getattr(event, name) for name in names]
    if before == [starts_on, ends_on, begins_at, finishes_at, place]:
        raise StepRefused(_("These are the days, hours and place that it has already."))
    if finishes_at and not begins_at:
        raise ValidationError({"begins_at": _("Say from what hour, too.")})
    event.updated_by = by
    set_dates(event, starts_on, ends_on, begins_at=begins_at, finishes_at=finishes_at, place=place)
    turn(event)
    keep_beats(event, by=by)
    tell_all(event, "event_moved", by=by, comment=comment)
    return event
