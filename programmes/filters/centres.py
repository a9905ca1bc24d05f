"""What narrows the compendium."""

import django_filters as filters
from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from programmes.models import TrainingCentre
from rocb.languages import Language
from rocb.models import Theme
from rocb.narrowing import RecordFilter


class CentreFilter(filters.FilterSet):
    q = filters.CharFilter(
        label=_("Name"),
        field_name="name",
        lookup_expr="icontains",
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    theme = RecordFilter(
        label=_("Theme"),
        field_name="themes",
        queryset=lambda _request: Theme.objects.order_by("name__az"),
    )
    language = filters.ChoiceFilter(label=_("Language"), choices=Language, method="by_language")
    seats = filters.NumberFilter(label=_("Seats at least"), field_name="seats", lookup_expr="gte")
    now = filters.BooleanFilter(
        label=_("Only regional centres of today"), method="by_today", widget=forms.CheckboxInput
    )
    # What a figure counts opens into exactly these rows.
    at_work = filters.DateFilter(method="by_day", widget=forms.HiddenInput)

    class Meta:
        model = TrainingCentre
        fields: list[str] = []

    def by_language(self, queryset, _name, value):
        return queryset.filter(languages__contains=[value])

    def by_today(self, queryset, _name, value):
        return queryset.at_work(timezone.localdate()) if value else queryset

    def by_day(self, queryset, _name, value):
        return queryset.at_work(value)
