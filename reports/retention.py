"""How long pillar 4 keeps what it keeps for a time only."""

from datetime import datetime, timedelta

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from reports.models import Subscriber
from rocb.retention import Rule


def end_subscriptions(before: datetime) -> int:
    """Addresses that were never confirmed, and those that have left."""
    never = Q(confirmed_at=None, asked_at__lt=before)
    return Subscriber.objects.filter(never | Q(left_at__lt=before)).delete()[0]


RULES = (
    Rule(
        "subscriptions",
        _("Addresses for the newsletter that were not confirmed, or that have left"),
        timedelta(days=30),
        end_subscriptions,
    ),
)
