"""The main menu: what each pillar offers, narrowed to what the reader may open."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from rocb.registry import Registry


@dataclass(frozen=True, slots=True)
class Entry:
    """One word of the menu. `perm` is what its page asks for; none means everybody."""

    key: str
    label: Any
    url_name: str
    icon: str
    perm: str = ""
    is_public: bool = False

    @property
    def url(self) -> str:
        return reverse(self.url_name)


menu: Registry[Entry] = Registry("Menu entry")


def entries(user) -> list[Entry]:
    """The menu of this reader, in the order of registration. No query."""
    if not user.is_authenticated:
        return [entry for entry in menu if entry.is_public]
    return [entry for entry in menu if not entry.perm or user.has_perm(entry.perm)]
