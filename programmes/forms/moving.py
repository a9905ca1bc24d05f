"""Forms that give an event its days anew."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from programmes.forms.events import DAY, HOUR
from programmes.models import Event


class DaysForm(forms.Form):
    """First and last day, in this order and to come."""

    starts_on = forms.DateField(label=_("First day"), widget=DAY)
    ends_on = forms.DateField(label=_("Last day"), widget=DAY)

    def clean(self):
        values = super().clean()
        first, last = values.get("starts_on"), values.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", _("The event ends before it starts."))
        return values


class MoveForm(DaysForm):
    """New days, hours or place of an announced event."""

    begins_at = forms.TimeField(label=_("From"), widget=HOUR, required=False)
    finishes_at = forms.TimeField(label=_("To"), widget=HOUR, required=False)
    place = forms.CharField(label=_("Place"), max_length=160)
    comment = forms.CharField(
        label=_("Message to everybody concerned"),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
        max_length=10_000,
    )

    def clean(self):
        values = super().clean()
        if values.get("finishes_at") and not values.get("begins_at"):
            self.add_error("begins_at", _("Say from what hour, too."))
        return values


class AgainForm(DaysForm):
    """A postponed event takes place after all."""

    comment = forms.CharField(
        label=_("Message to everybody concerned"),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
        max_length=10_000,
    )


class CopyForm(forms.Form):
    """What differs in the copy."""

    title = forms.CharField(label=_("Title"), max_length=Event._meta.get_field("title").max_length)
    starts_on = forms.DateField(
        label=_("First day"),
        widget=DAY,
        help_text=_("The copy lasts as long; its agenda moves along."),
    )

    def clean_starts_on(self):
        day = self.cleaned_data["starts_on"]
        if day < timezone.localdate():
            raise forms.ValidationError(_("This day has passed."))
        return day
