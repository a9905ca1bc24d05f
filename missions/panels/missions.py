"""Missions on pages of the ground floor: member page, search, handing over."""

from django.contrib.postgres.search import SearchVector
from django.urls import reverse
from django.utils.dateparse import parse_date
from django.utils.translation import gettext_lazy as _

from missions.models import Mission
from missions.workflow import ENDED, MissionStatus
from rocb import markup
from rocb.handover import OpenWork
from rocb.panels import Found, RecordPanel, finds
from rocb.search import Searchable

MOST = 8  # on a member's page


def missions_of(user, member) -> list:
    """A member's missions, the newest first."""
    rows = Mission.objects.visible_to(user).filter(administration=member.pk)
    told = ("starts_on", "ends_on", "phase", "status")
    return [finds(rows.order_by("-starts_on", "-pk"), "missions", *told)[:MOST]]


def missions_panel(user, member, found: list[Found]) -> dict:
    # One without a date is still to come, and stands first.
    found.sort(key=lambda row: (row.names[0] or "9", row.id), reverse=True)
    may_ask = user.has_perm("missions.change_mission") or user.has_perm("missions.request_mission")
    new = f"{reverse('missions:mission-create')}?administration={member.pk}"
    return {"missions": [mission_line(row) for row in found], "new_url": new if may_ask else ""}


def mission_line(row: Found) -> dict:
    starts_on, ends_on, phase, status = row.names
    return {
        "text": Mission.Phase(phase).label,
        "url": reverse("missions:mission-detail", args=[row.id]),
        "tag": MissionStatus(status).label,
        "tone": markup.tone_of(status),
        "by": markup.days(*(parse_date(day) if day else None for day in (starts_on, ends_on))),
    }


PANELS = (
    RecordPanel(
        "missions",
        "member",
        "missions.view_mission",
        "missions/_missions.html",
        missions_panel,
        missions_of,
    ),
)


OPEN_WORK = (
    OpenWork(
        "missions",
        _("missions"),
        lambda user: Mission.objects.filter(officer=user).exclude(status__in=ENDED),
        "officer",
    ),
)


SEARCHABLES = (
    Searchable(
        "missions",
        _("Missions"),
        lambda user: (
            Mission.objects.visible_to(user)
            .select_related("administration")
            .annotate(
                words=SearchVector(
                    "administration__country_name", "objectives", "terms", config="simple"
                )
            )
        ),
        "words",
        lambda one: (str(one), one.get_absolute_url(), markup.days(one.starts_on, one.ends_on)),
        "missions.view_mission",
    ),
)
