"""The office that pages are measured on: one large plan and its matrix, filled."""

from dataclasses import dataclass
from datetime import date

from django.db import connection
from django.test import Client

from missions import actions
from missions.models import Action, ActionPlan, Matrix
from rocb.models import Person, User
from rocb.roles import Role
from tests.factories.missions import ActionFactory, ActionPlanFactory, CycleFactory
from tests.factories.rocb import (
    AdministrationFactory,
    OfficeFactory,
    StandardFactory,
    UserFactory,
)

MANY = 10_000
TEXT = "The draft was discussed with the ports and is with the legal unit for its opinion. "


@dataclass
class Office:
    """An office with one large plan and its matrix, filled."""

    coordinator: User
    officer: User
    plan: ActionPlan
    matrix: Matrix


def furnish() -> Office:
    """17 standards, a plan of 200 actions, a matrix with words in every row, 30 more members."""
    office = OfficeFactory()
    member = AdministrationFactory(region=office.region)
    officer = UserFactory(role=Role.OFFICER, organisation=office)
    coordinator = UserFactory(role=Role.COORDINATOR, organisation=member)
    plan = ActionPlanFactory(administration=member)
    ActionFactory.create_batch(
        200, plan=plan, responsible_unit="Risk Management Division", expected_result=TEXT
    )
    cycle = CycleFactory(office=office)
    StandardFactory.create_batch(17, framework=cycle.framework)
    for _more in range(30):
        other = AdministrationFactory(region=office.region)
        ActionFactory.create_batch(10, plan=ActionPlanFactory(administration=other))
    actions.open_cycle(cycle, by=officer)
    matrix = Matrix.objects.get(plan=plan)
    matrix.action_rows.update(
        status="in_progress", percent=40, progress=TEXT, next_step=TEXT, support_needed="training"
    )
    matrix.standard_rows.update(level=2, remark=TEXT)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return Office(coordinator, officer, plan, matrix)


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def many_deadlines() -> None:
    """10,000 actions due on one day: 100 members, each with one coordinator and 100 actions."""
    due = date(2030, 6, 30)
    for number in range(100):
        member = AdministrationFactory()
        person = Person.objects.create(
            family_name="Many", email=f"many{number}@example.org", organisation=member
        )
        UserFactory(person=person, email=person.email, role=Role.COORDINATOR)
        plan = ActionPlanFactory(administration=member)
        Action.objects.bulk_create(
            Action(plan=plan, number=str(n), title=f"Action {n}", current_due_on=due, position=n)
            for n in range(MANY // 100)
        )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
