"""What narrows the list of one kind of reference record."""

from functools import cache

import django_filters as filters
from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from rocb.models import Framework
from rocb.models.reference import Ending
from rocb.narrowing import RecordFilter
from rocb.reference.kinds import Kind, kinds


class ReferenceFilter(filters.FilterSet):
    """By name in either language, or code; `filter_of` adds what the kind has besides."""

    kind: Kind
    q = filters.CharFilter(
        label=_("Name or code"),
        method="by_name",
        widget=forms.TextInput(attrs={"type": "search"}),
    )

    def by_name(self, queryset, _name, value):
        found = Q()
        for path in self.kind.shown:
            if path.startswith((self.kind.name, "code")):
                found |= Q(**{f"{path}__icontains": value})
        return queryset.filter(found)

    def by_use(self, queryset, _name, value):
        return queryset.in_use() if value else queryset


@cache
def filter_of(key: str) -> type[ReferenceFilter]:
    """The filters of one kind."""
    kind = kinds[key]
    own: dict = {"kind": kind}
    if "framework" in kind.named:
        editions = Framework.objects.filter(**{f"{key}s__isnull": False}).distinct()
        own["framework"] = RecordFilter(
            label=_("Edition"), queryset=lambda _request: editions.all()
        )
    if issubclass(kind.model, Ending):
        own["used"] = filters.BooleanFilter(
            label=_("Only in use"), method="by_use", widget=forms.CheckboxInput
        )
    own["Meta"] = type("Meta", (), {"model": kind.model, "fields": []})
    return type(f"{kind.model.__name__}Filter", (ReferenceFilter,), own)
