"""The API of the library."""

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.parsers import MultiPartParser
from rest_framework.response import Response

from reports.actions import add_version
from reports.models import CaseStudy, Report
from reports.workflow.library import CASE, REPORT
from rocb.api import Records, Steps
from rocb.languages import Language


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


class FileInput(serializers.Serializer):
    """A PDF or Word file of a report."""

    file = serializers.FileField(max_length=240)
    language = serializers.ChoiceField(choices=Language.choices, default=Language.ENGLISH.value)
    note = serializers.CharField(max_length=300, required=False, allow_blank=True, default="")


class FileRow(serializers.Serializer):
    """A file that was kept; `reading` says how far the search is with its text."""

    number = serializers.IntegerField()
    language = serializers.CharField()
    kind = serializers.CharField()
    name = serializers.CharField()
    size = serializers.IntegerField()
    sha256 = serializers.CharField()
    reading = serializers.CharField()


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

    @extend_schema(request={"multipart/form-data": FileInput}, responses={201: FileRow})
    @action(detail=True, methods=["post"], perm="reports.change_report",
            parser_classes=[MultiPartParser])  # fmt: skip
    def files(self, request, pk=None):
        """Upload a file of the report: the first in its language, or its newest version."""
        report, values = self.asked("reports.change_report", FileInput)
        version = add_version(report, values.pop("file"), by=request.user, **values)
        return Response(FileRow(version).data, status=201)


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
