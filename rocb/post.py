"""Who is written to when something happens to a record, and one mail to each of them."""

from typing import Any

from django.utils import timezone, translation

from rocb.models import Person, User
from rocb.outbox import queue_mail
from rocb.roles import Role


def users_of(administration, *roles) -> list[User]:
    """The current sign-ins of an administration in these roles."""
    return list(
        User.objects.current(timezone.localdate())
        .filter(person__organisation=administration.pk, role__in=roles)
        .select_related("person")
    )


def officers_of(administration) -> list[User]:
    """The officer in charge, or every head of the office where nobody is."""
    today = timezone.localdate()
    people = User.objects.current(today).select_related("person")
    in_charge = list(people.filter(pk=administration.officer_id))
    if in_charge:
        return in_charge
    return list(
        people.filter(role=Role.HEAD, person__organisation__office__region=administration.region_id)
    )


def words_for(person: Person, about, administration, by, context: dict[str, Any]) -> dict[str, Any]:
    """What a mail is filled with, for one receiver: names in the language of their letters.

    A value of `context` that is a function is asked in that language too: `lambda: donor.name`.
    """
    with translation.override(person.language):
        return {
            "member": administration.country_name if administration else "",
            "by": by.full_name if by else "",
            "path": about.get_absolute_url(),
            **{name: value() if callable(value) else value for name, value in context.items()},
        }


def tell(users, template: str, key: str, *, about, administration, by, **context) -> int:
    """One mail to each of `users` but the one who acted; returns how many."""
    people = [user.person for user in users if by is None or user.pk != by.pk]
    return write_to(people, template, key, about, administration, by, context)


def post_to(
    people: list[Person], template: str, key: str, *, about, administration, by, **context
) -> int:
    """One mail to each of `people`, who need no sign-in; returns how many have an address.

    `path` in the context replaces the address of the record.
    """
    reachable = [person for person in people if person.email]
    return write_to(reachable, template, key, about, administration, by, context)


def write_to(
    people: list[Person], template: str, key: str, about, administration, by, context
) -> int:
    """One mail to each, about a record; returns how many."""
    for person in people:
        queue_mail(
            key=f"{key}:{person.pk}",
            template=template,
            to=person,
            context=words_for(person, about, administration, by, context),
            about=about,
            administration=administration,
            by=by,
        )
    return len(people)
