"""What came of the events, fiscal year by fiscal year."""

from datetime import date

import django_filters as filters
from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from programmes.models import Event, Programme
from programmes.outcomes import counted
from programmes.workflow import PAST
from rocb.narrowing import RecordFilter
from rocb.views.house import Column, ListPage

FIRST_YEAR = 2004  # the office opened in September 2004


def fiscal_years():
    """July to June, the one that runs first."""
    today = timezone.localdate()
    last = today.year if today.month >= 7 else today.year - 1
    return [(year, f"{year}/{(year + 1) % 100:02}") for year in range(last, FIRST_YEAR - 1, -1)]


class OutcomeFilter(filters.FilterSet):
    year = filters.ChoiceFilter(
        label=_("Fiscal year"), choices=fiscal_years, method="by_year", empty_label=_("All")
    )
    kind = filters.ChoiceFilter(label=_("Kind"), choices=Event.Kind, empty_label=_("All"))
    scope = filters.ChoiceFilter(label=_("For whom"), choices=Event.Scope, empty_label=_("All"))
    programme = RecordFilter(
        label=_("Programme"), queryset=lambda _request: Programme.objects.order_by("name__az")
    )
    q = filters.CharFilter(
        label=_("Title"),
        field_name="title",
        lookup_expr="icontains",
        widget=forms.TextInput(attrs={"type": "search"}),
    )

    class Meta:
        model = Event
        fields: list[str] = []

    def by_year(self, queryset, _name, value):
        year = int(value)
        return queryset.filter(ends_on__range=(date(year, 7, 1), date(year + 1, 6, 30)))


SHOWN = (
    Column("title", _("Event"), link="programmes:event-detail"),
    Column("starts", _("Starts"), "starts_on", kind="day"),
    Column("place", _("Place")),
    Column("participants", _("Participants"), kind="number"),
    Column("women", _("Women"), kind="number"),
    Column("men", _("Men"), kind="number"),
    Column("homes", _("Administrations"), kind="number"),
    Column("sponsor", _("Sponsor"), "sponsor__name"),
)
# A file has room for all of it.
EXPORTED = (
    *SHOWN,
    Column("ends", _("Ends"), "ends_on", kind="day"),
    Column("kind", _("Kind"), choices=Event.Kind),
    Column("scope", _("For whom"), choices=Event.Scope),
    Column("host", _("Host"), "host__name"),
    Column("speakers", _("Resource persons from")),
    Column("subjects", _("Subjects")),
    Column("outcome", _("Outcome")),
)


class OutcomeList(ListPage):
    perm = "programmes.view_event"
    model = Event
    title = _("Outcomes")
    lead = _("Events that were held, with who came. The files have subjects and outcome as well.")
    filterset_class = OutcomeFilter
    ordering = ("-starts_on", "-pk")
    empty = {
        "title": _("Nothing was held yet"),
        "text": _("Events are listed here from the day they were held."),
    }

    @property
    def columns(self):
        return EXPORTED if "export" in self.request.GET else SHOWN

    def rows(self):
        return counted(super().rows().filter(status__in=PAST))

    def count_label(self, count):
        return ngettext("%d event", "%d events", count) % count
