"""Forms around recommendations, plans, actions and cycles."""

import re

from django import forms
from django.utils.translation import gettext_lazy as _

from missions.models import (
    Action,
    ActionPlan,
    Cycle,
    Finding,
    Mission,
    Recommendation,
    Support,
)
from missions.models.choices import TEXT_LIMIT, Answer, Implementation
from missions.workflow import PlanStatus
from rocb import markup
from rocb.forms import offer_in_use, standards_to_choose
from rocb.models import Administration, Framework, Person

AREA = forms.Textarea(attrs={"rows": 4})


class PlanForm(forms.ModelForm):
    """The frame of a plan. Whose it is, is chosen once, and only by the office."""

    class Meta:
        model = ActionPlan
        fields = ["administration", "mission", "title", "starts_on", "ends_on", "summary"]
        widgets = {"summary": AREA}

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        if user.is_member or self.instance.pk:
            del self.fields["administration"]
        else:
            choices = Administration.objects.visible_to(user).order_by("country_name__az")
            self.fields["administration"].queryset = choices
        missions = Mission.objects.visible_to(user).select_related("administration")
        if self.instance.pk:
            missions = missions.filter(administration=self.instance.administration_id)
        self.fields["mission"].queryset = missions.order_by(
            "administration__country_name__az", "-pk"
        )

    def clean(self):
        values = super().clean()
        mission, member = values.get("mission"), values.get("administration")
        if mission and member and mission.administration_id != member.pk:
            self.add_error("mission", _("This mission went to another member."))
        return values


class RecommendationChoices(forms.ModelMultipleChoiceField):
    def label_from_instance(self, obj):
        text = obj.text if len(obj.text) <= 110 else f"{obj.text[:109]}…"
        return f"{obj.number} – {text}"


def before_its_advice(due, advice) -> str:
    """Why a due date cannot be: the advice that the action carries out is younger. Else empty."""
    for row in advice:
        if row.made_on and due < row.made_on:
            return _("Recommendation %(number)s was made on %(day)s. Choose a later due date.") % {
                "number": row.number,
                "day": markup.day(row.made_on),
            }
    return ""


class ActionForm(forms.ModelForm):
    """One action as planned. Its due date is fixed once the plan is in force."""

    recommendations = RecommendationChoices(
        Recommendation.objects.none(),
        label=_("Recommendations it carries out"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = Action
        fields = [
            "number",
            "title",
            "expected_result",
            "current_due_on",
            "responsible_unit",
            "responsible_person",
            "support_needed",
            "cost",
            "currency",
            "recommendations",
            "standards",
        ]
        widgets = {
            "title": forms.Textarea(attrs={"rows": 2}),
            "expected_result": AREA,
            "standards": forms.CheckboxSelectMultiple,
        }
        help_texts = {
            "number": _("As in your own plan, for example 3.2."),
            "currency": _("Three letters, for example USD."),
        }

    def __init__(self, *args, plan=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.plan = plan or self.instance.plan
        member = self.plan.administration_id
        if self.plan.status != PlanStatus.DRAFT:
            del self.fields["current_due_on"]
        # Never what the member has not been sent: a plan is the member's to read.
        advice = Recommendation.objects.told().filter(administration=member).order_by("pk")
        self.fields["recommendations"].queryset = advice
        people = Person.objects.filter(organisation=member).order_by(
            "family_name__az", "given_name__az"
        )
        self.fields["responsible_person"].queryset = people
        self.fields["standards"].queryset = standards_to_choose(self.instance)

    def clean_number(self):
        number = self.cleaned_data["number"].strip()
        same = Action.objects.filter(plan=self.plan, number=number).exclude(pk=self.instance.pk)
        if same.exists():
            raise forms.ValidationError(
                _("Another action of this plan has the number “%(number)s”."),
                params={"number": number},
            )
        return number

    def clean_currency(self):
        currency = self.cleaned_data["currency"].strip().upper()
        if currency and not re.fullmatch("[A-Z]{3}", currency):
            raise forms.ValidationError(_("Write three letters, for example USD."))
        return currency

    def clean(self):
        values = super().clean()
        if values.get("cost") is not None and not values.get("currency"):
            self.add_error("currency", _("Say in which currency the cost is."))
        due, advice = values.get("current_due_on"), values.get("recommendations") or []
        if due and (problem := before_its_advice(due, advice)):
            self.add_error("current_due_on", problem)
        return values

    def _save_m2m(self):
        """What was not offered stays: advice that the office has tied to it and not yet sent."""
        offered = self.fields["recommendations"].queryset.values("pk")
        others = list(self.instance.recommendations.exclude(pk__in=offered))
        super()._save_m2m()
        self.instance.recommendations.add(*others)


class PlanActionsForm(forms.Form):
    """What narrows the actions of one plan; all of it lives in the address."""

    status = forms.ChoiceField(
        label=_("Status"), required=False, choices=[("", _("All")), *Implementation.choices]
    )
    support = forms.ChoiceField(
        label=_("Support needed"), required=False, choices=[("", _("All")), *Support.choices]
    )
    overdue = forms.BooleanField(label=_("Only overdue"), required=False)


class ExtensionForm(forms.Form):
    """What a member asks for when a due date has to move."""

    new_due_on = forms.DateField(
        label=_("New due date"), widget=forms.DateInput(attrs={"type": "date"})
    )
    reason = forms.CharField(
        label=_("Reason"),
        widget=AREA,
        max_length=TEXT_LIMIT,
        help_text=_("What held the action up, and why the new date will hold."),
    )


class FindingChoices(forms.ModelMultipleChoiceField):
    def label_from_instance(self, obj):
        text = obj.text if len(obj.text) <= 110 else f"{obj.text[:109]}…"
        return f"F{obj.number} – {text}"


class RecommendationForm(forms.ModelForm):
    """A recommendation as it stands in the mission's report."""

    class Meta:
        model = Recommendation
        fields = [
            "administration",
            "number",
            "text",
            "area",
            "findings",
            "standards",
            "priority",
            "horizon",
            "source",
            "made_on",
        ]
        widgets = {"text": AREA, "standards": forms.CheckboxSelectMultiple}

    findings = FindingChoices(
        Finding.objects.none(),
        label=_("Findings it answers"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            del self.fields["administration"]
        else:
            choices = Administration.objects.visible_to(user).order_by("country_name__az")
            self.fields["administration"].queryset = choices
        mission = self.instance.mission
        offer_in_use(self, "area")
        self.fields["standards"].queryset = standards_to_choose(
            self.instance, mission and mission.framework
        )
        if mission is None:
            del self.fields["findings"]
        else:
            self.fields["findings"].queryset = mission.findings.select_related("area")

    def clean(self):
        values = super().clean()
        member = values.get("administration") or self.instance.administration_id
        number = (values.get("number") or "").strip()
        same = Recommendation.objects.filter(administration=member, number=number)
        if member and number and same.exclude(pk=self.instance.pk).exists():
            self.add_error("number", _("This member already has a recommendation of that number."))
        return values


class AnswerForm(forms.Form):
    """What the member says to a recommendation."""

    answer = forms.ChoiceField(label=_("Answer"), choices=Answer, widget=forms.RadioSelect)
    answer_reason = forms.CharField(
        label=_("Reason"),
        required=False,
        widget=AREA,
        max_length=TEXT_LIMIT,
        help_text=_("Needed unless you accept the recommendation as it stands."),
    )


class CycleForm(forms.ModelForm):
    """A round of follow-up. The office is the reader's own."""

    class Meta:
        model = Cycle
        fields = ["name", "framework", "opens_on", "due_on", "closes_on"]

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.office_id = self.instance.office_id or user.office_id
        self.fields["framework"].queryset = Framework.objects.with_standards()
        offer_in_use(self, "framework")

    def clean_name(self):
        name = self.cleaned_data["name"].strip()
        same = Cycle.objects.filter(office=self.office_id, name=name)
        if same.exclude(pk=self.instance.pk).exists():
            raise forms.ValidationError(_("The office already has a cycle of that name."))
        return name
