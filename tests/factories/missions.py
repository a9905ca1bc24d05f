"""Plans, cycles and matrices for tests."""

from datetime import date

import factory
from factory.django import DjangoModelFactory

from missions.models import (
    Action,
    ActionPlan,
    AgendaItem,
    Certification,
    Cycle,
    Expert,
    Finding,
    Mission,
    Recommendation,
    TeamMember,
)
from rocb.models import DiagnosticArea
from tests.factories.rocb import (
    AdministrationFactory,
    FrameworkFactory,
    OfficeFactory,
    PersonFactory,
)


class DiagnosticAreaFactory(DjangoModelFactory):
    class Meta:
        model = DiagnosticArea
        django_get_or_create = ("number",)

    number = 4
    title = factory.LazyAttribute(lambda o: f"Area {o.number}")


class ExpertFactory(DjangoModelFactory):
    """Somebody of the roster from an administration of their own, certified unless told otherwise."""

    class Meta:
        model = Expert
        skip_postgeneration_save = True

    person = factory.SubFactory(
        PersonFactory, organisation=factory.SelfAttribute("..administration")
    )
    administration = factory.SubFactory(AdministrationFactory)
    languages = ["en"]

    @factory.post_generation
    def certified(self, create, extracted, **kwargs):
        if extracted is not False:
            CertificationFactory(expert=self, **kwargs)


class CertificationFactory(DjangoModelFactory):
    class Meta:
        model = Certification

    expert = factory.SubFactory(ExpertFactory)
    stage = "accredited"
    awarded_on = date(2020, 1, 1)
    expires_on = date(2035, 1, 1)


class MissionFactory(DjangoModelFactory):
    class Meta:
        model = Mission

    administration = factory.SubFactory(AdministrationFactory)
    phase = "1"
    starts_on = date(2026, 3, 2)
    ends_on = date(2026, 3, 11)


class TeamMemberFactory(DjangoModelFactory):
    class Meta:
        model = TeamMember

    mission = factory.SubFactory(MissionFactory)
    person = factory.SubFactory(PersonFactory)
    role = "expert"
    status = "accepted"


class FindingFactory(DjangoModelFactory):
    class Meta:
        model = Finding

    mission = factory.SubFactory(MissionFactory)
    area = factory.SubFactory(DiagnosticAreaFactory)
    number = factory.Sequence(lambda n: n + 1)
    text = "Risk criteria are not reviewed."


class AgendaItemFactory(DjangoModelFactory):
    class Meta:
        model = AgendaItem

    mission = factory.SubFactory(MissionFactory)
    on = date(2026, 3, 3)
    title = "Visit to the main port"


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
