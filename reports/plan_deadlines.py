"""What an office owes its own plan: items of work, targets, values, and the annual report."""

from datetime import date, timedelta

from django.db.models import CharField, DateField, Exists, F, OuterRef, QuerySet, Value
from django.db.models.functions import Cast, Concat
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from reports.models import AnnualReport, Indicator, Reading, Target, WorkItem
from reports.models.work import WorkItemQuerySet
from reports.workflow import AnnualStatus, StrategyStatus
from rocb import fiscal
from rocb.deadlines import OFFICE, DeadlineKind, owed
from rocb.roles import Role

HEAD = frozenset({Role.HEAD})
# A month into the year its targets are set.
TARGETS_WITHIN = timedelta(days=30)


def items_due(items: WorkItemQuerySet) -> QuerySet:
    """Open items of the work plan, on their last day."""
    return owed(items.open(), what="title", on="ends_on", office="office")


def this_year() -> int:
    """The fiscal year of today, in the zone of the installation."""
    return fiscal.fiscal_year(timezone.localdate())


def day(value: date):
    return Cast(Value(value), DateField())


def in_plans_of(indicators: QuerySet, year: int) -> QuerySet:
    """Indicators of adopted plans of offices that hold in a fiscal year."""
    return indicators.filter(
        objective__plan__status=StrategyStatus.ADOPTED,
        objective__plan__office__isnull=False,
        objective__plan__starts_on__lte=fiscal.last_day(year),
        objective__plan__ends_on__gte=fiscal.first_day(year),
    )


def targets_to_set(indicators: QuerySet) -> QuerySet:
    """Indicators without a target for the fiscal year that runs."""
    year = this_year()
    there = Target.objects.filter(indicator=OuterRef("pk"), year=year)
    return owed(
        in_plans_of(indicators, year).exclude(Exists(there)),
        what="title",
        on=day(fiscal.first_day(year) + TARGETS_WITHIN),
        turn=year,
        office="objective__plan__office",
    )


def values_to_enter(indicators: QuerySet) -> QuerySet:
    """Indicators without a figure that have had no value in the fiscal year that runs."""
    year = this_year()
    there = Reading.objects.filter(indicator=OuterRef("pk"), on__gte=fiscal.first_day(year))
    return owed(
        in_plans_of(indicators, year).filter(figure_key="").exclude(Exists(there)),
        what="title",
        on=day(fiscal.last_day(year)),
        turn=year,
        office="objective__plan__office",
    )


def reports_to_issue(reports: QuerySet) -> QuerySet:
    """Annual reports that have been begun and not issued, three months after their year."""
    return owed(
        reports.filter(status=AnnualStatus.DRAFT),
        what=Concat(F("office__name"), Value(" "), Cast("year", CharField())),
        on=Cast(
            Concat(Cast(F("year") + 1, CharField()), Value("-09-30"), output_field=CharField()),
            DateField(),
        ),
        office="office",
    )


KINDS = (
    DeadlineKind(
        "work-item",
        _("Item of the work plan"),
        WorkItem,
        items_due,
        HEAD,
        "reports:work-detail",
        "reports.change_workitem",
        rungs=(),
    ),
    DeadlineKind(
        "targets",
        _("Set the target of the year"),
        Indicator,
        targets_to_set,
        OFFICE,
        "reports:indicator-targets",
        "reports.change_strategicplan",
        rungs=(-14, 7),
    ),
    DeadlineKind(
        "values",
        _("Enter the value of the year"),
        Indicator,
        values_to_enter,
        OFFICE,
        "reports:reading-create",
        "reports.add_reading",
        rungs=(-30, -3, 7),
    ),
    DeadlineKind(
        "annual-report",
        _("Issue the annual report"),
        AnnualReport,
        reports_to_issue,
        HEAD,
        "reports:annual-open",
        "reports.issue_annualreport",
        rungs=(-30, -3, 7),
    ),
)
