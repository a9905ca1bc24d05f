"""A copy of an event for other days: its content, without its people."""

from datetime import date, timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction

from programmes.models import Event, EventSession
from programmes.workflow import EventStatus

COPIED = (
    "kind", "scope", "programme_id", "begins_at", "finishes_at", "time_zone", "host_id",
    "centre_id", "sponsor_id", "place", "languages", "capacity", "required_course", "offer_days",
    "summary",
)  # fmt: skip


@transaction.atomic
def copy_event(event: Event, *, by, title: str, starts_on: date) -> Event:
    """A new idea with the content of an old event: same length, agenda shifted, nobody invited."""
    if not event.allows(by, "programmes.change_event"):
        raise PermissionDenied
    length = timedelta(days=max(event.days - 1, 0))
    copy = Event.objects.create(
        office=event.office,
        title=title,
        starts_on=starts_on,
        ends_on=starts_on + length,
        cloned_from=event,
        status=EventStatus.IDEA,
        created_by=by,
        updated_by=by,
        **{name: getattr(event, name) for name in COPIED},
    )
    copy.themes.set(event.themes.all())
    copy.standards.set(event.standards.all())
    if event.starts_on:
        moved = starts_on - event.starts_on
        EventSession.objects.bulk_create(
            EventSession(
                event=copy,
                on=one.on + moved,
                begins_at=one.begins_at,
                ends_at=one.ends_at,
                title=one.title,
                notes=one.notes,
                created_by=by,
                updated_by=by,
            )
            for one in event.sessions.all()
        )
    return copy
