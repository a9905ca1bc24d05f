"""The guides: one page for each kind of reader, in each language, as templates under help/.

Text and pictures are files, not records: they belong to the release that they describe. The
pictures are made from the demonstration by `make guides`.
"""

from dataclasses import dataclass
from functools import cache
from typing import Any

from django.contrib.staticfiles import finders
from django.template import TemplateDoesNotExist
from django.template.loader import get_template
from django.templatetags.static import static
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from rocb.roles import MEMBER_ROLES, OFFICE_ROLES, Role


def language() -> str:
    """The reader's language, in two letters."""
    return (get_language() or "en")[:2]


@dataclass(frozen=True, slots=True)
class Guide:
    """One page of help, and whom it is written for."""

    slug: str
    title: Any
    lead: Any
    roles: frozenset[str]
    # Its pictures: name, the address that each is taken of, and what is clicked there first.
    shows: tuple[tuple[str, str, str], ...]

    def pictures(self) -> dict[str, str]:
        """name -> address of each picture that has been made, in the reader's language."""
        paths = {
            name: picture_path(self.slug, name, language()) for name, _url, _click in self.shows
        }
        return {f"{self.slug}_{name}": static(path) for name, path in paths.items() if made(path)}

    def template(self) -> str:
        """Its text in the reader's language; in English where there is none."""
        name = f"help/{language()}/{self.slug}.html"
        try:
            get_template(name)
        except TemplateDoesNotExist:
            return f"help/en/{self.slug}.html"
        return name


def picture_path(slug: str, name: str, language: str) -> str:
    """Where a picture lies among the static files."""
    return f"help/{slug}-{name}.{language}.webp"


@cache
def made(path: str) -> bool:
    """Whether a picture is there; static files do not change while the portal runs."""
    return finders.find(path) is not None


GUIDES = (
    Guide(
        "officer",
        _("For the regional office"),
        _("Missions, plans, follow-up cycles, events: what lies on your desk and where it goes."),
        OFFICE_ROLES,
        (
            ("desk", "/", ""),
            ("member", "/members/pg/", ""),
            ("matrices", "/missions/matrices/", ""),
        ),
    ),
    Guide(
        "coordinator",
        _("For member administrations"),
        _("Your plan, the follow-up matrix on a poor line, requests, and your own sign-ins."),
        MEMBER_ROLES,
        (
            ("desk", "/", ""),
            ("matrix", "/", "main .panel a.btn"),
            ("plan", "/missions/plans/", "main tbody a"),
        ),
    ),
    Guide(
        "donor",
        _("For donors and partners"),
        _("What you read of the activities that you fund, and what stays confidential."),
        frozenset({Role.DONOR, Role.SECRETARIAT}),
        (("desk", "/", ""), ("actions", "/missions/actions/", "")),
    ),
    Guide(
        "administrator",
        _("For administrators"),
        _("Sign-ins, mail, jobs, backups and personal data."),
        frozenset({Role.ADMINISTRATOR}),
        (
            ("office", "/office/", ""),
            ("signins", "/office/users/", ""),
            ("jobs", "/office/jobs/", ""),
        ),
    ),
)


def guide(slug: str) -> Guide | None:
    """The guide at this address."""
    return next((one for one in GUIDES if one.slug == slug), None)


def guide_for(user) -> Guide | None:
    """The guide that is written for this reader; none for somebody who is not signed in."""
    role = getattr(user, "role", "")
    return next((one for one in GUIDES if role in one.roles), None)
