"""What narrows lists of questionnaires and surveys, and the results of several events."""

import django_filters as filters
from django import forms
from django.utils.translation import gettext_lazy as _

from programmes.models import OF_EVENT, Beat, Event, Programme, Questionnaire, Survey
from programmes.workflow import SurveyStatus
from rocb.models import Standard, Theme
from rocb.narrowing import RecordFilter


class QuestionnaireFilter(filters.FilterSet):
    beat = filters.ChoiceFilter(label=_("Asked"), choices=Beat)
    used = filters.BooleanFilter(
        label=_("Only in use"), method="by_use", widget=forms.CheckboxInput
    )

    class Meta:
        model = Questionnaire
        fields: list[str] = []

    def by_use(self, queryset, _name, value):
        return queryset.filter(is_active=True) if value else queryset


class SurveyFilter(filters.FilterSet):
    title = filters.CharFilter(label=_("Words"), lookup_expr="icontains")
    beat = filters.ChoiceFilter(label=_("Asked"), choices=Beat)
    status = filters.ChoiceFilter(label=_("Status"), choices=SurveyStatus)
    year = filters.NumberFilter(label=_("Year"), field_name="opens_on__year")

    class Meta:
        model = Survey
        fields: list[str] = []


class EvaluationFilter(filters.FilterSet):
    """Surveys around events, by what their events were about."""

    beat = filters.ChoiceFilter(
        label=_("Asked"),
        choices=[(beat.value, beat.label) for beat in OF_EVENT],
        empty_label=None,
    )
    theme = RecordFilter(
        label=_("Theme"),
        field_name="event__themes",
        queryset=lambda _request: Theme.objects.order_by("name__az"),
    )
    standard = RecordFilter(
        label=_("Standard"),
        field_name="event__standards",
        queryset=lambda _request: (
            Standard.objects.in_use().filter(framework__is_default=True).order_by("position")
        ),
    )
    programme = RecordFilter(
        label=_("Programme"),
        field_name="event__programme",
        queryset=lambda _request: Programme.objects.order_by("name__az"),
    )
    kind = filters.ChoiceFilter(label=_("Kind"), field_name="event__kind", choices=Event.Kind)
    year = filters.NumberFilter(label=_("Year"), field_name="event__ends_on__year")

    class Meta:
        model = Survey
        fields: list[str] = []
