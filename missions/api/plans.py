"""Action plans, their actions, and requests for later due dates."""

import django_filters as filters
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.response import Response

from missions.actions import (
    request_extension,
    share_action,
)
from missions.models import (
    Action,
    ActionPlan,
    ExtensionRequest,
    Implementation,
)
from missions.workflow import EXTENSION, PLAN
from rocb.api import Records, Steps
from rocb.roles import Role


class PlanRow(serializers.Serializer):
    """An action plan."""

    id = serializers.IntegerField()
    member = serializers.CharField(source="administration.iso2")
    title = serializers.CharField()
    status = serializers.CharField()
    starts_on = serializers.DateField()
    ends_on = serializers.DateField()
    endorsed_on = serializers.DateField()
    in_force_on = serializers.DateField()


class Plans(Steps, Records):
    perm = "missions.view_plan"
    model = ActionPlan
    serializer_class = PlanRow
    workflow = PLAN
    filterset_fields = ("status", "administration__iso2")


class ActionRowOut(serializers.Serializer):
    """An action of a plan. Money as text, so that no cent is lost. Donors read what is required."""

    id = serializers.IntegerField()
    plan = serializers.IntegerField(source="plan_id", required=False)
    member = serializers.CharField(source="plan.administration.iso2")
    number = serializers.CharField(required=False)
    title = serializers.CharField()
    expected_result = serializers.CharField()
    responsible_unit = serializers.CharField(required=False)
    baseline_due_on = serializers.DateField(required=False)
    due_on = serializers.DateField(source="current_due_on", required=False)
    status = serializers.ChoiceField(choices=Implementation.choices)
    percent = serializers.IntegerField(required=False)
    support_needed = serializers.CharField(required=False)
    cost = serializers.CharField()
    currency = serializers.CharField()
    is_shared = serializers.BooleanField(required=False)


class SharedAction(serializers.Serializer):
    """What a donor reads of an action that its member shares."""

    id = serializers.IntegerField()
    member = serializers.CharField(source="plan.administration.iso2")
    title = serializers.CharField()
    expected_result = serializers.CharField()
    status = serializers.ChoiceField(choices=Implementation.choices)
    cost = serializers.CharField()
    currency = serializers.CharField()


class ExtensionInput(serializers.Serializer):
    """A later due date, and why."""

    new_due_on = serializers.DateField()
    reason = serializers.CharField(max_length=4000)


class ShareInput(serializers.Serializer):
    """Whether donors may read an action."""

    is_shared = serializers.BooleanField()


class ActionFilterSet(filters.FilterSet):
    status = filters.ChoiceFilter(choices=Implementation.choices)
    member = filters.CharFilter(field_name="plan__administration__iso2")

    class Meta:
        model = Action
        fields: list[str] = []


class Actions(Records):
    perm = "missions.view_action"
    model = Action
    filterset_class = ActionFilterSet

    def get_serializer_class(self):
        user = getattr(self.request, "user", None)
        is_donor = user is not None and getattr(user, "role", "") == Role.DONOR
        return SharedAction if is_donor else ActionRowOut

    def get_queryset(self):
        return super().get_queryset().select_related("plan__administration")

    @extend_schema(request=ExtensionInput, responses={201: None})
    @action(detail=True, methods=["post"], perm="missions.request_extension")
    def extension(self, request, pk=None):
        """Ask the office for a later due date."""
        record, values = self.asked("missions.request_extension", ExtensionInput)
        made = request_extension(record, by=request.user, **values)
        return Response({"id": made.pk, "status": made.status}, status=201)

    @extend_schema(request=ShareInput, responses={200: ShareInput})
    @action(detail=True, methods=["post"], perm="missions.share_action")
    def share(self, request, pk=None):
        """Show an action to donors, or stop showing it."""
        record, values = self.asked("missions.share_action", ShareInput)
        shared = share_action(record, by=request.user, **values)
        return Response({"is_shared": shared.is_shared})


class ExtensionRow(serializers.Serializer):
    """A request for a later due date."""

    id = serializers.IntegerField()
    action = serializers.IntegerField(source="action_id")
    member = serializers.CharField(source="action.plan.administration.iso2")
    status = serializers.CharField()
    due_on_before = serializers.DateField()
    new_due_on = serializers.DateField()
    reason = serializers.CharField()


class Extensions(Steps, Records):
    perm = "missions.view_extension"
    model = ExtensionRequest
    serializer_class = ExtensionRow
    workflow = EXTENSION
    filterset_fields = ("status",)

    def get_queryset(self):
        return super().get_queryset().select_related("action__plan__administration")


RESOURCES = {
    "plans": Plans,
    "actions": Actions,
    "extensions": Extensions,
}
