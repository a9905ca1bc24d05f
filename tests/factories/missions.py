"""Plans, cycles and matrices for tests."""

from datetime import date

import factory
from factory.django import DjangoModelFactory

from missions.models import Action, ActionPlan, Cycle, Recommendation
from tests.factories.rocb import AdministrationFactory, FrameworkFactory, OfficeFactory


class RecommendationFactory(DjangoModelFactory):
    class Meta:
        model = Recommendation

    administration = factory.SubFactory(AdministrationFactory)
    number = factory.Sequence(lambda n: f"R{n}")
    text = "Introduce risk management at the main ports."


class ActionPlanFactory(DjangoModelFactory):
    class Meta:
        model = ActionPlan

    administration = factory.SubFactory(AdministrationFactory)
    title = "Modernisation plan"
    status = "in_force"


class ActionFactory(DjangoModelFactory):
    class Meta:
        model = Action

    plan = factory.SubFactory(ActionPlanFactory)
    number = factory.Sequence(lambda n: f"{n}")
    title = factory.Sequence(lambda n: f"Undertaking {n}")
    current_due_on = date(2027, 6, 30)
    position = factory.Sequence(lambda n: n)


class CycleFactory(DjangoModelFactory):
    class Meta:
        model = Cycle

    office = factory.SubFactory(OfficeFactory)
    framework = factory.SubFactory(FrameworkFactory)
    name = factory.Sequence(lambda n: f"Cycle {n}")
    opens_on = date(2026, 10, 15)
    due_on = date(2026, 12, 15)
    closes_on = date(2027, 1, 31)
