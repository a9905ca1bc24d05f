"""The needs board, as donors read it."""

import django_filters as filters
from rest_framework import serializers

from donors.models import (
    Need,
)
from donors.needs import actions_on_the_board, requests_on_the_board
from missions.models import Action
from rocb.api import Records


class ActionNeedRow(serializers.Serializer):
    """An action on the needs board: what donors read of it."""

    id = serializers.IntegerField()
    member = serializers.CharField(source="plan.administration.iso2")
    title = serializers.CharField()
    expected_result = serializers.CharField()
    support_needed = serializers.CharField()
    status = serializers.CharField()
    cost = serializers.CharField()
    currency = serializers.CharField()


class NeedActionFilter(filters.FilterSet):
    member = filters.CharFilter(field_name="plan__administration__iso2")

    class Meta:
        model = Action
        fields: list[str] = []


class ActionNeeds(Records):
    perm = "donors.view_need"
    model = Action
    serializer_class = ActionNeedRow
    filterset_class = NeedActionFilter

    def visible(self, reader):
        return actions_on_the_board(reader)


class RequestNeedRow(serializers.Serializer):
    """A request for assistance on the needs board: what donors read of it."""

    id = serializers.IntegerField(source="request_id")
    member = serializers.CharField(source="request.administration.iso2")
    title = serializers.CharField(source="request.title")
    kind = serializers.CharField(source="request.kind")
    reason = serializers.CharField(source="request.reason")
    expected = serializers.CharField(source="request.expected")
    participants = serializers.IntegerField(source="request.participants")
    wanted_from_on = serializers.DateField(source="request.wanted_from_on")
    wanted_until_on = serializers.DateField(source="request.wanted_until_on")
    cost = serializers.CharField()
    currency = serializers.CharField()


class NeedRequestFilter(filters.FilterSet):
    member = filters.CharFilter(field_name="request__administration__iso2")

    class Meta:
        model = Need
        fields: list[str] = []


class RequestNeeds(Records):
    perm = "donors.view_need"
    model = Need
    serializer_class = RequestNeedRow
    filterset_class = NeedRequestFilter
    lookup_field = "request_id"
    lookup_url_kwarg = "pk"

    def visible(self, reader):
        return requests_on_the_board(reader)


RESOURCES = {
    "needs": ActionNeeds,
    "request-needs": RequestNeeds,
}
