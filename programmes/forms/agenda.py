"""The form of one item of an agenda."""

from django import forms
from django.utils.translation import gettext_lazy as _

from programmes.forms.events import DAY, HOUR
from programmes.models import EventSession
from rocb import markup


class SessionForm(forms.ModelForm):
    """One item of an event's agenda, on one of its days, with who speaks."""

    class Meta:
        model = EventSession
        fields = ["on", "begins_at", "ends_at", "title", "notes", "speakers"]
        widgets = {
            "on": DAY,
            "begins_at": HOUR,
            "ends_at": HOUR,
            "notes": forms.Textarea(attrs={"rows": 3}),
            "speakers": forms.CheckboxSelectMultiple,
        }
        help_texts = {"speakers": _("Those who were asked and have not declined.")}

    def __init__(self, *args, event, **kwargs):
        super().__init__(*args, **kwargs)
        self.event = event
        holding = event.resource_persons.holding().select_related("person")
        self.fields["speakers"].queryset = holding.order_by("person__family_name__az")
        if not holding:
            del self.fields["speakers"]

    def clean_on(self):
        day, event = self.cleaned_data["on"], self.event
        first, last = event.starts_on, event.ends_on
        if first and last and not first <= day <= last:
            raise forms.ValidationError(
                _("The event lasts from %(first)s to %(last)s: choose one of its days.")
                % {"first": markup.day(first), "last": markup.day(last)}
            )
        return day

    def clean(self):
        values = super().clean()
        if values.get("ends_at") and not values.get("begins_at"):
            self.add_error("begins_at", _("Say from what hour, too."))
        return values
