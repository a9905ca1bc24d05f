"""Forms about a nominee: put forward, corrected, answering, found in a list, or come without a seat."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from programmes.actions.nominating import DETAILS, PERSON_FIELDS, Alike, person_for
from programmes.forms.nominations import lines
from programmes.models import Event, Invitation, Nomination
from programmes.namesakes import people_of
from programmes.workflow import LIVE
from rocb.models import Administration, Person


class PersonChoice(forms.ModelChoiceField):
    def label_from_instance(self, person):
        return ", ".join(part for part in (person.full_name, person.position) if part)


class DetailsForm(forms.ModelForm):
    """What is said about a nominee."""

    class Meta:
        model = Nomination
        fields = list(DETAILS)
        widgets = {"motivation": lines(3), "needs": lines(2)}
        help_texts = {
            "needs": gettext_lazy("Read by the regional office and your administration alone."),
        }

    def __init__(self, *args, event: Event | None = None, **kwargs):
        super().__init__(*args, **kwargs)
        event = event or self.instance.event
        if not event.required_course:
            del self.fields["has_course"]
        else:
            self.fields["has_course"].label = (
                _("Has finished the e-learning “%s”") % event.required_course
            )
        self.fields["language"].choices = [one for one in Nomination.English.choices if one[0]] + [
            ("", _("Not stated"))
        ]


class NomineeForm(DetailsForm):
    """Somebody of the own contact book, or somebody new: found there too, if written alike."""

    person = PersonChoice(
        Person.objects.none(),
        label=gettext_lazy("From the contact book"),
        required=False,
        empty_label=gettext_lazy("Somebody else, below"),
    )
    given_name = forms.CharField(label=gettext_lazy("Given name"), max_length=120, required=False)
    family_name = forms.CharField(label=gettext_lazy("Family name"), max_length=120, required=False)
    gender = forms.ChoiceField(
        label=gettext_lazy("Gender"), choices=Person.Gender.choices, required=False
    )
    email = forms.EmailField(
        label=gettext_lazy("E-mail"),
        required=False,
        help_text=gettext_lazy("The result of the selection goes there."),
    )
    phone = forms.CharField(label=gettext_lazy("Telephone"), max_length=60, required=False)
    position = forms.CharField(label=gettext_lazy("Position"), max_length=160, required=False)
    unit = forms.CharField(label=gettext_lazy("Unit"), max_length=160, required=False)
    alike = forms.ChoiceField(
        label=gettext_lazy("Is it one of these people?"),
        widget=forms.RadioSelect,
        required=False,
    )
    letter = forms.FileField(
        label=gettext_lazy("Letter of endorsement"),
        required=False,
        help_text=gettext_lazy("Up to 20 MB. One letter for all can be added to the invitation."),
    )
    field_order = (
        "person",
        "given_name",
        "family_name",
        "alike",
        "gender",
        "email",
        "phone",
        "position",
        "unit",
        *DETAILS,
        "letter",
    )
    NEW = PERSON_FIELDS[1:]

    def __init__(self, *args, invitation: Invitation, by, **kwargs):
        super().__init__(*args, event=invitation.event, **kwargs)
        self.invitation, self.by = invitation, by
        taken = Nomination.objects.filter(event=invitation.event_id, status__in=LIVE)
        people = Person.objects.filter(organisation=invitation.administration_id)
        self.fields["person"].queryset = people.exclude(pk__in=taken.values("person")).order_by(
            "family_name__az", "given_name__az"
        )
        self.found: Person | None = None
        self.remark = ""
        self.fields["alike"].choices = self.alike_choices()
        if not self.fields["alike"].choices:
            del self.fields["alike"]
        self.order_fields(self.field_order)

    def alike_choices(self) -> list[tuple[str, Any]]:
        """The people that the question was asked about, carried by what was posted."""
        if not self.is_bound:
            return []
        asked = self.look_up()
        if not isinstance(asked, Alike):
            return []
        return [
            *[(str(one.pk), _("Yes, %s") % one.full_name) for one in asked.people],
            ("other", _("No, somebody else")),
        ]

    def look_up(self, is_other: bool = False):
        values = {name: self.data.get(name, "").strip() for name in self.NEW}
        if self.data.get("person") or not values["family_name"]:
            return None
        if not hasattr(self, "book"):
            self.book = people_of(self.invitation.administration_id)
        try:
            return person_for(values, by=self.by, book=self.book, is_other=is_other)
        except ValidationError as error:
            return error

    def clean(self):
        values = super().clean()
        if values.get("person"):
            self.found = values["person"]
            return values
        if "person" in self.errors or "email" in self.errors:
            return values
        if not values.get("family_name"):
            self.add_error("family_name", _("Choose somebody, or write at least the family name."))
            return values
        answer = values.get("alike", "")
        known = self.look_up(is_other=answer == "other")
        if isinstance(known, ValidationError):
            self.add_error(None, known)
        elif isinstance(known, Alike):
            if answer:
                self.found = Person.objects.get(pk=int(answer))
            else:
                self.fields["alike"].required = True
                self.add_error("alike", self.question(known))
        elif known is not None:
            self.take(known, values)
        return values

    def question(self, known: Alike) -> str:
        return _("The contact book has a name written nearly the same: %s. Say which it is.") % (
            known.names
        )

    def take(self, known, values) -> None:
        """Somebody of this name or address is there already: that person is taken, and it is said."""
        self.found = Person.objects.get(pk=known.pk)
        self.remark = _("%s stands in the contact book already and was taken from there.") % (
            self.found.full_name
        )
        if values.get("email") and known.email and values["email"].lower() != known.email.lower():
            self.remark += " " + _("The address there, %s, was kept.") % known.email

    @property
    def details(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in DETAILS if name in self.cleaned_data}


class WalkInForm(forms.Form):
    """Somebody who came without having been selected."""

    administration = forms.ModelChoiceField(
        Administration.objects.none(),
        label=gettext_lazy("Member"),
        empty_label=gettext_lazy("Choose one"),
        error_messages={"required": gettext_lazy("Say which administration sent the person.")},
    )
    given_name = forms.CharField(label=gettext_lazy("Given name"), max_length=120, required=False)
    family_name = forms.CharField(
        label=gettext_lazy("Family name"),
        max_length=120,
        error_messages={"required": gettext_lazy("Write at least the family name.")},
    )
    gender = forms.ChoiceField(
        label=gettext_lazy("Gender"), choices=Person.Gender.choices, required=False
    )
    email = forms.EmailField(
        label=gettext_lazy("E-mail"),
        required=False,
        help_text=gettext_lazy("The certificate goes there."),
    )
    position = forms.CharField(label=gettext_lazy("Position"), max_length=160, required=False)

    def __init__(self, *args, event: Event, **kwargs):
        super().__init__(*args, **kwargs)
        listed = Administration.objects.listed().filter(region=event.office.region_id)
        self.fields["administration"].queryset = listed.order_by("country_name__az")


class ListForm(forms.Form):
    """Names pasted from a sheet, or the sheet itself."""

    text = forms.CharField(
        label=gettext_lazy("Paste the rows here"),
        widget=forms.Textarea(attrs={"rows": 10}),
        required=False,
        max_length=400_000,
        help_text=gettext_lazy("With the row of headings; columns by tab, semicolon or comma."),
    )
    file = forms.FileField(
        label=gettext_lazy("Or a file"),
        required=False,
        help_text=gettext_lazy("A workbook (.xlsx, .ods, .xls) or .csv."),
    )

    def clean(self):
        values = super().clean()
        if not self.errors and bool(values.get("text", "").strip()) == bool(values.get("file")):
            raise ValidationError(_("Paste the rows, or choose a file: one of the two."))
        return values


class AnswerSeatForm(forms.Form):
    """Whether somebody comes."""

    answer = forms.ChoiceField(
        label=gettext_lazy("Your answer"),
        choices=[
            ("confirm", gettext_lazy("I take the seat")),
            ("withdraw", gettext_lazy("I cannot come")),
        ],
        widget=forms.RadioSelect,
    )
    comment = forms.CharField(
        label=gettext_lazy("Reason"),
        widget=lines(3),
        required=False,
        max_length=2000,
        help_text=gettext_lazy("If you cannot come: in a few words, why."),
    )

    def clean(self):
        values = super().clean()
        if values.get("answer") == "withdraw" and not values.get("comment", "").strip():
            self.add_error("comment", _("Say in a few words why you cannot come."))
        return values
