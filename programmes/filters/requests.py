"""What narrows the list of requests for assistance."""

import django_filters as filters
from django import forms
from django.contrib.postgres.search import SearchQuery
from django.utils.translation import gettext_lazy as _

from programmes.models import AssistanceRequest
from programmes.workflow import RequestStatus
from rocb.models import Administration, Theme
from rocb.narrowing import RecordFilter
from rocb.search import prefixes


def members(request):
    return Administration.objects.visible_to(request.user).order_by("country_name__az")


class RequestFilter(filters.FilterSet):
    q = filters.CharFilter(
        label=_("Words"), method="by_words", widget=forms.TextInput(attrs={"type": "search"})
    )
    administration = RecordFilter(label=_("Member"), queryset=members)
    status = filters.ChoiceFilter(label=_("Status"), choices=RequestStatus)
    kind = filters.ChoiceFilter(label=_("Kind"), choices=AssistanceRequest.Kind)
    theme = RecordFilter(
        label=_("Theme"),
        field_name="themes",
        queryset=lambda _request: Theme.objects.order_by("name__az"),
    )
    open = filters.BooleanFilter(label=_("Only open"), method="by_open", widget=forms.CheckboxInput)
    needs_funding = filters.BooleanFilter(
        label=_("Needs money"), method="by_money", widget=forms.CheckboxInput
    )
    mine = filters.BooleanFilter(
        label=_("In my charge"), method="by_officer", widget=forms.CheckboxInput
    )

    class Meta:
        model = AssistanceRequest
        fields: list[str] = []

    def __init__(self, data=None, queryset=None, *, request=None, prefix=None):
        super().__init__(data, queryset, request=request, prefix=prefix)
        if request.user.is_member:
            for name in ("administration", "needs_funding", "mine"):
                self.filters.pop(name)

    def by_open(self, queryset, _name, value):
        return queryset.open() if value else queryset

    def by_money(self, queryset, _name, value):
        return queryset.filter(needs_funding=True) if value else queryset

    def by_officer(self, queryset, _name, value):
        return queryset.filter(officer=self.request.user) if value else queryset

    def by_words(self, queryset, _name, value):
        raw = prefixes(value)
        if not raw:
            return queryset
        return queryset.filter(search=SearchQuery(raw, config="simple", search_type="raw"))
