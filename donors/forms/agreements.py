"""Forms about agreements and the money in them."""

from decimal import Decimal

from django import forms
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from donors.forms.fields import (
    AREA,
    ColleagueField,
    CurrencyField,
    amount,
    colleagues,
    no_address,
)
from donors.models import (
    Activity,
    Agreement,
    Allocation,
    Donor,
    DonorReport,
    Rate,
    RegionCode,
)
from donors.workflow import AgreementStatus
from missions.models import Action, Mission
from missions.models.choices import FINISHED
from missions.workflow import MissionStatus, PlanStatus
from programmes.models import Event
from programmes.workflow import EventStatus
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
        self.fields["donor"].queryset = Donor.objects.order_by("name")
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
        members = Administration.objects.visible_to(user).order_by("country_name")
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


class EventChoice(forms.ModelChoiceField):
    def label_from_instance(self, obj):
        return f"{obj.title} ({obj.starts_on.year})" if obj.starts_on else obj.title


class ActionChoice(forms.ModelChoiceField):
    def label_from_instance(self, obj):
        return f"{obj.plan.administration.country_name}: {obj.number} {obj.title}"[:140]


class AllocationForm(forms.Form):
    """What a part of an agreement pays for: one event, one mission or one action."""

    event = EventChoice(Event.objects.none(), label=gettext_lazy("An event"), required=False)
    mission = forms.ModelChoiceField(
        Mission.objects.none(), label=gettext_lazy("or a mission"), required=False
    )
    action = ActionChoice(Action.objects.none(), label=gettext_lazy("or an action"), required=False)
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
        span = Q(starts_on=None) | Q(
            starts_on__gte=agreement.starts_on, starts_on__lte=agreement.ends_on
        )
        given = self.data or self.initial

        def chosen(name):
            value = str(given.get(name) or "")
            return Q(pk=int(value)) if value.isdecimal() and len(value) < 18 else Q(pk=None)

        events = Event.objects.filter(office=agreement.office_id)
        self.fields["event"].queryset = (
            events.filter(span | chosen("event"))
            .exclude(status=EventStatus.CANCELLED)
            .order_by("-starts_on", "title")
        )
        missions = Mission.objects.visible_to(user).filter(span | chosen("mission"))
        self.fields["mission"].queryset = (
            missions.exclude(status=MissionStatus.CANCELLED)
            .select_related("administration")
            .order_by("administration__country_name", "-starts_on")
        )
        open_actions = Q(plan__status=PlanStatus.IN_FORCE) & ~Q(status__in=FINISHED)
        asked = Q(funding_requests__agreement=agreement.pk)
        self.fields["action"].queryset = (
            Action.objects.visible_to(user)
            .filter((open_actions & Q(is_shared=True)) | asked | chosen("action"))
            .select_related("plan__administration")
            .order_by("plan__administration__country_name", "position")
            .distinct()
        )

    def clean(self):
        values = super().clean()
        named = [name for name in ("event", "mission", "action") if values.get(name)]
        if not named and not {"event", "mission", "action"} & set(self.errors):
            self.add_error("event", _("Choose an event, a mission or an action."))
        if len(named) > 1:
            self.add_error(named[1], _("Choose exactly one: an event, a mission or an action."))
        return values


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


class ReportPlanForm(forms.Form):
    """A report that will be owed."""

    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=DonorReport.Kind)
    from_on = day_field(label=gettext_lazy("Period from"))
    until_on = day_field(label=gettext_lazy("Period until"))
    due_on = day_field(label=gettext_lazy("Due"))


class ReportForm(forms.ModelForm):
    """What the office adds to the figures of a report."""

    class Meta:
        model = DonorReport
        fields = ["kind", "from_on", "until_on", "due_on", "summary", "difficulties", "outlook"]
        widgets = {
            "summary": AREA,
            "difficulties": AREA,
            "outlook": AREA,
            **{
                name: forms.DateInput(attrs={"type": "date"})
                for name in ("from_on", "until_on", "due_on")
            },
        }


class ActivityForm(forms.ModelForm):
    """What the page of a funded activity says beyond the records."""

    helps = forms.ModelMultipleChoiceField(
        Action.objects.none(),
        label=gettext_lazy("Actions that it helps"),
        required=False,
        help_text=gettext_lazy(
            "Donors read those that their members share; of the others only how many."
        ),
    )

    class Meta:
        model = Activity
        fields = ["purpose", "implementer", "outcome", "helps", "is_covered"]
        widgets = {"purpose": AREA, "outcome": AREA}

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.kind == "action":
            del self.fields["helps"]
            return
        del self.fields["is_covered"]
        in_force = Q(plan__status=PlanStatus.IN_FORCE) | Q(helped_by=self.instance.pk)
        self.fields["helps"].queryset = (
            Action.objects.visible_to(user)
            .filter(in_force)
            .select_related("plan__administration")
            .order_by("plan__administration__country_name", "position")
            .distinct()
        )
        self.fields["helps"].label_from_instance = ActionChoice.label_from_instance.__get__(
            self.fields["helps"]
        )
        self.fields["helps"].widget = forms.SelectMultiple(attrs={"size": 12})
        self.fields["helps"].widget.choices = self.fields["helps"].choices

    def clean_purpose(self):
        return no_address(self.cleaned_data["purpose"])

    def clean_implementer(self):
        return no_address(self.cleaned_data["implementer"])

    def clean_outcome(self):
        return no_address(self.cleaned_data["outcome"])


class FreezeForm(forms.Form):
    """How much the frozen page says."""

    shows_amounts = forms.BooleanField(
        label=gettext_lazy("With amounts of money"),
        required=False,
        help_text=gettext_lazy("Only if every donor of it has agreed."),
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
