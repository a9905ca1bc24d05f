"""Whom a letter to members goes to: which administrations, which people, and who has no address.

Nobody selected means nobody.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone

from rocb.models import Administration, User
from rocb.models.alphabet import az
from rocb.roles import Role


@dataclass
class Audience:
    """The people of some administrations, and the administrations with nobody to write to."""

    people: list[User] = field(default_factory=list)
    unreachable: list[Administration] = field(default_factory=list)

    def as_receivers(self) -> dict[str, Any]:
        """What a page says before anything goes (templates/generic/step.html)."""
        return {
            "count": len(self.people),
            "names": [],
            "missing": [member.country_name for member in self.unreachable],
        }


def audience_of(administrations: Iterable[Administration], *roles: str) -> Audience:
    """The current sign-ins of these administrations in these roles; one query.

    Where nobody has the first of the roles, whoever else speaks for the administration is taken:
    the contributors. An administration without any of them is unreachable.
    """
    members = sorted(administrations, key=lambda member: az(member.country_name))
    by_member: dict[int, list[User]] = {member.pk: [] for member in members}
    wanted = {*(roles or (Role.COORDINATOR,)), Role.CONTRIBUTOR}
    users = (
        User.objects.current(timezone.localdate())
        .filter(person__organisation__in=list(by_member), role__in=wanted)
        .select_related("person")
        .order_by("pk")
    )
    for user in users:
        by_member[user.person.organisation_id].append(user)
    found = Audience()
    for member in members:
        there = by_member[member.pk]
        chosen = [user for user in there if user.role in (roles or (Role.COORDINATOR,))]
        chosen = chosen or there
        if chosen:
            found.people += chosen
        else:
            found.unreachable.append(member)
    return found


def members_of(user):
    """The administrations that this officer may write to: WCO members of the own region."""
    return (
        Administration.objects.visible_to(user).filter(is_member=True).order_by("country_name__az")
    )
