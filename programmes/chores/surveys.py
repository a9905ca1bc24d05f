"""The clock of surveys: planned, opened, chased and closed on their days."""

from datetime import datetime, timedelta

import structlog
from django.utils.translation import gettext_lazy as _

from programmes.actions.nudging import nudge_when_due
from programmes.actions.respondents import keep_respondents
from programmes.actions.surveys import LATER_CLOSES, close_survey, keep_beats, open_survey
from programmes.asking import local_day
from programmes.models import Beat, Event, Survey
from programmes.workflow import GATHERING, PAST, PUBLISHED, SurveyStatus
from rocb.jobs import Job, Outcome
from rocb.workflow import StepRefused

log = structlog.get_logger(__name__)


def run_surveys(at: datetime) -> Outcome:
    """Plan, open, chase and close surveys on their days. A second run at once does nothing.

    What somebody has to see to first (nobody to ask yet, no question) is passed over and tried
    again the next time; one that fails does not stop the others.
    """
    done = failed = skipped = 0
    recent = at.date() - timedelta(days=LATER_CLOSES + 7)
    for event in Event.objects.filter(status__in=PUBLISHED, ends_on__gte=recent).order_by("pk"):
        done += len(keep_beats(event, by=None))
    waiting = Survey.objects.exclude(status=SurveyStatus.CLOSED)
    for survey in waiting.select_related("event", "office", "questionnaire").order_by("pk"):
        try:
            done += step_of(survey, at)
        except StepRefused:
            skipped += 1
        except Exception:
            log.exception("survey_not_moved", survey=survey.pk)
            failed += 1
    return Outcome(done, failed, skipped)


def step_of(survey: Survey, at: datetime) -> int:
    """What is due for one survey at a moment; returns how much was done."""
    today = local_day(survey, at)
    if survey.status == SurveyStatus.PLANNED:
        is_time = survey.opens_on <= today <= survey.closes_on and is_on(survey)
        return int(bool(is_time and open_survey(survey, by=None)))
    if survey.closes_on < today:
        return int(bool(close_survey(survey, by=None)))
    return keep_respondents(survey) + nudge_when_due(survey, at)


def is_on(survey: Survey) -> bool:
    """Whether its event is still going to be, or was; a circular's survey opens with the circular."""
    if survey.event is None:
        return survey.beat != Beat.CIRCULAR
    return survey.event.status in (*GATHERING, *PAST)


JOBS = (Job("surveys", _("Open, remind of and close surveys"), timedelta(hours=1), run_surveys),)
