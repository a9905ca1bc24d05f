"""The API of the library."""

from rest_framework import serializers

from reports.models import Report
from reports.workflow import REPORT
from rocb.api import Records, Steps


class ReportRow(serializers.Serializer):
    """A report."""

    id = serializers.IntegerField()
    number = serializers.IntegerField()
    title = serializers.CharField()
    summary = serializers.CharField()
    year = serializers.IntegerField()
    status = serializers.CharField()
    is_public = serializers.BooleanField()


class Reports(Steps, Records):
    perm = "reports.view_report"
    model = Report
    serializer_class = ReportRow
    workflow = REPORT
