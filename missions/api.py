"""The API of pillar 1: the same rows, rights and actions as its pages."""

from uuid import UUID, uuid4

import django_filters as filters
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.response import Response

from missions.actions import (
    Note,
    answer_recommendation,
    request_extension,
    share_action,
    write_notes,
)
from missions.filing import OWN, file_rows
from missions.forms.missions import AdviceForm, FindingForm
from missions.models import (
    Action,
    ActionPlan,
    Answer,
    Cycle,
    Expert,
    ExtensionRequest,
    Finding,
    Implementation,
    Matrix,
    Mission,
    Recommendation,
)
from missions.sheets import FIELDS, LETTERS
from missions.versions import content_of
from missions.workflow import CYCLE, EXTENSION, MATRIX, MISSION, PLAN
from rocb.api import Records, StepInput, Steps
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
        record = self.record_for("missions.request_extension")
        serializer = ExtensionInput(data=request.data)
        serializer.is_valid(raise_exception=True)
        made = request_extension(record, by=request.user, **serializer.validated_data)
        return Response({"id": made.pk, "status": made.status}, status=201)

    @extend_schema(request=ShareInput, responses={200: ShareInput})
    @action(detail=True, methods=["post"], perm="missions.share_action")
    def share(self, request, pk=None):
        """Show an action to donors, or stop showing it."""
        record = self.record_for("missions.share_action")
        serializer = ShareInput(data=request.data)
        serializer.is_valid(raise_exception=True)
        shared = share_action(record, by=request.user, **serializer.validated_data)
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


class RecommendationRow(serializers.Serializer):
    """A recommendation and its answer."""

    id = serializers.IntegerField()
    member = serializers.CharField(source="administration.iso2")
    mission = serializers.IntegerField(source="mission_id")
    number = serializers.CharField()
    text = serializers.CharField()
    area = serializers.CharField(source="area.title")
    priority = serializers.CharField()
    horizon = serializers.CharField()
    source_of = serializers.CharField(source="source")
    made_on = serializers.DateField()
    answer = serializers.CharField()
    answer_reason = serializers.CharField()


class AnswerInput(serializers.Serializer):
    """What the member says."""

    answer = serializers.ChoiceField(choices=Answer.choices)
    reason = serializers.CharField(required=False, allow_blank=True, default="", max_length=4000)


class Recommendations(Records):
    perm = "missions.view_recommendation"
    model = Recommendation
    serializer_class = RecommendationRow
    filterset_fields = ("answer", "priority", "administration__iso2")

    def get_queryset(self):
        return super().get_queryset().select_related("administration")

    @extend_schema(request=AnswerInput)
    @action(detail=True, methods=["post"], perm="missions.answer_recommendation")
    def answer(self, request, pk=None):
        """Accept a recommendation, accept it partly, or note it."""
        record = self.record_for("missions.answer_recommendation")
        serializer = AnswerInput(data=request.data)
        serializer.is_valid(raise_exception=True)
        record = answer_recommendation(record, by=request.user, **serializer.validated_data)
        (row,) = self.rows(Recommendation.objects.filter(pk=record.pk))
        return Response(row)


class CycleRow(serializers.Serializer):
    """A round of follow-up."""

    id = serializers.IntegerField()
    office = serializers.CharField(source="office.name")
    name = serializers.CharField()
    framework = serializers.CharField(source="framework.edition")
    opens_on = serializers.DateField()
    due_on = serializers.DateField()
    closes_on = serializers.DateField()
    status = serializers.CharField()


class Cycles(Steps, Records):
    perm = "missions.view_cycle"
    model = Cycle
    serializer_class = CycleRow
    workflow = CYCLE
    ordering = ("-due_on",)
    filterset_fields = ("status",)


class MatrixRow(serializers.Serializer):
    """A follow-up matrix; read one to get its rows."""

    id = serializers.IntegerField()
    member = serializers.CharField(source="administration.iso2")
    cycle = serializers.CharField(source="cycle.name")
    plan = serializers.IntegerField(source="plan_id")
    status = serializers.CharField()
    due_on = serializers.DateField()
    round = serializers.IntegerField()
    has_nothing_to_report = serializers.BooleanField()
    submitted_at = serializers.DateTimeField()
    reviewed_at = serializers.DateTimeField()


class ReturnInput(StepInput):
    """Why a matrix goes back, and by when it is wanted."""

    due_on = serializers.DateField(required=False)


class RowsInput(serializers.Serializer):
    """Rows by name, `s<standard id>` or `a<action id>`, each with the `revision` it was read with."""

    rows = serializers.DictField(child=serializers.DictField(), allow_empty=False)

    def validate_rows(self, rows):
        if len(rows) > 300:
            raise serializers.ValidationError("At most 300 rows at once.")
        return rows


class Matrices(Steps, Records):
    perm = "missions.view_matrix"
    model = Matrix
    serializer_class = MatrixRow
    workflow = MATRIX
    ordering = ("-cycle__due_on", "pk")
    step_serializers = {"return": ReturnInput}
    filterset_fields = ("status", "cycle", "administration__iso2")

    def get_queryset(self):
        return super().get_queryset().select_related("administration", "cycle")

    def more(self, record):
        content = content_of(record)
        for part, (model, key) in OWN.items():
            revisions = dict(model.objects.filter(matrix=record).values_list(key, "revision"))
            for row in content[part]:
                row["row"] = f"{LETTERS[part]}{row['id']}"
                row["revision"] = revisions[row["id"]]
        return {**super().more(record), "content": content}

    @extend_schema(request=RowsInput, responses={200: None})
    @action(detail=True, methods=["patch"], url_path="rows", perm="missions.fill_matrix")
    def save_rows(self, request, pk=None):
        """Save rows. Each is answered by its new `revision`, by `errors`, or by `theirs`."""
        record = self.record_for("missions.fill_matrix")
        serializer = RowsInput(data=request.data)
        serializer.is_valid(raise_exception=True)
        wanted = {}
        for name, values in serializer.validated_data["rows"].items():
            part = {letter: part for part, letter in LETTERS.items()}.get(name[:1])
            if part and name[1:].isdecimal() and len(name) < 12:
                known = {"revision", *FIELDS[part]}
                wanted[part, int(name[1:])] = {k: v for k, v in values.items() if k in known}
        filed = file_rows(record, wanted, by=request.user)
        answer = {}
        for part, row in wanted:
            name = f"{LETTERS[part]}{row}"
            if (part, row) in filed.conflicts:
                theirs = filed.conflicts[part, row]
                answer[name] = {"theirs": theirs["values"], "revision": theirs["revision"]}
            elif (part, row) in filed.errors:
                answer[name] = {"errors": filed.errors[part, row]}
            elif (part, row) in filed.saved:
                answer[name] = {"revision": filed.saved[part, row]}
            else:
                answer[name] = {"errors": {"row": "Not a row of this matrix."}}
        return Response({"rows": answer})


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
        mission = self.record_for("missions.write_findings")
        serializer = NoteInput(data=request.data)
        serializer.is_valid(raise_exception=True)
        values = serializer.validated_data
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
    "recommendations": Recommendations,
    "plans": Plans,
    "actions": Actions,
    "extensions": Extensions,
    "cycles": Cycles,
    "matrices": Matrices,
}
