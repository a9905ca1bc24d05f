"""Forms about reports to donors."""

from django import forms
from django.utils.translation import gettext_lazy

from donors.forms.fields import (
    AREA,
)
from donors.models import (
    DonorReport,
)
from rocb.forms import day_field


class ReportPlanForm(forms.Form):
    """A report that will be owed."""

    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=DonorReport.Kind)
    from_on = day_field(label=gettext_lazy("Period from"))
    until_on = day_field(label=gettext_lazy("Period until"))
    due_on = day_field(label=gettext_lazy("Due"))


class ReportForm(forms.ModelForm):
    """What the office adds to the figures of a report."""

    class Meta:
        model = DonorReport
        fields = ["kind", "from_on", "until_on", "due_on", "summary", "difficulties", "outlook"]
        widgets = {
            "summary": AREA,
            "difficulties": AREA,
            "outlook": AREA,
            **{
                name: forms.DateInput(attrs={"type": "date"})
                for name in ("from_on", "until_on", "due_on")
            },
        }
