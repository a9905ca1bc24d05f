"""The words of a workbook in every language of the portal, and what people make of them."""

import re
import unicodedata
from functools import cache
from typing import Any

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from missions.models import Implementation, Level, Support
from missions.sheets import FIELDS, headings

CHOICES = {"level": Level, "status": Implementation, "support_needed": Support}
KEYS = {"standards": "code", "actions": "number"}


def normal(text: Any) -> str:
    """Small letters without accents, punctuation or double spaces."""
    flat = unicodedata.normalize("NFKD", str(text)).encode("ascii", "ignore").decode().lower()
    return " ".join(re.sub(r"[^a-z0-9%]+", " ", flat).split())


@cache
def columns_by_heading(part: str) -> dict[str, str]:
    """Which field a heading means, in any of our languages: {"% done": "percent", ...}."""
    found = {}
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            pairs = zip(FIELDS[part], headings(part), strict=True)
            found |= {normal(label): name for name, label in pairs}
            found[normal(key_heading(part))] = KEYS[part]
    return found | {"row": "row"}


def key_heading(part: str) -> str:
    return _("Code") if part == "standards" else _("Number")


@cache
def values_by_word(name: str) -> dict[str, Any]:
    """The stored value that a word means: its label, key or number, in any language."""
    found: dict[str, Any] = {}
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            for value, label in CHOICES[name].choices:
                found[normal(label)] = value
                found[normal(re.sub(r"^\d+ ", "", str(label)))] = value
                found[normal(value)] = value
                found[normal(str(value).replace("_", " "))] = value
    return found


def yes_words() -> dict[str, bool]:
    """Yes and no, as people write them."""
    yes = ("yes", "y", "oui", "o", "x", "true", "vrai", "1", "no change", "ok")
    no = ("no", "n", "non", "false", "faux", "0", "")
    return dict.fromkeys(yes, True) | dict.fromkeys(no, False)
