"""Forms about agreements and the money in them."""

from decimal import Decimal

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from donors.forms.fields import (
    AREA,
    ColleagueField,
    CurrencyField,
    amount,
    colleagues,
)
from donors.models import (
    Agreement,
    Donor,
    RegionCode,
)
from donors.workflow import AgreementStatus
from rocb.forms import day_field
from rocb.models import Administration, User

ROWS = 12


class AgreementForm(forms.ModelForm):
    """A draft agreement. Once signed, its money and days change only by amendment."""

    currency = CurrencyField(initial="USD")
    officer = ColleagueField(
        User.objects.none(),
        label=gettext_lazy("Officer in charge"),
        required=False,
        empty_label=gettext_lazy("Nobody yet"),
    )

    class Meta:
        model = Agreement
        fields = [
            "donor",
            "reference",
            "title",
            "purpose",
            "amount",
            "currency",
            "starts_on",
            "ends_on",
            "sector",
            "officer",
        ]
        widgets = {
            "purpose": AREA,
            "starts_on": forms.DateInput(attrs={"type": "date"}),
            "ends_on": forms.DateInput(attrs={"type": "date"}),
        }

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        record = self.instance
        self.fields["donor"].queryset = Donor.objects.order_by("name__az")
        self.fields["officer"].queryset = colleagues(record.office_id or user.organisation_id)
        if record.pk and record.status != AgreementStatus.DRAFT:
            for name in ("donor", "amount", "currency", "starts_on", "ends_on"):
                del self.fields[name]

    def clean(self):
        values = super().clean()
        starts, ends = values.get("starts_on"), values.get("ends_on")
        if starts and ends and ends < starts:
            self.add_error("ends_on", _("The last day is before the first."))
        if starts and ends and (ends - starts).days > 366 * 20:
            self.add_error("ends_on", _("More than twenty years: look at the year again."))
        donor = values.get("donor")
        if donor and starts and donor.valid_until_on and donor.valid_until_on < starts:
            self.add_error("donor", _("This donor had ended before the first day."))
        return values


class SignForm(forms.Form):
    """When an agreement was signed."""

    signed_on = day_field(label=gettext_lazy("Signed on"), initial=timezone.localdate)
    comment = forms.CharField(
        label=gettext_lazy("Comment"), widget=AREA, required=False, max_length=10_000
    )


class AmendForm(forms.Form):
    """What an amendment changes."""

    signed_on = day_field(label=gettext_lazy("Signed on"))
    amount = amount(label=gettext_lazy("Amount from now on"))
    ends_on = day_field(label=gettext_lazy("Last day from now on"))
    reason = forms.CharField(label=gettext_lazy("Reason"), max_length=500, widget=AREA)


class SharesForm(forms.Form):
    """Which part is for whom; empty rows say nothing."""

    def __init__(self, *args, user, now=(), **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)
        members = Administration.objects.visible_to(user).order_by("country_name__az")
        places = [
            ("", _("No place")),
            (_("Members"), [(f"m{one.pk}", one.country_name) for one in members]),
            (_("Parts of the world"), [(f"r{code}", label) for code, label in RegionCode.choices]),
        ]
        kept = list(now)
        for number in range(1, max(ROWS, len(kept) + 2) + 1):
            place, percent = kept[number - 1] if number <= len(kept) else ("", None)
            self.fields[f"place_{number}"] = forms.ChoiceField(
                label=_("Place %d") % number, choices=places, required=False, initial=place
            )
            self.fields[f"percent_{number}"] = forms.DecimalField(
                label=_("Per cent for place %d") % number,
                max_digits=5,
                decimal_places=2,
                min_value=Decimal("0.01"),
                max_value=Decimal(100),
                required=False,
                initial=percent,
            )

    def clean(self):
        values = super().clean()
        shares = []
        for name in [one for one in self.fields if one.startswith("place_")]:
            number = name.removeprefix("place_")
            place, percent = values.get(name), values.get(f"percent_{number}")
            if place and percent is None and f"percent_{number}" not in self.errors:
                self.add_error(f"percent_{number}", _("Say how many per cent."))
            elif percent is not None and not place:
                self.add_error(name, _("Say for which place."))
            elif place and percent is not None:
                member = int(place[1:]) if place[0] == "m" else None
                shares.append((member, "" if member else place[1:], percent))
        return {"shares": shares}
