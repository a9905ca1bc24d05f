"""The API of plans, indicators, the work plan and annual reports."""

from rest_framework import serializers

from reports.models import AnnualReport, Indicator, StrategicPlan, WorkItem
from reports.workflow import ANNUAL, STRATEGY, WORK
from rocb.api import Records, StepInput, Steps


class StrategicPlanRow(serializers.Serializer):
    """A plan of the WCO, a region or an office."""

    id = serializers.IntegerField()
    level = serializers.CharField()
    office = serializers.CharField(source="office.region.code")
    # To the checker a field's `parent` is its serializer; declared ones are taken out of the class.
    parent = serializers.IntegerField(source="parent_id")  # type: ignore[assignment]
    title = serializers.CharField()
    starts_on = serializers.DateField()
    ends_on = serializers.DateField()
    adopted_on = serializers.DateField()
    status = serializers.CharField()


class AdoptInput(StepInput):
    """When the body adopted the plan; today without it."""

    adopted_on = serializers.DateField(required=False)


class StrategicPlans(Steps, Records):
    perm = "reports.view_strategicplan"
    model = StrategicPlan
    serializer_class = StrategicPlanRow
    workflow = STRATEGY
    step_serializers = {"adopt": AdoptInput}
    filterset_fields = ("level", "status", "office__region__code")


class IndicatorRow(serializers.Serializer):
    """An indicator of a plan; `figure` names the figure that it is computed from."""

    id = serializers.IntegerField()
    plan = serializers.IntegerField(source="objective.plan_id")
    pillar = serializers.IntegerField(source="objective.pillar.number")
    objective = serializers.CharField(source="objective.title")
    title = serializers.CharField()
    unit = serializers.CharField()
    figure = serializers.CharField(source="figure_key")
    is_lower_better = serializers.BooleanField()


class Indicators(Records):
    perm = "reports.view_strategicplan"
    model = Indicator
    serializer_class = IndicatorRow
    filterset_fields = ("objective__plan",)

    def more(self, record):
        """Its targets by fiscal year, and the values entered."""
        return {
            "targets": [
                {"year": year, "value": str(value)}
                for year, value in record.targets.values_list("year", "value")
            ],
            "values": [
                {"on": on.isoformat(), "value": str(value), "evidence": evidence}
                for on, value, evidence in record.readings.values_list("on", "value", "evidence")
            ],
        }


class WorkItemRow(serializers.Serializer):
    """An item of an office's annual work plan."""

    id = serializers.IntegerField()
    office = serializers.CharField(source="office.region.code")
    year = serializers.IntegerField()
    pillar = serializers.IntegerField(source="pillar.number")
    objective = serializers.IntegerField(source="objective_id")
    title = serializers.CharField()
    carried_by = serializers.CharField(source="carried_by.email")
    starts_on = serializers.DateField()
    ends_on = serializers.DateField()
    effort = serializers.DecimalField(max_digits=5, decimal_places=1)
    percent = serializers.IntegerField()
    status = serializers.CharField()


class WorkItems(Steps, Records):
    perm = "reports.view_workitem"
    model = WorkItem
    serializer_class = WorkItemRow
    workflow = WORK
    filterset_fields = ("year", "status", "office__region__code")


class AnnualReportRow(serializers.Serializer):
    """An annual report; `sha256` is the fingerprint of what was issued."""

    id = serializers.IntegerField()
    office = serializers.CharField(source="office.region.code")
    year = serializers.IntegerField()
    status = serializers.CharField()
    issued_at = serializers.DateTimeField()
    sha256 = serializers.CharField()


class AnnualReports(Steps, Records):
    perm = "reports.view_annualreport"
    model = AnnualReport
    serializer_class = AnnualReportRow
    workflow = ANNUAL
    filterset_fields = ("year", "status", "office__region__code")

    def get_queryset(self):
        return super().get_queryset().select_related("office__region")


RESOURCES = {
    "strategic-plans": StrategicPlans,
    "indicators": Indicators,
    "work-items": WorkItems,
    "annual-reports": AnnualReports,
}
