"""What the pages of figures, plan and annual report need."""

from django.utils import timezone

from rocb import fiscal
from tests.factories.reports import (
    AnnualReportFactory,
    IndicatorFactory,
    ObjectiveFactory,
    PillarTitleFactory,
    StrategicPlanFactory,
    TargetFactory,
    WorkItemFactory,
)


def furnish(cast) -> dict[str, dict]:
    """A plan that holds today with an indicator, a draft plan, an item of work, a draft report."""
    office, today = cast["office"], timezone.localdate()
    year = fiscal.fiscal_year(today)
    plan = StrategicPlanFactory(
        office=office, starts_on=fiscal.first_day(year), ends_on=fiscal.last_day(year + 1)
    )
    draft = StrategicPlanFactory(
        office=office,
        status="draft",
        starts_on=fiscal.first_day(year + 2),
        ends_on=fiscal.last_day(year + 3),
    )
    pillar = PillarTitleFactory(pillar__office=office).pillar
    objective = ObjectiveFactory(plan=plan, pillar=pillar)
    indicator = IndicatorFactory(objective=objective)
    TargetFactory(indicator=indicator, year=year)
    item = WorkItemFactory(office=office, year=year, starts_on=today, ends_on=today)
    report = AnnualReportFactory(office=office, year=year - 1)
    return {
        "reports:figure": {"key": "donors"},
        "reports:plan": {},
        "reports:region": {},
        "reports:plan-detail": {"pk": plan.pk},
        "reports:plan-edit": {"pk": plan.pk},
        "reports:plan-step": {"pk": draft.pk, "step": "adopt"},
        "reports:objective-create": {"pk": plan.pk},
        "reports:objective-": {"pk": ObjectiveFactory(plan=draft, pillar=pillar).pk},
        "reports:indicator-create": {"pk": objective.pk},
        "reports:indicator-": {"pk": indicator.pk},
        "reports:reading-create": {"pk": indicator.pk},
        "reports:pillar-title": {"number": 1},
        "reports:work-": {"pk": item.pk},
        "reports:work-step": {"pk": item.pk, "step": "finish"},
        "reports:annual-": {"year": report.year},
        "reports:annual-open": {"pk": report.pk},
        "reports:annual-step": {"year": report.year, "step": "issue"},
        "reports:annual-file": {"year": report.year, "kind": "docx"},
        "api:strategic-plans-": {"pk": plan.pk},
        "api:strategic-plans-step": {"pk": draft.pk, "step": "adopt"},
        "api:indicators-": {"pk": indicator.pk},
        "api:work-items-": {"pk": item.pk},
        "api:work-items-step": {"pk": item.pk, "step": "finish"},
        "api:annual-reports-": {"pk": report.pk},
        "api:annual-reports-step": {"pk": report.pk, "step": "issue"},
    }
