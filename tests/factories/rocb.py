"""Parties, people and libraries for tests."""

from datetime import timedelta

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from rocb.models import Administration, Errand, Framework, Office, Person, Region, Standard, User
from rocb.roles import Role

PASSWORD = "correct horse battery"


class RegionFactory(DjangoModelFactory):
    class Meta:
        model = Region
        django_get_or_create = ("code",)

    code = "AP"
    name = "Asia / Pacific"


class OfficeFactory(DjangoModelFactory):
    class Meta:
        model = Office
        django_get_or_create = ("region",)

    region = factory.SubFactory(RegionFactory)
    name = "ROCB Asia/Pacific"
    time_zone = "Asia/Bangkok"


class AdministrationFactory(DjangoModelFactory):
    class Meta:
        model = Administration

    region = factory.SubFactory(RegionFactory)
    country_name = factory.Sequence(lambda n: f"Member {n}")
    name = factory.LazyAttribute(lambda o: f"{o.country_name} Customs")
    iso2 = factory.Sequence(lambda n: f"{chr(65 + n // 26 % 26)}{chr(65 + n % 26)}")
    time_zone = "Pacific/Port_Moresby"


class PersonFactory(DjangoModelFactory):
    class Meta:
        model = Person

    given_name = "Ana"
    family_name = factory.Sequence(lambda n: f"Person{n}")
    email = factory.Sequence(lambda n: f"person{n}@example.org")


class UserFactory(DjangoModelFactory):
    """A sign-in; give `organisation` for whoever belongs to one."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    class Params:
        organisation = None

    person = factory.SubFactory(PersonFactory, organisation=factory.SelfAttribute("..organisation"))
    email = factory.SelfAttribute("person.email")
    role = Role.COORDINATOR
    starts_on = factory.LazyFunction(lambda: __import__("datetime").date(2020, 1, 1))

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        kwargs.pop("organisation", None)
        user = model_class(*args, **kwargs)
        user.set_unusable_password()
        user.save()
        return user


class FrameworkFactory(DjangoModelFactory):
    class Meta:
        model = Framework
        django_get_or_create = ("code", "edition")

    code = "SAFE"
    edition = "2025"
    name = "SAFE Framework of Standards"


class StandardFactory(DjangoModelFactory):
    class Meta:
        model = Standard

    framework = factory.SubFactory(FrameworkFactory)
    code = factory.Sequence(lambda n: f"P1-S{n}")
    pillar = 1
    number = factory.Sequence(str)
    title = factory.Sequence(lambda n: f"Standard number {n}")
    position = factory.Sequence(lambda n: n)


class ErrandFactory(DjangoModelFactory):
    """Long work of somebody's: give `asked_by`."""

    class Meta:
        model = Errand

    kind = "list-file"
    title = factory.Sequence(lambda n: f"Long list {n} (CSV)")
    params = factory.LazyFunction(lambda: {"address": "/members/?export=csv"})
    asked_as = factory.LazyAttribute(lambda o: o.asked_by.standing)
    expires_at = factory.LazyFunction(lambda: timezone.now() + timedelta(days=7))
