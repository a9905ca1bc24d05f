"""The scheduled jobs of the ground floor."""

from datetime import datetime, timedelta

from django.utils.translation import gettext_lazy as _

from rocb.errands import forget_expired, take_up_again
from rocb.jobs import Job, Outcome
from rocb.outbox import send_waiting
from rocb.reminders import remind
from rocb.retention import apply_rules


def send(at: datetime) -> Outcome:
    """The outbox, swept: whatever nobody woke the sender for."""
    sent = send_waiting()
    return Outcome(sent.sent, sent.failed, sent.skipped)


def write_reminders(at: datetime) -> Outcome:
    reminded = remind(at)
    return Outcome(reminded.rows, 0, 0)


def take_up(at: datetime) -> Outcome:
    """Long work that nobody was told of, or whose worker was cut off."""
    sent, failed = take_up_again(at)
    return Outcome(sent, failed, 0)


def tidy(at: datetime) -> Outcome:
    """Old files, and whatever has been kept for as long as its rule says (rocb/retention.py)."""
    return Outcome(forget_expired(at) + apply_rules(at))


JOBS = (
    Job("send", _("Send waiting mail"), timedelta(minutes=1), send),
    Job("remind", _("Write reminders"), timedelta(hours=1), write_reminders),
    Job("errands", _("Take up long work again"), timedelta(minutes=1), take_up),
    Job("tidy", _("Clear away what has expired"), timedelta(days=1), tidy),
)
