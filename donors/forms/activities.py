"""Forms about funded activities."""

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy

from donors.forms.fields import AREA, no_address
from donors.forms.payable import ActionChoices
from donors.models import Activity
from missions.models import Action
from missions.workflow import PlanStatus
from rocb.finding import FindingForm, matching, offer


def likely(activity: Activity) -> Q:
    """The actions that an activity may well help: those whose words name a theme of its event."""
    words = Q(pk=None)
    for theme in activity.event.themes.all() if activity.event else ():
        words |= Q(title__icontains=theme.name)
    return words


class ActivityForm(FindingForm, forms.ModelForm):
    """What the page of a funded activity says beyond the records."""

    helps = ActionChoices(
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
        member = "plan__administration__country_name"
        helped = Activity.helps.through.objects.filter(activity=self.instance.pk)
        offer(
            self,
            "helps",
            Action.objects.visible_to(user)
            .filter(Q(plan__status=PlanStatus.IN_FORCE) | Q(pk__in=helped.values("action")))
            .select_related("plan__administration"),
            wanted=matching(self.words_for("helps"), "search", member),
            fits=likely(self.instance),
            order=(member, "position"),
        )

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
