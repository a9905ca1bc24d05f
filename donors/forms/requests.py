"""Forms about needs and requests for money."""

from django import forms
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from donors.forms.fields import AREA, ColleagueField, CurrencyField, amount, colleagues
from donors.forms.payable import (
    ActionChoices,
    AssistanceChoices,
    EventChoices,
    MissionChoices,
)
from donors.models import Donor, FundingRequest, Need
from missions.models import Action, Mission
from missions.models.choices import FINISHED
from missions.workflow import ENDED, PlanStatus
from programmes.models import AssistanceRequest, Event
from programmes.workflow import EventStatus
from rocb.finding import FindingForm, matching, offer
from rocb.models import User

COMING = (EventStatus.IDEA, EventStatus.PLANNED, EventStatus.ANNOUNCED, EventStatus.CONFIRMED)


class FundingRequestForm(FindingForm, forms.ModelForm):
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
    for_events = EventChoices(Event.objects.none(), label=_("For these events"), required=False)
    for_missions = MissionChoices(
        Mission.objects.none(), label=_("For these missions"), required=False
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

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        record = self.instance
        today = timezone.localdate()
        current = Q(valid_until_on=None) | Q(valid_until_on__gte=today)
        if record.pk:
            current |= Q(pk=record.donor_id)
        self.fields["donor"].queryset = Donor.objects.filter(current).order_by("name__az")
        self.fields["officer"].queryset = colleagues(record.office_id or user.organisation_id)
        self.offer_needs(user)
        self.offer_activities(user, record.office_id or user.organisation_id)

    def has(self, name: str) -> Q:
        """What the request is for already stays to be chosen, whatever became of it."""
        record = self.instance
        return Q(pk__in=getattr(record, name).values("pk")) if record.pk else Q(pk=None)

    def offer_needs(self, user):
        """Actions and requests for assistance that their members share."""
        member = "administration__country_name"
        open_actions = Q(is_shared=True, plan__status=PlanStatus.IN_FORCE) & ~Q(status__in=FINISHED)
        offer(
            self,
            "for_actions",
            Action.objects.visible_to(user)
            .filter(open_actions | self.has("for_actions"))
            .select_related("plan__administration"),
            wanted=matching(self.words_for("for_actions"), "search", f"plan__{member}"),
            order=(f"plan__{member}", "position"),
        )
        shared = Q(pk__in=Need.objects.on_the_board().values("request"))
        offer(
            self,
            "for_requests",
            AssistanceRequest.objects.visible_to(user)
            .filter(shared | self.has("for_requests"))
            .select_related("administration"),
            wanted=matching(self.words_for("for_requests"), "search", member),
            order=(member, "title__az"),
        )

    def offer_activities(self, user, office: int):
        """Events and missions that are still to come."""
        coming = Q(status__in=COMING)
        offer(
            self,
            "for_events",
            Event.objects.filter(coming | self.has("for_events"), office=office),
            wanted=matching(self.words_for("for_events"), "search"),
            order=("starts_on", "title__az"),
        )
        member = "administration__country_name"
        offer(
            self,
            "for_missions",
            Mission.objects.visible_to(user)
            .filter(~Q(status__in=ENDED) | self.has("for_missions"))
            .select_related("administration"),
            wanted=matching(self.words_for("for_missions"), "search", member),
            order=(member, "starts_on"),
        )

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
