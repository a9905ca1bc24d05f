"""Experts on pages of the ground floor: who is asked to join a mission, search."""

from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from missions.actions.teams import link_of
from missions.models import Expert, TeamMember
from missions.workflow import PlaceStatus
from rocb import markup
from rocb.panels import Box, Waiting, waits
from rocb.search import Searchable


def asked(user) -> list:
    """Missions that the reader is asked to join."""
    if user.person_id is None:
        return []
    places = TeamMember.objects.filter(person=user.person_id, status=PlaceStatus.ASKED)
    member = "mission__administration__country_name"
    return [waits(places, "asked", what=member, tag="role", on="answer_by", at="asked_at")]


def asked_line(row: Waiting) -> dict:
    return {
        "text": _("Will you join the mission to %s?") % row.what,
        "url": link_of(TeamMember(pk=row.id, asked_at=row.at)),
        "tag": TeamMember.Role(row.tag).label,
        "tone": "info",
        "by": _("answer by %s") % markup.day(row.on) if row.on else "",
    }


BOXES = (
    Box(
        "asked",
        gettext_lazy("You are asked to join"),
        "missions.answer_place",
        rows=asked,
        line=asked_line,
    ),
)


SEARCHABLES = (
    Searchable(
        "experts",
        gettext_lazy("Experts"),
        lambda user: (
            Expert.objects.visible_to(user)
            .select_related("person", "administration")
            .annotate(words=F("person__search"))
        ),
        "words",
        lambda one: (
            str(one),
            one.get_absolute_url(),
            one.administration.country_name if one.administration else "",
        ),
        "missions.view_expert",
    ),
)
