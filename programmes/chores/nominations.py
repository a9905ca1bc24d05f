"""Seats on offer: the clock takes back what was not taken in time."""

from datetime import datetime, timedelta

from django.utils.translation import gettext_lazy as _

from programmes.actions import lapse_offers
from rocb.jobs import Job, Outcome


def lapse(at: datetime) -> Outcome:
    """Offers that were not taken in time go to the next on the waiting list."""
    done, failed = lapse_offers(at)
    return Outcome(done, failed)


JOBS = (Job("offers", _("Take back expired offers of seats"), timedelta(minutes=15), lapse),)
