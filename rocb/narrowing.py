"""Filters of lists: what a reader may choose among, and how that is drawn.

Most lists can be narrowed to one of 35 members. Asking for them through the ORM and drawing each by
templates took half the time of such a list: here they are a standing question, and drawn at once.
"""

from collections.abc import Callable, Iterator
from typing import Any

import django_filters as filters
from django import forms
from django.db.models import QuerySet
from django.forms.utils import flatatt
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django_filters.fields import ModelChoiceField, ModelChoiceIterator

from rocb import standing
from rocb.forms import DASHES, nothing_chosen


class Offered(ModelChoiceIterator):
    """The choices of a `RecordFilter`."""

    field: "RecordField"

    def __iter__(self) -> Iterator[tuple[Any, Any]]:
        if self.field.empty_label is not None:
            yield "", self.field.empty_label
        if self.field.null_label is not None:
            yield self.field.null_value, self.field.null_label
        for record in self.field.offered():
            yield record.pk, self.field.label_from_instance(record)


class RecordField(ModelChoiceField):
    iterator = Offered
    offered: Callable[[], list]


class RecordFilter(filters.ModelChoiceFilter):
    """One record among those that `queryset(request)` gives to the reader of the request."""

    field_class = RecordField

    @property
    def field(self):
        field = super().field
        field.offered = self.offered
        return field

    def offered(self) -> list:
        request = self.get_request()

        def make(reader) -> QuerySet:
            return self.queryset(standing.StandInRequest(reader))

        try:
            return standing.records_for(request.user, self.queryset, make)
        except standing.Unfit:
            return list(self.queryset(request))


def drawn(field: forms.BoundField) -> SafeString:
    """The input of a field. A plain select is drawn from its choices, without a template."""
    widget = field.field.widget
    if type(widget) is not forms.Select:
        return mark_safe(str(field))
    value = field.value()
    chosen = "" if value is None else str(value)
    options = []
    label: Any
    for key, label in widget.choices:
        if isinstance(label, (list, tuple)):
            return mark_safe(str(field))
        if label == DASHES:
            label = nothing_chosen(widget.is_required)
        key = "" if key is None else str(key)
        mark = " selected" if key == chosen else ""
        options.append(
            f'<option value="{conditional_escape(key)}"{mark}>{conditional_escape(label)}</option>'
        )
    attrs = field.build_widget_attrs({"id": field.auto_id, **widget.attrs}, widget)
    return format_html(
        '<select name="{}"{}>\n{}\n</select>',
        field.html_name,
        flatatt(attrs),
        mark_safe("\n".join(options)),
    )
