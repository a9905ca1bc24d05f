"""What narrows the roster of resource persons."""

import django_filters as filters
from django import forms
from django.contrib.postgres.search import SearchQuery
from django.utils.translation import gettext_lazy as _

from programmes.models import ResourceProfile
from rocb.languages import Language
from rocb.models import Administration, Theme
from rocb.narrowing import RecordFilter
from rocb.search import prefixes


def members(_request):
    return Administration.objects.listed().order_by("country_name__az")


class ProfileFilter(filters.FilterSet):
    q = filters.CharFilter(
        label=_("Name"), method="by_words", widget=forms.TextInput(attrs={"type": "search"})
    )
    theme = RecordFilter(
        label=_("Theme"),
        field_name="themes",
        queryset=lambda _request: Theme.objects.order_by("name__az"),
    )
    language = filters.ChoiceFilter(label=_("Language"), choices=Language, method="by_language")
    administration = RecordFilter(
        label=_("Administration"), field_name="person__organisation", queryset=members
    )
    active = filters.BooleanFilter(
        label=_("Only who can be asked"), method="by_active", widget=forms.CheckboxInput
    )

    class Meta:
        model = ResourceProfile
        fields: list[str] = []

    def by_language(self, queryset, _name, value):
        return queryset.filter(languages__contains=[value])

    def by_active(self, queryset, _name, value):
        return queryset.filter(is_active=True) if value else queryset

    def by_words(self, queryset, _name, value):
        raw = prefixes(value)
        if not raw:
            return queryset
        words = SearchQuery(raw, config="simple", search_type="raw")
        return queryset.filter(person__search=words)
