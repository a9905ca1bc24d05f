"""Forms about needs and requests for money."""

from django import forms
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from donors.forms.fields import AREA, ColleagueField, CurrencyField, amount, colleagues
from donors.models import Donor, FundingRequest, Need
from missions.models import Action, Mission
from missions.models.choices import FINISHED
from missions.workflow import ENDED, PlanStatus
from programmes.models import AssistanceRequest, Event
from programmes.workflow import EventStatus
from rocb.models import User


class ActionChoices(forms.ModelMultipleChoiceField):
    def label_from_instance(self, obj):
        return f"{obj.plan.administration.country_name}: {obj.number} {obj.title}"[:140]


class AssistanceChoices(forms.ModelMultipleChoiceField):
    def label_from_instance(self, obj):
        return f"{obj.administration.country_name}: {obj.title}"[:140]


class FundingRequestForm(forms.ModelForm):
    """What is asked of a donor. Only needs that members share can be chosen."""

    currency = CurrencyField(initial="USD")
    officer = ColleagueField(
        User.objects.none(),
        label=_("Officer in charge"),
        required=False,
        empty_label=_("Nobody yet"),
    )
    for_actions = ActionChoices(Action.objects.none(), label=_("For these actions"), required=False)
    for_requests = AssistanceChoices(
        AssistanceRequest.objects.none(), label=_("For these requests"), required=False
    )

    class Meta:
        model = FundingRequest
        fields = [
            "donor",
            "title",
            "purpose",
            "amount",
            "currency",
            "starts_on",
            "ends_on",
            "answer_by",
            "for_actions",
            "for_requests",
            "for_events",
            "for_missions",
            "officer",
        ]
        widgets = {
            "purpose": AREA,
            **{
                name: forms.DateInput(attrs={"type": "date"})
                for name in ("starts_on", "ends_on", "answer_by")
            },
        }
        labels = {"for_events": _("For these events"), "for_missions": _("For these missions")}

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        record = self.instance
        today = timezone.localdate()
        current = Q(valid_until_on=None) | Q(valid_until_on__gte=today)
        if record.pk:
            current |= Q(pk=record.donor_id)
        self.fields["donor"].queryset = Donor.objects.filter(current).order_by("name")
        self.fields["officer"].queryset = colleagues(record.office_id or user.organisation_id)
        kept = Q(pk__in=[])
        has = Q(funding_requests=record.pk) if record.pk else kept
        open_actions = Q(is_shared=True, plan__status=PlanStatus.IN_FORCE) & ~Q(status__in=FINISHED)
        self.fields["for_actions"].queryset = (
            Action.objects.visible_to(user)
            .filter(open_actions | has)
            .select_related("plan__administration")
            .order_by("plan__administration__country_name", "position")
            .distinct()
        )
        shared = Q(pk__in=Need.objects.on_the_board().values("request"))
        self.fields["for_requests"].queryset = (
            AssistanceRequest.objects.visible_to(user)
            .filter(shared | has)
            .select_related("administration")
            .order_by("administration__country_name", "title")
            .distinct()
        )
        events = Event.objects.filter(office=record.office_id or user.organisation_id)
        coming = Q(status__in=[EventStatus.IDEA, EventStatus.PLANNED, EventStatus.ANNOUNCED])
        coming |= Q(status=EventStatus.CONFIRMED)
        self.fields["for_events"].queryset = (
            events.filter(coming | has).order_by("starts_on", "title").distinct()
        )
        self.fields["for_missions"].queryset = (
            Mission.objects.visible_to(user)
            .filter(~Q(status__in=ENDED) | has)
            .select_related("administration")
            .order_by("administration__country_name", "starts_on")
            .distinct()
        )
        for name in ("for_actions", "for_requests", "for_events", "for_missions"):
            self.fields[name].widget = forms.SelectMultiple(attrs={"size": 6})
            self.fields[name].widget.choices = self.fields[name].choices

    def clean(self):
        values = super().clean()
        starts, ends = values.get("starts_on"), values.get("ends_on")
        if starts and ends and ends < starts:
            self.add_error("ends_on", _("The last day is before the first."))
        return values


class NeedForm(forms.Form):
    """What the office knows of a need that a member has asked for."""

    cost = amount(label=_("What it would cost"), required=False)
    currency = CurrencyField(initial="USD")
    is_covered = forms.BooleanField(
        label=_("It is paid for"),
        required=False,
        help_text=_("Nothing more is sought: it leaves the needs board."),
    )


class InterestForm(forms.Form):
    """What a donor tells the office about a need."""

    message = forms.CharField(
        label=_("Message to the regional office"), widget=AREA, max_length=4000, required=False
    )
