"""Names in the order of the alphabet: É beside E, and de Silva beside De Silva.

A database without ICU compares letters by their numbers, so that Égypte comes after Zambie. One function
of our own is right on every server: `order_by("country_name__az")` in a query, `az` for what is put in
order here. Where many rows stand under few names, the keys of these are kept in columns (`kept_key`).
"""

import re
from unicodedata import normalize

from django.db.models import CharField, GeneratedField, TextField, Transform, Value
from django.db.models.functions import Coalesce, NullIf

from rocb.models.bilingual import BilingualCol

# Letters that are no others with an accent.
LETTERS = {
    "æ": "ae",
    "œ": "oe",
    "ß": "ss",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ı": "i",
}
ACCENTS = re.compile("[\u0300-\u036f]")


def az(text: str) -> str:
    """The key of a text in the alphabet; the database makes the same one."""
    plain = ACCENTS.sub("", normalize("NFKD", text)).lower()
    return "".join(LETTERS.get(letter, letter) for letter in plain)


@CharField.register_lookup
@TextField.register_lookup
class Alphabetical(Transform):
    """The key by which a text is put in order; made by a function that a migration of ours brings."""

    lookup_name = "az"
    function = "rocb_az"
    output_field = TextField()

    def as_sql(self, compiler, connection, **more):
        kept = self.lhs.key_sql(compiler) if isinstance(self.lhs, BilingualCol) else ""
        return (kept, []) if kept else super().as_sql(compiler, connection, **more)


def kept_key(english: str, french: str = "") -> GeneratedField:
    """The column `<name>_<language>_az` of a bilingual name: `name__az` reads it instead of the letters.

    Without it a list of half a million actions would make as many keys to find its first fifty.
    """
    name = Coalesce(NullIf(french, Value("")), english) if french else english
    return GeneratedField(expression=Alphabetical(name), output_field=TextField(), db_persist=True)
