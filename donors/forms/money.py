"""Forms about money: instalments, allocations, expenditure, rates."""

from django import forms
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from donors.forms.fields import (
    CurrencyField,
    amount,
)
from donors.models import (
    Allocation,
    Rate,
)
from missions.models import Action, Mission
from missions.models.choices import FINISHED
from missions.workflow import MissionStatus, PlanStatus
from programmes.models import Event
from programmes.workflow import EventStatus
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
