"""What narrows the lists of events."""

import django_filters as filters
from django import forms
from django.contrib.postgres.search import SearchQuery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from programmes.models import Event, Programme
from programmes.workflow import PAST, EventStatus
from rocb.narrowing import RecordFilter
from rocb.search import prefixes


class EventFilter(filters.FilterSet):
    q = filters.CharFilter(
        label=_("Words"), method="by_words", widget=forms.TextInput(attrs={"type": "search"})
    )
    kind = filters.ChoiceFilter(label=_("Kind"), choices=Event.Kind)
    status = filters.ChoiceFilter(label=_("Status"), choices=EventStatus)
    programme = RecordFilter(
        label=_("Programme"), queryset=lambda _request: Programme.objects.order_by("name__az")
    )
    year = filters.NumberFilter(label=_("Year"), field_name="starts_on__year")
    ahead = filters.BooleanFilter(
        label=_("Only to come"), method="by_ahead", widget=forms.CheckboxInput
    )
    prepared = filters.BooleanFilter(
        label=_("Only in preparation"), method="by_prepared", widget=forms.CheckboxInput
    )
    # What a figure counts opens into exactly these rows.
    held = filters.DateFilter(method="by_held", widget=forms.HiddenInput)

    class Meta:
        model = Event
        fields: list[str] = []

    def by_ahead(self, queryset, _name, value):
        return queryset.ahead(timezone.localdate()) if value else queryset

    def by_prepared(self, queryset, _name, value):
        return queryset.prepared() if value else queryset

    def by_held(self, queryset, _name, value):
        return queryset.filter(status__in=PAST, ends_on__lte=value)

    def by_words(self, queryset, _name, value):
        raw = prefixes(value)
        if not raw:
            return queryset
        return queryset.filter(search=SearchQuery(raw, config="simple", search_type="raw"))
