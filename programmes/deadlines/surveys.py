"""What is owed around surveys: a member's answer, and the office's own survey that did not open."""

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from programmes.models import OF_EVENT, Respondent, Survey
from programmes.workflow import GATHERING, PAST, SurveyStatus
from rocb.deadlines import MEMBER, OFFICE, DeadlineKind, owed


def surveys_to_answer(respondents: QuerySet) -> QuerySet:
    """Surveys that ask an administration by name; once for each, however many were asked there."""
    others = Respondent.objects.filter(
        survey=OuterRef("survey"), administration=OuterRef("administration"), pk__lt=OuterRef("pk")
    )
    waiting = respondents.filter(
        ~Exists(others),
        has_answered=False,
        administration__isnull=False,
        survey__status=SurveyStatus.OPEN,
    )
    return owed(
        waiting.exclude(survey__beat__in=OF_EVENT),
        what="survey__title",
        on="survey__closes_on",
        member="administration",
    )


def surveys_to_open(surveys: QuerySet) -> QuerySet:
    """Surveys that should have opened by themselves and could not: nobody to ask, say."""
    late = surveys.filter(status=SurveyStatus.PLANNED, opens_on__lt=timezone.localdate())
    of_events = late.filter(event__status__in=[*GATHERING, *PAST])
    return owed(of_events, what="title", on="opens_on", office="office")


KINDS = (
    DeadlineKind(
        "survey",
        _("Questions to answer"),
        Respondent,
        surveys_to_answer,
        MEMBER,
        "programmes:survey-mine",
        "programmes.answer_survey",
        (-14, -3, 0),
        call=_("Answer the questions"),
    ),
    DeadlineKind(
        "survey-opening",
        _("Survey that did not open"),
        Survey,
        surveys_to_open,
        OFFICE,
        "programmes:survey-detail",
        "programmes.run_survey",
        (3,),
    ),
)
