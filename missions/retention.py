"""How long pillar 1 keeps what it keeps for a time only."""

from datetime import datetime, timedelta

from django.utils.translation import gettext_lazy as _

from missions.models import MatrixUpload, MissionImport, PlanImport
from rocb.retention import Rule


def end_read_files(before: datetime) -> int:
    """What was read from files, applied or not: what was taken over stands on the records."""
    kinds = (MatrixUpload, PlanImport, MissionImport)
    return sum(kind.objects.filter(at__lt=before).delete()[0] for kind in kinds)


RULES = (
    Rule(
        "read_files",
        _("What was read from uploaded workbooks"),
        timedelta(days=365),
        end_read_files,
        _("after they were sent in"),
    ),
)
