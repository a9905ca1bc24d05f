"""The form of a reference record, made for each kind from its declaration."""

from functools import cache

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, FieldDoesNotExist
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from rocb.forms import day_field
from rocb.models import DiagnosticArea, Framework
from rocb.reference import written_here
from rocb.reference.kinds import Kind, kinds
from rocb.reference.uses import is_used


class LinesField(forms.CharField):
    """A list of short texts, one in each line."""

    widget = forms.Textarea(attrs={"rows": 8})

    def prepare_value(self, value):
        return "\n".join(value) if isinstance(value, list) else value

    def clean(self, value):
        lines = super().clean(value).splitlines()
        return [line.strip() for line in lines if line.strip()]

    def has_changed(self, initial, data):
        return super().has_changed(self.prepare_value(initial), self.prepare_value(data))


class ReferenceForm(forms.ModelForm):
    """What any kind of reference record is asked; `form_of` says which fields."""

    kind: Kind

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk and not self.may_be_named_anew():
            for name in self.kind.named:
                self.fields[name].disabled = True
                self.fields[name].help_text = _("It cannot change: other records or files name it.")

    def may_be_named_anew(self) -> bool:
        """Nothing points to the row, and it is none of the facts, which would come back."""
        made_here = self.instance.pk in written_here(type(self.instance), label="insert")
        return bool(self.kind.named) and made_here and not is_used(self.instance)

    def clean(self):
        values = super().clean()
        self.check_names(values)
        return values

    def check_names(self, values) -> None:
        """Rows that are chosen by their names alone are not called the same, in neither language."""
        if {"framework", "edition"} & set(self.kind.named):
            return
        others = type(self.instance)._default_manager.exclude(pk=self.instance.pk)
        for name in self.fields:
            value = values.get(name) if name.startswith(self.kind.name) else ""
            if value and others.filter(**{f"{name}__iexact": value}).exists():
                self.add_error(name, _("Another entry of this list has this name already."))


class FrameworkForm(ReferenceForm):
    """An edition; exactly one is used for new cycles."""

    def clean(self):
        values = super().clean()
        was_default = bool(self.instance.pk) and bool(self.initial.get("is_default"))
        if was_default and not values.get("is_default"):
            self.add_error(
                "is_default",
                _("New cycles need an edition: tick this on the edition that takes over instead."),
            )
        elif values.get("is_default"):
            self.check_default(values)
        return values

    def check_default(self, values) -> None:
        known = Framework.objects.with_standards()
        if values.get("used_until"):
            self.add_error(
                "used_until",
                _("This edition is used for new cycles. Choose another one for them first."),
            )
        elif self.instance.pk is None or not known.filter(pk=self.instance.pk).exists():
            self.add_error(
                "is_default",
                _("Enter its standards first: an edition without any cannot be reported on."),
            )

    def save(self, commit=True):
        if self.cleaned_data["is_default"]:
            others = Framework.objects.exclude(pk=self.instance.pk)
            others.filter(is_default=True).update(is_default=False)
        return super().save(commit)


BASES = {Framework: FrameworkForm}
TAKEN = {
    "code": {"unique": _("Another entry of this list has this code already.")},
    NON_FIELD_ERRORS: {
        "unique_together": _("Another entry of this edition has this code already.")
    },
}


@cache
def form_of(key: str) -> type[ReferenceForm]:
    """The form of one kind."""
    kind = kinds[key]
    own: dict = {"kind": kind}
    if kind.model is DiagnosticArea:
        own["topics"] = LinesField(
            label=_("Suggested topics"), required=False, help_text=_("One in each line.")
        )
    try:
        until = kind.model._meta.get_field("used_until")
        own["used_until"] = day_field(
            label=capfirst(until.verbose_name), help_text=until.help_text, required=False
        )
    except FieldDoesNotExist:
        pass
    base = type(f"{kind.model.__name__}Form", (BASES.get(kind.model, ReferenceForm),), own)
    return forms.modelform_factory(kind.model, form=base, fields=kind.fields, error_messages=TAKEN)
