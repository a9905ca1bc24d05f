"""Surveys and the calendar on pages of the ground floor: desk, public home, search."""

from django.contrib.postgres.search import SearchVector
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from programmes.models import OF_EVENT, Respondent, Survey
from programmes.views.calendar import coming
from rocb import markup
from rocb.panels import Box, HomePanel, Waiting, boxes, home_panels, waits
from rocb.search import Searchable, searchables


def asked_of(user) -> list:
    """Surveys around events that the reader was asked to answer."""
    if user.person_id is None:
        return []
    waiting = Respondent.objects.waiting().filter(person=user.person_id, survey__beat__in=OF_EVENT)
    return [waits(waiting, "surveys", what="survey__title", on="survey__closes_on")]


def asked_line(row: Waiting) -> dict:
    return {
        "text": row.what,
        "url": reverse("programmes:survey-mine", args=[row.id]),
        "tag": _("to answer"),
        "tone": "info",
        "by": _("answer by %s") % markup.day(row.on),
    }


def found(user):
    surveys = Survey.objects.visible_to(user)
    return surveys.annotate(words=SearchVector("title", config="simple"))


def register() -> None:
    home_panels.register(
        HomePanel("coming-events", "programmes/_coming.html", lambda: {"events": coming()})
    )
    boxes.register(
        Box(
            "surveys",
            gettext_lazy("Your view is asked"),
            "programmes.answer_survey",
            rows=asked_of,
            line=asked_line,
        )
    )
    searchables.register(
        Searchable(
            "surveys",
            gettext_lazy("Surveys"),
            found,
            "words",
            lambda survey: (
                survey.title,
                survey.get_absolute_url(),
                str(markup.days(survey.opens_on, survey.closes_on)),
            ),
            "programmes.view_survey",
        )
    )
