"""The API of circulars: the same rows, rights and actions as their pages."""

from typing import cast

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.response import Response

from reports.actions import reply
from reports.models import Circular
from reports.workflow.circulars import CIRCULAR
from rocb.api import Records, StepInput, Steps
from rocb.models import User


class CircularRow(serializers.Serializer):
    """A circular."""

    id = serializers.IntegerField()
    reference = serializers.CharField()
    subject = serializers.CharField()
    body = serializers.CharField()
    reply_by = serializers.DateField()
    sent_at = serializers.DateTimeField()
    status = serializers.CharField()


class ReplyDayInput(StepInput):
    """Another day for replies."""

    reply_by = serializers.DateField()


class ReplyInput(serializers.Serializer):
    """A reply in words. Questions are answered on the page, where they are shown."""

    text = serializers.CharField(max_length=10_000)


class Circulars(Steps, Records):
    perm = "reports.view_circular"
    model = Circular
    serializer_class = CircularRow
    workflow = CIRCULAR
    step_serializers = {"move": ReplyDayInput}
    ordering = ("-sent_at", "-pk")
    filterset_fields = ("status",)

    def get_queryset(self):
        return super().get_queryset().select_related("office", "questionnaire")

    def more(self, record) -> dict:
        sheets, user = record.replies.all(), cast(User, self.request.user)
        if user.is_member:
            sheets = sheets.filter(administration=user.organisation_id)
        rows = sheets.values_list("administration__iso2", "answered_at", "text")
        replies = [{"member": iso2, "at": at, "text": text} for iso2, at, text in rows]
        return {**super().more(record), "replies": replies}

    @extend_schema(request=ReplyInput, responses={200: None})
    @action(detail=True, methods=["post"], perm="reports.answer_circular")
    def reply(self, request, pk=None):
        """Reply for the own administration."""
        circular = self.get_object()
        serializer = ReplyInput(data=request.data)
        serializer.is_valid(raise_exception=True)
        sheet = circular.replies.filter(administration=request.user.organisation_id).first()
        if sheet is None:
            return Response({"detail": "It did not go to your administration."}, status=404)
        text = serializer.validated_data["text"]
        sheet = reply(sheet, by=request.user, text=text, answers=sheet.answers)
        return Response({"id": circular.pk, "replied_at": sheet.answered_at})


RESOURCES = {"circulars": Circulars}
