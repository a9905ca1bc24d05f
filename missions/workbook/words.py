"""The words of a workbook in every language of the portal, and what people make of them."""

from functools import cache
from typing import Any

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from missions.models import Implementation, Level, Support
from missions.sheets import FIELDS, headings
from rocb.tables import meanings, normal

CHOICES = {"level": Level, "status": Implementation, "support_needed": Support}
KEYS = {"standards": "code", "actions": "number"}


@cache
def columns_by_heading(part: str) -> dict[str, str]:
    """Which field a heading means, in any of our languages: {"% done": "percent", ...}."""
    found: dict[str, str] = {}
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            pairs = zip(FIELDS[part], headings(part), strict=True)
            found |= {normal(label): name for name, label in pairs}
            found[normal(key_heading(part))] = KEYS[part]
    return found | {"row": "row"}


def key_heading(part: str) -> str:
    return _("Code") if part == "standards" else _("Number")


def values_by_word(name: str) -> dict[str, Any]:
    """The stored value that a word means: its label, key or number, in any language."""
    return meanings(CHOICES[name])


def yes_words() -> dict[str, bool]:
    """Yes and no, as people write them."""
    yes = ("yes", "y", "oui", "o", "x", "true", "vrai", "1", "no change", "ok")
    no = ("no", "n", "non", "false", "faux", "0", "")
    return dict.fromkeys(yes, True) | dict.fromkeys(no, False)
