"""Forms of the office's own pages and of the own account."""

from typing import Any

from django import forms
from django.contrib.auth.forms import SetPasswordMixin
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rocb.deadlines import deadlines
from rocb.forms import DASHES
from rocb.handover import colleagues
from rocb.models import Administration, Office, Organisation, Person, ReminderPause, User
from rocb.models.accounts import is_current
from rocb.models.people import name_at
from rocb.roles import Role
from rocb.signins import check_place, may_manage, places_open_to, roles_open_to


def role_choices(user, also: str = "") -> list[tuple[str, Any]]:
    """The roles that `user` may give, in the order of the table, and the one that stands."""
    given = roles_open_to(user)
    return [(value, label) for value, label in Role.choices if value in given or value == also]


class InviteForm(forms.Form):
    """Who is invited, as what, and until when."""

    email = forms.EmailField(label=gettext_lazy("E-mail"), max_length=254)
    given_name = forms.CharField(
        label=gettext_lazy("Given name"),
        max_length=120,
        required=False,
        help_text=gettext_lazy("Names are only asked for who is not in the contact book yet."),
    )
    family_name = forms.CharField(label=gettext_lazy("Family name"), max_length=120, required=False)
    organisation = forms.ModelChoiceField(
        Organisation.objects.none(),
        label=gettext_lazy("Organisation"),
        required=False,
        help_text=gettext_lazy("It decides whose records they see."),
    )
    role = forms.ChoiceField(label=gettext_lazy("Role"))
    ends_on = forms.DateField(
        label=gettext_lazy("Sign-in ends"),
        required=False,
        help_text=gettext_lazy("The last day, for instance of a secondment."),
    )

    def __init__(self, *args, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = role_choices(by)
        if by.is_member:
            del self.fields["organisation"]
        else:
            self.fields["organisation"].queryset = places_open_to(by).order_by("name__az")


class SigninForm(forms.Form):
    """What may change about a sign-in."""

    role = forms.ChoiceField(label=gettext_lazy("Role"))
    ends_on = forms.DateField(
        label=gettext_lazy("Sign-in ends"),
        required=False,
        help_text=gettext_lazy("The last day. A day that has passed ends it now."),
    )

    def __init__(self, *args, by, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = role_choices(by, user.role)


class WelcomeForm(SetPasswordMixin, forms.Form):
    """The first password, typed twice."""

    password1, password2 = SetPasswordMixin.create_password_fields(
        label1=gettext_lazy("Password"), label2=gettext_lazy("The same password again")
    )

    def __init__(self, *args, user, **kwargs):
        self.user = user
        super().__init__(*args, **kwargs)

    def clean(self):
        self.validate_passwords()
        self.validate_password_for_user(self.user, "password1")
        return super().clean()


class PersonForm(forms.ModelForm):
    """Somebody in the contact book, as the office writes it."""

    class Meta:
        model = Person
        fields = [
            "honorific", "given_name", "family_name", "gender", "organisation", "position", "unit",
            "email", "phone", "language", "seconded_from",
        ]  # fmt: skip

    def __init__(self, *args, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = places_open_to(by).order_by("name__az")
        self.fields["seconded_from"].queryset = Administration.objects.order_by("country_name__az")
        user = getattr(self.instance, "user", None) if self.instance.pk else None
        if user and not may_manage(by, user):
            self.fields["organisation"].disabled = True
            self.fields["organisation"].help_text = _(
                "This person signs in: whoever manages sign-ins may change the organisation."
            )

    def clean_organisation(self):
        organisation = self.cleaned_data["organisation"]
        user = getattr(self.instance, "user", None) if self.instance.pk else None
        if user and "organisation" in self.changed_data:
            check_place(user.role, organisation)
        return organisation

    def clean_email(self):
        """The address that is unique whatever its capitals, said at the field."""
        email, person = self.cleaned_data["email"], self.instance
        is_taken = Person.objects.with_email(email).exclude(pk=person.pk).exists()
        if is_taken and not (person.has_others_email and "email" not in self.changed_data):
            raise ValidationError(_("Somebody else in the contact book has this address."))
        person.has_others_email = is_taken
        return email


class OwnPersonForm(forms.ModelForm):
    """What everybody says about themselves."""

    class Meta:
        model = Person
        fields = [
            "honorific", "given_name", "family_name", "position", "unit", "phone", "language",
        ]  # fmt: skip


class OfficeForm(forms.ModelForm):
    """The settings of a regional office."""

    class Meta:
        model = Office
        fields = [
            "name_en", "name_fr", "city", "time_zone", "reminder_rungs", "officer_rung", "head_rung",
            "maximum_extension_days",
        ]  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reminder_rungs"].error_messages["item_invalid"] = _(
            "Entry no. %(nth)s is not a number of days."
        )
        # The version of the record says what has changed; the hidden copy would be invalid HTML.
        self.fields["reminder_rungs"].show_hidden_initial = False


class PauseForm(forms.ModelForm):
    """Whose reminders rest, of which kind, why, and until when."""

    kind = forms.ChoiceField(label=gettext_lazy("Which reminders"), required=False)

    class Meta:
        model = ReminderPause
        fields = ["administration", "kind", "reason", "from_on", "until_on"]

    def __init__(self, *args, by, **kwargs):
        super().__init__(*args, **kwargs)
        members = Administration.objects.visible_to(by).order_by("country_name__az")
        self.fields["administration"].queryset = members
        kinds = [(kind.key, kind.label) for kind in deadlines]
        self.fields["kind"].choices = [("", _("All reminders")), *kinds]
        self.fields["from_on"].initial = timezone.localdate

    def clean(self):
        values = super().clean()
        start, end = values.get("from_on"), values.get("until_on")
        if start and end and end < start:
            self.add_error("until_on", _("The pause would end before it starts."))
        return values


class MailForm(forms.Form):
    """Other words for one message."""

    subject = forms.CharField(label=gettext_lazy("Subject"), max_length=300)
    body = forms.CharField(
        label=gettext_lazy("Text"),
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text=gettext_lazy("The greeting, the link and the foot are added when it goes."),
    )


class HandoverForm(forms.Form):
    """From whom, to whom."""

    giver = forms.ModelChoiceField(User.objects.none(), label=gettext_lazy("From"))
    taker = forms.ModelChoiceField(User.objects.none(), label=gettext_lazy("To"))
    note = forms.CharField(
        label=gettext_lazy("Note"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("What the next person has to know. It is kept on each record."),
    )

    def __init__(self, *args, by, **kwargs):
        super().__init__(*args, **kwargs)
        own = colleagues(by)
        self.fields["giver"].queryset = own
        self.fields["taker"].queryset = own.current(timezone.localdate())
        # Two lists of eighty names: asked for once, and no whole records for the sake of their names.
        today, roles, nobody = timezone.localdate(), dict(Role.choices), ("", DASHES)
        told = own.annotate(name=name_at("person"), now=is_current(today))
        people = [
            (pk, f"{name or email} ({roles[role]})", now)
            for pk, name, email, role, now in told.values_list("pk", "name", "email", "role", "now")
        ]
        self.fields["giver"].choices = [nobody, *((pk, label) for pk, label, _now in people)]
        self.fields["taker"].choices = [nobody, *((pk, label) for pk, label, now in people if now)]


class NothingForm(forms.Form):
    """A confirmation asks for nothing but the button."""
