"""Forms of plans, objectives, indicators and the work plan."""

from typing import ClassVar

from django import forms
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from missions.models import Mission
from programmes.models import Event
from reports.models import Indicator, Objective, PillarTitle, Reading, StrategicPlan, WorkItem
from rocb import fiscal
from rocb.figures import figures
from rocb.forms import day_field
from rocb.models import User
from rocb.roles import OFFICE_ROLES

AREA = forms.Textarea(attrs={"rows": 4})
DAY = forms.DateInput(attrs={"type": "date"})
# The level that stands above each, in the chain of plans.
ABOVE = {
    StrategicPlan.Level.OFFICE: StrategicPlan.Level.REGION,
    StrategicPlan.Level.REGION: StrategicPlan.Level.WCO,
}


class PlanForm(forms.ModelForm):
    """The frame of a plan. Whose it is, is chosen once."""

    class Meta:
        model = StrategicPlan
        fields: ClassVar = [
            "level", "title", "starts_on", "ends_on", "parent", "adopted_by", "summary",
        ]  # fmt: skip
        widgets: ClassVar = {"summary": AREA, "starts_on": DAY, "ends_on": DAY}

    def __init__(self, *args, office, **kwargs):
        super().__init__(*args, **kwargs)
        self.office = office
        above = StrategicPlan.objects.filter(Q(office=office) | Q(office=None))
        if self.instance.pk:
            del self.fields["level"]
            above = above.filter(level=ABOVE.get(self.instance.level, ""))
        self.fields["parent"].queryset = above.exclude(pk=self.instance.pk).order_by(
            "level", "-starts_on"
        )
        self.fields["parent"].help_text = _("The plan above it, which its objectives serve.")

    def clean(self):
        values = super().clean()
        level = values.get("level") or self.instance.level
        parent = values.get("parent")
        if parent and parent.level != ABOVE.get(level):
            above = ABOVE.get(level)
            self.add_error(
                "parent",
                _("It carries out a plan of the kind “%s”.") % above.label
                if above
                else _("There is no plan above the WCO's."),
            )
        self.instance.office = None if level == StrategicPlan.Level.WCO else self.office
        return values


class AdoptForm(forms.Form):
    """When the body adopted it."""

    adopted_on = day_field(label=_("Adopted on"))
    comment = forms.CharField(
        label=_("Comment"), widget=forms.Textarea(attrs={"rows": 3}), required=False,
        max_length=10_000,
    )  # fmt: skip

    def clean_adopted_on(self):
        day = self.cleaned_data["adopted_on"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("The day of adoption is still to come."))
        return day


class ObjectiveForm(forms.ModelForm):
    class Meta:
        model = Objective
        fields: ClassVar = ["number", "title", "pillar", "serves", "description"]
        widgets: ClassVar = {"description": AREA}

    def __init__(self, *args, plan, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.plan = plan
        if plan.level == StrategicPlan.Level.OFFICE:
            pillars = plan.office.pillars.titled(plan.starts_on)
            self.fields["pillar"].queryset = pillars
            self.fields["pillar"].label_from_instance = lambda one: (
                f"{one.number}. {one.title or ''}"
            )
        else:
            del self.fields["pillar"]
        if plan.parent_id:
            self.fields["serves"].queryset = plan.parent.objectives.order_by("number")
        else:
            del self.fields["serves"]

    def _get_validation_exclusions(self):
        # The plan is not typed in, but its numbers are unique within it.
        return super()._get_validation_exclusions() - {"plan"}


class IndicatorForm(forms.ModelForm):
    figure_key = forms.ChoiceField(
        label=_("Computed from the figure"),
        required=False,
        help_text=_("Empty: its values are entered by hand, with evidence."),
    )

    class Meta:
        model = Indicator
        fields: ClassVar = ["title", "unit", "figure_key", "baseline", "is_lower_better", "note"]
        widgets: ClassVar = {"note": AREA}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["figure_key"].choices = [
            ("", _("Values are entered by hand")),
            *((figure.key, figure.title) for figure in figures),
        ]


def years_of(plan) -> range:
    """The fiscal years that a plan touches, by the calendar year in which each begins."""
    return range(fiscal.fiscal_year(plan.starts_on), fiscal.fiscal_year(plan.ends_on) + 1)


class TargetsForm(forms.Form):
    """A target for each fiscal year of the plan; an empty one is none."""

    def __init__(self, *args, plan, **kwargs):
        super().__init__(*args, **kwargs)
        for year in years_of(plan):
            self.fields[f"y{year}"] = forms.DecimalField(
                label=_("By 30 June %(year)s (fiscal year %(label)s)")
                % {"year": year + 1, "label": fiscal.label(year)},
                required=False,
                max_digits=12,
                decimal_places=2,
            )

    def targets(self) -> dict:
        return {
            int(name[1:]): value for name, value in self.cleaned_data.items() if name != "version"
        }


class ReadingForm(forms.ModelForm):
    class Meta:
        model = Reading
        fields: ClassVar = ["on", "value", "evidence"]
        widgets: ClassVar = {"on": DAY, "evidence": AREA}

    def __init__(self, *args, indicator, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.indicator = indicator

    def _get_validation_exclusions(self):
        return super()._get_validation_exclusions() - {"indicator"}

    def clean_on(self):
        day = self.cleaned_data["on"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("That day is still to come."))
        return day


class PillarTitleForm(forms.ModelForm):
    class Meta:
        model = PillarTitle
        fields: ClassVar = ["title_en", "title_fr", "from_on"]
        widgets: ClassVar = {"from_on": DAY}
        help_texts: ClassVar = {
            "from_on": _("Pages about earlier days keep the title of that time."),
        }

    def __init__(self, *args, pillar, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.pillar = pillar

    def _get_validation_exclusions(self):
        # A pillar that is only being made has no other title yet.
        known = {"pillar"} if self.instance.pillar.pk else set()
        return super()._get_validation_exclusions() - known


def year_choices(today=None) -> list[tuple[int, str]]:
    """Fiscal years to plan for: the one before this to two ahead."""
    now = fiscal.fiscal_year(today or timezone.localdate())
    return [(year, fiscal.label(year)) for year in range(now - 1, now + 3)]


class WorkItemForm(forms.ModelForm):
    year = forms.TypedChoiceField(label=_("Fiscal year"), coerce=int)

    class Meta:
        model = WorkItem
        fields: ClassVar = [
            "year", "title", "pillar", "objective", "carried_by", "starts_on", "ends_on",
            "effort", "outcome", "description", "event", "mission", "percent", "progress",
        ]  # fmt: skip
        widgets: ClassVar = {
            "starts_on": DAY, "ends_on": DAY, "description": AREA, "progress": AREA,
        }  # fmt: skip

    def __init__(self, *args, office, **kwargs):
        super().__init__(*args, **kwargs)
        today = timezone.localdate()
        choices = year_choices(today)
        kept = self.instance.year
        if kept and kept not in dict(choices):
            choices = sorted([*choices, (kept, fiscal.label(kept))])
        self.fields["year"].choices = choices
        self.fields["pillar"].queryset = office.pillars.titled(today)
        self.fields["pillar"].label_from_instance = lambda one: f"{one.number}. {one.title or ''}"
        plans = StrategicPlan.objects.filter(office=office, level=StrategicPlan.Level.OFFICE)
        self.fields["objective"].queryset = Objective.objects.filter(
            Q(plan__in=plans.exclude(status="closed")) | Q(pk=self.instance.objective_id)
        ).order_by("-plan", "number")
        staff = User.objects.filter(
            Q(pk__in=User.objects.current(today).values("pk")) | Q(pk=self.instance.carried_by_id),
            role__in=OFFICE_ROLES,
            person__organisation=office,
        )
        self.fields["carried_by"].queryset = staff.select_related("person").order_by(
            "person__family_name__az"
        )
        self.fields["carried_by"].label_from_instance = lambda one: one.full_name
        since = fiscal.first_day(fiscal.fiscal_year(today) - 1)
        events = Event.objects.filter(
            Q(office=office, starts_on__gte=since) | Q(pk=self.instance.event_id)
        )
        self.fields["event"].queryset = events.order_by("-starts_on")
        missions = Mission.objects.filter(
            Q(administration__region=office.region_id, starts_on__gte=since)
            | Q(pk=self.instance.mission_id)
        )
        self.fields["mission"].queryset = missions.select_related("administration").order_by(
            "-starts_on"
        )

    def clean(self):
        values = super().clean()
        year, starts, ends = values.get("year"), values.get("starts_on"), values.get("ends_on")
        if year and starts and ends and starts <= ends:
            first, last = fiscal.first_day(year), fiscal.last_day(year)
            if ends < first or starts > last:
                self.add_error(
                    "starts_on",
                    _("These days lie outside the fiscal year %s.") % fiscal.label(year),
                )
        objective, pillar = values.get("objective"), values.get("pillar")
        if objective and not pillar:
            values["pillar"] = objective.pillar
        elif objective and objective.pillar_id and objective.pillar_id != pillar.pk:
            self.add_error("objective", _("This objective belongs to another pillar."))
        return values
