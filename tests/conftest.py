"""The cast: one of everybody who ever meets the portal, around one member of one office."""

from datetime import timedelta

import pytest
from django.utils import timezone, translation

from missions import actions
from missions.models import Matrix
from rocb.roles import Role
from tests.factories.donors import DonorFactory
from tests.factories.missions import ActionFactory, ActionPlanFactory, CycleFactory
from tests.factories.rocb import (
    AdministrationFactory,
    OfficeFactory,
    PersonFactory,
    StandardFactory,
    UserFactory,
)


@pytest.fixture(autouse=True)
def in_english():
    """A page read in another language leaves that language behind in the thread."""
    translation.activate("en")


@pytest.fixture
def office(db):
    return OfficeFactory()


@pytest.fixture
def member(office):
    return AdministrationFactory(region=office.region, country_name="Vanuatu", iso2="VU")


@pytest.fixture
def other_member(office):
    return AdministrationFactory(region=office.region, country_name="Tonga", iso2="TO")


@pytest.fixture
def head(office):
    return UserFactory(role=Role.HEAD, organisation=office)


@pytest.fixture
def officer(office, member):
    user = UserFactory(role=Role.OFFICER, organisation=office)
    member.officer = user
    member.save()
    return user


@pytest.fixture
def attache(office):
    return UserFactory(role=Role.ATTACHE, organisation=office)


@pytest.fixture
def coordinator(member):
    return UserFactory(role=Role.COORDINATOR, organisation=member)


@pytest.fixture
def contributor(member):
    return UserFactory(role=Role.CONTRIBUTOR, organisation=member)


@pytest.fixture
def executive(member):
    return UserFactory(role=Role.EXECUTIVE, organisation=member)


@pytest.fixture
def other_coordinator(other_member):
    return UserFactory(role=Role.COORDINATOR, organisation=other_member)


@pytest.fixture
def donor(db):
    return UserFactory(role=Role.DONOR, organisation=DonorFactory())


@pytest.fixture
def other_donor(db):
    return UserFactory(role=Role.DONOR, organisation=DonorFactory())


@pytest.fixture
def expert(db):
    return UserFactory(role=Role.EXPERT)


@pytest.fixture
def secretariat(db):
    return UserFactory(role=Role.SECRETARIAT)


@pytest.fixture
def administrator(db):
    return UserFactory(role=Role.ADMINISTRATOR)


@pytest.fixture
def former(office):
    """An officer whose secondment has ended."""
    yesterday = timezone.localdate() - timedelta(days=1)
    return UserFactory(role=Role.OFFICER, organisation=office, ends_on=yesterday)


@pytest.fixture
def person(member):
    """Somebody in the contact book without a sign-in."""
    return PersonFactory(organisation=member)


@pytest.fixture
def plan(member):
    plan = ActionPlanFactory(administration=member)
    ActionFactory.create_batch(3, plan=plan)
    return plan


@pytest.fixture
def matrix(office, officer, coordinator, plan):
    """An open matrix with two standards and three actions, untouched."""
    cycle = CycleFactory(office=office)
    StandardFactory.create_batch(2, framework=cycle.framework)
    actions.open_cycle(cycle, by=officer)
    return Matrix.objects.get(plan=plan)


def filled(matrix, by) -> Matrix:
    """The matrix with an answer in every row."""
    for row in matrix.standard_rows.all():
        actions.save_standard_row(
            matrix, row.standard_id, {"level": 2}, by=by, revision=row.revision
        )
    for row in matrix.action_rows.all():
        actions.save_action_row(
            matrix,
            row.action_id,
            {"status": "in_progress", "percent": "40", "progress": "Drafted."},
            by=by,
            revision=row.revision,
        )
    return matrix


@pytest.fixture
def submitted_matrix(matrix, coordinator):
    return actions.submit_matrix(filled(matrix, coordinator), by=coordinator)
