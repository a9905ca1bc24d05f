"""Who was asked to speak and has not answered."""

from django.db.models import CharField, F, QuerySet, Value
from django.db.models.functions import Concat
from django.utils.translation import gettext_lazy as _

from programmes.actions.resources import ASKING
from programmes.models import ResourcePerson
from programmes.workflow import ResourceStatus
from rocb.deadlines import OFFICE, DeadlineKind, owed


def places_to_answer(places: QuerySet) -> QuerySet:
    """The office watches: it asks again, or somebody else."""
    name = Concat(
        F("person__given_name"),
        Value(" "),
        F("person__family_name"),
        Value(", "),
        F("event__title"),
        output_field=CharField(),
    )
    return owed(
        places.filter(status=ResourceStatus.ASKED, event__status__in=ASKING).exclude(
            answer_by=None
        ),
        what=name,
        on="answer_by",
        office="event__office",
    )


KINDS = (
    DeadlineKind(
        "resource-answer",
        _("Resource person has not answered"),
        ResourcePerson,
        places_to_answer,
        OFFICE,
        "programmes:resource-place",
        "programmes.run_event",
        rungs=(0, 7),
    ),
)
