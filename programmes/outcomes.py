"""What came of an event, in the office's own pattern; counted from who attended, never typed."""

from dataclasses import dataclass

from django.contrib.postgres.aggregates import StringAgg
from django.db.models import Count, IntegerField, OuterRef, Q, QuerySet, Subquery, TextField
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from programmes.models import Event, Nomination, ResourcePerson
from programmes.workflow import NominationStatus, ResourceStatus
from rocb.models import Person


@dataclass(frozen=True, slots=True)
class Attendance:
    """How many came, without a name."""

    participants: int
    women: int
    men: int
    administrations: int


WOMEN = Q(person__gender=Person.Gender.WOMAN)
MEN = Q(person__gender=Person.Gender.MAN)


def attendance_of(event: Event) -> Attendance:
    """One query."""
    attended = Nomination.objects.filter(event=event, status=NominationStatus.ATTENDED)
    return Attendance(
        **attended.aggregate(
            participants=Count("pk"),
            women=Count("pk", filter=WOMEN),
            men=Count("pk", filter=MEN),
            administrations=Count("administration", distinct=True),
        )
    )


def homes_of_speakers(event: Event) -> list[str]:
    """The organisations that the resource persons came from; one query."""
    accepted = ResourcePerson.objects.filter(event=event, status=ResourceStatus.ACCEPTED)
    names = accepted.exclude(person__organisation=None).order_by("person__organisation__name__az")
    return list(names.values_list("person__organisation__name", flat=True).distinct())


def people_line(counts: Attendance) -> str:
    """28 participants (15 women, 13 men) from 20 administrations."""
    if not counts.participants:
        return _("No attendance is on record.")
    people = ngettext("%d participant", "%d participants", counts.participants)
    homes = ngettext("%d administration", "%d administrations", counts.administrations)
    return _("%(people)s (%(women)s, %(men)s) from %(homes)s") % {
        "people": people % counts.participants,
        "women": ngettext("%d woman", "%d women", counts.women) % counts.women,
        "men": ngettext("%d man", "%d men", counts.men) % counts.men,
        "homes": homes % counts.administrations,
    }


def counted(events: QuerySet) -> QuerySet:
    """Events with their attendance, resource persons and themes as columns: one query for a list."""

    def number(expression) -> Coalesce:
        rows = Nomination.objects.filter(event=OuterRef("pk"), status=NominationStatus.ATTENDED)
        count = rows.order_by().values("event").annotate(n=expression).values("n")
        return Coalesce(Subquery(count, output_field=IntegerField()), 0)

    def names(rows, key: str, path: str) -> Subquery:
        joined = StringAgg(path, ", ", distinct=True, order_by=path)
        found = rows.order_by().values(key).annotate(names=joined).values("names")
        return Subquery(found, output_field=TextField())

    speakers = ResourcePerson.objects.filter(event=OuterRef("pk"), status=ResourceStatus.ACCEPTED)
    themes = Event.themes.through.objects.filter(event=OuterRef("pk"))
    return events.annotate(
        participants=number(Count("pk")),
        women=number(Count("pk", filter=WOMEN)),
        men=number(Count("pk", filter=MEN)),
        homes=number(Count("administration", distinct=True)),
        speakers=names(speakers, "event", "person__organisation__name"),
        subjects=names(themes, "event", "theme__name"),
    )
