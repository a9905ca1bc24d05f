"""The API of pillar 2: the same rows, rights and actions as its pages."""

import django_filters as filters
from django.core.exceptions import PermissionDenied
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.response import Response

from donors.actions import allocate
from donors.activity_page import content_of
from donors.models import (
    Activity,
    Agreement,
    Allocation,
    Donor,
    DonorReport,
    Engagement,
    Expenditure,
    FundingRequest,
    Instalment,
    Need,
    Rate,
)
from donors.money import balance_of, with_money
from donors.needs import actions_on_the_board, requests_on_the_board
from donors.workflow import AGREEMENT, REPORT, REQUEST
from missions.models import Action, Mission
from programmes.models import Event
from rocb.api import Records, StepInput, Steps
from rocb.roles import Role


class DonorRow(serializers.Serializer):
    """A donor."""

    id = serializers.IntegerField()
    name = serializers.CharField()
    acronym = serializers.CharField()
    kind = serializers.CharField()
    iso2 = serializers.CharField()
    iati_identifier = serializers.CharField()
    is_identifier_verified = serializers.BooleanField()
    valid_from_on = serializers.DateField()
    valid_until_on = serializers.DateField()


class Donors(Records):
    perm = "donors.view_donor"
    model = Donor
    serializer_class = DonorRow


class EngagementRow(serializers.Serializer):
    """A talk with a donor: the own office's."""

    id = serializers.IntegerField()
    donor = serializers.IntegerField(source="donor_id")
    kind = serializers.ChoiceField(choices=Engagement.Kind.choices)
    on = serializers.DateField()
    subject = serializers.CharField()
    next_step = serializers.CharField()
    next_step_due_on = serializers.DateField()
    done_on = serializers.DateField()


class Engagements(Records):
    perm = "donors.view_engagement"
    model = Engagement
    serializer_class = EngagementRow
    ordering = ("-on", "-pk")
    filterset_fields = ("donor", "kind")


class FundingRequestRow(serializers.Serializer):
    """A request to a donor for money."""

    id = serializers.IntegerField()
    donor = serializers.IntegerField(source="donor_id")
    title = serializers.CharField()
    purpose = serializers.CharField()
    amount = serializers.CharField()
    currency = serializers.CharField()
    starts_on = serializers.DateField()
    ends_on = serializers.DateField()
    answer_by = serializers.DateField()
    status = serializers.CharField()


class FundingRequests(Steps, Records):
    perm = "donors.view_fundingrequest"
    model = FundingRequest
    serializer_class = FundingRequestRow
    workflow = REQUEST
    ordering = ("-pk",)
    filterset_fields = ("donor", "status")


class AgreementRow(serializers.Serializer):
    """An agreement with its money, in its currency. Amounts as text, so that no cent is lost."""

    id = serializers.IntegerField()
    reference = serializers.CharField()
    title = serializers.CharField()
    donor = serializers.IntegerField(source="donor_id")
    currency = serializers.CharField()
    amount = serializers.CharField()
    received = serializers.CharField()
    allocated = serializers.CharField()
    spent = serializers.CharField()
    starts_on = serializers.DateField()
    ends_on = serializers.DateField()
    signed_on = serializers.DateField()
    status = serializers.CharField()


class SignInput(StepInput):
    """When it was signed."""

    signed_on = serializers.DateField(required=False)


class AllocateInput(serializers.Serializer):
    """A part of an agreement for exactly one event, mission or action."""

    event = serializers.IntegerField(required=False)
    mission = serializers.IntegerField(required=False)
    action = serializers.IntegerField(required=False)
    kind = serializers.ChoiceField(choices=Allocation.Kind.choices, default="money")
    amount = serializers.DecimalField(max_digits=14, decimal_places=2, required=False)
    what = serializers.CharField(required=False, allow_blank=True, default="", max_length=240)
    on = serializers.DateField(required=False)

    def validate(self, attrs):
        named = [name for name in ("event", "mission", "action") if attrs.get(name) is not None]
        if len(named) != 1:
            raise serializers.ValidationError("Name exactly one event, mission or action.")
        return attrs


THINGS = {"event": Event, "mission": Mission, "action": Action}


class Agreements(Steps, Records):
    perm = "donors.view_agreement"
    model = Agreement
    serializer_class = AgreementRow
    workflow = AGREEMENT
    ordering = ("-starts_on", "-pk")
    step_serializers = {"sign": SignInput}
    filterset_fields = ("donor", "status", "currency")

    def rows(self, queryset):
        return super().rows(with_money(queryset))

    @extend_schema(request=AllocateInput, responses={201: None})
    @action(detail=True, methods=["post"], perm="donors.view_agreement")
    def allocate(self, request, pk=None):
        """Allocate money, or something in kind. Never more than the agreement holds."""
        agreement = self.get_object()
        if not agreement.allows(request.user, "donors.allocate_money"):
            raise PermissionDenied
        serializer = AllocateInput(data=request.data)
        serializer.is_valid(raise_exception=True)
        values = dict(serializer.validated_data)
        thing = None
        for name, model in THINGS.items():
            if (key := values.pop(name, None)) is not None:
                thing = model.objects.visible_to(request.user).filter(pk=key).first()
                if thing is None:
                    raise serializers.ValidationError({name: "There is no such record."})
        made = allocate(agreement, thing, by=request.user, **values)
        return Response(
            {
                "id": made.pk,
                "left": str(balance_of(agreement).left),
                "activity": made.activity.slug,
            },
            status=201,
        )


class InstalmentRow(serializers.Serializer):
    """A payment planned by a donor, and what came in."""

    id = serializers.IntegerField()
    agreement = serializers.IntegerField(source="agreement_id")
    number = serializers.IntegerField()
    due_on = serializers.DateField()
    amount = serializers.CharField()
    currency = serializers.CharField(source="agreement.currency")
    received_on = serializers.DateField()
    received_amount = serializers.CharField()


class Instalments(Records):
    perm = "donors.view_agreement"
    model = Instalment
    serializer_class = InstalmentRow
    ordering = ("due_on", "pk")
    filterset_fields = ("agreement",)


class AllocationRow(serializers.Serializer):
    """What an agreement gives to an activity."""

    id = serializers.IntegerField()
    agreement = serializers.IntegerField(source="agreement_id")
    activity = serializers.CharField(source="activity.slug")
    kind = serializers.ChoiceField(choices=Allocation.Kind.choices)
    amount = serializers.CharField()
    currency = serializers.CharField(source="agreement.currency")
    what = serializers.CharField()
    on = serializers.DateField()
    released_on = serializers.DateField()


class Allocations(Records):
    perm = "donors.view_agreement"
    model = Allocation
    serializer_class = AllocationRow
    ordering = ("on", "pk")
    filterset_fields = ("agreement", "kind")


class ExpenditureRow(serializers.Serializer):
    """What was paid, in the currency of the agreement and, where it differs, as it was paid."""

    id = serializers.IntegerField()
    agreement = serializers.IntegerField(source="agreement_id")
    allocation = serializers.IntegerField(source="allocation_id")
    on = serializers.DateField()
    what = serializers.CharField()
    amount = serializers.CharField()
    currency = serializers.CharField(source="agreement.currency")
    paid_amount = serializers.CharField()
    paid_currency = serializers.CharField()
    rate_on = serializers.DateField()


class Expenditures(Records):
    perm = "donors.view_agreement"
    model = Expenditure
    serializer_class = ExpenditureRow
    ordering = ("on", "pk")
    filterset_fields = ("agreement",)


class ActivityRow(serializers.Serializer):
    """A funded activity; read one to get what it moved."""

    id = serializers.IntegerField()
    slug = serializers.CharField()
    event = serializers.IntegerField(source="event_id")
    mission = serializers.IntegerField(source="mission_id")
    action = serializers.IntegerField(source="action_id")


class Activities(Records):
    perm = "donors.view_activity"
    model = Activity
    serializer_class = ActivityRow

    def more(self, record):
        user = self.request.user
        donor_id = user.organisation_id if user.role == Role.DONOR else None
        return {"content": content_of(record, donor_id=donor_id)}


class DonorReportRow(serializers.Serializer):
    """A report that is owed to a donor, or was sent."""

    id = serializers.IntegerField()
    agreement = serializers.IntegerField(source="agreement_id")
    kind = serializers.ChoiceField(choices=DonorReport.Kind.choices)
    from_on = serializers.DateField()
    until_on = serializers.DateField()
    due_on = serializers.DateField()
    sent_at = serializers.DateTimeField()
    sha256 = serializers.CharField()
    status = serializers.CharField()


class DonorReports(Steps, Records):
    perm = "donors.view_donorreport"
    model = DonorReport
    serializer_class = DonorReportRow
    workflow = REPORT
    ordering = ("due_on", "pk")
    filterset_fields = ("agreement", "status")


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

    def get_queryset(self):
        if getattr(self, "swagger_fake_view", False):
            return Action.objects.none()
        return actions_on_the_board(self.request.user).order_by("pk")


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

    def get_queryset(self):
        if getattr(self, "swagger_fake_view", False):
            return Need.objects.none()
        return requests_on_the_board(self.request.user).order_by("pk")


class RateRow(serializers.Serializer):
    """What one unit of a currency was worth in US dollars on a day."""

    id = serializers.IntegerField()
    currency = serializers.CharField()
    on = serializers.DateField()
    usd = serializers.CharField()
    source_of = serializers.CharField(source="source")


class Rates(Records):
    perm = "donors.view_money"
    model = Rate
    serializer_class = RateRow
    ordering = ("-on", "currency")
    filterset_fields = ("currency",)


RESOURCES = {
    "donors": Donors,
    "engagements": Engagements,
    "funding-requests": FundingRequests,
    "agreements": Agreements,
    "instalments": Instalments,
    "allocations": Allocations,
    "expenditures": Expenditures,
    "funded-activities": Activities,
    "donor-reports": DonorReports,
    "needs": ActionNeeds,
    "request-needs": RequestNeeds,
    "rates": Rates,
}
