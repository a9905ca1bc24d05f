"""Whose an e-mail address is, and what a member may learn of it: nothing about people elsewhere.

The contact book knows the people of all members by their addresses. Whoever names somebody under an
address is answered the same, whether or not it is known elsewhere; the office hears of it and settles it.
"""

from collections.abc import Iterable
from functools import partial

from django.db import IntegrityError, transaction
from django.urls import reverse

from rocb.models import Administration, Person, User
from rocb.post import officers_of, tell


def owner_of(person: Person) -> Person | None:
    """Whose address it is, of an entry named under somebody else's; a sign-in counts first."""
    if not (person.has_others_email and person.email):
        return None
    others = Person.objects.exclude(pk=person.pk).select_related("organisation")
    return (
        others.filter(user__email__iexact=person.email).first()
        or others.with_email(person.email).first()
    )


def add_people(people: Iterable[Person], *, by: User) -> list[Person]:
    """Put new people of an administration into the contact book, each under the address as given.

    Where an address is somebody else's, the office is told and `by` is not: who may know of the other
    person is told beforehand, by the form. Somebody who is quicker with an address has it.
    """
    people = list(people)
    try:
        with transaction.atomic():
            return store(people, by)
    except IntegrityError:
        return store(people, by)


@transaction.atomic
def store(people: list[Person], by: User) -> list[Person]:
    owners = Person.objects.with_email(*(person.email for person in people))
    taken = set(owners.values_list("address", flat=True))
    for person in people:
        person.has_others_email = person.email.lower() in taken
    made = Person.objects.bulk_create(people)
    if doubted := [person for person in made if person.has_others_email]:
        tell_office(doubted, by)
    return made


def tell_office(doubted: list[Person], by: User) -> None:
    """One letter for all that came together. It is not filed under the member, who may read what is."""
    for member in Administration.objects.filter(people__in=doubted).distinct():
        people = [person for person in doubted if person.organisation_id == member.pk]
        first, several = people[0], len(people) > 1
        tell(
            officers_of(member),
            "address_doubted",
            f"address_doubted:{first.pk}",
            about=first,
            administration=None,
            by=by,
            member=partial(str, member),
            names="; ".join(f"{person.full_name} <{person.email}>" for person in people),
            path=reverse("office-duplicates") if several else first.get_absolute_url(),
        )
