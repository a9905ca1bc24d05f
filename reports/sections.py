"""The parts of pillar 4, as a strip of links above each of its pages.

A part registers its Section in apps.py; a page of it inherits from `InReports` first, names its
`section`, and its template includes "reports/_sections.html" (see templates/reports/list.html).
"""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from rocb.registry import Registry
from rocb.views.house import Page


@dataclass(frozen=True, slots=True)
class Section:
    """One link of the strip. `perm` is what its page asks for; a public one asks nobody."""

    key: str
    label: Any
    url_name: str
    perm: str = ""
    is_public: bool = False


sections: Registry[Section] = Registry("Section of reports")
# As readers look for them, whoever registers first.
ORDER = ("library", "circulars", "newsletter", "figures", "region", "plan", "annual-report")


def sections_of(user, here: str) -> list[tuple[Any, str, bool]]:
    """(label, address, whether the reader is there) of each part that this reader may open."""
    places = {key: number for number, key in enumerate(ORDER)}
    ordered = sorted(sections, key=lambda one: places.get(one.key, len(ORDER)))
    return [
        (one.label, reverse(one.url_name), one.key == here)
        for one in ordered
        if one.is_public or (user.is_authenticated and (not one.perm or user.has_perm(one.perm)))
    ]


class InReports(Page):
    """A page of pillar 4: knows which part it belongs to. Stands before the house page."""

    section = ""

    def page(self, context: dict, status: int = 200):
        strip = sections_of(self.request.user, self.section)
        return super().page({"sections": strip, **context}, status)
