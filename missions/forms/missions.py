"""Forms of missions: asked for, agreed, visited, reported."""

from django import forms
from django.utils.translation import gettext_lazy as _

from missions.actions.missions import overlapping
from missions.forms.widgets import DAY, lines
from missions.models import (
    AgendaItem,
    Mission,
    TeamMember,
)
from missions.models.choices import TEXT_LIMIT
from missions.workflow import PlaceStatus
from programmes.models import Event
from rocb import markup
from rocb.forms import LanguagesField, offer_in_use
from rocb.models import Administration, Framework, User
from rocb.roles import OFFICE_ROLES


class MissionForm(forms.ModelForm):
    """A mission as it is asked for and planned. Members fill in what is theirs to say."""

    OFFICE_ONLY = ("administration", "programme", "lead", "framework", "officer", "event", "before")

    languages = LanguagesField(label=_("Languages the team needs"))
    is_overlap_meant = forms.BooleanField(
        label=_("Both missions on the same days are meant"), required=False
    )

    class Meta:
        model = Mission
        fields = [
            "administration",
            "phase",
            "kind",
            "programme",
            "lead",
            "starts_on",
            "ends_on",
            "objectives",
            "areas",
            "languages",
            "framework",
            "officer",
            "event",
            "before",
        ]
        widgets = {
            "starts_on": DAY,
            "ends_on": DAY,
            "objectives": lines(),
            "areas": forms.CheckboxSelectMultiple,
        }
        help_texts = {"areas": _("All seven, if none is ticked.")}

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        offer_in_use(self, "areas")
        if user.is_member:
            for name in self.OFFICE_ONLY:
                del self.fields[name]
        else:
            self.narrow(user)
        if not (self.is_bound and "is_overlap_meant" in self.data) and not self.overlaps_now():
            self.fields["is_overlap_meant"].widget = forms.HiddenInput()

    def overlaps_now(self) -> bool:
        return bool(self.instance.pk and overlapping(self.instance).exists())

    def narrow(self, user):
        """What the office may choose among."""
        if self.instance.pk:
            del self.fields["administration"]
            past = Mission.objects.filter(administration=self.instance.administration_id)
            past = past.exclude(pk=self.instance.pk)
        else:
            members = Administration.objects.visible_to(user).order_by("country_name__az")
            self.fields["administration"].queryset = members
            past = Mission.objects.visible_to(user)
        self.fields["before"].queryset = past.select_related("administration").order_by(
            "administration__country_name__az", "-starts_on"
        )
        self.fields["framework"].queryset = Framework.objects.with_standards()
        offer_in_use(self, "framework")
        self.fields["framework"].initial = Framework.objects.filter(is_default=True).first()
        staff = User.objects.visible_to(user).filter(role__in=OFFICE_ROLES)
        self.fields["officer"].queryset = staff.select_related("person")
        self.fields["event"].queryset = Event.objects.visible_to(user).order_by("-starts_on")

    def clean(self):
        values = super().clean()
        member = values.get("administration") or self.instance.administration_id
        before = values.get("before")
        if before and member and before.administration_id != getattr(member, "pk", member):
            self.add_error("before", _("That mission went to another member."))
        if values.get("phase") != Mission.Phase.EVALUATION and before:
            self.add_error("before", _("Only a phase III mission compares with an earlier one."))
        return values

    def _post_clean(self):
        super()._post_clean()
        if self.user.is_member and not self.instance.pk:
            self.instance.administration_id = self.user.organisation_id
        if not self.instance.pk and self.instance.framework is None:
            self.instance.framework = Framework.objects.filter(is_default=True).first()
        if self.errors or self.cleaned_data.get("is_overlap_meant"):
            return
        if self.instance.administration_id and (other := overlapping(self.instance).first()):
            self.fields["is_overlap_meant"].widget = forms.CheckboxInput()
            self.add_error(
                "starts_on",
                _("Another mission is there on these days: %(mission)s, %(days)s. Change the dates, "
                  "or tick the box below.")
                % {"mission": other, "days": markup.days(other.starts_on, other.ends_on)},
            )  # fmt: skip


class TermsForm(forms.ModelForm):
    """What the team is to look into, agreed between member and office."""

    class Meta:
        model = Mission
        fields = ["terms"]
        widgets = {"terms": lines(14)}


class ReportTextForm(forms.ModelForm):
    """The parts of the report that are running text. Empty lines make paragraphs."""

    class Meta:
        model = Mission
        fields = ["situation", "way_forward", "debrief_on", "debrief"]
        widgets = {
            "situation": lines(12),
            "way_forward": lines(8),
            "debrief": lines(5),
            "debrief_on": DAY,
        }
        help_texts = {
            "situation": _(
                "Where the administration stands. Leave an empty line between paragraphs."
            )
        }


class SendReportForm(forms.Form):
    """What goes with a draft report."""

    comments_due_on = forms.DateField(
        label=_("Comments wanted by"),
        widget=DAY,
        required=False,
        help_text=_("In 30 days, if you leave it empty."),
    )
    comment = forms.CharField(
        label=_("Message to the member"), widget=lines(), required=False, max_length=10_000
    )


class AgendaForm(forms.ModelForm):
    """One appointment of a visit."""

    class Meta:
        model = AgendaItem
        fields = ["on", "begins_at", "ends_at", "title", "place", "people"]
        widgets = {
            "on": DAY,
            "begins_at": forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
            "ends_at": forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
            "people": lines(3),
        }

    def __init__(self, *args, mission, **kwargs):
        super().__init__(*args, **kwargs)
        self.mission = mission

    def clean_on(self):
        day, mission = self.cleaned_data["on"], self.mission
        first, last = mission.starts_on, mission.ends_on
        if first and last and not first <= day <= last:
            raise forms.ValidationError(
                _("The visit lasts from %(first)s to %(last)s.")
                % {"first": markup.day(first), "last": markup.day(last)}
            )
        return day


ROLES = [
    ("", "–"),
    *TeamMember.Role.choices,
    (PlaceStatus.RESERVE, _("Keep in reserve")),
]


class BoardForm(forms.Form):
    """A new action on the board: what, who, by when, at what cost."""

    title = forms.CharField(label=_("Action"), max_length=400, widget=lines(2))
    responsible_unit = forms.CharField(label=_("Responsible unit"), max_length=240, required=False)
    current_due_on = forms.DateField(label=_("Due date"), widget=DAY, required=False)
    cost = forms.DecimalField(
        label=_("Cost"), min_value=0, max_digits=14, decimal_places=2, required=False
    )
    currency = forms.CharField(
        label=_("Currency"), max_length=3, min_length=3, required=False, initial="USD"
    )


class ReplyForm(forms.Form):
    """The office's answer to a comment."""

    text = forms.CharField(label=_("Reply"), widget=lines(3), max_length=TEXT_LIMIT)
