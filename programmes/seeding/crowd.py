"""The people of each member who go to events. All of them are invented."""

from collections import defaultdict
from random import Random

from rocb.models import Administration, Person
from rocb.seeding import NAMES, PLACES, Demo

POSITIONS = (
    "Customs officer",
    "Senior customs officer",
    "Head of section",
    "Risk analyst",
    "Valuation officer",
    "Training officer",
    "Deputy director",
)


HEAD = "Director General of Customs"
UNITS = ("Border Operations", "Risk Management", "Valuation", "Legal Affairs", "Human Resources")


class Crowd:
    """The people of each member who go to events, and the dice that choose among them."""

    def __init__(self, demo: Demo) -> None:
        self.demo = demo
        self.random = Random("nominations")
        self.members = list(
            Administration.objects.filter(is_listed=True, region__code="AP").order_by("iso2")
        )
        self.people: dict[int, list[Person]] = defaultdict(list)
        made = [person for member in self.members for person in self.new(member)]
        for person in Person.objects.bulk_create(made, 1000):
            self.people[person.organisation_id or 0].append(person)

    def new(self, member: Administration) -> list[Person]:
        """A dozen or two of each member, more than 40 of every 100 of them women."""
        place = next(
            (key for key, codes in PLACES.items() if member.iso2 in codes.split()), "elsewhere"
        )
        given, family = (names.split() for names in NAMES[place])
        number = 24 if member.is_member else 6
        there = self.demo.colleagues[member.pk]
        free = [(one, two) for one in given for two in family if (one, two) not in there]
        found = []
        for turn, (first, last) in enumerate(self.random.sample(free, number)):
            there.add((first, last))
            is_woman = self.random.random() < 0.44
            found.append(
                Person(
                    organisation=member,
                    given_name=first,
                    family_name=last,
                    email=f"{member.iso2.lower()}.nominee{turn + 1}@demo.example.org",
                    gender="w" if is_woman else "m",
                    honorific="Ms" if is_woman else "Mr",
                    position=self.random.choice(POSITIONS),
                    unit=self.random.choice(UNITS),
                    is_invented=True,
                )
            )
        return found

    def head_of(self, member: Administration) -> Person:
        """The head of its customs: somebody of its people, with a name drawn for the purpose."""
        place = next(key for key, codes in PLACES.items() if member.iso2 in codes.split())
        given, family = (names.split() for names in NAMES[place])
        dice = Random(f"training {member.iso2}")
        there = self.demo.colleagues[member.pk]
        free = [(one, two) for one in given for two in family if (one, two) not in there]
        first, last = dice.choice(free)
        return Person.objects.create(
            organisation=member,
            given_name=first,
            family_name=last,
            email=f"{member.iso2.lower()}.head2007@demo.example.org",
            gender=dice.choice("mmw"),
            position=HEAD,
            is_invented=True,
        )

    def some(self, member: Administration, number: int, turn: int) -> list[Person]:
        """The next people of a member; over the years each of them comes round again."""
        people = self.people[member.pk]
        start = (turn * 3) % max(1, len(people))
        return (people[start:] + people[:start])[:number]
