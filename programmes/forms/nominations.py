"""Forms around invitations, nominees, attendance and certificates."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from programmes.models import Event, Invitation
from rocb.forms import day_field
from rocb.models import Administration, Grouping


def lines(rows: int = 4) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class InviteForm(forms.Form):
    """Whom to invite: whole groups, single administrations, or both; how many, until when."""

    groups = forms.MultipleChoiceField(
        label=gettext_lazy("Whole groups"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    members = forms.ModelMultipleChoiceField(
        Administration.objects.none(),
        label=gettext_lazy("Single administrations"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    seats = forms.IntegerField(
        label=gettext_lazy("Seats for each"), min_value=1, max_value=500, initial=1
    )
    respond_by = day_field(
        label=gettext_lazy("Answer wanted by"),
        help_text=gettext_lazy("To the end of this day where each member lives."),
    )
    message = forms.CharField(
        label=gettext_lazy("Message"),
        widget=lines(5),
        required=False,
        max_length=2000,
        help_text=gettext_lazy("Stands in the mail, under what, when and where."),
    )

    def __init__(self, *args, event: Event, **kwargs):
        super().__init__(*args, **kwargs)
        self.event = event
        listed = Administration.objects.listed().filter(region=event.office.region_id)
        free = listed.exclude(event_invitations__event=event)
        self.members = list(free.order_by("country_name__az").prefetch_related("groupings"))
        self.groups = groups_of(self.members)
        self.fields["groups"].choices = [
            (key, f"{label} ({len(found)})") for key, label, found in self.groups
        ]
        self.fields["members"].queryset = free.order_by("country_name__az")
        self.fields["members"].choices = [(one.pk, one.country_name) for one in self.members]

    def clean(self):
        values = super().clean()
        chosen = {one.pk for one in values.get("members", ())}
        for key, _label, found in self.groups:
            if key in values.get("groups", ()):
                chosen |= {one.pk for one in found}
        if not chosen and not self.errors:
            raise ValidationError(_("Choose at least one group or administration."))
        values["chosen"] = [one for one in self.members if one.pk in chosen]
        return values


def groups_of(members: list[Administration]) -> list[tuple[str, str, list[Administration]]]:
    """(key, label, administrations) of what can be invited as a whole; empty ones are left out."""
    found = [
        ("members", _("All WCO members of the region"), [one for one in members if one.is_member]),
        (
            "guests",
            _("Administrations outside the WCO"),
            [one for one in members if not one.is_member],
        ),
    ]
    groupings: dict[Grouping, list[Administration]] = {}
    for one in members:
        for grouping in one.groupings.all():
            groupings.setdefault(grouping, []).append(one)
    for grouping in sorted(groupings, key=lambda one: one.code):
        found.append((f"g{grouping.pk}", grouping.name, groupings[grouping]))
    return [row for row in found if row[2]]


class InvitationForm(forms.ModelForm):
    """What can be changed about an invitation that has gone."""

    class Meta:
        model = Invitation
        fields = ["seats", "respond_by", "message"]
        widgets = {
            "respond_by": forms.DateInput(attrs={"type": "date"}),
            "message": lines(5),
        }
        help_texts = {
            "respond_by": gettext_lazy("The member is told of another day, and reminded anew."),
        }


class ReasonForm(forms.Form):
    """Why."""

    reason = forms.CharField(label=gettext_lazy("Reason"), widget=lines(3), max_length=500)
