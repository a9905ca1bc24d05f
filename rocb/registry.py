"""The one shape in which pillars declare things to the ground floor.

A pillar's `apps.py` registers in `ready()`; `rocb` reads. So the ground floor shows deadlines,
search results and navigation of pillars that it never imports.
"""

from collections.abc import Iterator
from typing import Generic, Protocol, TypeVar


class Keyed(Protocol):
    """Anything that can be registered has a key that is unique in its registry."""

    @property
    def key(self) -> str: ...


T = TypeVar("T", bound=Keyed)


class Registry(Generic[T]):
    """Entries by key, in the order of registration. Registering a key twice is a mistake."""

    def __init__(self, what: str) -> None:
        self.what = what
        self._entries: dict[str, T] = {}

    def register(self, *entries: T) -> None:
        """Add entries; raises ValueError when a key is taken."""
        for entry in entries:
            if entry.key in self._entries:
                raise ValueError(f"{self.what} “{entry.key}” is declared twice.")
            self._entries[entry.key] = entry

    def __iter__(self) -> Iterator[T]:
        return iter(self._entries.values())

    def __getitem__(self, key: str) -> T:
        return self._entries[key]

    def __contains__(self, key: str) -> bool:
        return key in self._entries
