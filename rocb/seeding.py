"""The demonstration office: who is in it. Pillars register what they add.

Everything is made from one random sequence, so that each machine shows the same office. Invented
people are marked and have addresses under example.org.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from random import Random
from typing import Any

import pgtrigger
from django.contrib.auth.hashers import make_password
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from rocb.demo import DEMO_DOMAIN, demo_password
from rocb.models import Administration, Mail, Office, Organisation, Person, StatusChange, User
from rocb.outbox import compose, wanted
from rocb.registry import Registry
from rocb.roles import Role

# Given and family names by the part of the region that somebody is from. All people are invented.
NAMES = {
    "pacific": (
        "Anna Dara Ema Fetu Grace Isabel Kavita Kiri Lani Leilani Losa Mark Naomi Peni Ruth Sione "
        "Tevita Tomasi Vani Viliami",
        "Fono Kaupa Kila Moana Natuman Wari Kalo Ratu Tui Faleolo Tongia Tamate Aisake Vagi Temo",
    ),
    "south": (
        "Amina Arun Bimala Devi Farid Karma Nadia Priya Rashid Ravi Samina Sonam Usha Zahir Dilani",
        "Ahmed Dorji Gurung Haque Hassan Khan Perera Rahman Sharma Silva Singh Thapa Wangdi Karimi",
    ),
    "southeast": (
        "Amit Bounmy Dewi Hana Ismail Jomar Linh Mei Minh Nurul Somchai Sokha Thiri Thanh Xuan",
        "Aung Halim Lim Nguyen Phan Reyes Santos Sok Suryadi Tran Vongsa Wong Ibrahim Chaiya Myint",
    ),
    "east": (
        "Bolor Boram Chen Hiroshi Jin Mina Naoko Saran Seo Wei Yan Yuki Zaya Haruka Temur",
        "Bat Chan Cho Ganbold Ito Kim Lee Li Park Suzuki Tanaka Wang Wu Zhao Ochir",
    ),
    "elsewhere": (
        "Alice Claire David Elena Helen James Julia Karen Lukas Maria Oliver Paul Robert Sarah",
        "Bennett Campbell Dubois Fischer Harris Jensen Morris Novak Peters Rossi Walker Wilson",
    ),
}
PLACES = {
    "pacific": "FJ PG SB TO VU WS PW TL KI MH FM NR TV CK NU",
    "south": "AF BD BT IN IR LK MV NP PK",
    "southeast": "BN ID KH LA MM MY PH SG TH VN",
    "east": "CN HK JP KR MN MO",
}


@dataclass
class Demo:
    """What the seeders share: the random sequence, today, and who is there by e-mail."""

    today: date
    only: int | None = None  # how many members get a plan; None: as many as the real office has
    random: Random = field(default_factory=lambda: Random(2008))
    users: dict[str, User] = field(default_factory=dict)
    names: set[tuple[str, str]] = field(default_factory=set)  # given so far, each only once
    # Who is where, whichever pillar drew them: nobody shares a name with a colleague.
    colleagues: dict[int | None, set[tuple[str, str]]] = field(
        default_factory=lambda: defaultdict(set)
    )
    _password: str = ""

    @cached_property
    def office(self) -> Office:
        return Office.objects.get(region__code="AP")

    def user(self, name: str) -> User:
        """The sign-in `name`@demo.example.org."""
        return self.users[name]

    def days_ago(self, days: int) -> datetime:
        """A working hour so many days ago."""
        return at(self.today - timedelta(days=days))

    def name_from(self, iso2: str, organisation: Organisation | None) -> tuple[str, str]:
        """An invented given and family name, of the kind that is heard there, given only once."""
        there = self.colleagues[organisation.pk if organisation else None]
        place = next((key for key, codes in PLACES.items() if iso2 in codes.split()), "elsewhere")
        given, family = NAMES[place]
        while True:
            name = self.random.choice(given.split()), self.random.choice(family.split())
            if name not in self.names | there:
                self.names.add(name)
                there.add(name)
                return name

    def called(self, organisation: Organisation, names: list[tuple[str, str]]) -> tuple[str, str]:
        """Take the first of `names` that no colleague there bears."""
        there = self.colleagues[organisation.pk]
        name = next(one for one in names if one not in there)
        names.remove(name)
        there.add(name)
        return name

    def add(self, name: str, role: str, organisation: Organisation | None, **person) -> User:
        """Somebody with a sign-in; all of them have the one demonstration password."""
        self._password = self._password or make_password(demo_password())
        email = f"{name}@{DEMO_DOMAIN}"
        home = person.get("seconded_from") or organisation
        given, family = self.name_from(home.iso2 if home else "", organisation)
        somebody = Person.objects.create(
            given_name=given,
            family_name=family,
            email=email,
            organisation=organisation,
            is_invented=True,
            **person,
        )
        user = User.objects.create(
            email=email,
            person=somebody,
            role=role,
            password=self._password,
            starts_on=self.today - timedelta(days=1500),
            last_seen_at=self.days_ago(16),
        )
        self.users[name] = user
        return user

    @contextmanager
    def moment(self, when: datetime) -> Iterator[None]:
        """What happens inside happened at `when`: its steps are dated, and its mails have gone."""
        step = StatusChange.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
        mail = Mail.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
        yield
        with pgtrigger.ignore("rocb.StatusChange:keep"):
            StatusChange.objects.filter(pk__gt=step).update(at=when)
        post(Mail.objects.filter(pk__gt=mail), when)


def at(day: date) -> datetime:
    """Mid-morning of a day, in the middle of the region."""
    return datetime.combine(day, time(3, 20), tzinfo=UTC)


# Name of the step, from, to, who (None: somebody who left long ago), when, comment.
Taken = tuple[str, str, str, User | None, date, str]


def passed(changes: list[tuple[Any, Taken]]) -> None:
    """Write steps of the past: (record, (step, from, to, by, day, comment)) each.

    Steps are never changed once they are written, so the clock is held while they are. A step of
    today was taken by now, however early in the day that is.
    """
    now = timezone.now()
    rows = [
        StatusChange(
            content_type=ContentType.objects.get_for_model(record),
            object_id=record.pk,
            step=step,
            source=source,
            target=target,
            by=by,
            at=min(at(day), now),
            comment=comment,
        )
        for record, (step, source, target, by, day, comment) in changes
    ]
    field = StatusChange._meta.get_field("at")
    field.auto_now_add = False
    try:
        StatusChange.objects.bulk_create(rows, 1000)
    finally:
        field.auto_now_add = True


def post(mails, when: datetime) -> None:
    """Put mails away as delivered, in the words they would have had."""
    for mail in mails.select_related("person__user"):
        context, _reason = wanted(mail, timezone.now())
        message = compose(mail, context or mail.context)
        mail.subject, mail.body = message.subject, message.text
        mail.email = mail.person.email if mail.person else mail.email
        mail.status, mail.sent_at, mail.attempts = Mail.Status.SENT, when, 1
        mail.save()
    mails.update(created_at=when, not_before=when)


@dataclass(frozen=True, slots=True)
class Seeder:
    """One part of the demonstration office."""

    key: str
    seed: Callable[[Demo], None]


seeders: Registry[Seeder] = Registry("Seeder")

STAFF = (
    ("head", Role.HEAD, "Head of the office", "JP"),
    ("officer", Role.OFFICER, "Officer, Pacific islands", "JP"),
    ("officer2", Role.OFFICER, "Officer, ASEAN", "TH"),
    ("officer3", Role.OFFICER, "Officer, South Asia", "KR"),
    ("officer4", Role.OFFICER, "Officer, programmes", "CN"),
    ("officer5", Role.OFFICER, "Officer, partnerships", "TH"),
    ("attache", Role.ATTACHE, "Attaché", "AU"),
    ("attache2", Role.ATTACHE, "Attaché", "NZ"),
)
PACIFIC = {"PG", "FJ", "WS", "SB", "TO", "VU", "PW", "AU", "NZ", "TL"}
SOUTH = {"AF", "BD", "BT", "IN", "MV", "NP", "PK", "LK", "IR"}


def people(demo: Demo) -> None:
    """Staff, coordinators and heads of customs of every member, and one of everybody else."""
    office = demo.office
    members = {row.iso2: row for row in Administration.objects.filter(is_member=True)}
    for name, role, position, home in STAFF:
        demo.add(name, role, office, position=position, seconded_from=members.get(home))
    for iso2, member in sorted(members.items()):
        code = iso2.lower()
        demo.add(f"coordinator.{code}", Role.COORDINATOR, member, position="Coordinator")
        demo.add(f"executive.{code}", Role.EXECUTIVE, member, position="Head of customs")
        desk = "officer" if iso2 in PACIFIC else "officer3" if iso2 in SOUTH else "officer2"
        member.officer = demo.user(desk)
        member.save(update_fields=["officer"])
    demo.add("contributor.pg", Role.CONTRIBUTOR, members["PG"], unit="Border Operations")
    demo.add("expert", Role.EXPERT, members.get("NZ"), position="Accredited expert")
    secretariat = Organisation.objects.create(name="WCO Secretariat", acronym="WCO", iso2="BE")
    demo.add("secretariat", Role.SECRETARIAT, secretariat, position="Capacity Building Directorate")
    demo.add("administrator", Role.ADMINISTRATOR, None, position="Keeps the portal running")
    # A dozen more people of the contact book for each busy member, without sign-ins.
    for iso2 in ("PG", "FJ", "VN", "LK"):
        for number in range(12):
            given, family = demo.name_from(iso2, members[iso2])
            Person.objects.create(
                given_name=given,
                family_name=family,
                email=f"{iso2.lower()}{number}@{DEMO_DOMAIN}",
                organisation=members[iso2],
                position="Customs officer",
                is_invented=True,
            )


def donor_sign_in(demo: Demo, organisation: Organisation) -> None:
    """donor.<acronym>@, in small letters and digits."""
    code = re.sub(r"[^a-z0-9]", "", organisation.acronym.lower())
    demo.add(f"donor.{code}", Role.DONOR, organisation, position="Programme officer")


PEOPLE = Seeder("people", people)
