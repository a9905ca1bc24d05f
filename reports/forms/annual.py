"""Forms of the annual report."""

from typing import ClassVar

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from reports.models import AnnualReport
from rocb import fiscal

AREA = forms.Textarea(attrs={"rows": 8})


class AnnualForm(forms.ModelForm):
    """What is written; everything else comes from the records."""

    class Meta:
        model = AnnualReport
        fields: ClassVar = ["foreword", "highlights", "outlook"]
        widgets: ClassVar = {"foreword": AREA, "highlights": AREA, "outlook": AREA}


class NewAnnualForm(AnnualForm):
    """A report of a year that has none yet."""

    year = forms.TypedChoiceField(label=_("Fiscal year"), coerce=int)
    field_order: ClassVar = ["year", "foreword", "highlights", "outlook"]

    def __init__(self, *args, office, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.office = office
        now = fiscal.fiscal_year(timezone.localdate())
        first = fiscal.fiscal_year(office.opened_on) if office.opened_on else now - 5
        there = set(AnnualReport.objects.filter(office=office).values_list("year", flat=True))
        self.fields["year"].choices = [
            (year, fiscal.label(year)) for year in range(now, first - 1, -1) if year not in there
        ]

    def clean(self):
        values = super().clean()
        self.instance.year = values.get("year") or 0
        return values
