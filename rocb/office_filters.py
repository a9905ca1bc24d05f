"""What narrows the lists of the office."""

import django_filters as filters
from django import forms
from django.contrib.postgres.search import SearchQuery
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from rocb.models import Administration, Invitation, Mail, Person, ReminderPause, User
from rocb.narrowing import RecordFilter
from rocb.outbox import letters
from rocb.roles import Role
from rocb.search import prefixes
from rocb.signins import places_open_to


def members(request):
    """The members that this reader may choose among."""
    return Administration.objects.visible_to(request.user).order_by("country_name__az")


def places(request):
    """The organisations that this reader may choose among."""
    return places_open_to(request.user).order_by("name__az")


def words(method: str) -> filters.CharFilter:
    return filters.CharFilter(
        label=_("Words"), method=method, widget=forms.TextInput(attrs={"type": "search"})
    )


def matching(value: str) -> SearchQuery | None:
    raw = prefixes(value)
    return SearchQuery(raw, config="simple", search_type="raw") if raw else None


class OfficeFilterSet(filters.FilterSet):
    """Nothing but what is declared."""

    class Meta:
        model = Person
        fields: list[str] = []


class PersonFilter(OfficeFilterSet):
    q = words("by_words")
    organisation = RecordFilter(label=_("Organisation"), queryset=places, empty_label=_("All"))
    signs_in = filters.BooleanFilter(
        label=_("Only who sign in"), method="by_signin", widget=forms.CheckboxInput
    )

    def by_words(self, queryset, _name, value):
        query = matching(value)
        return queryset.filter(search=query) if query else queryset

    def by_signin(self, queryset, _name, value):
        return queryset.filter(user__isnull=False) if value else queryset


class UserFilter(OfficeFilterSet):
    q = words("by_words")
    role = filters.ChoiceFilter(label=_("Role"), choices=Role, empty_label=_("All"))
    organisation = RecordFilter(
        field_name="person__organisation",
        label=_("Organisation"),
        queryset=places,
        empty_label=_("All"),
    )
    current = filters.BooleanFilter(
        label=_("Only current"), method="by_current", widget=forms.CheckboxInput
    )

    class Meta:
        model = User
        fields: list[str] = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.request.user.is_member:
            self.filters.pop("organisation")

    def by_words(self, queryset, _name, value):
        query = matching(value)
        return (
            queryset.filter(Q(person__search=query) | Q(email__istartswith=value.strip()))
            if query
            else queryset
        )

    def by_current(self, queryset, _name, value):
        return queryset.current(timezone.localdate()) if value else queryset


class InvitationFilter(OfficeFilterSet):
    state = filters.ChoiceFilter(
        label=_("State"), choices=Invitation.State, empty_label=_("All"), method="by_state"
    )
    role = filters.ChoiceFilter(label=_("Role"), choices=Role, empty_label=_("All"))

    class Meta:
        model = Invitation
        fields: list[str] = []

    def by_state(self, queryset, _name, value):
        return queryset.filter(state=value)


def kinds_of_letter() -> list[tuple[str, str]]:
    """Every message that has words, by the name of its template."""
    return [(key, named(key)) for key in sorted(letter.key for letter in letters)]


def named(key: str) -> str:
    return key.replace("_", " ").capitalize()


class MailFilter(OfficeFilterSet):
    status = filters.ChoiceFilter(label=_("Status"), choices=Mail.Status, empty_label=_("All"))
    administration = RecordFilter(label=_("Member"), queryset=members, empty_label=_("All"))
    template = filters.ChoiceFilter(
        label=_("Message"), choices=kinds_of_letter, empty_label=_("All")
    )

    class Meta:
        model = Mail
        fields: list[str] = []


class PauseFilter(OfficeFilterSet):
    administration = RecordFilter(label=_("Member"), queryset=members, empty_label=_("All"))
    current = filters.BooleanFilter(
        label=_("Only in force"), method="by_current", widget=forms.CheckboxInput
    )

    class Meta:
        model = ReminderPause
        fields: list[str] = []

    def by_current(self, queryset, _name, value):
        return queryset.current(timezone.localdate()) if value else queryset
