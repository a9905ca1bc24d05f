"""Funded activities, and the reports that are owed on them."""

from rest_framework import serializers

from donors.activity_page import content_of
from donors.models import (
    Activity,
    DonorReport,
)
from donors.workflow import REPORT
from rocb.api import Records, Steps
from rocb.roles import Role


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


RESOURCES = {
    "funded-activities": Activities,
    "donor-reports": DonorReports,
}
