"""Letters about events and to resource persons: the button on each, and when one is stale."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from programmes.actions.resources import link_of
from programmes.models import Event, ResourcePerson
from programmes.workflow import GATHERING, EventStatus, ResourceStatus
from rocb import markup
from rocb.models import Mail
from rocb.outbox import Letter


def words_of(event: Event) -> dict[str, Any]:
    """Title, dates and place in the reader's language, as they are at the moment of sending."""
    return {
        "event": event.title,
        "dates": str(markup.days(event.starts_on, event.ends_on)) or str(_("dates to come")),
        "place": event.place or str(_("place to come")),
    }


def about_event(*statuses: str):
    """A context for letters about an event, while it is in one of these statuses."""

    def context(mail: Mail) -> dict[str, Any] | None:
        event = Event.objects.filter(pk=mail.object_id or 0, status__in=statuses).first()
        return words_of(event) if event else None

    return context


def about_place(*statuses: str):
    """A context for letters to and about somebody who was asked, while that is so."""

    def context(mail: Mail) -> dict[str, Any] | None:
        place = (
            ResourcePerson.objects.select_related("event", "person")
            .filter(pk=mail.object_id or 0, status__in=statuses)
            .first()
        )
        if place is None:
            return None
        words = {
            **words_of(place.event),
            "person": place.person.full_name,
            "subject_of": place.subject,
            "answer_by": str(markup.weekday(place.answer_by)),
        }
        if place.status == ResourceStatus.ASKED:
            words["path"] = link_of(place)
        return words

    return context


LETTERS = (
    Letter(
        "resource_asked",
        about_place(ResourceStatus.ASKED),
        gettext_lazy("Accept or decline"),
        is_open=True,
        is_secret=True,
    ),
    Letter(
        "resource_accepted",
        about_place(ResourceStatus.ACCEPTED),
        gettext_lazy("See the resource persons"),
    ),
    Letter(
        "resource_declined",
        about_place(ResourceStatus.DECLINED),
        gettext_lazy("Find somebody else"),
    ),
    Letter("resource_released", about_place(ResourceStatus.RELEASED), is_open=True),
    Letter("event_moved", about_event(*GATHERING), gettext_lazy("See the event"), is_open=True),
    Letter(
        "event_postponed",
        about_event(EventStatus.POSTPONED),
        gettext_lazy("See the event"),
        is_open=True,
    ),
    Letter(
        "event_cancelled",
        about_event(EventStatus.CANCELLED),
        gettext_lazy("See the event"),
        is_open=True,
    ),
)
