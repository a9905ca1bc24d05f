"""The same human being under another spelling or address, found among many names at once.

The contact book finds names that are equal; a list that somebody typed also has slips of one letter,
accents, swapped names and initials. All of it comes from one query and a dictionary.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from rocb.models import Person
from rocb.tables import normal


def name_key(given: str, family: str) -> str:
    """A name without accents, capitals, punctuation and order."""
    return " ".join(sorted(normal(f"{given} {family}").split()))


def slips(key: str) -> set[str]:
    """What is left of a name when any one letter is left out: two names one slip apart share one."""
    flat = key.replace(" ", "")
    return {flat} | {flat[:at] + flat[at + 1 :] for at in range(len(flat))}


def initials(given: str, family: str) -> str:
    """“S. Vaka” and “Siaosi Vaka” are alike, where one of them gives a letter only."""
    first = normal(given)
    return f"{first[:1]} {normal(family)}" if first else ""


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody of the contact book, as far as telling people apart needs it."""

    pk: int
    given: str
    family: str
    email: str
    organisation_id: int | None

    @property
    def full_name(self) -> str:
        return " ".join(part for part in (self.given, self.family) if part)


@dataclass
class Namesakes:
    """An index over people; `same` is sure, `alike` is worth a question."""

    by_email: dict[str, Known] = field(default_factory=dict)
    by_name: dict[str, list[Known]] = field(default_factory=lambda: defaultdict(list))
    by_slip: dict[str, list[Known]] = field(default_factory=lambda: defaultdict(list))
    by_initial: dict[str, list[Known]] = field(default_factory=lambda: defaultdict(list))

    def add(self, one: Known) -> None:
        if one.email:
            self.by_email.setdefault(one.email.lower(), one)
        key = name_key(one.given, one.family)
        self.by_name[key].append(one)
        if len(key) > 5:
            for slip in slips(key):
                self.by_slip[slip].append(one)
        if initial := initials(one.given, one.family):
            self.by_initial[initial].append(one)

    def same(self, given: str, family: str) -> Known | None:
        """The person of exactly this name, in whatever order, case or accents."""
        return next(iter(self.by_name.get(name_key(given, family), ())), None)

    def alike(self, given: str, family: str) -> list[Known]:
        """People whose name is one slip away, or who are written with an initial."""
        key = name_key(given, family)
        found: dict[int, Known] = {}
        if len(key) > 5:
            for slip in slips(key):
                found |= {one.pk: one for one in self.by_slip.get(slip, ())}
        for one in self.by_initial.get(initials(given, family), ()):
            if 1 in (len(normal(given)), len(normal(one.given))):
                found[one.pk] = one
        return [one for one in found.values() if name_key(one.given, one.family) != key]


def namesakes_of(people) -> Namesakes:
    """An index over a queryset of people; one query."""
    return index_of(
        Known(*row)
        for row in people.values_list("pk", "given_name", "family_name", "email", "organisation_id")
    )


def index_of(known: Iterable[Known]) -> Namesakes:
    index = Namesakes()
    for one in known:
        index.add(one)
    return index


def people_of(administration) -> Namesakes:
    """The contact book of one administration."""
    return namesakes_of(Person.objects.filter(organisation=administration).order_by("pk"))
