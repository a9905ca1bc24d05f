"""Requests for assistance in the API."""

from rest_framework import serializers

from programmes.models import AssistanceRequest, Event
from programmes.workflow import REQUEST
from rocb.api import Records, StepInput, Steps
from rocb.models import Administration


class RequestRow(serializers.Serializer):
    """A request for assistance."""

    id = serializers.IntegerField()
    member = serializers.CharField(source="administration.iso2")
    title = serializers.CharField()
    kind = serializers.CharField()
    reason = serializers.CharField()
    expected = serializers.CharField()
    participants = serializers.IntegerField()
    wanted_from_on = serializers.DateField()
    wanted_until_on = serializers.DateField()
    status = serializers.CharField()
    answer = serializers.CharField()
    created_at = serializers.DateTimeField()


class AssessInput(StepInput):
    """How the office takes a request up."""

    assessment = serializers.CharField(
        required=False, allow_blank=True, default="", max_length=4000
    )
    needs_funding = serializers.BooleanField(required=False, default=False)


class MatchInput(StepInput):
    """What helps: ids of the office's events, country codes of administrations."""

    activities = serializers.ListField(
        child=serializers.IntegerField(), required=False, default=list, max_length=50
    )
    helpers = serializers.SlugRelatedField(
        slug_field="iso2", many=True, required=False, queryset=Administration.objects.listed()
    )


class AssistanceRequests(Steps, Records):
    perm = "programmes.view_assistancerequest"
    model = AssistanceRequest
    serializer_class = RequestRow
    workflow = REQUEST
    ordering = ("-created_at", "pk")
    step_serializers = {"assess": AssessInput, "match": MatchInput}
    filterset_fields = ("status", "kind", "administration__iso2")

    def more(self, record):
        found = super().more(record)
        seen = Event.objects.visible_to(self.request.user)
        found["activities"] = list(
            seen.filter(assistance_requests=record).order_by("pk").values_list("pk", flat=True)
        )
        found["helpers"] = list(record.helpers.order_by("iso2").values_list("iso2", flat=True))
        if record.shows_assessment(self.request.user):
            found |= {"assessment": record.assessment, "needs_funding": record.needs_funding}
        return found


RESOURCES = {"requests": AssistanceRequests}
