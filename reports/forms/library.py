"""Forms of the library."""

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from programmes.models import Event
from reports.audience import members_of
from reports.models import CaseStudy, Report, Series
from rocb.forms import day_field, offer_in_use, standards_to_choose, upload_input
from rocb.languages import Language
from rocb.models import Administration, Grouping
from rocb.models.alphabet import az


def countries() -> list[tuple[str, str]]:
    """(code, name) of every administration of the directory."""
    rows = Administration.objects.listed().order_by("country_name__az")
    return list(rows.values_list("iso2", "country_name"))


class ReportForm(forms.ModelForm):
    """One number of a series."""

    countries = forms.MultipleChoiceField(
        label=_("Case countries"),
        required=False,
        widget=forms.SelectMultiple(attrs={"size": 8}),
        help_text=_("Whose practice it tells of. Hold Ctrl (or Cmd) to choose several."),
    )

    class Meta:
        model = Report
        fields = [
            "series",
            "number",
            "title",
            "authors",
            "year",
            "summary",
            "countries",
            "themes",
            "standards",
            "related_events",
            "is_public",
        ]
        widgets = {
            "summary": forms.Textarea(attrs={"rows": 6}),
            "themes": forms.CheckboxSelectMultiple,
            "standards": forms.CheckboxSelectMultiple,
            "related_events": forms.SelectMultiple(attrs={"size": 6}),
        }
        help_texts = {
            "is_public": _("Once published, anybody may read it; otherwise members only."),
            "summary": _("What readers and library catalogues see first; needed to publish."),
        }

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        # The same codes in capitals, and what the record holds of places outside the directory.
        known = countries()
        held = set(self.instance.countries or []) - {code for code, _name in known}
        self.fields["countries"].choices = known + [(code, code) for code in sorted(held)]
        offer_in_use(self, "themes")
        self.fields["standards"].queryset = standards_to_choose(
            self.instance if self.instance.pk else None
        )
        self.fields["related_events"].queryset = (
            Event.objects.visible_to(user).exclude(starts_on=None).order_by("-starts_on")[:400]
            if not self.is_bound
            else Event.objects.visible_to(user)
        )
        series = Series.objects.filter(office=user.organisation_id)
        if self.instance.pk:
            series = Series.objects.filter(office=self.instance.office_id)
        self.fields["series"].queryset = series
        if not self.instance.pk and (first := series.first()):
            self.initial.setdefault("series", first.pk)
            last = first.reports.order_by("-number").values_list("number", flat=True).first()
            self.initial.setdefault("number", (last or 0) + 1)


class FileForm(forms.Form):
    """A file of a report, in one language."""

    file = forms.FileField(
        label=_("File"),
        help_text=_("PDF or Word (.docx), up to 50 MB. Its text is read for the search."),
        widget=upload_input(settings.MAX_REPORT_BYTES, ".pdf,.docx"),
    )
    language = forms.ChoiceField(
        label=_("Language"), choices=Language, initial=Language.ENGLISH.value
    )
    note = forms.CharField(
        label=_("What changed"),
        required=False,
        max_length=300,
        help_text=_("For a new version of a file that is there already."),
    )


class AudienceForm(forms.Form):
    """Which members: all, a grouping, single ones. Nobody selected means nobody."""

    all_members = forms.BooleanField(label=_("All members of the region"), required=False)
    groupings = forms.ModelMultipleChoiceField(
        Grouping.objects.all(),
        label=_("Groupings"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    members = forms.ModelMultipleChoiceField(
        Administration.objects.none(),
        label=_("Single members"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.mine = members_of(user)
        self.fields["members"].queryset = self.mine
        own = Grouping.objects.in_use().filter(administrations__in=self.mine)
        self.fields["groupings"].queryset = own.distinct()

    def chosen(self) -> list[Administration]:
        """The administrations that the form names, each once."""
        values = self.cleaned_data
        if values.get("all_members"):
            return list(self.mine)
        found = {member.pk: member for member in values.get("members") or []}
        for member in self.mine.filter(groupings__in=values.get("groupings") or []).distinct():
            found[member.pk] = member
        return sorted(found.values(), key=lambda member: az(member.country_name))


class CallForm(AudienceForm):
    """The call for cases."""

    call_text = forms.CharField(
        label=_("What is asked for"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("The question the study follows, and what a case should tell."),
    )
    call_due_on = day_field(label=_("Cases wanted by"))
    field_order = ("call_text", "call_due_on", "all_members", "groupings", "members")

    def clean_call_due_on(self):
        day = self.cleaned_data["call_due_on"]
        if day <= timezone.localdate():
            raise forms.ValidationError(_("This day has passed. Leave members some weeks."))
        return day

    def clean(self):
        super().clean()
        chosen = self.chosen()
        if not chosen:
            raise forms.ValidationError(
                _("Choose at least one member: nobody selected means nobody.")
            )
        text, day = self.cleaned_data.get("call_text"), self.cleaned_data.get("call_due_on")
        return {"call_text": text, "call_due_on": day, "administrations": chosen}


class CaseForm(forms.ModelForm):
    """A member's case."""

    class Meta:
        model = CaseStudy
        fields = ["title", "text", "contact"]
        widgets = {"text": forms.Textarea(attrs={"rows": 14})}
