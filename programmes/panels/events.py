"""Events on pages of the ground floor: search."""

from django.utils.translation import gettext_lazy as _

from programmes.models import Event
from rocb import markup
from rocb.search import Searchable, searchables

SEARCHABLES = (
    Searchable(
        "events",
        _("Events"),
        lambda user: Event.objects.visible_to(user),
        "search",
        lambda event: (
            event.title,
            event.get_absolute_url(),
            ", ".join(
                part for part in (markup.days(event.starts_on, event.ends_on), event.place) if part
            ),
        ),
        "programmes.view_event",
    ),
)


def register() -> None:
    searchables.register(*SEARCHABLES)
