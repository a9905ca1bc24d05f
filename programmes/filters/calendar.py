"""What narrows the calendar and its feed."""

import django_filters as filters
from django.utils.translation import gettext_lazy as _

from programmes.models import Event
from rocb.models import Theme
from rocb.narrowing import RecordFilter


class CalendarFilter(filters.FilterSet):
    kind = filters.ChoiceFilter(label=_("Kind"), choices=Event.Kind)
    theme = RecordFilter(
        label=_("Theme"),
        field_name="themes",
        queryset=lambda _request: Theme.objects.order_by("name__az"),
        to_field_name="code",
    )
    scope = filters.ChoiceFilter(label=_("For whom"), choices=Event.Scope)

    class Meta:
        model = Event
        fields: list[str] = []
