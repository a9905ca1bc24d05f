"""Forms about funded activities."""

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy

from donors.forms.fields import (
    AREA,
    no_address,
)
from donors.forms.money import ActionChoice
from donors.models import (
    Activity,
)
from missions.models import Action
from missions.workflow import PlanStatus


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
