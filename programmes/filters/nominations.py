"""What narrows the lists of invitations and nominees."""

import django_filters as filters
from django import forms
from django.contrib.postgres.search import SearchQuery
from django.utils.translation import gettext_lazy as _

from programmes.models import Event, Invitation, Nomination
from programmes.workflow import InvitationStatus, NominationStatus
from rocb.models import Administration
from rocb.narrowing import RecordFilter
from rocb.search import prefixes


def members(request):
    """The members to narrow by: those whose pages the reader may see."""
    return Administration.objects.visible_to(request.user).order_by("country_name__az")


class OfEventFilter(filters.FilterSet):
    """What both lists ask for. The event comes from a link, not from a list of a thousand."""

    administration = RecordFilter(label=_("Member"), queryset=members)
    year = filters.NumberFilter(label=_("Year"), field_name="event__starts_on__year")
    event = filters.NumberFilter(
        field_name="event_id", widget=forms.HiddenInput, max_value=2**31, min_value=0
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.request.user.is_member:
            del self.filters["administration"]


class InvitationFilter(OfEventFilter):
    q = filters.CharFilter(
        label=_("Event"), method="by_words", widget=forms.TextInput(attrs={"type": "search"})
    )
    status = filters.ChoiceFilter(label=_("Status"), choices=InvitationStatus)

    class Meta:
        model = Invitation
        fields: list[str] = []

    def by_words(self, queryset, _name, value):
        raw = prefixes(value)
        if not raw:
            return queryset
        query = SearchQuery(raw, config="simple", search_type="raw")
        return queryset.filter(event__in=Event.objects.filter(search=query).values("pk"))


class NominationFilter(OfEventFilter):
    q = filters.CharFilter(
        label=_("Name"), method="by_words", widget=forms.TextInput(attrs={"type": "search"})
    )
    status = filters.ChoiceFilter(label=_("Status"), choices=NominationStatus)

    class Meta:
        model = Nomination
        fields: list[str] = []

    def by_words(self, queryset, _name, value):
        raw = prefixes(value)
        if not raw:
            return queryset
        return queryset.filter(person__search=SearchQuery(raw, config="simple", search_type="raw"))
