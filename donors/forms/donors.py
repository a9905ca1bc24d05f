"""Forms about donors, their people, and talks with them."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from donors.forms.fields import AREA, ColleagueField, colleagues
from donors.models import Contact, Donor, Engagement, Instrument
from rocb.forms import day_field, offer_in_use
from rocb.models import Administration, Person, Theme, User


class DonorForm(forms.ModelForm):
    """A donor as the office knows it."""

    website = forms.URLField(label=_("website"), required=False, assume_scheme="https")
    instruments = forms.MultipleChoiceField(
        label=_("How it helps"),
        choices=Instrument,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    themes = forms.ModelMultipleChoiceField(
        Theme.objects.all(),
        label=_("Themes it cares for"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    administrations = forms.ModelMultipleChoiceField(
        Administration.objects.none(),
        label=_("Members it helps"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("None means that it names none."),
    )

    class Meta:
        model = Donor
        fields = [
            "name_en",
            "name_fr",
            "acronym",
            "kind",
            "iso2",
            "website",
            "time_zone",
            "instruments",
            "themes",
            "administrations",
            "iati_identifier",
            "iati_organisation_type",
            "crs_channel",
            "is_identifier_verified",
            "valid_from_on",
            "note",
        ]
        widgets = {
            "note": forms.Textarea(attrs={"rows": 5}),
            "valid_from_on": forms.DateInput(attrs={"type": "date"}),
        }

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        offer_in_use(self, "themes")
        own = Administration.objects.visible_to(user).filter(is_listed=True)
        self.fields["administrations"].queryset = own.order_by("country_name__az")

    def _save_m2m(self):
        """Members of other regions that other offices have ticked stay ticked."""
        kept = self.instance.administrations.exclude(
            pk__in=self.fields["administrations"].queryset.values("pk")
        )
        chosen = [*self.cleaned_data["administrations"], *kept]
        self.cleaned_data["administrations"] = chosen
        super()._save_m2m()


class RenameForm(forms.Form):
    """A donor's new name, and how long the old one was right."""

    name = forms.CharField(label=_("New name"), max_length=240)
    name_fr = forms.CharField(label=_("New name in French"), max_length=240, required=False)
    acronym = forms.CharField(label=_("New acronym"), max_length=40, required=False)
    until_on = day_field(label=_("The present name was right until"))


class CloseForm(forms.Form):
    """When a donor ended, and who goes on."""

    until_on = day_field(label=_("Last day"))
    successor = forms.ModelChoiceField(
        Donor.objects.none(),
        label=_("Successor"),
        required=False,
        empty_label=_("Nobody"),
        help_text=_("Whoever took over its work. Enter it as a donor first."),
    )
    passes_on = forms.BooleanField(
        label=_("Agreements that are not over pass to the successor"), required=False
    )

    def __init__(self, *args, donor, **kwargs):
        super().__init__(*args, **kwargs)
        others = Donor.objects.current(timezone.localdate()).exclude(pk=donor.pk)
        self.fields["successor"].queryset = others.order_by("name__az")


class ContactForm(forms.ModelForm):
    """Somebody at a donor: a person of the contact book, or a new one."""

    person = forms.ModelChoiceField(
        Person.objects.none(),
        label=_("Person"),
        required=False,
        empty_label=_("Somebody new"),
        help_text=_("Whoever is in the contact book under this donor."),
    )
    given_name = forms.CharField(label=_("Given name"), max_length=120, required=False)
    family_name = forms.CharField(label=_("Family name"), max_length=120, required=False)
    email = forms.EmailField(label=_("E-mail"), required=False)
    phone = forms.CharField(label=_("Telephone"), max_length=60, required=False)
    position = forms.CharField(label=_("Position"), max_length=160, required=False)
    field_order = ["person", "given_name", "family_name", "email", "phone", "position", "duty"]

    class Meta:
        model = Contact
        fields = ["person", "duty", "is_main", "until_on"]
        widgets = {"until_on": forms.DateInput(attrs={"type": "date"})}

    def __init__(self, *args, donor, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.donor = donor
        if self.instance.pk:
            for name in ("person", "given_name", "family_name", "email", "phone", "position"):
                del self.fields[name]
        else:
            people = Person.objects.visible_to(user).filter(organisation=donor.pk)
            taken = donor.contacts.values("person")
            self.fields["person"].queryset = people.exclude(pk__in=taken).order_by(
                "family_name__az", "given_name__az"
            )

    def clean(self):
        values = super().clean()
        if self.instance.pk or values.get("person"):
            return values
        if not values.get("family_name"):
            self.add_error("family_name", _("Choose a person, or write the family name."))
        email = values.get("email")
        if email and Person.objects.with_email(email).exists():
            self.add_error(
                "email",
                _("Somebody in the contact book has this address already: choose the person."),
            )
        return values

    def save(self, commit=True):
        values = self.cleaned_data
        if not self.instance.pk and not values.get("person"):
            self.instance.person = Person.objects.create(
                organisation=self.donor,
                given_name=values["given_name"],
                family_name=values["family_name"],
                email=values["email"],
                phone=values["phone"],
                position=values["position"],
            )
        self.instance.donor = self.donor
        return super().save(commit)


class EngagementForm(forms.ModelForm):
    """A talk with a donor, and what follows from it."""

    next_step_by = ColleagueField(
        User.objects.none(), label=_("Who does it"), required=False, empty_label=_("Nobody yet")
    )

    class Meta:
        model = Engagement
        fields = [
            "donor",
            "kind",
            "on",
            "subject",
            "present",
            "summary",
            "next_step",
            "next_step_due_on",
            "next_step_by",
        ]
        widgets = {
            "summary": AREA,
            "on": forms.DateInput(attrs={"type": "date"}),
            "next_step_due_on": forms.DateInput(attrs={"type": "date"}),
        }

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["donor"].queryset = Donor.objects.order_by("name__az")
        self.fields["next_step_by"].queryset = colleagues(
            self.instance.office_id or user.organisation_id
        )

    def clean(self):
        values = super().clean()
        step, due, on = values.get("next_step"), values.get("next_step_due_on"), values.get("on")
        if step and not due:
            self.add_error("next_step_due_on", _("Say by when the next step is to be done."))
        if due and not step:
            self.add_error("next_step", _("Say what is to be done by that day."))
        if due and on and due < on:
            self.add_error("next_step_due_on", _("The next step comes after the talk."))
        if on and on > timezone.localdate():
            self.add_error("on", _("Note a talk once it has taken place."))
        return values
