"""What narrows the lists of pillar 2."""

import django_filters as filters
from django import forms
from django.contrib.postgres.search import SearchQuery
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from donors.models import (
    Agreement,
    Allocation,
    Donor,
    DonorReport,
    Engagement,
    FundingRequest,
    Instalment,
    Need,
)
from donors.workflow import RUNNING, AgreementStatus, ReportStatus, RequestStatus
from missions.filters import members
from missions.models import Action, Support
from programmes.models import AssistanceRequest
from rocb.models import Administration, Standard, Theme
from rocb.narrowing import RecordFilter
from rocb.roles import Role
from rocb.search import prefixes

SEARCH = forms.TextInput(attrs={"type": "search"})


def donors(request):
    return Donor.objects.visible_to(request.user).order_by("name__az")


class OfDonorFilter(filters.FilterSet):
    """A donor is not asked which donor."""

    def __init__(self, data=None, queryset=None, *, request=None, prefix=None):
        super().__init__(data, queryset, request=request, prefix=prefix)
        if request.user.role == Role.DONOR:
            self.filters.pop("donor", None)


class EngagementFilter(filters.FilterSet):
    donor = RecordFilter(label=_("Donor"), queryset=donors)
    kind = filters.ChoiceFilter(label=_("Kind"), choices=Engagement.Kind, empty_label=_("All"))
    open = filters.BooleanFilter(
        label=_("Only with something left to do"), method="by_open", widget=forms.CheckboxInput
    )

    class Meta:
        model = Engagement
        fields: list[str] = []

    def by_open(self, queryset, _name, value):
        return queryset.with_next_step() if value else queryset


class FundingRequestFilter(OfDonorFilter):
    donor = RecordFilter(label=_("Donor"), queryset=donors)
    status = filters.ChoiceFilter(label=_("Status"), choices=RequestStatus, empty_label=_("All"))

    class Meta:
        model = FundingRequest
        fields: list[str] = []


class AgreementFilter(OfDonorFilter):
    donor = RecordFilter(label=_("Donor"), queryset=donors)
    status = filters.ChoiceFilter(label=_("Status"), choices=AgreementStatus, empty_label=_("All"))
    currency = filters.CharFilter(label=_("Currency"), field_name="currency", lookup_expr="iexact")

    class Meta:
        model = Agreement
        fields: list[str] = []


class InstalmentFilter(OfDonorFilter):
    donor = RecordFilter(label=_("Donor"), field_name="agreement__donor", queryset=donors)
    open = filters.BooleanFilter(
        label=_("Only those still to come"), method="by_open", widget=forms.CheckboxInput
    )
    late = filters.BooleanFilter(
        label=_("Only those overdue"), method="by_late", widget=forms.CheckboxInput
    )

    class Meta:
        model = Instalment
        fields: list[str] = []

    def by_open(self, queryset, _name, value):
        return queryset.outstanding().filter(agreement__status__in=RUNNING) if value else queryset

    def by_late(self, queryset, name, value):
        if not value:
            return queryset
        return self.by_open(queryset, name, value).filter(due_on__lt=timezone.localdate())


class AllocationFilter(OfDonorFilter):
    donor = RecordFilter(label=_("Donor"), field_name="agreement__donor", queryset=donors)
    kind = filters.ChoiceFilter(label=_("Kind"), choices=Allocation.Kind, empty_label=_("All"))

    class Meta:
        model = Allocation
        fields: list[str] = []


class DonorReportFilter(OfDonorFilter):
    donor = RecordFilter(label=_("Donor"), field_name="agreement__donor", queryset=donors)
    status = filters.ChoiceFilter(label=_("Status"), choices=ReportStatus, empty_label=_("All"))
    late = filters.BooleanFilter(
        label=_("Only those overdue"), method="by_late", widget=forms.CheckboxInput
    )

    class Meta:
        model = DonorReport
        fields: list[str] = []

    def by_late(self, queryset, _name, value):
        return queryset.owed().filter(due_on__lt=timezone.localdate()) if value else queryset


def members_of_needs(request):
    """Members that have something on the board, as far as this reader sees it."""
    if request.user.role == Role.DONOR:
        return Administration.objects.listed().order_by("country_name__az")
    return members(request)


class ActionNeedFilter(filters.FilterSet):
    q = filters.CharFilter(label=_("Words"), method="by_words", widget=SEARCH)
    member = RecordFilter(
        label=_("Member"), field_name="plan__administration", queryset=members_of_needs
    )
    theme = RecordFilter(
        label=_("Theme"), method="by_theme", queryset=lambda _request: Theme.objects.all()
    )
    standard = RecordFilter(
        label=_("Standard"),
        field_name="standards",
        queryset=lambda _request: Standard.objects.in_use().order_by("framework", "position"),
    )
    support = filters.ChoiceFilter(
        label=_("Support needed"),
        field_name="support_needed",
        choices=Support,
        empty_label=_("All"),
    )

    class Meta:
        model = Action
        fields: list[str] = []

    def by_theme(self, queryset, _name, theme):
        """An action has no theme of its own: its words name it."""
        return queryset.filter(
            Q(title__icontains=theme.name) | Q(expected_result__icontains=theme.name)
        )

    def by_words(self, queryset, _name, value):
        """By what donors read of it, nothing else: title and expected result."""
        for word in prefixes(value).replace(":*", "").split(" & "):
            if word:
                queryset = queryset.filter(
                    Q(title__icontains=word) | Q(expected_result__icontains=word)
                )
        return queryset


class RequestNeedFilter(filters.FilterSet):
    q = filters.CharFilter(label=_("Words"), method="by_words", widget=SEARCH)
    member = RecordFilter(
        label=_("Member"), field_name="request__administration", queryset=members_of_needs
    )
    theme = RecordFilter(
        label=_("Theme"),
        field_name="request__themes",
        queryset=lambda _request: Theme.objects.all(),
    )
    standard = RecordFilter(
        label=_("Standard"),
        field_name="request__standards",
        queryset=lambda _request: Standard.objects.in_use().order_by("framework", "position"),
    )
    kind = filters.ChoiceFilter(
        label=_("Kind"),
        field_name="request__kind",
        choices=AssistanceRequest.Kind,
        empty_label=_("All"),
    )

    class Meta:
        model = Need
        fields: list[str] = []

    def by_words(self, queryset, _name, value):
        raw = prefixes(value)
        if not raw:
            return queryset
        query = SearchQuery(raw, config="simple", search_type="raw")
        return queryset.filter(request__search=query)
