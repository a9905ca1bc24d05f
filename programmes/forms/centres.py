"""Forms of the compendium."""

from django import forms
from django.utils.translation import gettext_lazy as _

from programmes.forms.events import DAY
from programmes.forms.resources import PersonField
from programmes.models import Course, TrainingCentre
from rocb.forms import LanguagesField, offer_in_use
from rocb.models import Administration, Person


class ContactsField(forms.ModelMultipleChoiceField):
    """People of the administration that runs the centre."""

    label_from_instance = PersonField.label_from_instance


class CentreForm(forms.ModelForm):
    """What the compendium says of a centre."""

    languages = LanguagesField()
    website = forms.URLField(label=_("website"), required=False, assume_scheme="https")
    contacts = ContactsField(
        Person.objects.none(),
        label=_("contacts"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("People in the contact book who belong to the centre or who run it."),
    )

    class Meta:
        model = TrainingCentre
        fields = [
            "name_en", "name_fr", "run_by", "city", "time_zone", "website", "since_on", "until_on",
            "is_verified", "profile", "facilities", "seats", "beds", "languages", "themes",
            "contacts", "source",
        ]  # fmt: skip
        widgets = {
            "since_on": DAY,
            "until_on": DAY,
            "profile": forms.Textarea(attrs={"rows": 5}),
            "facilities": forms.Textarea(attrs={"rows": 5}),
            "themes": forms.CheckboxSelectMultiple,
        }
        help_texts = {
            "is_verified": _("Tick it when the centre has confirmed what stands here."),
            "source": _("Where these facts come from."),
            "until_on": _("The first day on which it is no regional centre any more."),
        }

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        offer_in_use(self, "themes")
        members = Administration.objects.visible_to(user).order_by("country_name__az")
        self.fields["run_by"].queryset = members
        people = Person.objects.visible_to(user).select_related("organisation")
        if self.instance.pk:
            own = people.filter(organisation__in=[self.instance.run_by_id, self.instance.pk])
            self.fields["contacts"].queryset = own.order_by("family_name__az", "given_name__az")
        else:
            del self.fields["contacts"]

    def clean(self):
        values = super().clean()
        first, last = values.get("since_on"), values.get("until_on")
        if first and last and last <= first:
            self.add_error("until_on", _("It ends before it begins."))
        return values

    def _post_clean(self):
        run_by = self.cleaned_data.get("run_by")
        if run_by is not None:
            self.instance.region_id = run_by.region_id
            self.instance.iso2 = run_by.iso2
        super()._post_clean()


class CourseForm(forms.ModelForm):
    """One course of a centre."""

    languages = LanguagesField()

    class Meta:
        model = Course
        fields = ["title", "audience", "days", "languages", "themes", "description"]
        widgets = {
            "themes": forms.CheckboxSelectMultiple,
            "description": forms.Textarea(attrs={"rows": 4}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        offer_in_use(self, "themes")

    def clean_days(self):
        days = self.cleaned_data["days"]
        if days == 0:
            raise forms.ValidationError(_("At least one day, or leave it empty."))
        return days
