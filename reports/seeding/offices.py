"""The other five offices of the installation: small, each with what an office has.

Members and their administrations are real (data/offices.json); people, plans, events, reports and
circulars are invented.
"""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from missions import actions
from missions.models import Action, ActionPlan, Cycle, Matrix
from missions.seeding.cycles import ended
from missions.workflow import PlanStatus
from programmes.models import Event
from programmes.workflow import EventStatus
from reports.actions.library import save_report
from reports.models import Circular, Copy, Pillar, PillarTitle, Reply, Report, Series
from reports.seeding.library import shelved, stepped
from reports.seeding.plans import PILLARS, RENAMED
from rocb import fiscal
from rocb.demo import DEMO_DOMAIN
from rocb.models import Administration, Framework, Office, Person, Theme, User
from rocb.roles import Role
from rocb.seeding import Demo, at, passed

FILE = Path(__file__).parent / "data" / "offices.json"
POSTS = (("head", Role.HEAD, "Head of the office"), ("officer", Role.OFFICER, "Officer"))
UNDERTAKINGS = (
    "Publish the procedures of the main border posts",
    "Bring risk criteria up to date each quarter",
    "Train officers in post-clearance audit",
)
# What became of the matrices of the open cycle, member by member; the last have not begun.
FATES = ("accepted", "submitted", "returned")
NOTE = "Demonstration text."


def other_offices(demo: Demo) -> None:
    for facts in json.loads(FILE.read_text())["offices"]:
        # A sequence of random numbers of its own, so that nobody else's records move.
        own = replace(demo, random=Random(f"offices {facts['region']}"))
        OtherOffice(own, facts).seed()


class OtherOffice:
    """One office with its members and people, made from the facts of its region."""

    def __init__(self, demo: Demo, facts: dict[str, Any]) -> None:
        self.demo, self.facts = demo, facts
        self.office = Office.objects.select_related("region").get(region__code=facts["region"])
        self.code = facts["region"].lower()
        self.names = self.drawn()

    def seed(self) -> None:
        self.members = [self.member(row) for row in self.facts["members"]]
        homes = {member.iso2: member for member in self.members}
        self.head, self.officer = (
            self.sign_in(
                f"{name}.{self.code}", role, self.office, position=position,
                seconded_from=homes[iso2],
            )
            for (name, role, position), iso2 in zip(POSTS, self.facts["staff"], strict=True)
        )  # fmt: skip
        Administration.objects.filter(region=self.office.region).update(officer=self.officer)
        self.coordinators = {
            member.pk: self.sign_in(
                f"coordinator.{member.iso2.lower()}", Role.COORDINATOR, member,
                position="Coordinator", language=row["language"],
            )
            for member, row in zip(self.members, self.facts["members"], strict=True)
        }  # fmt: skip
        self.plans()
        self.pillars()
        self.cycle()
        self.events(homes)
        self.report()
        self.circular()

    def drawn(self) -> Iterator[tuple[str, str]]:
        """Invented names as they are heard there, each once."""
        given, family = (words.split() for words in self.facts["names"])
        pairs = [(one, two) for one in given for two in family]
        self.demo.random.shuffle(pairs)
        return iter(pair for pair in pairs if pair not in self.demo.names)

    def member(self, row: dict[str, str]) -> Administration:
        return Administration.objects.create(
            region=self.office.region, iso2=row["iso2"], iso3=row["iso3"], name_en=row["name"],
            country_name_en=row["country"], country_name_fr=row["country_fr"],
            time_zone=row["time_zone"],
        )  # fmt: skip

    def sign_in(self, name: str, role: str, organisation, **person) -> User:
        """Somebody with the demonstration password, as in the first office."""
        given, family = next(self.names)
        self.demo.names.add((given, family))
        somebody = Person.objects.create(
            given_name=given, family_name=family, email=f"{name}@{DEMO_DOMAIN}",
            organisation=organisation, is_invented=True, **person,
        )  # fmt: skip
        user = User.objects.create(
            email=somebody.email, person=somebody, role=role,
            password=self.demo.user("head").password,
            starts_on=self.demo.today - timedelta(days=700), last_seen_at=self.demo.days_ago(9),
        )  # fmt: skip
        self.demo.users[name] = user
        return user

    def plans(self) -> None:
        """A plan in force with three actions for each member."""
        began, due = (self.demo.today + timedelta(days=n) for n in (-300, 120))
        by = {"created_by": self.head, "updated_by": self.head}
        plans = ActionPlan.objects.bulk_create(
            ActionPlan(
                administration=member, title=f"Action plan of {member.country_name}",
                in_force_on=began, status=PlanStatus.IN_FORCE, starts_on=began,
                ends_on=began + timedelta(days=1000), **by,
            )
            for member in self.members
        )  # fmt: skip
        Action.objects.bulk_create(
            Action(
                plan=plan, number=str(number), title=title, position=number, current_due_on=due,
                baseline_due_on=due, **by,
            )
            for plan in plans
            for number, title in enumerate(UNDERTAKINGS, 1)
        )  # fmt: skip

    def pillars(self) -> None:
        for number, (_first, (english, french)) in enumerate(PILLARS, 1):
            pillar = Pillar.objects.create(office=self.office, number=number)
            PillarTitle.objects.create(
                pillar=pillar, title_en=english, title_fr=french, from_on=RENAMED
            )

    def cycle(self) -> None:
        """A cycle that opened three weeks ago; its letters have gone, and some matrices are in."""
        opened = self.demo.today - timedelta(days=21)
        cycle = Cycle.objects.create(
            office=self.office, opens_on=opened,
            name=f"{self.facts['region']} {fiscal.label(fiscal.fiscal_year(self.demo.today))}",
            framework=Framework.objects.get(is_default=True),
            due_on=opened + timedelta(days=60), closes_on=opened + timedelta(days=100),
            created_by=self.head, updated_by=self.head,
        )  # fmt: skip
        with self.demo.moment(at(opened)):
            actions.open_cycle(cycle, by=self.head)
        matrices = Matrix.objects.filter(cycle=cycle).select_related("administration__officer")
        for number, (matrix, fate) in enumerate(zip(matrices.order_by("pk"), FATES, strict=False)):
            ended(self.demo, matrix, fate, 14 - 2 * number)

    def events(self, homes: dict[str, Administration]) -> None:
        """One that was held, and one to come."""
        themes = {theme.code: theme for theme in Theme.objects.all()}
        when = ((-75, EventStatus.CLOSED), (48, EventStatus.ANNOUNCED))
        for (title, theme, iso2, place), (days, status) in zip(
            self.facts["events"], when, strict=True
        ):
            starts = self.demo.today + timedelta(days=days)
            event = Event.objects.create(
                office=self.office, title=title, status=status, host_id=homes[iso2].pk,
                place=place, time_zone=homes[iso2].time_zone, capacity=24, languages=["en"],
                starts_on=starts, ends_on=starts + timedelta(days=3), summary=NOTE,
                created_by=self.officer, updated_by=self.officer,
            )  # fmt: skip
            event.themes.add(themes[theme])

    def report(self) -> None:
        """The first number of the office's series, for everybody to read."""
        title, theme, countries, summary = self.facts["report"]
        series = Series.objects.create(
            office=self.office, code=f"{self.code}-practice", title="Regional Practice Notes"
        )
        printed = self.demo.today - timedelta(days=90)
        report = Report.objects.create(
            office=self.office, series=series, number=1, title=title, countries=countries,
            year=printed.year, summary=f"{summary}\n\n{NOTE}", status="published",
            is_public=True, published_on=printed, deposited_at=at(printed), is_invented=True,
            created_by=self.officer, updated_by=self.officer,
        )  # fmt: skip
        report.themes.set(Theme.objects.filter(code=theme))
        stepped(report, printed - timedelta(days=20), printed, self.officer)
        shelved(report, "en", (summary, NOTE), self.officer, printed, self.demo.random)
        save_report(report)

    def circular(self) -> None:
        """Sent ten days ago to all members; two have replied."""
        subject, body = self.facts["circular"]
        sent: date = self.demo.today - timedelta(days=10)
        by = {"created_by": self.officer, "updated_by": self.officer}
        circular = Circular.objects.create(
            office=self.office, reference=f"{sent.year}/1", subject=subject, all_members=True,
            body=f"{body}\n\n*{NOTE}*", reply_by=self.demo.today + timedelta(days=18),
            status="sent", sent_at=at(sent), **by,
        )  # fmt: skip
        passed([(circular, ("send", "draft", "sent", self.officer, sent, ""))])
        sheets = [Reply(circular=circular, administration=member, **by) for member in self.members]
        for sheet in sheets[:2]:
            sheet.text = f"Please find our reply here. ({NOTE})"
            sheet.answered_at = at(sent + timedelta(days=4))
            sheet.answered_by = self.coordinators[sheet.administration_id]
        Reply.objects.bulk_create(sheets)
        Copy.objects.bulk_create(
            Copy(
                reply=sheet, person=self.coordinators[sheet.administration_id].person,
                is_mailed=True, read_at=sheet.answered_at,
            )
            for sheet in sheets
        )  # fmt: skip
