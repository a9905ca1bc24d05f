"""Forms of what is written in the field: findings, advice, levels."""

from django import forms
from django.utils.translation import gettext_lazy as _

from missions.forms.plans import FindingChoices
from missions.forms.widgets import lines
from missions.models import (
    Finding,
    Recommendation,
)
from missions.models.choices import TEXT_LIMIT, Level
from rocb.forms import offer_in_use, standards_to_choose


class FindingForm(forms.ModelForm):
    """What is the case, and how the team knows."""

    class Meta:
        model = Finding
        fields = ["area", "text", "evidence"]
        widgets = {"text": lines(4), "evidence": lines(3)}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        offer_in_use(self, "area")
        self.fields["area"].empty_label = _("Choose an area")


class AdviceForm(forms.ModelForm):
    """A recommendation as it is written in the field; its number is given."""

    findings = FindingChoices(
        Finding.objects.none(),
        label=_("Findings it answers"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = Recommendation
        fields = ["area", "text", "standards", "findings", "priority", "horizon"]
        widgets = {
            "text": lines(4),
            "standards": forms.CheckboxSelectMultiple,
        }

    def __init__(self, *args, mission, **kwargs):
        super().__init__(*args, **kwargs)
        offer_in_use(self, "area")
        self.fields["area"].required = True
        self.fields["standards"].queryset = standards_to_choose(framework=mission.framework)
        self.fields["findings"].queryset = mission.findings.all()
        self.fields["area"].empty_label = _("Choose an area")
        self.fields["standards"].error_messages["invalid_choice"] = _(
            "One of the standards is not in %s, the edition of this mission."
        ) % (mission.framework or _("the edition in use"))


class AssessmentRowForm(forms.Form):
    """The member's view of one area."""

    level = forms.TypedChoiceField(
        label=_("Level"),
        choices=[("", "–"), *Level.choices],
        coerce=int,
        empty_value=None,
        required=False,
    )
    situation = forms.CharField(
        label=_("Where we stand"), widget=lines(3), required=False, max_length=TEXT_LIMIT
    )
    needs = forms.CharField(
        label=_("What we need"), widget=lines(2), required=False, max_length=TEXT_LIMIT
    )


class TeamViewForm(forms.Form):
    """The team's view of one area, after the visit."""

    team_level = forms.TypedChoiceField(
        label=_("Level found by the team"),
        choices=[("", "–"), *Level.choices],
        coerce=int,
        empty_value=None,
        required=False,
    )
    team_note = forms.CharField(
        label=_("Note"), widget=lines(2), required=False, max_length=TEXT_LIMIT
    )
