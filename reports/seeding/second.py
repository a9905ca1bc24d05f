"""A second office of the installation: East and Southern Africa, small, with a cycle of its own.

Members and their administrations are real; people, plans and the cycle are invented.
"""

from datetime import date, timedelta
from random import Random

from missions import actions
from missions.models import Action, ActionPlan, Cycle
from missions.workflow import PlanStatus
from reports.models import Pillar, PillarTitle
from reports.seeding.plans import PILLARS
from reports.seeding.staff import names_of
from rocb import fiscal
from rocb.demo import DEMO_DOMAIN
from rocb.models import Administration, Framework, Office, Person, User
from rocb.roles import Role
from rocb.seeding import Demo

# Code, name, administration, time zone.
MEMBERS = (
    ("KE", "Kenya", "Kenya Revenue Authority", "Africa/Nairobi"),
    ("MG", "Madagascar", "Direction générale des douanes", "Indian/Antananarivo"),
    ("MU", "Mauritius", "Mauritius Revenue Authority", "Indian/Mauritius"),
    ("UG", "Uganda", "Uganda Revenue Authority", "Africa/Kampala"),
    ("ZM", "Zambia", "Zambia Revenue Authority", "Africa/Lusaka"),
)
STAFF = (
    ("head.esa", Role.HEAD, "Head of the office", "KE"),
    ("officer.esa", Role.OFFICER, "Officer", "UG"),
)
UNDERTAKINGS = (
    "Publish the procedures of the main border posts",
    "Bring risk criteria up to date each quarter",
    "Train officers in post-clearance audit",
)


def second_office(demo: Demo) -> None:
    random = Random("second")  # noqa: S311
    office = Office.objects.get(region__code="ESA")
    members = [
        Administration.objects.create(
            region=office.region, iso2=iso2, country_name=country, name=name, time_zone=zone
        )
        for iso2, country, name, zone in MEMBERS
    ]
    homes = {member.iso2: member for member in members}
    head: User | None = None
    for name, role, position, home in STAFF:
        user = sign_in(demo, random, name, role, office, home, position=position,
                       seconded_from=homes[home])  # fmt: skip
        head = head or user
    assert head is not None
    for member in members:
        code = member.iso2.lower()
        sign_in(demo, random, f"coordinator.{code}", Role.COORDINATOR, member, member.iso2,
                position="Coordinator")  # fmt: skip
        plan_of(demo, member, head)
    for number, (first, second) in enumerate(PILLARS, 1):
        pillar = Pillar.objects.create(office=office, number=number)
        PillarTitle.objects.create(pillar=pillar, title=second or first, from_on=date(2012, 7, 1))
    open_cycle(demo, office, head)


def sign_in(demo: Demo, random: Random, name, role, organisation, iso2, **person) -> User:
    """Somebody with the demonstration password, as in the first office."""
    given, family = next(names_of(iso2, demo.names, random))
    somebody = Person.objects.create(
        given_name=given, family_name=family, email=f"{name}@{DEMO_DOMAIN}",
        organisation=organisation, is_invented=True, **person,
    )  # fmt: skip
    user = User.objects.create(
        email=somebody.email, person=somebody, role=role, password=demo.user("head").password,
        starts_on=demo.today - timedelta(days=700), last_seen_at=demo.days_ago(9),
    )  # fmt: skip
    demo.users[name] = user
    return user


def plan_of(demo: Demo, member: Administration, by: User) -> None:
    """A plan in force with three actions."""
    began = demo.today - timedelta(days=300)
    plan = ActionPlan.objects.create(
        administration=member, title=f"Action plan of {member.country_name}", in_force_on=began,
        status=PlanStatus.IN_FORCE, starts_on=began, ends_on=began + timedelta(days=1000),
        created_by=by, updated_by=by,
    )  # fmt: skip
    due = demo.today + timedelta(days=120)
    Action.objects.bulk_create(
        Action(
            plan=plan, number=str(number), title=title, position=number, current_due_on=due,
            baseline_due_on=due, created_by=by, updated_by=by,
        )
        for number, title in enumerate(UNDERTAKINGS, 1)
    )  # fmt: skip


def open_cycle(demo: Demo, office: Office, by: User) -> None:
    """A cycle that opened three weeks ago; its letters have gone."""
    year = fiscal.fiscal_year(demo.today)
    opened = demo.today - timedelta(days=21)
    cycle = Cycle.objects.create(
        office=office, name=f"ESA {fiscal.label(year)}",
        framework=Framework.objects.get(is_default=True), opens_on=opened,
        due_on=opened + timedelta(days=60), closes_on=opened + timedelta(days=100),
        created_by=by, updated_by=by,
    )  # fmt: skip
    with demo.moment(demo.days_ago(21)):
        actions.open_cycle(cycle, by=by)
