"""The API of the library."""

from rest_framework import serializers

from reports.models import CaseStudy, Report
from reports.workflow.library import CASE, REPORT
from rocb.api import Records, Steps


class ReportRow(serializers.Serializer):
    """A report."""

    id = serializers.IntegerField()
    series = serializers.CharField(source="series.code")
    number = serializers.IntegerField()
    handle = serializers.CharField()
    title = serializers.CharField()
    authors = serializers.CharField()
    summary = serializers.CharField()
    year = serializers.IntegerField()
    countries = serializers.ListField(child=serializers.CharField())
    languages = serializers.ListField(child=serializers.CharField())
    published_on = serializers.DateField()
    status = serializers.CharField()
    is_public = serializers.BooleanField()


class Reports(Steps, Records):
    perm = "reports.view_report"
    model = Report
    serializer_class = ReportRow
    workflow = REPORT
    filterset_fields = ("status", "year", "number", "is_public")

    def get_queryset(self):
        return super().get_queryset().select_related("series", "office")

    def more(self, record) -> dict:
        files = record.files.filter(is_current=True).values(
            "number", "language", "kind", "name", "size", "sha256"
        )
        return {
            **super().more(record),
            "themes": list(record.themes.values_list("code", flat=True)),
            "standards": list(record.standards.values_list("code", flat=True)),
            "files": [
                {**file, "url": f"{record.get_absolute_url()}files/{file['number']}/"}
                for file in files
            ],
        }


class CaseRow(serializers.Serializer):
    """A member's case for a study."""

    id = serializers.IntegerField()
    study = serializers.CharField(source="report.title")
    member = serializers.CharField(source="administration.iso2")
    title = serializers.CharField()
    text = serializers.CharField()
    contact = serializers.CharField()
    wanted_by = serializers.DateField(source="report.call_due_on")
    status = serializers.CharField()


class Cases(Steps, Records):
    perm = "reports.view_case"
    model = CaseStudy
    serializer_class = CaseRow
    workflow = CASE
    filterset_fields = ("status", "administration__iso2")

    def get_queryset(self):
        return super().get_queryset().select_related("administration", "report")


RESOURCES = {"reports": Reports, "cases": Cases}
