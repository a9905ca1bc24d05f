"""Everybody who ever meets the portal, around one member of one office; made when first asked for."""

from datetime import timedelta
from functools import cached_property

from django.utils import timezone

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


class Cast:
    """One of everybody, by name; `cast["head"]` is `cast.head`."""

    def __getitem__(self, name: str):
        return getattr(self, name)

    @cached_property
    def office(self):
        return OfficeFactory()

    @cached_property
    def member(self):
        return AdministrationFactory(region=self.office.region, country_name="Vanuatu", iso2="VU")

    @cached_property
    def other_member(self):
        return AdministrationFactory(region=self.office.region, country_name="Tonga", iso2="TO")

    @cached_property
    def head(self):
        return UserFactory(role=Role.HEAD, organisation=self.office)

    @cached_property
    def officer(self):
        user = UserFactory(role=Role.OFFICER, organisation=self.office)
        self.member.officer = user
        self.member.save()
        return user

    @cached_property
    def attache(self):
        return UserFactory(role=Role.ATTACHE, organisation=self.office)

    @cached_property
    def coordinator(self):
        return UserFactory(role=Role.COORDINATOR, organisation=self.member)

    @cached_property
    def contributor(self):
        return UserFactory(role=Role.CONTRIBUTOR, organisation=self.member)

    @cached_property
    def executive(self):
        return UserFactory(role=Role.EXECUTIVE, organisation=self.member)

    @cached_property
    def other_coordinator(self):
        return UserFactory(role=Role.COORDINATOR, organisation=self.other_member)

    @cached_property
    def donor(self):
        return UserFactory(role=Role.DONOR, organisation=DonorFactory())

    @cached_property
    def other_donor(self):
        return UserFactory(role=Role.DONOR, organisation=DonorFactory())

    @cached_property
    def expert(self):
        return UserFactory(role=Role.EXPERT)

    @cached_property
    def secretariat(self):
        return UserFactory(role=Role.SECRETARIAT)

    @cached_property
    def administrator(self):
        return UserFactory(role=Role.ADMINISTRATOR)

    @cached_property
    def former(self):
        """An officer whose secondment has ended."""
        yesterday = timezone.localdate() - timedelta(days=1)
        return UserFactory(role=Role.OFFICER, organisation=self.office, ends_on=yesterday)

    @cached_property
    def person(self):
        """Somebody in the contact book without a sign-in."""
        return PersonFactory(organisation=self.member)

    @cached_property
    def plan(self):
        plan = ActionPlanFactory(administration=self.member)
        ActionFactory.create_batch(3, plan=plan)
        return plan

    @cached_property
    def matrix(self):
        """An open matrix with two standards and three actions, untouched."""
        _debtors = self.coordinator, self.plan
        cycle = CycleFactory(office=self.office)
        StandardFactory.create_batch(2, framework=cycle.framework)
        actions.open_cycle(cycle, by=self.officer)
        return Matrix.objects.get(plan=self.plan)


NAMES = [name for name, value in vars(Cast).items() if isinstance(value, cached_property)]
