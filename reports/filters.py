"""What narrows the lists of pillar 4."""

import django_filters as filters
from django import forms
from django.contrib.postgres.search import SearchQuery
from django.utils.translation import gettext_lazy as _

from reports.models import Circular
from reports.workflow.circulars import CircularStatus
from rocb.search import prefixes


class CircularFilter(filters.FilterSet):
    q = filters.CharFilter(
        label=_("Words"), method="by_words", widget=forms.TextInput(attrs={"type": "search"})
    )
    year = filters.NumberFilter(label=_("Year"), method="by_year")
    status = filters.ChoiceFilter(label=_("Status"), choices=CircularStatus, empty_label=_("All"))

    class Meta:
        model = Circular
        fields: list[str] = []

    def __init__(self, data=None, queryset=None, *, request=None, prefix=None):
        super().__init__(data, queryset, request=request, prefix=prefix)
        if not request.user.is_office:
            self.filters.pop("status")

    def by_words(self, queryset, _name, value):
        raw = prefixes(value)
        if not raw:
            return queryset
        return queryset.filter(search=SearchQuery(raw, config="simple", search_type="raw"))

    def by_year(self, queryset, _name, value):
        year = int(value)
        return queryset.filter(sent_at__year=year) if 1990 <= year <= 2100 else queryset.none()
