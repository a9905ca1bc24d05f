"""Forms of pillar 2."""

from django import forms
from django.utils.translation import gettext_lazy as _

from donors.models import Donor


class DonorForm(forms.ModelForm):
    """A donor as the office knows it."""

    website = forms.URLField(label=_("website"), required=False, assume_scheme="https")

    class Meta:
        model = Donor
        fields = [
            "name",
            "acronym",
            "kind",
            "iso2",
            "website",
            "time_zone",
            "iati_identifier",
            "iati_organisation_type",
            "crs_channel",
            "is_identifier_verified",
            "valid_from_on",
            "valid_until_on",
            "successor",
            "note",
        ]
        widgets = {"note": forms.Textarea(attrs={"rows": 5})}
