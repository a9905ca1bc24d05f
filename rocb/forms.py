"""How every form of the portal is drawn, and the fields that several pillars ask for."""

from typing import Any

from django import forms
from django.db.models import Q
from django.db.models.fields import BLANK_CHOICE_DASH
from django.forms.renderers import TemplatesSetting
from django.forms.utils import flatatt
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from rocb.languages import Language
from rocb.models import Standard

# What Django offers as nothing.
((_nothing, DASHES),) = BLANK_CHOICE_DASH


def nothing_chosen(is_required: bool):
    """What a choice of nothing is called."""
    return _("Choose one") if is_required else _("None chosen")


class PortalRenderer(TemplatesSetting):
    """Labels above, help under the label, errors linked: see templates/django/forms/.

    A choice of nothing is said in words, whatever field offers it.
    """

    form_template_name = "django/forms/portal.html"
    field_template_name = "django/forms/portal_field.html"

    def render(self, template_name, context, request=None):
        widget = context.get("widget", {})
        for _group, options, _index in widget.get("optgroups", ()):
            for option in options:
                if option["label"] == DASHES:
                    option["label"] = nothing_chosen(widget["required"])
        # Django draws each option of a select with two templates of its own: half the time of a list
        # that can be narrowed to one of 35 members.
        if template_name == forms.Select.template_name:
            return select(widget)
        if template_name in INPUTS:
            return line(widget)
        return super().render(template_name, context, request)


# Widgets that are one <input>, and drawn by two templates each.
INPUTS = {
    widget.template_name
    for widget in (
        forms.TextInput, forms.NumberInput, forms.EmailInput, forms.URLInput,
        forms.HiddenInput, forms.CheckboxInput,
    )
}  # fmt: skip


def line(widget: dict) -> SafeString:
    """An input, from what its widget tells its template."""
    attrs = {"type": widget["type"], "name": widget["name"]}
    if widget["value"] is not None:
        attrs["value"] = widget["value"]
    return format_html("<input{}>", flatatt(attrs | widget["attrs"]))


def select(widget: dict) -> SafeString:
    """A select, from what its widget tells its template."""
    parts = []
    for group, options, _index in widget["optgroups"]:
        shown = SafeString(
            "\n".join(
                f'<option value="{conditional_escape(one["value"])}"'
                f"{flatatt(one['attrs']) if one['attrs'] else ''}>"
                f"{conditional_escape(one['label'])}</option>"
                for one in options
            )
        )
        parts.append(
            format_html('<optgroup label="{}">\n{}\n</optgroup>', group, shown) if group else shown
        )
    attrs = flatatt({"name": widget["name"], **widget["attrs"]})
    return format_html("<select{}>\n{}\n</select>", attrs, SafeString("\n".join(parts)))


class LanguagesField(forms.MultipleChoiceField):
    """Several working languages, as boxes to tick."""

    def __init__(self, **kwargs):
        kwargs.setdefault("label", _("Languages"))
        kwargs.setdefault("required", False)
        super().__init__(choices=Language, widget=forms.CheckboxSelectMultiple, **kwargs)


def day_field(**kwargs) -> forms.DateField:
    """A date with the browser's own calendar."""
    return forms.DateField(widget=forms.DateInput(attrs={"type": "date"}), **kwargs)


def offer_in_use(form: Any, *names: str) -> None:
    """Offer the reference records that are in use, and what the record of the form has already.

    A field that the form has left out is none of its reader's choices.
    """
    for name in form.fields.keys() & set(names):
        choices = form.fields[name].queryset
        offered = Q(pk__in=choices.in_use().values("pk"))
        if form.instance.pk:
            kept = form.instance._meta.get_field(name).value_from_object(form.instance)
            offered |= Q(pk__in=[one.pk for one in kept] if isinstance(kept, list) else [kept])
        form.fields[name].queryset = choices.filter(offered)


def standards_to_choose(record=None, framework=None):
    """The standards in use of one edition (the office's own by default), and what a record has."""
    edition = Q(framework=framework) if framework else Q(framework__is_default=True)
    offered = Q(pk__in=Standard.objects.in_use().filter(edition).values("pk"))
    if record is not None and record.pk:
        offered |= Q(pk__in=record.standards.values("pk"))
    return Standard.objects.filter(offered).order_by("framework", "position")


def upload_input(most: int, accept: str = "") -> forms.FileInput:
    """The input of a file; the browser refuses one of more than `most` bytes before it is sent."""
    sentence = format_lazy(
        _("This file is larger than {most} MB, the most that is taken. Choose a smaller one."),
        most=most // 1024 // 1024,
    )
    attrs = {"data-most": most, "data-too-large": sentence}
    return forms.FileInput(attrs=attrs | ({"accept": accept} if accept else {}))
