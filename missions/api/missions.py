"""Experts, missions, and what their teams find."""

from uuid import UUID, uuid4

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.response import Response

from missions.actions import (
    Note,
    write_notes,
)
from missions.forms.field import AdviceForm, FindingForm
from missions.models import (
    Expert,
    Finding,
    Mission,
)
from missions.workflow import MISSION
from rocb.api import Records, StepInput, Steps


class ExpertRow(serializers.Serializer):
    """An expert of the roster."""

    id = serializers.IntegerField()
    given_name = serializers.CharField(source="person.given_name")
    family_name = serializers.CharField(source="person.family_name")
    member = serializers.CharField(source="administration.iso2")
    category = serializers.ChoiceField(choices=Expert.Category.choices)
    languages = serializers.ListField(child=serializers.CharField())
    is_active = serializers.BooleanField()


class Experts(Records):
    perm = "missions.view_expert"
    model = Expert
    serializer_class = ExpertRow
    filterset_fields = ("category", "administration__iso2", "is_active")

    def more(self, record):
        stages = record.certifications.values("scheme", "stage", "awarded_on", "expires_on")
        return {"areas": [area.number for area in record.areas.all()], "stages": list(stages)}


class MissionRow(serializers.Serializer):
    """A mission; read one to get its steps and findings."""

    id = serializers.IntegerField()
    member = serializers.CharField(source="administration.iso2")
    phase = serializers.ChoiceField(choices=Mission.Phase.choices)
    kind = serializers.ChoiceField(choices=Mission.Kind.choices)
    lead = serializers.ChoiceField(choices=Mission.Lead.choices)
    programme = serializers.CharField(source="programme.name")
    status = serializers.CharField()
    starts_on = serializers.DateField()
    ends_on = serializers.DateField()
    comments_due_on = serializers.DateField()
    final_on = serializers.DateField()


class SendInput(StepInput):
    """A draft report goes to the member, who may comment until a day."""

    comments_due_on = serializers.DateField(required=False)


class NoteInput(serializers.Serializer):
    """A finding or a recommendation. The same `key` twice makes one."""

    key = serializers.UUIDField(required=False)
    kind = serializers.ChoiceField(choices=["finding", "recommendation"])
    area = serializers.IntegerField(help_text="Id of the diagnostic area.")
    text = serializers.CharField(max_length=4000)
    evidence = serializers.CharField(required=False, allow_blank=True, default="", max_length=4000)
    standards = serializers.ListField(child=serializers.IntegerField(), required=False)
    findings = serializers.ListField(child=serializers.IntegerField(), required=False)
    priority = serializers.CharField(required=False, default="medium")
    horizon = serializers.CharField(required=False, default="medium")


class Missions(Steps, Records):
    perm = "missions.view_mission"
    model = Mission
    serializer_class = MissionRow
    workflow = MISSION
    ordering = ("-starts_on", "pk")
    step_serializers = {"send": SendInput}
    filterset_fields = ("status", "phase", "administration__iso2")

    def get_queryset(self):
        return super().get_queryset().select_related("administration", "framework")

    @extend_schema(request=NoteInput, responses={201: None})
    @action(detail=True, methods=["post"], perm="missions.write_findings")
    def notes(self, request, pk=None):
        """Write a finding or a recommendation while the report is being written."""
        mission, values = self.asked("missions.write_findings", NoteInput)
        form = (
            FindingForm(values)
            if values["kind"] == "finding"
            else AdviceForm(values, mission=mission)
        )
        if not form.is_valid():
            raise serializers.ValidationError(form.errors)
        key: UUID = values.get("key") or uuid4()
        given = write_notes(
            mission, [Note(key, values["kind"], dict(form.cleaned_data))], by=request.user
        )
        return Response({"key": str(key), "number": given[key]}, status=201)


class FindingRow(serializers.Serializer):
    """A finding of a mission."""

    id = serializers.IntegerField()
    mission = serializers.IntegerField(source="mission_id")
    member = serializers.CharField(source="mission.administration.iso2")
    number = serializers.IntegerField()
    area = serializers.CharField(source="area.title")
    text = serializers.CharField()
    evidence = serializers.CharField()


class Findings(Records):
    perm = "missions.view_mission"
    model = Finding
    serializer_class = FindingRow
    ordering = ("mission", "number")
    filterset_fields = ("mission",)


RESOURCES = {
    "experts": Experts,
    "missions": Missions,
    "findings": Findings,
}
