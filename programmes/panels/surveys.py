"""Surveys and the calendar on pages of the ground floor: desk, public home, search."""

from django.contrib.postgres.search import SearchVector
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from programmes.models import OF_EVENT, Respondent, Survey
from programmes.views.calendar import coming
from rocb import markup
from rocb.panels import Box, HomePanel, boxes, home_panels
from rocb.search import Searchable, searchables


def asked_of(user) -> list[dict]:
    """Surveys around events that the reader was asked to answer; one query."""
    if user.person_id is None:
        return []
    waiting = Respondent.objects.waiting().filter(person=user.person_id, survey__beat__in=OF_EVENT)
    return [
        {
            "text": title,
            "url": reverse("programmes:survey-mine", args=[pk]),
            "tag": _("to answer"),
            "tone": "info",
            "by": _("answer by %s") % markup.day(until),
        }
        for pk, title, until in waiting.order_by("survey__closes_on").values_list(
            "pk", "survey__title", "survey__closes_on"
        )
    ]


def found(user):
    surveys = Survey.objects.visible_to(user)
    return surveys.annotate(words=SearchVector("title", config="simple"))


def register() -> None:
    home_panels.register(
        HomePanel("coming-events", "programmes/_coming.html", lambda: {"events": coming()})
    )
    boxes.register(
        Box("surveys", gettext_lazy("Your view is asked"), "programmes.answer_survey", asked_of)
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
