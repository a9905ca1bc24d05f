"""Content that is kept as it stood, and still read in the reader's language.

What is frozen is data: codes, numbers, texts that people wrote, and names of reference records. Only
the last differ from one language to another. They are kept in English where they stand, and the other
languages beside them, by place: {"names": {"fr": {"areas/0/title": "Cadre juridique"}}}.
"""

from collections.abc import Callable, Iterator
from typing import Any

from django.conf import settings
from django.utils import translation

from rocb.models.bilingual import ENGLISH, spoken

Content = dict[str, Any]
NAMES = "names"


def in_every_language(make: Callable[[], Content]) -> Content:
    """What `make()` gives, with the names of all languages; the same whoever freezes it.

    `make` must give its lists in an order that no language decides.
    """
    made: dict[str, Content] = {}
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            made[language] = make()
    english = made.pop(ENGLISH)
    names = {language: dict(differing(english, content, "")) for language, content in made.items()}
    return {**english, NAMES: {language: said for language, said in names.items() if said}}


def differing(english: Any, other: Any, place: str) -> Iterator[tuple[str, str]]:
    """(place, text) of each text that another language says otherwise."""
    if isinstance(english, dict):
        for key, value in english.items():
            yield from differing(value, other[key], f"{place}/{key}")
    elif isinstance(english, list | tuple):
        for number, (value, said) in enumerate(zip(english, other, strict=True)):
            yield from differing(value, said, f"{place}/{number}")
    elif english != other:
        # A number or a code that differs would mean that two things were put side by side.
        if not (isinstance(english, str) and isinstance(other, str)):
            raise ValueError(f"{place.strip('/')} depends on the language: {english!r}, {other!r}")
        yield place.strip("/"), other


def as_read(content: Content) -> Content:
    """A frozen content in the reader's language; English where it was frozen without another."""
    said = content.get(NAMES, {}).get(spoken(), {})
    return replaced(content, said, "") if said else content


def replaced(value: Any, said: dict[str, str], place: str) -> Any:
    if isinstance(value, dict):
        return {key: replaced(one, said, f"{place}/{key}") for key, one in value.items()}
    if isinstance(value, list):
        return [replaced(one, said, f"{place}/{number}") for number, one in enumerate(value)]
    return said.get(place.strip("/"), value) if isinstance(value, str) else value
