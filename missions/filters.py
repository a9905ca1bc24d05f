"""What narrows the lists of pillar 1."""

import django_filters as filters
from django import forms
from django.contrib.postgres.search import SearchQuery
from django.db.models import DateField, DateTimeField, F, Func, Q
from django.db.models.functions import Cast, Now
from django.utils.translation import gettext_lazy as _

from missions.models import (
    Absence,
    Action,
    ActionPlan,
    Certification,
    Cycle,
    Expert,
    ExtensionRequest,
    Matrix,
    Mission,
    Recommendation,
    Support,
    TeamMember,
)
from missions.models.choices import Answer, Implementation, Priority
from missions.workflow import (
    CycleStatus,
    ExtensionStatus,
    MatrixStatus,
    MissionStatus,
    PlanStatus,
)
from rocb.languages import Language
from rocb.models import Administration, DiagnosticArea
from rocb.narrowing import RecordFilter
from rocb.search import prefixes

# What stands in a link of ours; whatever else is written there finds nothing.
KEY = {"min_value": 0, "max_value": 2**31}


def day_there(path: str) -> Cast:
    """Today as a date where a member lives; `path` leads to its time zone."""
    there = Func(F(path), Now(), function="timezone", output_field=DateTimeField())
    return Cast(there, DateField())


def members(request):
    """The members that this reader may choose among."""
    return Administration.objects.visible_to(request.user).order_by("country_name__az")


class PortalFilterSet(filters.FilterSet):
    """Readers with one member, or none, are not asked which."""

    member_field = "administration"

    def __init__(self, data=None, queryset=None, *, request=None, prefix=None):
        super().__init__(data, queryset, request=request, prefix=prefix)
        user = request.user
        if not (user.is_office or user.has_perm("rocb.view_region") or user.is_superuser):
            self.filters.pop(self.member_field, None)


class PlanFilter(PortalFilterSet):
    administration = RecordFilter(label=_("Member"), queryset=members)
    status = filters.ChoiceFilter(label=_("Status"), choices=PlanStatus, empty_label=_("All"))

    class Meta:
        model = ActionPlan
        fields: list[str] = []


class WordsMixin:
    """Full-text search over the model's own search column, by the beginnings of words."""

    def by_words(self, queryset, _name, value):
        raw = prefixes(value)
        if not raw:
            return queryset
        return queryset.filter(search=SearchQuery(raw, config="simple", search_type="raw"))


class ActionFilter(WordsMixin, PortalFilterSet):
    q = filters.CharFilter(
        label=_("Words"), method="by_words", widget=forms.TextInput(attrs={"type": "search"})
    )
    administration = RecordFilter(
        field_name="plan__administration", label=_("Member"), queryset=members
    )
    status = filters.ChoiceFilter(label=_("Status"), choices=Implementation, empty_label=_("All"))
    support = filters.ChoiceFilter(
        field_name="support_needed",
        label=_("Support needed"),
        choices=Support,
        empty_label=_("All"),
    )
    overdue = filters.BooleanFilter(
        label=_("Only overdue"), method="by_overdue", widget=forms.CheckboxInput
    )
    open = filters.BooleanFilter(label=_("Only open"), method="by_open", widget=forms.CheckboxInput)
    plan = filters.NumberFilter(widget=forms.HiddenInput, **KEY)
    recommendation = filters.NumberFilter(
        method="by_recommendation", widget=forms.HiddenInput, **KEY
    )

    class Meta:
        model = Action
        fields: list[str] = []

    def by_recommendation(self, queryset, _name, value):
        """Nothing where the reader may not see the advice, as where there is none."""
        advice = Recommendation.objects.visible_to(self.request.user).filter(pk=value)
        return queryset.filter(recommendations__in=advice.values("pk"))

    def by_open(self, queryset, _name, value):
        return queryset.open() if value else queryset

    def by_overdue(self, queryset, _name, value):
        if not value:
            return queryset
        return queryset.open().filter(
            current_due_on__lt=day_there("plan__administration__time_zone")
        )


class SharedActionFilter(WordsMixin, PortalFilterSet):
    """What a donor may narrow by: only what a donor may read."""

    q = filters.CharFilter(
        label=_("Words"), method="by_words", widget=forms.TextInput(attrs={"type": "search"})
    )
    status = filters.ChoiceFilter(label=_("Status"), choices=Implementation, empty_label=_("All"))

    class Meta:
        model = Action
        fields: list[str] = []

    def by_words(self, queryset, _name, value):
        for word in value.split()[:8]:
            queryset = queryset.filter(title__icontains=word)
        return queryset


class RecommendationFilter(WordsMixin, PortalFilterSet):
    q = filters.CharFilter(
        label=_("Words"), method="by_words", widget=forms.TextInput(attrs={"type": "search"})
    )
    administration = RecordFilter(label=_("Member"), queryset=members)
    answer = filters.ChoiceFilter(
        label=_("Answer"),
        choices=Answer,
        empty_label=_("All"),
        null_label=_("Not answered yet"),
        null_value="none",
        method="by_answer",
    )
    priority = filters.ChoiceFilter(label=_("Priority"), choices=Priority, empty_label=_("All"))

    class Meta:
        model = Recommendation
        fields: list[str] = []

    def by_answer(self, queryset, _name, value):
        return queryset.filter(answer="" if value == "none" else value)


class MissionFilter(WordsMixin, PortalFilterSet):
    q = filters.CharFilter(
        label=_("Words"), method="by_words", widget=forms.TextInput(attrs={"type": "search"})
    )
    administration = RecordFilter(label=_("Member"), queryset=members)
    phase = filters.ChoiceFilter(label=_("Phase"), choices=Mission.Phase, empty_label=_("All"))
    kind = filters.ChoiceFilter(label=_("Kind"), choices=Mission.Kind, empty_label=_("All"))
    status = filters.ChoiceFilter(label=_("Status"), choices=MissionStatus, empty_label=_("All"))
    year = filters.NumberFilter(label=_("Year"), field_name="starts_on__year")
    # What a figure counts opens into exactly these rows.
    conducted = filters.DateFilter(method="by_conducted", widget=forms.HiddenInput)
    expert = filters.NumberFilter(method="by_expert", widget=forms.HiddenInput, **KEY)
    running = filters.BooleanFilter(
        label=_("Under way"), method="by_running", widget=forms.CheckboxInput
    )
    regional = filters.BooleanFilter(
        label=_("With regional experts"), method="by_regional", widget=forms.CheckboxInput
    )

    class Meta:
        model = Mission
        fields: list[str] = []

    def by_conducted(self, queryset, _name, value):
        return queryset.conducted(value)

    def by_expert(self, queryset, _name, value):
        """Nothing where the reader may not see the expert, as where there is none."""
        experts = Expert.objects.visible_to(self.request.user).filter(pk=value)
        taken = TeamMember.objects.accepted().filter(person__in=experts.values("person"))
        return queryset.filter(pk__in=taken.values("mission"))

    def by_running(self, queryset, _name, value):
        return queryset.running() if value else queryset

    def by_regional(self, queryset, _name, value):
        return queryset.with_regional_experts() if value else queryset


class ExpertFilter(PortalFilterSet):
    q = filters.CharFilter(
        label=_("Name"), method="by_name", widget=forms.TextInput(attrs={"type": "search"})
    )
    administration = RecordFilter(label=_("Administration"), queryset=members)
    area = RecordFilter(
        label=_("Area"),
        field_name="areas",
        queryset=lambda _request: DiagnosticArea.objects.order_by("number"),
    )
    language = filters.ChoiceFilter(
        label=_("Language"), choices=Language, empty_label=_("All"), method="by_language"
    )
    stage = filters.ChoiceFilter(
        label=_("Stage"), choices=Certification.Stage, empty_label=_("All"), method="by_stage"
    )
    free_from = filters.DateFilter(
        label=_("Free from"),
        method="by_free",
        widget=forms.DateInput(attrs={"type": "date"}),
    )
    free_until = filters.DateFilter(
        label=_("Free until"),
        method="by_free",
        widget=forms.DateInput(attrs={"type": "date"}),
    )
    certified_on = filters.DateFilter(
        label=_("Certified on"), method="by_certified", widget=forms.HiddenInput
    )

    class Meta:
        model = Expert
        fields: list[str] = []

    def by_name(self, queryset, _name, value):
        raw = prefixes(value)
        if not raw:
            return queryset
        query = SearchQuery(raw, config="simple", search_type="raw")
        return queryset.filter(person__search=query)

    def by_language(self, queryset, _name, value):
        return queryset.filter(languages__contains=[value])

    def by_stage(self, queryset, _name, value):
        return queryset.filter(stage=value)

    def by_certified(self, queryset, _name, value):
        return queryset.certified(value)

    def by_free(self, queryset, name, _value):
        """Free on all days from the one to the other; asked once, whichever was filled in."""
        values = self.form.cleaned_data
        first, last = values.get("free_from"), values.get("free_until")
        if name == "free_until" and first:
            return queryset
        first, last = first or last, last or first
        held = TeamMember.objects.holding().filter(
            mission__starts_on__lte=last, mission__ends_on__gte=first
        )
        away = Absence.objects.filter(from_on__lte=last, until_on__gte=first)
        return queryset.exclude(
            Q(person__in=held.exclude(mission__status=MissionStatus.CANCELLED).values("person"))
            | Q(pk__in=away.values("expert"))
        )


class ExtensionFilter(PortalFilterSet):
    administration = RecordFilter(
        field_name="action__plan__administration", label=_("Member"), queryset=members
    )
    status = filters.ChoiceFilter(label=_("Status"), choices=ExtensionStatus, empty_label=_("All"))

    class Meta:
        model = ExtensionRequest
        fields: list[str] = []


class CycleFilter(PortalFilterSet):
    status = filters.ChoiceFilter(label=_("Status"), choices=CycleStatus, empty_label=_("All"))

    class Meta:
        model = Cycle
        fields: list[str] = []


def visible_cycles(request):
    """The cycles that this reader may choose among, the newest first: those of some twenty years."""
    newest = Cycle.objects.visible_to(request.user).order_by("-due_on")
    return newest.filter(pk__in=newest.values("pk")[:40])


class MatrixFilter(PortalFilterSet):
    administration = RecordFilter(label=_("Member"), queryset=members)
    cycle = RecordFilter(label=_("Cycle"), queryset=visible_cycles)
    status = filters.ChoiceFilter(label=_("Status"), choices=MatrixStatus, empty_label=_("All"))
    owed = filters.BooleanFilter(
        label=_("Not yet filed"), method="by_owed", widget=forms.CheckboxInput
    )

    class Meta:
        model = Matrix
        fields: list[str] = []

    def by_owed(self, queryset, _name, value):
        return queryset.owed() if value else queryset
