"""How long what is kept: rules by the clock, carried out once a day.

Each pillar registers its own rules from its `apps.py`. The page on personal data lists them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.contrib.sessions.models import Session
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from knox.models import AuthToken

from rocb.models import Draft, Invitation, JobRun, Mail
from rocb.registry import Registry


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that is kept for a time. `let_go(before)` ends what is older; returns how many."""

    key: str
    label: Any
    after: timedelta
    let_go: Callable[[datetime], int]
    starts: Any = ""  # from when the time runs, where that is not plain


rules: Registry[Rule] = Registry("Rule of retention")


def apply_rules(at: datetime) -> int:
    """Let everything go whose time has passed at `at`; returns how many rows were concerned."""
    return sum(rule.let_go(at - rule.after) for rule in rules)


def end_sessions(before: datetime) -> int:
    return Session.objects.filter(expire_date__lt=before).delete()[0]


def end_tokens(before: datetime) -> int:
    return AuthToken.objects.filter(expiry__lt=before).delete()[0]


def end_parked(before: datetime) -> int:
    return Draft.objects.filter(user=None, updated_at__lt=before).delete()[0]


def end_drafts(before: datetime) -> int:
    return Draft.objects.filter(updated_at__lt=before).exclude(user=None).delete()[0]


def end_invitations(before: datetime) -> int:
    """Nobody came of them; accepted ones stay, since they say who let whom in."""
    unused = Invitation.objects.filter(accepted_at=None)
    return unused.filter(Q(expires_at__lt=before) | Q(withdrawn_at__lt=before)).delete()[0]


def empty_mails(before: datetime) -> int:
    """That a message went stays for ever; its words and what they were made of go."""
    old = Mail.objects.filter(created_at__lt=before).exclude(status=Mail.Status.QUEUED)
    return old.exclude(body="", context={}).update(body="", context={})


def end_runs(before: datetime) -> int:
    return JobRun.objects.filter(started_at__lt=before).delete()[0]


RULES = (
    Rule("sessions", _("Sessions"), timedelta(0), end_sessions, _("after they have ended")),
    Rule("tokens", _("Tokens"), timedelta(0), end_tokens, _("after they have expired")),
    Rule(
        "parked",
        _("What was sent after the session had ended, and not fetched"),
        timedelta(days=1),
        end_parked,
    ),
    Rule(
        "drafts",
        _("Typed and not saved"),
        timedelta(days=365),
        end_drafts,
        _("after the last change"),
    ),
    Rule(
        "invitations",
        _("Invitations that nobody accepted"),
        timedelta(days=180),
        end_invitations,
        _("after they have expired or were withdrawn"),
    ),
    Rule(
        "mails",
        _("The words of messages; that they went stays"),
        timedelta(days=730),
        empty_mails,
        _("after they were written"),
    ),
    Rule("runs", _("Runs of scheduled jobs"), timedelta(days=365), end_runs),
)
