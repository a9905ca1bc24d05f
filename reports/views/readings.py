"""What an indicator is measured against and by: targets of years, values with evidence."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reports.forms.plans import (
    ReadingForm,
    TargetsForm,
)
from reports.models import Indicator, Reading, Target
from reports.sections import InReports
from reports.views.indicators import IndicatorFrame
from reports.views.plans import closed_plan, trail
from rocb.views.house import CreatePage, EditPage


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
