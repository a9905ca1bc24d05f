"""Who is on a mission on given days, or away."""

from datetime import date

from django.utils.translation import gettext as _

from missions.models import Absence, Mission, TeamMember
from missions.workflow import MissionStatus
from rocb import markup
from rocb.engaged import Commitment, engages


def on_mission(people, first, last, apart):
    places = TeamMember.objects.holding().filter(
        person__in=people, mission__starts_on__lte=last, mission__ends_on__gte=first
    )
    places = places.exclude(mission__status=MissionStatus.CANCELLED)
    if isinstance(apart, Mission):
        places = places.exclude(mission=apart.pk)
    return engages(
        places,
        "mission",
        person="person_id",
        text="mission__administration__country_name",
    )


def away(people, first, last, _apart):
    times = Absence.objects.filter(
        expert__person__in=people, from_on__lte=last, until_on__gte=first
    )
    return engages(times, "away", person="expert__person_id", text="until_on")


COMMITMENTS = (
    Commitment("mission", on_mission, lambda name: _("is on a mission to %s at that time") % name),
    Commitment(
        "away",
        away,
        lambda day: _("is away until %s") % markup.day(date.fromisoformat(day)),
    ),
)
