"""Cycles and follow-up matrices, read and filled row by row."""

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.response import Response

from missions.filing import OWN, Filed, file_rows
from missions.models import (
    Cycle,
    Matrix,
)
from missions.sheets import FIELDS, LETTERS
from missions.versions import content_of
from missions.workflow import CYCLE, MATRIX
from rocb.api import Records, StepInput, Steps


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
                row["row"] = row_name(part, row["id"])
                row["revision"] = revisions[row["id"]]
        return {**super().more(record), "content": content}

    @extend_schema(request=RowsInput, responses={200: None})
    @action(detail=True, methods=["patch"], url_path="rows", perm="missions.fill_matrix")
    def save_rows(self, request, pk=None):
        """Save rows. Each is answered by its new `revision`, by `errors`, or by `theirs`."""
        record, asked = self.asked("missions.fill_matrix", RowsInput)
        wanted = named_rows(asked["rows"])
        filed = file_rows(record, wanted, by=request.user)
        return Response({"rows": {row_name(*row): told(filed, row) for row in wanted}})


def row_name(part: str, key: int) -> str:
    return f"{LETTERS[part]}{key}"


def named_rows(rows: dict[str, dict]) -> dict[tuple[str, int], dict]:
    """The rows by part and id, with the fields that a row has; names that mean no row are passed over."""
    parts = {letter: part for part, letter in LETTERS.items()}
    wanted = {}
    for name, values in rows.items():
        part = parts.get(name[:1])
        if part and name[1:].isdecimal() and len(name) < 12:
            known = {"revision", *FIELDS[part]}
            wanted[part, int(name[1:])] = {k: v for k, v in values.items() if k in known}
    return wanted


def told(filed: Filed, row: tuple[str, int]) -> dict:
    """What became of one row: saved, not as somebody else has changed it, or wrong."""
    if theirs := filed.conflicts.get(row):
        return {"theirs": theirs["values"], "revision": theirs["revision"]}
    if errors := filed.errors.get(row):
        return {"errors": errors}
    if row in filed.saved:
        return {"revision": filed.saved[row]}
    return {"errors": {"row": "Not a row of this matrix."}}


RESOURCES = {
    "cycles": Cycles,
    "matrices": Matrices,
}
