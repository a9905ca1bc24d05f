"""One indicator with its years, its targets, values entered with evidence; titles of pillars."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reports.forms.plans import (
    IndicatorForm,
    years_of,
)
from reports.models import Indicator, Objective
from reports.offices import own_office
from reports.progress import elapsed, in_words, judged, number, standings
from reports.sections import InReports
from reports.views.plans import closed_plan, trail
from rocb import charts, fiscal, markup
from rocb.figures import counted
from rocb.views.house import CreatePage, DetailPage, EditPage


class IndicatorFrame(InReports):
    """What every page of one indicator shares."""

    section = "plan"
    model = Indicator

    def queryset(self):
        return super().queryset().select_related("objective__plan__office__region")

    def breadcrumbs(self):
        record = getattr(self, "record", None) or self.indicator
        plan = record.objective.plan
        return [
            *trail(),
            (str(plan), plan.get_absolute_url()),
            (record.title, record.get_absolute_url()),
        ]

    def closed(self, record):
        return closed_plan(record.objective.plan)


class IndicatorDetail(IndicatorFrame, DetailPage):
    perm = "reports.view_strategicplan"
    template_name = "reports/indicator_detail.html"

    def breadcrumbs(self):
        return [*super().breadcrumbs()[:-1], (self.record.title, None)]

    @property
    def kicker(self):
        return str(self.record.objective)

    def tab_names(self):
        return [("", _("Progress")), ("past", _("History, comments, files"))]

    def links(self, indicator):
        user, plan = self.request.user, indicator.objective.plan
        if closed_plan(plan):
            return []
        found = []
        if indicator.figure is None and plan.allows(user, "reports.add_reading"):
            found.append(
                (_("Enter a value"), reverse("reports:reading-create", args=[indicator.pk]))
            )
        if plan.allows(user, "reports.change_strategicplan"):
            found += [
                (_("Targets"), reverse("reports:indicator-targets", args=[indicator.pk])),
                (_("Edit"), reverse("reports:indicator-edit", args=[indicator.pk])),
            ]
        return found

    def facts(self, indicator):
        figure = indicator.figure
        source = _("Values entered with evidence")
        if figure is not None:
            source = markup.link(figure.title, reverse("reports:figure", args=[figure.key]))
        return [
            (_("Plan"), markup.link(indicator.objective.plan,
                                    indicator.objective.plan.get_absolute_url())),
            (_("Where it comes from"), source),
            (_("Baseline"), in_words(number(indicator.baseline), indicator.unit)),
            (_("Better when"), _("lower") if indicator.is_lower_better else _("higher")),
            (_("How it is measured"), indicator.note),
        ]  # fmt: skip

    def who_can_see(self, indicator):
        plan = indicator.objective.plan
        if plan.status == "draft":
            return [_("The regional office"), _("The WCO Secretariat")]
        return [_("Everybody with a sign-in")]

    def details(self, indicator):
        if self.tab:
            return {}
        plan = indicator.objective.plan
        office = plan.office or own_office(self.request)
        today = timezone.localdate()
        day = max(plan.starts_on, min(today, plan.ends_on))
        (one,) = Indicator.objects.filter(pk=indicator.pk).with_values(fiscal.fiscal_year(day), day)
        (standing,) = standings([one], office, day)
        readings = list(indicator.readings.select_related("created_by__person").order_by("-on"))
        years = yearly(indicator, plan, office, today, readings)
        return {
            "indicator": indicator,
            "standing": standing,
            "standing_value": in_words(standing.value, indicator.unit),
            "standing_aim": in_words(standing.aim, indicator.unit),
            "as_at": day,
            "chart": charts.columns(
                [
                    charts.Point(
                        fiscal.label(year), value or 0.0, in_words(value), aim,
                        charts.LATE if state == "behind" else charts.BAR,
                    )
                    for year, value, aim, state in years
                ]
            ),
            "years": [
                (fiscal.label(year), in_words(value, indicator.unit), in_words(aim, indicator.unit),
                 state.label if state else "")
                for year, value, aim, state in years
            ],
            "readings": [
                (markup.day(row.on), in_words(float(row.value), indicator.unit), row.evidence,
                 row.created_by.full_name if row.created_by else "")
                for row in readings
            ],
            "is_entered": indicator.figure is None,
        }  # fmt: skip


def yearly(indicator, plan, office, today, readings) -> list[tuple]:
    """(year, value, target, state) at the end of each fiscal year of a plan, today for this one."""
    aims = {row.year: float(row.value) for row in indicator.targets.all()}
    years = list(years_of(plan))
    past = [year for year in years if fiscal.first_day(year) <= today]
    days = {year: min(today, fiscal.last_day(year)) for year in past}
    if indicator.figure is not None:
        rows = indicator.figure.rows
        values = dict(zip(past, counted(rows(office, days[year]) for year in past), strict=True))
    else:
        values = {
            year: next((float(row.value) for row in readings if row.on <= days[year]), None)
            for year in past
        }
    found, before = [], number(indicator.baseline)
    for year in years:
        value, aim = values.get(year), aims.get(year)
        state = None
        if year in days:
            share = elapsed(days[year])
            state = judged(value, before, aim, share, indicator.is_lower_better)
        found.append((year, None if value is None else float(value), aim, state))
        before = value if value is not None else before
    return found


class IndicatorCreate(InReports, CreatePage):
    perm = "reports.change_strategicplan"
    section = "plan"
    model = Indicator
    template_name = "reports/form.html"
    title = gettext_lazy("New indicator")
    form_class = IndicatorForm

    def prepare(self):
        objectives = Objective.objects.visible_to(self.request.user)
        self.objective = get_object_or_404(
            objectives.select_related("plan__office"), pk=self.kwargs["pk"]
        )
        if not self.objective.allows(self.request.user, self.perm) or closed_plan(
            self.objective.plan
        ):
            raise PermissionDenied

    @property
    def kicker(self):
        return str(self.objective)

    def breadcrumbs(self):
        plan = self.objective.plan
        return [*trail(), (str(plan), plan.get_absolute_url()), (self.title, None)]

    def cancel_url(self):
        return self.objective.get_absolute_url()

    def save(self, form):
        form.instance.objective = self.objective
        return super().save(form)

    def success_url(self, record):
        return reverse("reports:indicator-targets", args=[record.pk])

    def saved(self, record):
        return _("Saved. Now its targets, year by year.")


class IndicatorEdit(IndicatorFrame, EditPage):
    perm = "reports.change_strategicplan"
    template_name = "reports/form.html"
    title = gettext_lazy("Edit the indicator")
    form_class = IndicatorForm
