"""Names are in the order of the alphabet, whatever the letters and the database."""

import re
from pathlib import Path

import pytest
from django.db import connection
from django.db.models import Value
from django.urls import reverse
from django.utils import translation

from programmes.views import centres
from rocb.models import Administration, Person, Theme
from rocb.models.alphabet import Alphabetical, az
from tests.factories.rocb import AdministrationFactory, PersonFactory

pytestmark = pytest.mark.django_db

NAMES = [
    "Côte d’Ivoire", "côte", "de Silva", "Đặng", "Égypte", "Émirats arabes unis", "Île Maurice",
    "Łódź", "Nguyễn", "Œuvre", "Østergaard", "STRASSE", "Straße", "Þórr", "Zambie", "", "ẞ",
    "ﬁn", "İzmir",
]  # fmt: skip
FRENCH = ["Afghanistan", "Égypte", "Émirats arabes unis", "Fidji", "Île Maurice", "Inde", "Zambie"]


def test_the_database_makes_the_key_that_python_makes():
    Theme.objects.create(code="any", name_en="Any")
    columns = {f"n{number}": Alphabetical(Value(name)) for number, name in enumerate(NAMES)}
    found = Theme.objects.values_list(*columns.values()).get()
    assert list(found) == [az(name) for name in NAMES]
    assert az("Łódź Đặng Œuvre") == "lodz dang oeuvre"


@pytest.fixture
def members(office):
    """Seven members with names in French, entered in no order."""
    for number in (6, 2, 4, 0, 5, 1, 3):
        AdministrationFactory(
            region=office.region,
            country_name=f"Country {number}",
            country_name_fr=FRENCH[number],
            iso2=f"Q{number}",
        )
    return Administration.objects.filter(iso2__startswith="Q")


def ours(names) -> list[str]:
    return [name for name in names if name in FRENCH]


def test_in_french_members_stand_where_a_reader_looks_for_them(client, head, members):
    client.force_login(head)
    client.cookies["django_language"] = "fr"
    html = client.get(reverse("member-list")).content.decode()
    assert sorted(FRENCH, key=lambda name: html.index(f">{name}<")) == FRENCH
    for query, order in (("", FRENCH), ("&sort=country", FRENCH), ("&sort=-country", FRENCH[::-1])):
        file = client.get(f"{reverse('member-list')}?export=csv{query}").getvalue().decode()
        assert ours(line.split(",")[0] for line in file.splitlines()) == order
    form = client.get(reverse("office-pause-create")).context["form"]
    assert ours(str(label) for _key, label in form.fields["administration"].choices) == FRENCH
    rows = client.get("/api/v1/members/", headers={"Accept-Language": "fr"}).json()["results"]
    assert ours(row["country_name"] for row in rows) == FRENCH


@pytest.mark.parametrize(("language", "key"), [("en", "en"), ("fr", "fr")])
def test_members_are_put_in_order_by_a_key_that_is_kept(members, language, key):
    with translation.override(language):
        assert f'"country_name_{key}_az" ASC' in str(members.order_by("country_name__az").query)
        path = Person.objects.order_by("-organisation__name__az", "seconded_from__country_name__az")
        assert f'"name_{key}_az" DESC' in str(path.query)
    members.filter(country_name_en="Country 1").update(country_name_fr="")
    changed = Administration.objects.get(country_name_en="Country 1")
    assert (changed.country_name_fr_az, changed.country_name_en_az) == ("country 1", "country 1")


def test_people_are_listed_by_an_index(client, head):
    office = head.person.organisation
    for name in ("Zaman", "Élise", "de Silva", "Dubois", "Eze"):
        PersonFactory(family_name=name, organisation=office)
    client.force_login(head)
    html = client.get(reverse("office-people")).content.decode()
    order = ["de Silva", "Dubois", "Élise", "Eze", "Zaman"]
    assert sorted(order, key=lambda name: html.index(f">{name}<")) == order
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        rows = Person.objects.order_by("family_name__az", "given_name__az", "pk")[:50]
        assert "person_az" in rows.explain()


def test_no_list_is_put_in_order_by_the_numbers_of_letters():
    """Whoever orders by a name says so with `__az`."""
    root = Path(centres.__file__).parent.parent.parent
    plain = re.compile(r'"-?(?:\w+__)?(?:country_name|name|family_name|given_name)(?:_en|_fr)?"')
    asked = re.compile(r"(?:order_by\(|\bordering = [(\[])([^()]*)")
    wrong = [
        f"{path.relative_to(root)}: {found[0]}"
        for app in ("rocb", "programmes", "missions", "donors", "reports")
        for path in (root / app).rglob("*.py")
        if not {"migrations", "seeding"} & set(path.parts)
        for part in asked.findall(path.read_text())
        if (found := plain.findall(part))
    ]
    assert wrong == []
