"""Recommendations, and what members answer."""

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.response import Response

from missions.actions import (
    answer_recommendation,
)
from missions.models import (
    Answer,
    Recommendation,
)
from rocb.api import Records


class RecommendationRow(serializers.Serializer):
    """A recommendation and its answer."""

    id = serializers.IntegerField()
    member = serializers.CharField(source="administration.iso2")
    mission = serializers.IntegerField(source="mission_id")
    number = serializers.CharField()
    text = serializers.CharField()
    area = serializers.CharField(source="area.title")
    priority = serializers.CharField()
    horizon = serializers.CharField()
    source_of = serializers.CharField(source="source")
    made_on = serializers.DateField()
    answer = serializers.CharField()
    answer_reason = serializers.CharField()


class AnswerInput(serializers.Serializer):
    """What the member says."""

    answer = serializers.ChoiceField(choices=Answer.choices)
    reason = serializers.CharField(required=False, allow_blank=True, default="", max_length=4000)


class Recommendations(Records):
    perm = "missions.view_recommendation"
    model = Recommendation
    serializer_class = RecommendationRow
    filterset_fields = ("answer", "priority", "administration__iso2")

    def get_queryset(self):
        return super().get_queryset().select_related("administration")

    @extend_schema(request=AnswerInput)
    @action(detail=True, methods=["post"], perm="missions.answer_recommendation")
    def answer(self, request, pk=None):
        """Accept a recommendation, accept it partly, or note it."""
        record, values = self.asked("missions.answer_recommendation", AnswerInput)
        record = answer_recommendation(record, by=request.user, **values)
        (row,) = self.rows(Recommendation.objects.filter(pk=record.pk))
        return Response(row)


RESOURCES = {
    "recommendations": Recommendations,
}
