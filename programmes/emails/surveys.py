"""Letters around surveys. They carry a link of their own, made at sending."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from programmes.asking import link_of, local_day, state_of, words
from programmes.models import Respondent
from rocb import markup
from rocb.models import Mail
from rocb.outbox import Letter


def about_respondent(mail: Mail) -> dict[str, Any] | None:
    """What is asked, until when, and why this reader; nothing once it has been answered."""
    rows = Respondent.objects.select_related("survey__event", "survey__office", "administration")
    respondent = rows.filter(pk=mail.object_id or 0, has_answered=False).first()
    if respondent is None or state_of(respondent.survey, timezone.now()):
        return None
    survey, event = respondent.survey, respondent.survey.event
    return {
        "path": link_of(respondent),
        "title": words(survey.content["title"]) or survey.title,
        "beat": survey.beat,
        "is_named": survey.is_named,
        "event": event.title if event else "",
        "days": str(markup.days(event.starts_on, event.ends_on)) if event else "",
        "until": str(markup.weekday(survey.closes_on)),
        "left": (survey.closes_on - local_day(survey, timezone.now())).days,
        "count": len(survey.content["questions"]),
        "why": why(respondent),
    }


def why(respondent: Respondent) -> str:
    survey = respondent.survey
    if survey.event:
        return _("You get this mail because you have a seat at this event, or took part in it.")
    if respondent.administration:
        return _("You get this mail because you answer for your administration.")
    return _("You get this mail because the regional office has a question for you.")


LETTERS = (
    Letter("survey_results", url_label=gettext_lazy("Read the results")),
    Letter(
        "survey_asked",
        about_respondent,
        gettext_lazy("Answer the questions"),
        is_open=True,
        is_secret=True,
    ),
    Letter(
        "survey_nudged",
        about_respondent,
        gettext_lazy("Answer the questions"),
        is_open=True,
        is_secret=True,
    ),
)
