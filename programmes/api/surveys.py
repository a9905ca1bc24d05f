"""Questionnaires and surveys in the API, with what may be told of the results."""

from rest_framework import serializers

from programmes.models import Questionnaire, Survey
from programmes.results import QuestionResult, results_of
from programmes.workflow import SURVEY, SurveyStatus
from rocb.api import Records, Steps


class QuestionnaireRow(serializers.Serializer):
    """A questionnaire; one alone tells its questions."""

    id = serializers.IntegerField()
    title = serializers.CharField()
    title_en = serializers.CharField()
    title_fr = serializers.CharField()
    beat = serializers.CharField()
    office = serializers.CharField(source="office.name")
    is_active = serializers.BooleanField()
    is_default = serializers.BooleanField()


class Questionnaires(Records):
    perm = "programmes.view_survey"
    model = Questionnaire
    serializer_class = QuestionnaireRow
    filterset_fields = ("beat", "is_active")

    def more(self, record):
        names = ("code", "text", "text_en", "text_fr", "kind", "options", "is_required", "level")
        return {"questions": list(record.questions.values(*names))}


class SurveyRow(serializers.Serializer):
    """A survey; one alone tells its results, never of fewer than three without names."""

    id = serializers.IntegerField()
    title = serializers.CharField()
    beat = serializers.CharField()
    event = serializers.IntegerField(source="event_id")
    questionnaire = serializers.IntegerField(source="questionnaire_id")
    opens_on = serializers.DateField()
    closes_on = serializers.DateField()
    status = serializers.CharField()


class Surveys(Steps, Records):
    perm = "programmes.view_survey"
    model = Survey
    serializer_class = SurveyRow
    workflow = SURVEY
    ordering = ("-opens_on", "pk")
    filterset_fields = ("beat", "status", "event")

    def more(self, record):
        if record.status == SurveyStatus.PLANNED:
            return {"asked": 0, "answered": 0, "questions": []}
        results = results_of(record)
        questions = [] if results.is_hidden else [told(one) for one in results.questions]
        return {"asked": results.asked, "answered": results.answered, "questions": questions}


def told(one: QuestionResult) -> dict:
    return {
        "code": one.code,
        "text": one.text,
        "level": one.level,
        "answers": one.count,
        "is_hidden": one.is_hidden,
        "mean": None if one.mean is None else round(one.mean, 2),
        "before": None if one.before is None else round(one.before, 2),
        "by_answer": {bar.label: bar.value for bar in one.bars},
        "texts": one.texts,
    }


RESOURCES = {"questionnaires": Questionnaires, "surveys": Surveys}
