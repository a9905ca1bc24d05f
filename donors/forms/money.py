"""Forms about money: instalments, allocations, expenditure, rates."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from donors.forms.fields import (
    CurrencyField,
    amount,
)
from donors.forms.payable import payable
from donors.models import (
    Allocation,
    Rate,
)
from rocb.finding import FinderOfOne, FindingForm, keys_of, matching, offered
from rocb.forms import day_field


class InstalmentForm(forms.Form):
    """A payment that the donor is to make."""

    due_on = day_field(label=gettext_lazy("Planned for"))
    amount = amount(label=gettext_lazy("Planned amount"))
    condition = forms.CharField(
        label=gettext_lazy("On what condition"), max_length=240, required=False
    )


class ReceiveForm(forms.Form):
    """What came in."""

    received_on = day_field(label=gettext_lazy("Received on"))
    received_amount = amount(label=gettext_lazy("Received amount"))


class AllocationForm(FindingForm, forms.Form):
    """What a part of an agreement pays for: one event, one mission or one action."""

    thing = forms.CharField(label=gettext_lazy("What it pays for"), widget=FinderOfOne)
    kind = forms.ChoiceField(
        label=gettext_lazy("What is given"),
        choices=Allocation.Kind,
        widget=forms.RadioSelect,
        initial=Allocation.Kind.MONEY,
    )
    amount = amount(
        label=gettext_lazy("Amount"),
        required=False,
        help_text=gettext_lazy("In the currency of the agreement; in kind: its value, if known."),
    )
    what = forms.CharField(
        label=gettext_lazy("For what, or what in kind"), max_length=240, required=False
    )
    on = day_field(label=gettext_lazy("Allocated on"), initial=timezone.localdate)

    def __init__(self, *args, agreement, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.payable = payable(agreement, user)
        widget, words = self.fields["thing"].widget, self.words_for("thing")
        kind, _dash, key = str(self["thing"].value() or "").partition("-")
        groups = []
        for name, one in self.payable.items():
            chosen = keys_of(key) if kind == name else []
            wanted = matching(words, "search", *one.names) if words else one.fits
            found, more = offered(one.rows, chosen, wanted, one.order)
            widget.more = widget.more or more
            if found:
                groups.append((one.label, [(f"{name}-{row.pk}", one.named(row)) for row in found]))
        widget.words, widget.choices = words, groups

    def clean_thing(self):
        kind, _dash, key = self.cleaned_data["thing"].partition("-")
        keys = keys_of(key)
        found = kind in self.payable and self.payable[kind].rows.filter(pk__in=keys).first()
        if not found:
            raise forms.ValidationError(_("Choose an event, a mission or an action."))
        return found


class SpendForm(forms.Form):
    """What was paid out."""

    on = day_field(label=gettext_lazy("Paid on"))
    what = forms.CharField(label=gettext_lazy("For what"), max_length=240)
    amount = amount(label=gettext_lazy("Amount"))
    currency = CurrencyField(
        help_text=gettext_lazy(
            "Another currency than the agreement's is converted at the rate of that day."
        )
    )


class RateForm(forms.ModelForm):
    """One rate, entered by hand."""

    currency = CurrencyField()

    class Meta:
        model = Rate
        fields = ["currency", "on", "usd", "source"]
        widgets = {"on": forms.DateInput(attrs={"type": "date"})}

    def clean_on(self):
        on = self.cleaned_data["on"]
        if on > timezone.localdate():
            raise forms.ValidationError(_("Choose today or a day in the past."))
        return on
