"""Names of reference records in the language of whoever reads.

A name is kept in English and, where there is one, in French; `Bilingual` reads whichever the reader
wants. It stands wherever the name of a field may stand (lists, filters, order, search, exports, the
page of one record), so nothing else has to know that there are two:

    name_en = models.CharField(_("name"), max_length=160, db_column="name")
    name_fr = in_french(_("name in French"), max_length=160)
    name = Bilingual()

The language is asked for when a query runs, not when it is written: whoever makes something for
somebody else (a mail, a document) does so under `translation.override`.
"""

from functools import cache
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models.expressions import Col
from django.utils.translation import get_language

ENGLISH = "en"


def spoken() -> str:
    """The language that texts are read in now: one of those the portal has, else English."""
    return one_of_ours(get_language() or ENGLISH)


@cache
def one_of_ours(language: str) -> str:
    code = language.split("-")[0]
    return code if code in dict(settings.LANGUAGES) else ENGLISH


def in_french(label: Any, *, max_length: int, **more: Any) -> models.CharField:
    """The column of a French name. Empty means that there is none, and English is read.

    The default of the database lets the release before this one go on writing rows.
    """
    return models.CharField(
        label, max_length=max_length, blank=True, default="", db_default="", **more
    )


class BilingualCol(Col):
    """The column of the language that is spoken when the statement is made, or the English one."""

    def as_sql(self, compiler, connection):
        english, other = self.target.column_in(ENGLISH), self.target.column_in(spoken())
        prefix = f"{compiler.quote_name_unless_alias(self.alias)}." if self.alias else ""
        quote = connection.ops.quote_name
        if other == english:
            return f"{prefix}{quote(english)}", []
        return f"COALESCE(NULLIF({prefix}{quote(other)}, ''), {prefix}{quote(english)})", []

    def key_sql(self, compiler) -> str:
        """The column that keeps the place of the name in the alphabet; empty where none is kept."""
        column = self.target.key_column_in(spoken())
        if not column:
            return ""
        prefix = f"{compiler.quote_name_unless_alias(self.alias)}." if self.alias else ""
        return prefix + compiler.connection.ops.quote_name(column)


class Words:
    """What `record.name` gives. What is written to it is the English; forms write both by name."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __get__(self, record, owner=None):
        if record is None:
            return self
        said = spoken()
        other = getattr(record, f"{self.name}_{said}") if said != ENGLISH else ""
        return other or getattr(record, f"{self.name}_{ENGLISH}")

    def __set__(self, record, value) -> None:
        setattr(record, f"{self.name}_{ENGLISH}", value)


class Bilingual(models.CharField):
    """A field without a column of its own, over `<name>_en` and `<name>_fr`."""

    # Never validated, never saved: it is made of other fields.
    generated = True

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "editable": False})

    def get_attname_column(self):
        return self.get_attname(), None

    def contribute_to_class(self, cls, name, private_only=True):
        # A table that inherits from another reads this name from there.
        owner = self.model if getattr(self, "mti_inherited", False) else cls
        super().contribute_to_class(cls, name, private_only=True)
        self.model = owner
        if owner is cls:
            setattr(cls, name, Words(name))

    def column_in(self, language: str) -> str:
        """The column that holds the name in a language."""
        return self.model._meta.get_field(f"{self.name}_{language}").column

    def key_column_in(self, language: str) -> str:
        """The column that holds the key of the name in a language; empty where there is none."""
        name = f"{self.name}_{language}_az"
        fields = {field.name: field.column for field in self.model._meta.local_fields}
        return fields.get(name, "")

    def get_col(self, alias, output_field=None):
        return BilingualCol(alias, self, output_field)
