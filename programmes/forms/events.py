"""Forms of programmes and events."""

from django import forms
from django.utils.translation import gettext_lazy as _

from programmes.models import Event, Programme
from rocb.forms import LanguagesField, standards_to_choose
from rocb.models import Administration, Organisation


class ProgrammeForm(forms.ModelForm):
    """A programme with its sponsor and period."""

    class Meta:
        model = Programme
        fields = ["name", "acronym", "sponsor", "starts_on", "ends_on", "description"]
        widgets = {"description": forms.Textarea(attrs={"rows": 5})}


class EventForm(forms.ModelForm):
    """An event as it is planned. Whose it is, is the reader's office."""

    languages = LanguagesField(label=_("Languages it is held in"))

    class Meta:
        model = Event
        fields = [
            "title",
            "kind",
            "scope",
            "programme",
            "starts_on",
            "ends_on",
            "time_zone",
            "host",
            "place",
            "languages",
            "capacity",
            "summary",
            "outcome",
            "themes",
            "standards",
        ]
        widgets = {
            "summary": forms.Textarea(attrs={"rows": 4}),
            "outcome": forms.Textarea(attrs={"rows": 4}),
            "themes": forms.CheckboxSelectMultiple,
            "standards": forms.CheckboxSelectMultiple,
        }
        help_texts = {
            "place": _("City and country, or the address of the webinar's room."),
            "outcome": _("What came out of it; filled in afterwards."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["standards"].queryset = standards_to_choose(self.instance)
        hosts = Administration.objects.listed().values("pk")
        self.fields["host"].queryset = Organisation.objects.filter(pk__in=hosts).order_by("name")
