"""Agreements, and the money that they hold."""

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.response import Response

from donors.actions import allocate
from donors.models import (
    Agreement,
    Allocation,
    Expenditure,
    Instalment,
    Rate,
)
from donors.money import balance_of, with_money
from donors.workflow import AGREEMENT
from missions.models import Action, Mission
from programmes.models import Event
from rocb.api import Records, StepInput, Steps


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

    def columns(self, queryset):
        return super().columns(with_money(queryset))

    @extend_schema(request=AllocateInput, responses={201: None})
    @action(detail=True, methods=["post"], perm="donors.view_agreement")
    def allocate(self, request, pk=None):
        """Allocate money, or something in kind. Never more than the agreement holds."""
        agreement, values = self.asked("donors.allocate_money", AllocateInput)
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
    "agreements": Agreements,
    "instalments": Instalments,
    "allocations": Allocations,
    "expenditures": Expenditures,
    "rates": Rates,
}
