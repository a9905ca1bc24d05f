"""Fields that several forms of pillar 2 share."""

import re
from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from donors.models.choices import MOST, check_currency
from rocb.forms import day_field
from rocb.models import User
from rocb.roles import OFFICE_ROLES

AREA = forms.Textarea(attrs={"rows": 4})
ADDRESS = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+")


class CurrencyField(forms.CharField):
    """Three letters, in whatever case they are typed."""

    def __init__(self, **kwargs):
        kwargs.setdefault("label", gettext_lazy("Currency"))
        kwargs.setdefault("help_text", gettext_lazy("Three letters, for example USD or JPY."))
        super().__init__(max_length=3, **kwargs)

    def clean(self, value):
        value = super().clean(value).strip().upper()
        if value:
            check_currency(value)
        return value


def amount(**kwargs) -> forms.DecimalField:
    """An amount of money to type in."""
    return forms.DecimalField(
        max_digits=14,
        decimal_places=2,
        validators=[
            MinValueValidator(Decimal("0.01"), gettext_lazy("An amount is more than nothing.")),
            MaxValueValidator(
                MOST,
                gettext_lazy("More than 1,000,000,000 in one amount: look at the zeros again."),
            ),
        ],
        **kwargs,
    )


def days(form: forms.ModelForm, *names: str) -> None:
    """Give dates the browser's own calendar."""
    for name in names:
        if name in form.fields:
            form.fields[name].widget = forms.DateInput(attrs={"type": "date"})
            form.fields[name].widget.is_required = form.fields[name].required


def colleagues(office_id: int | None):
    """The sign-ins of an office, to choose who does something."""
    return (
        User.objects.filter(role__in=OFFICE_ROLES, person__organisation=office_id, is_active=True)
        .select_related("person")
        .order_by("person__family_name__az", "person__given_name__az")
    )


class ColleagueField(forms.ModelChoiceField):
    def label_from_instance(self, obj):
        return obj.full_name


def no_address(text: str) -> str:
    """A text for the public holds nobody's address."""
    if ADDRESS.search(text):
        raise ValidationError(
            _("Donors and the public read this: write no mail addresses and no names of persons.")
        )
    return text


class ReasonForm(forms.Form):
    """Why something is done."""

    reason = forms.CharField(label=gettext_lazy("Reason"), max_length=500, widget=AREA)


class DayForm(forms.Form):
    """On which day something was done."""

    on = day_field(label=gettext_lazy("Done on"))
