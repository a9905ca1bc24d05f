"""Whole numbers out of what a browser sends: whatever else stands there is none."""

from collections.abc import Mapping
from typing import TypeVar

Otherwise = TypeVar("Otherwise")

# More digits no key of a record has, and no number that anybody counts.
LONGEST = 18


def number_in(text: str, otherwise: Otherwise) -> int | Otherwise:
    """The number that a text says, or `otherwise`."""
    is_number = text.isascii() and text.isdecimal() and len(text) <= LONGEST
    return int(text) if is_number else otherwise


def numbered(data: Mapping[str, str], start: str) -> dict[int, str]:
    """The fields of a table of rows, `<start><key of the row>`: their values by that key."""
    keys = ((number_in(name[len(start) :], None), name) for name in data if name.startswith(start))
    return {key: data[name] for key, name in keys if key is not None}
