"""Resource persons and training centres on pages of the ground floor: desk and search."""

from django.contrib.postgres.search import SearchVector
from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from programmes.actions.resources import ASKING, link_of
from programmes.models import ResourcePerson, ResourceProfile, TrainingCentre
from programmes.workflow import ResourceStatus
from rocb import markup
from rocb.panels import Box, Waiting, boxes, waits
from rocb.search import Searchable, searchables


def asked(user) -> list:
    """Events that the reader is asked to speak at."""
    if user.person_id is None:
        return []
    places = ResourcePerson.objects.filter(
        person=user.person_id, status=ResourceStatus.ASKED, event__status__in=ASKING
    )
    return [waits(places, "resource-asked", what="event__title", on="answer_by", at="asked_at")]


def asked_line(row: Waiting) -> dict:
    return {
        "text": _("Will you speak at “%s”?") % row.what,
        "url": link_of(ResourcePerson(pk=row.id, asked_at=row.at)),
        "tag": ResourceStatus.ASKED.label,
        "tone": "info",
        "by": _("answer by %s") % markup.day(row.on) if row.on else "",
    }


SEARCHABLES = (
    Searchable(
        "resource-persons",
        gettext_lazy("Resource persons"),
        lambda user: (
            ResourceProfile.objects.visible_to(user)
            .select_related("person__organisation")
            .annotate(words=F("person__search"))
        ),
        "words",
        lambda one: (str(one), one.get_absolute_url(), str(one.person.organisation or "")),
        "programmes.view_resourceprofile",
    ),
    Searchable(
        "training-centres",
        gettext_lazy("Training centres"),
        lambda user: TrainingCentre.objects.visible_to(user).annotate(
            words=SearchVector("name", "city", "profile", config="simple")
        ),
        "words",
        lambda one: (one.name, one.get_absolute_url(), one.city),
        "programmes.view_trainingcentre",
    ),
)


def register() -> None:
    boxes.register(
        Box(
            "resource-asked",
            gettext_lazy("You are asked to speak"),
            "programmes.answer_resource",
            asked,
            asked_line,
        )
    )
    searchables.register(*SEARCHABLES)
