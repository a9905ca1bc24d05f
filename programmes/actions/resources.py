"""Resource persons: asked by mail, answered through a link or the portal, released."""

from datetime import timedelta

from django.core import signing
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from programmes.models import Event, ResourcePerson
from programmes.workflow import RESOURCE, EventStatus, ResourceStatus
from rocb.engaged import engaged
from rocb.models import Person, User
from rocb.post import post_to, tell
from rocb.roles import OFFICE_ROLES, Role
from rocb.workflow import StepRefused

LINK = "programmes.resource"
LINK_LASTS = timedelta(days=60)
# While an event stands so, people can be asked to speak and can answer.
ASKING = (
    EventStatus.PLANNED,
    EventStatus.ANNOUNCED,
    EventStatus.CONFIRMED,
    EventStatus.POSTPONED,
)


def stamp(place: ResourcePerson) -> str:
    return place.asked_at.isoformat() if place.asked_at else ""


def token_of(place: ResourcePerson) -> str:
    """The secret of the link in the mail: for this place, this asking, and nothing else."""
    return signing.dumps({"place": place.pk, "asked": stamp(place)}, salt=LINK)


def link_of(place: ResourcePerson) -> str:
    return reverse("programmes:resource-answer", args=[token_of(place)])


def resource_behind(token: str) -> ResourcePerson | None:
    """The place that a link leads to while it waits for an answer; None for every other link."""
    try:
        found = signing.loads(token, salt=LINK, max_age=LINK_LASTS)
    except signing.BadSignature:
        return None
    place = (
        ResourcePerson.objects.select_related("event__office", "person")
        .filter(pk=found["place"], status=ResourceStatus.ASKED, event__status__in=ASKING)
        .first()
    )
    return place if place and stamp(place) == found["asked"] else None


def office_of(event: Event, asked_by: User | None = None) -> list[User]:
    """Who of the office is told: who asked, while still there, else its heads."""
    current = User.objects.current(timezone.localdate()).select_related("person")
    if asked_by is not None:
        same = list(current.filter(pk=asked_by.pk, role__in=OFFICE_ROLES))
        if same:
            return same
    return list(current.filter(role=Role.HEAD, person__organisation=event.office_id))


def engaged_elsewhere(event: Event, person: Person) -> str:
    """What else somebody has on the days of an event, as the rest of a sentence; empty for nothing."""
    found = engaged([person.pk], event.starts_on, event.ends_on, apart=event)
    return found.get(person.pk, "")


def helped_by(event: Event) -> set[int | None]:
    """The administrations that an event is there to help: their own people are not its experts.

    Those whose requests it answers, and the host of a national one. One query.
    """
    found: set[int | None] = set(event.assistance_requests.values_list("administration", flat=True))
    if event.scope == Event.Scope.NATIONAL:
        found.add(event.host_id)
    return found - {None}


def check_asking(event: Event) -> None:
    if event.status not in ASKING:
        raise StepRefused(
            _("Nobody can be asked while the event is “%s”.") % event.get_status_display()
        )


@transaction.atomic
def ask_resource(
    event: Event, person: Person, *, by, subject: str = "", answer_by=None
) -> ResourcePerson:
    """Ask somebody to speak or help at an event; the person gets a mail with a link.

    Raises ValidationError where the person was asked already, is of the administration that is
    helped, is elsewhere on those days or has no address; StepRefused when the event is over, cancelled
    or no more than an idea.
    """
    event = Event.objects.select_for_update(of=("self",)).get(pk=event.pk)
    if not event.allows(by, "programmes.run_event"):
        raise PermissionDenied
    check_asking(event)
    if not Person.objects.visible_to(by).filter(pk=person.pk).exists():
        raise PermissionDenied
    refuse_hindered(event, person)
    place = ResourcePerson.objects.create(
        event=event,
        person=person,
        subject=subject,
        asked_at=timezone.now(),
        answer_by=answer_by,
        created_by=by,
        updated_by=by,
    )
    post_to(
        [person],
        "resource_asked",
        f"resource_asked:{place.pk}:{stamp(place)}",
        about=place,
        administration=None,
        by=by,
    )
    return place


def refuse_hindered(event: Event, person: Person) -> None:
    names = {"name": person.full_name}
    if event.resource_persons.holding().filter(person=person).exists():
        raise ValidationError(_("%(name)s has been asked already.") % names)
    if not person.email:
        raise ValidationError(
            _("%(name)s has no e-mail address: write one into the contact book first.") % names
        )
    if person.organisation_id in helped_by(event):
        raise ValidationError(
            _(
                "%(name)s belongs to the administration that is helped: ask somebody of another "
                "administration."
            )
            % names
        )
    if why := engaged_elsewhere(event, person):
        raise ValidationError(_("%(name)s %(why)s.") % {**names, "why": why})


def answered(place: ResourcePerson, step: str, by, comment: str) -> ResourcePerson:
    place = RESOURCE.take(place, step, by=by, comment=comment, by_link=by is None)
    place.answered_at = timezone.now()
    place.save(update_fields=["answered_at"])
    return place


@transaction.atomic
def accept_resource(place: ResourcePerson, *, by=None, comment: str = "") -> ResourcePerson:
    """The person will come. `by` is None when a link was followed. The office is told.

    Raises StepRefused when the event came to nothing, or the person is elsewhere on those days by now.
    """
    event = Event.objects.select_for_update(of=("self",)).get(pk=place.event_id)
    check_asking(event)
    if why := engaged_elsewhere(event, place.person):
        raise StepRefused(
            _("%(name)s %(why)s. Decline one of the two.")
            % {"name": place.person.full_name, "why": why}
        )
    place = answered(place, "accept", by, comment)
    tell_office(place, "resource_accepted", by, comment)
    return place


@transaction.atomic
def decline_resource(place: ResourcePerson, *, by=None, comment: str = "") -> ResourcePerson:
    """The person does not come; the office is told why, if the person says so."""
    if by is None and not comment.strip():
        comment = _("No reason was given.")
    place = answered(place, "decline", by, comment)
    place.sessions.clear()
    tell_office(place, "resource_declined", by, comment)
    return place


@transaction.atomic
def release_resource(place: ResourcePerson, *, by, comment: str = "") -> ResourcePerson:
    """The office takes a place back; the person is told why, and leaves the agenda."""
    place = RESOURCE.take(place, "release", by=by, comment=comment)
    place.sessions.clear()
    post_to(
        [place.person],
        "resource_released",
        f"resource_released:{place.pk}:{place.updated_at.timestamp():.0f}",
        about=place,
        administration=None,
        by=by,
        comment=comment,
        path="",
    )
    return place


def tell_office(place: ResourcePerson, template: str, by, comment: str) -> None:
    tell(
        office_of(place.event, place.created_by),
        template,
        f"{template}:{place.pk}:{place.updated_at.timestamp():.0f}",
        about=place,
        administration=None,
        by=by,
        comment=comment,
        path=reverse("programmes:event-resources", args=[place.event_id]),
    )
