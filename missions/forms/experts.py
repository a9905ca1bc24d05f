"""Forms of experts: the person, stages of certification, absences."""

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from missions.forms.widgets import DAY, lines
from missions.models import (
    Absence,
    Certification,
    Expert,
)
from programmes.models import Event
from rocb.forms import LanguagesField, offer_in_use
from rocb.models import Administration, Person


class ExpertForm(forms.ModelForm):
    """An expert of the roster. Who it is, is chosen once."""

    languages = LanguagesField()

    class Meta:
        model = Expert
        fields = [
            "person",
            "administration",
            "category",
            "languages",
            "areas",
            "experience",
            "is_active",
        ]
        widgets = {"areas": forms.CheckboxSelectMultiple, "experience": lines(5)}
        help_texts = {
            "administration": _("The expert is never sent on a mission to it."),
            "experience": _("What you have worked on, and where: a few lines."),
        }

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        offer_in_use(self, "areas")
        if self.instance.pk:
            del self.fields["person"]
        else:
            people = Person.objects.visible_to(user).filter(expert=None)
            self.fields["person"].queryset = people.order_by("family_name__az", "given_name__az")
        if user.is_office:
            members = Administration.objects.visible_to(user).order_by("country_name__az")
            self.fields["administration"].queryset = members
        else:
            for name in ("administration", "category", "is_active"):
                del self.fields[name]

    def clean(self):
        values = super().clean()
        person, home = values.get("person"), values.get("administration")
        belongs = person and Administration.objects.filter(pk=person.organisation_id).first()
        if belongs and home and belongs != home:
            self.add_error(
                "administration",
                _("In the contact book this person belongs to %s.") % belongs.country_name,
            )
        elif belongs:
            values["administration"] = belongs
        return values


class CertificationForm(forms.ModelForm):
    """One stage of certification."""

    class Meta:
        model = Certification
        fields = ["scheme", "stage", "awarded_on", "expires_on", "event", "note"]
        widgets = {"awarded_on": DAY, "expires_on": DAY}
        help_texts = {"expires_on": _("Leave empty where the stage does not expire.")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        kind = Q(kind=Event.Kind.ACCREDITATION) | Q(pk=self.instance.event_id)
        self.fields["event"].queryset = Event.objects.filter(kind).order_by("-starts_on")


class AwardForm(forms.Form):
    """A stage for everybody who reached it at one workshop."""

    event = forms.ModelChoiceField(Event.objects.none(), label=_("Workshop"))
    scheme = forms.ChoiceField(label=_("Scheme"), choices=Certification.Scheme)
    stage = forms.ChoiceField(label=_("Stage"), choices=Certification.Stage)
    awarded_on = forms.DateField(
        label=_("From"),
        widget=DAY,
        required=False,
        help_text=_("The workshop's last day, if you leave it empty."),
    )
    expires_on = forms.DateField(label=_("Until"), widget=DAY, required=False)
    experts = forms.ModelMultipleChoiceField(
        Expert.objects.none(), label=_("Experts"), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        held = Event.objects.visible_to(user).filter(kind=Event.Kind.ACCREDITATION)
        self.fields["event"].queryset = held.order_by("-starts_on")
        experts = Expert.objects.visible_to(user).filter(is_active=True)
        self.fields["experts"].queryset = experts.select_related("person").order_by(
            "person__family_name__az"
        )

    def clean(self):
        values = super().clean()
        event = values.get("event")
        if event and not values.get("awarded_on"):
            values["awarded_on"] = event.ends_on
        awarded, until = values.get("awarded_on"), values.get("expires_on")
        if event and not awarded:
            self.add_error("awarded_on", _("The workshop has no last day yet: give the date."))
        if awarded and until and until <= awarded:
            self.add_error("expires_on", _("It expires before it is awarded."))
        return values


class AbsenceForm(forms.ModelForm):
    """When an expert cannot come."""

    class Meta:
        model = Absence
        fields = ["from_on", "until_on", "reason"]
        widgets = {"from_on": DAY, "until_on": DAY}
