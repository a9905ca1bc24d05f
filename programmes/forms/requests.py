"""Forms around requests for assistance."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from programmes.forms.events import DAY
from programmes.models import AssistanceRequest, Event
from programmes.workflow import EventStatus
from rocb import markup
from rocb.forms import LanguagesField, offer_in_use, standards_to_choose
from rocb.models import Administration, User
from rocb.roles import OFFICE_ROLES


def lines(rows: int = 4) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


def staff_of(user):
    """Who of the reader's office can be in charge."""
    current = User.objects.current(timezone.localdate())
    staff = current.filter(role__in=OFFICE_ROLES, person__organisation=user.organisation_id)
    return staff.select_related("person").order_by("person__family_name__az")


class OfficerField(forms.ModelChoiceField):
    """An officer, shown by name."""

    def label_from_instance(self, obj):
        return obj.full_name


class EventsField(forms.ModelMultipleChoiceField):
    """Events to tick, each with its days."""

    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, obj):
        return ", ".join(filter(None, (obj.title, markup.days(obj.starts_on, obj.ends_on))))


def helping_events(user, request=None):
    """The events that may help: what is ahead or being prepared, and what was named already."""
    events = Event.objects.visible_to(user).filter(office=user.organisation_id)
    alive = events.exclude(status__in=[EventStatus.CANCELLED, EventStatus.CLOSED])
    if request is not None and request.pk:
        alive = alive | events.filter(assistance_requests=request.pk)
    return alive.distinct().order_by("-starts_on", "-pk")


def helping_members(request=None):
    """Administrations that may send resource persons: all but the one that asks."""
    listed = Administration.objects.listed().order_by("country_name__az")
    return listed.exclude(pk=request.administration_id) if request is not None else listed


class RequestForm(forms.ModelForm):
    """What a member asks for. The office enters requests that came by letter."""

    languages = LanguagesField(label=_("Languages it should be held in"))

    class Meta:
        model = AssistanceRequest
        fields = [
            "administration",
            "title",
            "kind",
            "reason",
            "expected",
            "wanted_from_on",
            "wanted_until_on",
            "participants",
            "languages",
            "themes",
            "standards",
        ]
        widgets = {
            "reason": lines(5),
            "expected": lines(3),
            "wanted_from_on": DAY,
            "wanted_until_on": DAY,
            "themes": forms.CheckboxSelectMultiple,
            "standards": forms.CheckboxSelectMultiple,
        }
        help_texts = {
            "title": _("In a few words, as “Seminar on the Revised Kyoto Convention”."),
            "reason": _("What the situation is, and what you cannot do with your own means."),
            "expected": _("What will be different afterwards."),
            "wanted_from_on": _("Leave both empty if any time suits."),
        }

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        offer_in_use(self, "themes")
        self.fields["standards"].queryset = standards_to_choose(self.instance)
        if user.is_member or self.instance.pk:
            del self.fields["administration"]
        else:
            members = Administration.objects.visible_to(user).order_by("country_name__az")
            self.fields["administration"].queryset = members

    def clean_participants(self):
        count = self.cleaned_data["participants"]
        if count == 0:
            raise forms.ValidationError(_("At least one person, or leave it empty."))
        return count

    def clean(self):
        values = super().clean()
        until = values.get("wanted_until_on")
        if until and until < timezone.localdate() and "wanted_until_on" in self.changed_data:
            self.add_error("wanted_until_on", _("This day has passed."))
        return values

    def _post_clean(self):
        if self.user.is_member and not self.instance.pk:
            self.instance.administration_id = self.user.organisation_id
        super()._post_clean()


class OfficePartForm(forms.ModelForm):
    """What the office keeps about a request while it is open."""

    officer = OfficerField(User.objects.none(), label=_("Officer in charge"), required=False)
    activities = EventsField(Event.objects.none(), label=_("Events"), required=False)

    class Meta:
        model = AssistanceRequest
        fields = ["officer", "assessment", "needs_funding", "activities", "helpers"]
        widgets = {
            "assessment": lines(5),
            "helpers": forms.SelectMultiple(attrs={"size": 8}),
        }
        help_texts = {
            "assessment": _("Only the office reads this."),
            "helpers": _("Hold Ctrl to choose several."),
        }

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["officer"].queryset = staff_of(user)
        self.fields["activities"].queryset = helping_events(user, self.instance)
        self.fields["helpers"].queryset = helping_members(self.instance)


class AssessForm(forms.Form):
    """The office takes a request up."""

    officer = OfficerField(
        User.objects.none(),
        label=_("Officer in charge"),
        required=False,
        help_text=_("You, if you leave it empty."),
    )
    assessment = forms.CharField(
        label=_("Assessment"),
        widget=lines(5),
        required=False,
        max_length=4000,
        help_text=_("Only the office reads this."),
    )
    needs_funding = forms.BooleanField(label=_("It needs money from a donor"), required=False)
    comment = forms.CharField(
        label=_("Message to the member"), widget=lines(3), required=False, max_length=10_000
    )


class MatchForm(forms.Form):
    """What helps."""

    activities = EventsField(Event.objects.none(), label=_("Events"), required=False)
    helpers = forms.ModelMultipleChoiceField(
        Administration.objects.none(),
        label=_("Resource persons from"),
        widget=forms.SelectMultiple(attrs={"size": 8}),
        required=False,
        help_text=_("Hold Ctrl to choose several."),
    )
    comment = forms.CharField(
        label=_("Message to the member"), widget=lines(3), required=False, max_length=10_000
    )
