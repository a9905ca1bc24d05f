"""Who worked in the office before: secondments since 2004, one after another on each post.

The article gives the posts of June 2008, six officers and two attachés, and where they came from; who
they were and from when to when is invented.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from donors.models import Donor
from rocb.models import Administration, Person, User
from rocb.seeding import DEMO_DOMAIN, NAMES, PLACES, STAFF, Demo

# Who became a donor after the article was written, and when: the days are invented but for
# those of DFAT and FCDO.
LATER_DONORS = {
    "Norad": date(2009, 9, 1),
    "NZ MFAT": date(2010, 2, 1),
    "UNCTAD": date(2012, 5, 1),
    "DFAT": date(2013, 11, 1),
    "HMRC": date(2015, 10, 1),
    "SECO": date(2018, 12, 1),
    "FCDO": date(2020, 9, 2),
}
OPENED = date(2004, 9, 1)
SHORTEST, LONGEST = 700, 1080  # days of a secondment


def names_of(iso2: str, taken: set[tuple[str, str]], random: Random) -> Iterator[tuple[str, str]]:
    """Names as they are heard there that nobody bears yet; with an initial when those are used up."""
    place = next((key for key, codes in PLACES.items() if iso2 in codes.split()), "elsewhere")
    given, family = (words.split() for words in NAMES[place])
    pairs = [(one, two) for one in given for two in family]
    random.shuffle(pairs)
    later = [(f"{one} {letter}.", two) for letter in "ABCDEFGHJKLM" for one, two in pairs]
    for name in [*pairs, *later]:
        if name not in taken:
            taken.add(name)
            yield name


def tours(random: Random, last: date) -> Iterator[tuple[date, date]]:
    """First and last days of secondments without a gap, from the opening to `last`."""
    first = OPENED
    while first <= last:
        until = first + timedelta(days=random.randint(SHORTEST, LONGEST))
        # Nobody comes for the last few weeks before the present staff.
        until = last if (last - until).days < SHORTEST else until
        yield first, until
        first = until + timedelta(days=1)


def former_staff(demo: Demo) -> None:
    """Everybody who was there before the present staff of the first office."""
    random = Random("staff")
    office = demo.office
    homes = {row.iso2: row for row in Administration.objects.filter(region=office.region)}
    people, users = [], []
    for name, role, position, iso2 in STAFF:
        arrived = demo.user(name).starts_on
        names = names_of(iso2, demo.names, random)
        for first, until in tours(random, arrived - timedelta(days=1)):
            given, family = next(names)
            email = f"former{len(people) + 1}@{DEMO_DOMAIN}"
            person = Person(
                given_name=given,
                family_name=family,
                email=email,
                organisation=office,
                seconded_from=homes.get(iso2),
                position=position,
                is_invented=True,
            )
            user = User(
                email=email, person=person, role=role, starts_on=first, ends_on=until,
                wants_digest=False,
            )  # fmt: skip
            user.set_unusable_password()
            people.append(person)
            users.append(user)
    Person.objects.bulk_create(people)
    User.objects.bulk_create(users)


def later_donors() -> None:
    """Donors of today that were none in June 2008."""
    for acronym, day in LATER_DONORS.items():
        Donor.objects.filter(acronym=acronym, valid_from_on=None).update(valid_from_on=day)
