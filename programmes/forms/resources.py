"""Forms around resource persons: the roster, asking, answering."""

from datetime import timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from programmes.forms.events import DAY
from programmes.models import ResourceProfile
from rocb.forms import LanguagesField, offer_in_use
from rocb.models import Person


class PersonField(forms.ModelChoiceField):
    """Somebody of the contact book, with where they belong."""

    def label_from_instance(self, obj):
        home = obj.organisation
        return f"{obj.family_name}, {obj.given_name}" + (f" ({home})" if home else "")


class ProfileForm(forms.ModelForm):
    """What somebody can speak about. Who it is, is chosen once."""

    person = PersonField(Person.objects.none(), label=_("Person"))
    languages = LanguagesField()

    class Meta:
        model = ResourceProfile
        fields = ["person", "themes", "languages", "note", "is_active"]
        widgets = {
            "themes": forms.CheckboxSelectMultiple,
            "note": forms.Textarea(attrs={"rows": 4}),
        }
        help_texts = {
            "note": _("Only the office reads this."),
            "is_active": _("Without it, nobody is proposed to ask this person."),
        }

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        offer_in_use(self, "themes")
        if self.instance.pk:
            del self.fields["person"]
        else:
            people = Person.objects.visible_to(user).filter(resource_profile=None)
            self.fields["person"].queryset = people.select_related("organisation").order_by(
                "family_name__az", "given_name__az"
            )

    def clean(self):
        values = super().clean()
        if not values.get("themes") and "themes" not in self.errors:
            self.add_error("themes", _("Tick at least one theme: people are found by it."))
        return values


class AskForm(forms.Form):
    """What is asked, and by when an answer is wanted."""

    subject = forms.CharField(
        label=_("Subject"),
        max_length=240,
        required=False,
        help_text=_("What they would speak about; it stands in the mail."),
    )
    answer_by = forms.DateField(label=_("Answer wanted by"), widget=DAY, required=False)

    def __init__(self, *args, event, **kwargs):
        super().__init__(*args, **kwargs)
        self.event = event
        day = timezone.localdate() + timedelta(days=10)
        if event.starts_on:
            day = min(day, event.starts_on)
        self.fields["answer_by"].initial = day

    def clean_answer_by(self):
        day = self.cleaned_data["answer_by"]
        if day and day < timezone.localdate():
            raise forms.ValidationError(_("This day has passed."))
        if day and self.event.ends_on and day > self.event.ends_on:
            raise forms.ValidationError(_("The event is over by then: choose an earlier day."))
        return day
