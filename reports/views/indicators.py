"""One indicator with its years, its targets, values entered with evidence; titles of pillars."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reports.forms.plans import (
    IndicatorForm,
    PillarTitleForm,
    ReadingForm,
    TargetsForm,
    years_of,
)
from reports.models import Indicator, Objective, Pillar, PillarTitle, Reading, Target
from reports.offices import asked_office, own_office, switch
from reports.progress import elapsed, in_words, judged, number, standings
from reports.sections import InReports
from reports.views.plans import closed_plan, trail
from rocb import charts, fiscal, markup
from rocb.figures import counted
from rocb.views.house import CreatePage, DetailPage, EditPage, Page


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


class IndicatorTargets(IndicatorFrame, EditPage):
    """All targets of an indicator on one page; the version is the latest change of any of them."""

    perm = "reports.change_strategicplan"
    template_name = "reports/form.html"
    title = gettext_lazy("Targets")
    form_class = TargetsForm
    lead = gettext_lazy("What it should have reached at the end of each fiscal year.")

    @property
    def kicker(self):
        return self.record.title

    def version(self, record):
        kept = record.targets.order_by("pk").values_list("year", "value")
        return ";".join(f"{year}:{value}" for year, value in kept) or "none"

    def form(self, data=None, files=None, *, instance, **more):
        more.pop("initial", None)
        kept = {f"y{row.year}": row.value for row in instance.targets.all()}
        return TargetsForm(data, plan=instance.objective.plan, initial=kept, **more)

    def conflict(self, form, before):
        return [
            {"name": name, "label": field.label, "theirs": str(form.initial.get(name, "")),
             "mine": str(form[name].value() or "")}
            for name, field in form.fields.items()
            if name != "version" and str(form.initial.get(name, "")) != str(form[name].value() or "")
        ]  # fmt: skip

    def save(self, form):
        user = self.request.user
        for year, value in form.targets().items():
            if value is None:
                self.record.targets.filter(year=year).delete()
                continue
            target = self.record.targets.filter(year=year).first() or Target(
                indicator=self.record, year=year, created_by=user
            )
            if target.value != value:
                target.value, target.updated_by = value, user
                target.save()
        return self.record


class ReadingCreate(InReports, CreatePage):
    perm = "reports.add_reading"
    section = "plan"
    model = Reading
    template_name = "reports/form.html"
    title = gettext_lazy("Enter a value")
    form_class = ReadingForm

    def prepare(self):
        rows = Indicator.objects.visible_to(self.request.user)
        self.indicator = get_object_or_404(
            rows.select_related("objective__plan__office"), pk=self.kwargs["pk"]
        )
        plan = self.indicator.objective.plan
        if not plan.allows(self.request.user, self.perm) or closed_plan(plan):
            raise PermissionDenied
        if self.indicator.figure is not None:
            raise Http404(_("This indicator is computed: nobody enters its values."))

    @property
    def kicker(self):
        return self.indicator.title

    def initial(self):
        return {"on": timezone.localdate().isoformat()}

    def form(self, data=None, files=None, **more):
        return ReadingForm(data, files, indicator=self.indicator, **more)

    def breadcrumbs(self):
        plan = self.indicator.objective.plan
        return [
            *trail(),
            (str(plan), plan.get_absolute_url()),
            (self.indicator.title, self.indicator.get_absolute_url()),
            (self.title, None),
        ]

    def cancel_url(self):
        return self.indicator.get_absolute_url()


class Pillars(InReports, Page):
    """What each pillar of the office is and was called."""

    perm = "reports.view_workitem"
    section = "plan"
    template_name = "reports/pillars.html"
    title = gettext_lazy("Titles of the pillars")

    def breadcrumbs(self):
        return [*trail(), (self.title, None)]

    def get(self, request):
        office = asked_office(request)
        titles = PillarTitle.objects.filter(pillar__office=office).order_by(
            "pillar__number", "-from_on"
        )
        groups: dict[int, list] = {}
        for number_of, title, from_on in titles.values_list("pillar__number", "title", "from_on"):
            groups.setdefault(number_of, []).append((title, markup.day(from_on)))
        may_edit = request.user.has_perm("reports.change_strategicplan") and (
            request.user.office_id == office.pk
        )
        following = max(groups, default=0) + 1
        return self.page(
            {
                "office": office,
                "offices": switch(request, office),
                "groups": [
                    (n, rows, reverse("reports:pillar-title", args=[n]) if may_edit else "")
                    for n, rows in groups.items()
                ],
                "new_url": reverse("reports:pillar-title", args=[following])
                if may_edit and following <= 12
                else "",
            }
        )


class PillarTitleCreate(InReports, CreatePage):
    """A new title for a pillar of the own office; the next number makes a new pillar."""

    perm = "reports.change_strategicplan"
    section = "plan"
    model = PillarTitle
    template_name = "reports/form.html"
    form_class = PillarTitleForm

    @property
    def title(self):
        return _("New title of pillar %d") % self.kwargs["number"]

    def breadcrumbs(self):
        where = reverse("reports:pillars")
        return [*trail(), (_("Titles of the pillars"), where), (self.title, None)]

    def prepare(self):
        office = own_office(self.request)
        if self.request.user.office_id != office.pk:
            raise PermissionDenied
        known = office.pillars.order_by("-number").values_list("number", flat=True)
        wanted = self.kwargs["number"]
        if (wanted not in known and wanted != (known[0] if known else 0) + 1) or wanted > 12:
            raise Http404
        self.pillar = office.pillars.filter(number=wanted).first() or Pillar(
            office=office, number=wanted
        )

    def form(self, data=None, files=None, **more):
        return PillarTitleForm(data, files, pillar=self.pillar, **more)

    def initial(self):
        return {"from_on": timezone.localdate().isoformat()}

    def cancel_url(self):
        return reverse("reports:pillars")

    def finish(self, form):
        with transaction.atomic():
            if self.pillar.pk is None:
                self.pillar.save()
            form.instance.pillar = self.pillar
            form.save()
        return HttpResponseRedirect(self.cancel_url())
