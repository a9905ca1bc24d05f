"""How long pillar 3 keeps what it keeps for a time only."""

from datetime import datetime, timedelta

from django.utils.translation import gettext_lazy as _

from programmes.models import NominationImport
from rocb.retention import Rule


def end_lists(before: datetime) -> int:
    """Lists of nominees as they were sent in, applied or not: who was taken over is nominated."""
    return NominationImport.objects.filter(at__lt=before).delete()[0]


RULES = (
    Rule(
        "nomination_lists",
        _("Lists of nominees as they were sent in"),
        timedelta(days=90),
        end_lists,
        _("after they were sent in"),
    ),
)
