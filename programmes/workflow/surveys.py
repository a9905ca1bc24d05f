"""Surveys."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from rocb.workflow import Step, Workflow


class SurveyStatus(TextChoices):
    PLANNED = "planned", _("Planned")
    OPEN = "open", _("Open")
    CLOSED = "closed", _("Closed")


SURVEY = Workflow(
    Step(
        "open",
        _("Open and ask"),
        (SurveyStatus.PLANNED,),
        SurveyStatus.OPEN,
        "programmes.run_survey",
        action="programmes.actions.open_survey",
    ),
    Step(
        "close",
        _("Close"),
        (SurveyStatus.OPEN,),
        SurveyStatus.CLOSED,
        "programmes.run_survey",
        action="programmes.actions.close_survey",
    ),
    Step(
        "reopen",
        _("Open it again"),
        (SurveyStatus.CLOSED,),
        SurveyStatus.OPEN,
        "programmes.run_survey",
        tone="secondary",
        action="programmes.actions.reopen_survey",
    ),
)
