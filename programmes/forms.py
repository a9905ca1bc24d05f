"""Forms of pillar 3."""

from django import forms

from programmes.models import Programme


class ProgrammeForm(forms.ModelForm):
    """A programme with its sponsor and period."""

    class Meta:
        model = Programme
        fields = ["name", "acronym", "sponsor", "starts_on", "ends_on", "description"]
        widgets = {"description": forms.Textarea(attrs={"rows": 5})}
