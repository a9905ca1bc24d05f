"""Forms of the library."""

from django import forms
from django.utils.translation import gettext_lazy as _

from reports.models import Report
from rocb.models import Standard


class ReportForm(forms.ModelForm):
    """One number of the series."""

    class Meta:
        model = Report
        fields = [
            "number",
            "title",
            "year",
            "countries",
            "summary",
            "themes",
            "standards",
            "is_public",
        ]
        widgets = {
            "summary": forms.Textarea(attrs={"rows": 6}),
            "themes": forms.CheckboxSelectMultiple,
            "standards": forms.CheckboxSelectMultiple,
        }
        help_texts = {
            "countries": _("Two-letter codes separated by commas, for example FJ, PG."),
            "is_public": _("Once published, anybody may read it; otherwise members only."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["standards"].queryset = Standard.objects.in_use().filter(
            framework__is_default=True
        )

    def clean_countries(self):
        codes = [code.strip().upper() for code in self.cleaned_data["countries"]]
        wrong = [code for code in codes if len(code) != 2 or not code.isalpha()]
        if wrong:
            raise forms.ValidationError(
                _("“%(code)s” is not a country code."), params={"code": wrong[0]}
            )
        return codes
