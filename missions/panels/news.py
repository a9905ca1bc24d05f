"""What is told of pillar 1 as news on the desk: the steps of its records."""

from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from missions.models import ActionPlan, ExtensionRequest, Matrix, Mission
from missions.workflow import EXTENSION, MATRIX, MISSION, PLAN
from rocb import markup
from rocb.news import Followed, news_of_steps


def mission_called(names: list) -> str:
    member, day = names
    return f"{member}, {_('mission')} {markup.day(parse_date(day) if day else None)}".strip()


STEPS = news_of_steps(
    "steps",
    "missions.view_mission",
    Followed(
        Matrix, MATRIX, ("administration__country_name", "cycle__name"), "missions:matrix-detail"
    ),
    Followed(ActionPlan, PLAN, ("administration__country_name", "title"), "missions:plan-detail"),
    Followed(
        ExtensionRequest,
        EXTENSION,
        ("action__plan__administration__country_name", "action__title"),
        "missions:extension-detail",
    ),
    Followed(
        Mission,
        MISSION,
        ("administration__country_name", "starts_on"),
        "missions:mission-detail",
        mission_called,
    ),
)
