"""Questionnaires, surveys and answers for tests."""

from datetime import timedelta

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from programmes.asking import content_of
from programmes.models import (
    Nomination,
    Question,
    Questionnaire,
    Respondent,
    Response,
    Survey,
)
from tests.factories.programmes import EventFactory
from tests.factories.rocb import AdministrationFactory, OfficeFactory, PersonFactory


class QuestionnaireFactory(DjangoModelFactory):
    class Meta:
        model = Questionnaire

    title = factory.Sequence(lambda n: f"Questionnaire {n}")
    beat = "end"


class QuestionFactory(DjangoModelFactory):
    class Meta:
        model = Question

    questionnaire = factory.SubFactory(QuestionnaireFactory)
    position = factory.Sequence(lambda n: n + 1)
    code = factory.Sequence(lambda n: f"q{n}")
    text = factory.Sequence(lambda n: f"Question {n}?")
    text_fr = factory.Sequence(lambda n: f"Question {n} ?")


def three_questions(**values) -> Questionnaire:
    """A rating, a choice in both languages, and an optional text."""
    sheet = QuestionnaireFactory(**values)
    QuestionFactory(questionnaire=sheet, code="overall", text="How was it?", level=1)
    QuestionFactory(
        questionnaire=sheet,
        code="length",
        kind="choice",
        text="How long?",
        options=["Too short", "Right"],
        options_fr=["Trop court", "Bien"],
    )
    QuestionFactory(
        questionnaire=sheet, code="better", kind="text", text="What better?", is_required=False
    )
    return sheet


class SurveyFactory(DjangoModelFactory):
    class Meta:
        model = Survey

    office = factory.SubFactory(OfficeFactory)
    questionnaire = factory.SubFactory(QuestionnaireFactory)
    beat = factory.SelfAttribute("questionnaire.beat")
    title = factory.Sequence(lambda n: f"Survey {n}")
    opens_on = factory.LazyFunction(timezone.localdate)
    closes_on = factory.LazyFunction(lambda: timezone.localdate() + timedelta(days=14))
    content = factory.LazyAttribute(
        lambda one: content_of(one.questionnaire) if one.status != "planned" else {}
    )
    status = "planned"


class RespondentFactory(DjangoModelFactory):
    class Meta:
        model = Respondent

    survey = factory.SubFactory(SurveyFactory)
    person = factory.SubFactory(PersonFactory)
    asked_at = factory.LazyFunction(timezone.now)


class ResponseFactory(DjangoModelFactory):
    class Meta:
        model = Response

    survey = factory.SubFactory(SurveyFactory)


def answered(survey, *answers, **values) -> None:
    """So many answers that count, and as many people who gave them."""
    for one in answers:
        ResponseFactory(survey=survey, answers=one, is_counted=True, **values)
        RespondentFactory(survey=survey, has_answered=True)


class NominationFactory(DjangoModelFactory):
    class Meta:
        model = Nomination

    event = factory.SubFactory(EventFactory)
    administration = factory.SubFactory(AdministrationFactory)
    person = factory.SubFactory(PersonFactory)
