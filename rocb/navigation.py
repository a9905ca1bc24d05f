"""The main menu: what each pillar offers, narrowed to what the reader may open."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from django.urls import reverse

from rocb.policy import permissions_of
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


def entries(user) -> list[tuple[Any, str]]:
    """(label, address) of the entries open to this reader, in the order of registration. No query."""
    if not user.is_authenticated:
        return [(entry.label, entry.url) for entry in menu if entry.is_public]
    return entries_of(user.role, user.is_superuser)


@cache
def entries_of(role: str, is_superuser: bool) -> list[tuple[Any, str]]:
    """Of a role: every page asks, and the policy table does not change."""
    allowed = permissions_of(role)
    return [
        (entry.label, entry.url)
        for entry in menu
        if is_superuser or not entry.perm or entry.perm in allowed
    ]
