"""Names of reference records in the language of whoever reads."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from rocb.deadlines import COLUMNS, deadlines
from rocb.frozen import as_read, in_every_language
from rocb.models import Administration, Mail, Region, Theme
from rocb.post import tell
from rocb.reminders import owed_among
from tests.factories.rocb import AdministrationFactory
from tests.rocb.test_reference import load

pytestmark = pytest.mark.django_db


@pytest.fixture
def papua(office):
    """A member with a French name, and one without."""
    AdministrationFactory(region=office.region, country_name="Tuvalu", iso2="TV")
    return AdministrationFactory(
        region=office.region,
        name="PNG Customs",
        country_name="Papua New Guinea",
        country_name_fr="Nouvelle-Guinée (Papouasie-)",
        iso2="PG",
    )


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("en", ["Papua New Guinea", "Tuvalu"]),
        ("fr", ["Nouvelle-Guinée (Papouasie-)", "Tuvalu"]),
        (None, ["Papua New Guinea", "Tuvalu"]),
    ],
)
def test_wherever_the_name_of_a_field_may_stand(papua, language, names):
    rows = Administration.objects.order_by("country_name")
    with translation.override(language):
        assert list(rows.values_list("country_name", flat=True)) == names
        assert [str(row) for row in rows] == names
        assert rows.filter(country_name=names[0]).get() == papua
        assert papua.region.administrations.filter(region__name="Asia / Pacific").count() == 2
        found = Region.objects.values_list("administrations__country_name", flat=True)
        assert sorted(found) == names


def test_it_is_asked_for_when_the_query_runs(papua):
    rows = Administration.objects.order_by("country_name").values_list("country_name", flat=True)
    with translation.override("fr"):
        assert rows.all()[0] == "Nouvelle-Guinée (Papouasie-)"
    assert rows.all()[0] == "Papua New Guinea"


def test_a_french_reader_finds_it_in_list_file_choices_search_and_interface(client, officer, papua):
    client.force_login(officer)
    counts = {}
    for language, name in (("en", "Papua New Guinea"), ("fr", "Nouvelle-Guinée (Papouasie-)")):
        other = {"en": "Nouvelle-Guinée", "fr": "Papua New Guinea"}[language]
        head = {"Accept-Language": language}
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get(reverse("member-list"), headers=head)
        counts[language] = len(queries)
        for address in (
            reverse("member-list"),
            f"{reverse('member-list')}?export=csv",
            reverse("office-pause-create"),
            papua.get_absolute_url(),
            # Either language finds it.
            f"{reverse('search')}?q=Papua",
            f"{reverse('search')}?q=Papouasie",
            f"{reverse('member-list')}?name=papua+new",
            "/api/v1/members/",
        ):
            answer = client.get(address, headers=head)
            body = (
                b"".join(answer.streaming_content) if answer.streaming else answer.content
            ).decode()
            assert (address, name in body, other in body) == (address, True, False)
    assert counts["en"] == counts["fr"]


def test_a_form_in_french_leaves_the_english_name_alone(client, officer, papua):
    client.force_login(officer)
    url = reverse("member-edit", args=["pg"])
    page = client.get(url, headers={"Accept-Language": "fr"}).context["form"]
    values = {
        "name_en": "PNG Customs", "name_fr": "Douane de PNG", "time_zone": "Asia/Bangkok",
        "country_name_fr": "Papouasie-Nouvelle-Guinée", "version": page["version"].value(),
    }  # fmt: skip
    answer = client.post(url, values, headers={"Accept-Language": "fr"})
    assert answer.status_code == 302
    papua = Administration.objects.get(pk=papua.pk)
    assert (papua.country_name_en, papua.country_name_fr) == (
        "Papua New Guinea", "Papouasie-Nouvelle-Guinée",
    )  # fmt: skip
    assert (papua.name_en, papua.name_fr) == ("PNG Customs", "Douane de PNG")


def test_a_mail_is_in_the_language_of_who_gets_it(papua, officer, head):
    head.person.language = "fr"
    head.person.save()
    theme = Theme(name_en="Valuation", name_fr="Évaluation en douane")
    words = {"about": papua, "administration": papua, "by": None}
    tell([officer, head], "matrix_accepted", "k", **words, theme=lambda: theme.name)
    told = dict(Mail.objects.values_list("person__user__role", "context"))
    assert {role: (said["member"], said["theme"]) for role, said in told.items()} == {
        "officer": ("Papua New Guinea", "Valuation"),
        "head": ("Nouvelle-Guinée (Papouasie-)", "Évaluation en douane"),
    }


def test_digests_that_go_one_after_another_are_each_in_their_language(
    matrix, member, officer, head
):
    member.country_name_fr = "Vanouatou"
    member.save()
    found = []
    for language in ("en", "fr", "en"):
        with translation.override(language):
            found += [row[COLUMNS.index("owed_name") + 1] for row in owed_among(
                deadlines["matrix"], {matrix.pk}
            )]  # fmt: skip
    assert found == ["Vanuatu", "Vanouatou", "Vanuatu"]


def test_the_facts_bring_french_names_and_leave_what_an_office_wrote():
    load()
    assert not Theme.objects.filter(name_fr="").exists()
    Administration.objects.filter(iso2="FJ").update(country_name_fr="Les Fidji")
    Administration.objects.filter(iso2="JP").update(country_name_fr="")
    load()
    names = dict(Administration.objects.values_list("iso2", "country_name_fr"))
    assert (names["FJ"], names["JP"]) == ("Les Fidji", "Japon")


def test_what_is_frozen_is_the_same_whoever_freezes_it_and_read_in_both_languages(papua):
    def content():
        rows = Administration.objects.order_by("iso2")
        return {"members": [{"name": row.country_name, "n": row.pk} for row in rows], "word": "PNG"}

    kept = in_every_language(content)
    with translation.override("fr"):
        assert in_every_language(content) == kept
        assert as_read(kept)["members"][0]["name"] == "Nouvelle-Guinée (Papouasie-)"
        assert as_read(content())["members"][1]["name"] == "Tuvalu"
    assert as_read(kept)["members"] == kept["members"] == content()["members"]


def test_a_list_in_the_order_of_a_language_is_not_frozen(papua):
    AdministrationFactory(country_name="Oman", country_name_fr="Sultanat d’Oman", iso2="OM")

    def content():
        rows = Administration.objects.order_by("country_name")
        return {"members": [[row.country_name, row.pk] for row in rows]}

    with pytest.raises(ValueError, match="members/0/1 depends on the language"):
        in_every_language(content)
