"""Where an event is to be held: one of the region's own training centres."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from programmes.fitting import fits
from programmes.models import Event
from programmes.workflow import EventStatus
from rocb.models import Organisation
from rocb.workflow import StepRefused

# The place of an event is still looked for.
FINDING_A_PLACE = (EventStatus.IDEA, EventStatus.PLANNED)


def refuse_settled(event: Event) -> None:
    """Raise StepRefused once an event was announced: its place changes where everybody is told."""
    if event.status not in FINDING_A_PLACE:
        raise StepRefused(
            _("The place is settled: the event is “%s”.") % event.get_status_display()
        )


@transaction.atomic
def take_centre(event: Event, centre_id: int, *, by, version: str) -> Event:
    """Plan an event at a centre; host and place follow where nothing is said.

    `version` is that of the event when the centres were shown. Raises StepRefused when somebody has
    changed it since, when its place is settled, or when the centre does not fit (any more).
    """
    event = Event.objects.select_for_update(of=("self",)).get(pk=event.pk)
    if not event.allows(by, "programmes.change_event"):
        raise PermissionDenied
    refuse_settled(event)
    if version != event.updated_at.isoformat():
        raise StepRefused(
            _("Somebody has changed the event meanwhile: look at it again, then take a centre.")
        )
    fitting = {one.centre.pk: one.centre for one in fits(event, by) if not one.obstacles}
    centre = fitting.get(centre_id)
    if centre is None:
        raise StepRefused(_("This centre cannot be taken: see why below."))
    event.centre = centre
    event.host = event.host or Organisation.objects.get(pk=centre.run_by_id)
    event.place = event.place or centre.city
    event.updated_by = by
    event.save(update_fields=["centre", "host", "place", "updated_by", "updated_at"])
    return event
