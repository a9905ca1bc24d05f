"""Reminders of a survey: by hand, and by the clock."""

from datetime import date, datetime, timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from programmes.actions.respondents import write
from programmes.asking import local_day, state_of
from programmes.models import (
    Respondent,
    Survey,
)
from rocb.models import User
from rocb.workflow import StepRefused

MOST_NUDGES = 3


NUDGE_AGAIN = timedelta(days=2)


def to_nudge(survey: Survey, now: datetime):
    """Those who have not answered and may be written to again: not too often, not too soon."""
    rows = survey.respondents.filter(has_answered=False, nudges__lt=MOST_NUDGES)
    rows = rows.filter(asked_at__lte=now - NUDGE_AGAIN).exclude(nudged_at__gt=now - NUDGE_AGAIN)
    return rows.select_related("person", "administration")


@transaction.atomic
def nudge(survey: Survey, *, by: User) -> int:
    """Write once more to all who have not answered; returns to how many.

    Raises StepRefused when the survey takes no answers, PermissionDenied without the right.
    """
    if not survey.allows(by, "programmes.run_survey"):
        raise PermissionDenied
    now = timezone.now()
    if state_of(survey, now):
        raise StepRefused(_("This survey takes no answers now."))
    return len(nudged(list(to_nudge(survey, now).select_for_update(of=("self",))), now, by))


def nudged(
    rows: list[Respondent], now: datetime, by: User | None, upto: int = 0
) -> list[Respondent]:
    for row in rows:
        row.nudges, row.nudged_at = max(row.nudges + 1, upto), now
        write(row, "survey_nudged", str(row.nudges), by)
    Respondent.objects.bulk_update(rows, ["nudges", "nudged_at"])
    return rows


def rungs_passed(survey: Survey, today: date) -> int:
    """How many reminders should have gone by now: one half-way, one three days before the end."""
    half = survey.opens_on + (survey.closes_on - survey.opens_on) / 2
    days = {half, survey.closes_on - timedelta(days=3)}
    return sum(survey.opens_on < day <= today for day in days)


@transaction.atomic
def nudge_when_due(survey: Survey, now: datetime) -> int:
    """The clock's reminders: the latest rung that has passed, one mail however many were missed."""
    passed = rungs_passed(survey, local_day(survey, now))
    rows = to_nudge(survey, now).filter(nudges__lt=passed).select_for_update(of=("self",))
    return len(nudged(list(rows), now, None, upto=passed)) if passed else 0
