"""Donors, talks with them, and what they are asked for."""

from rest_framework import serializers

from donors.models import (
    Donor,
    Engagement,
    FundingRequest,
)
from donors.workflow import REQUEST
from rocb.api import Records, Steps


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


RESOURCES = {
    "donors": Donors,
    "engagements": Engagements,
    "funding-requests": FundingRequests,
}
