"""The facts are loaded once, exactly, and leave alone what people have decided."""

from io import StringIO

import pytest
from django.core.management import call_command

from donors.models import Donor
from rocb.models import (
    Administration,
    AdministrationFact,
    DiagnosticArea,
    Framework,
    Measure,
    Office,
    Region,
    Standard,
)
from rocb.models.parties import check_time_zone

pytestmark = pytest.mark.django_db


def load() -> str:
    out = StringIO()
    call_command("load_reference", stdout=out)
    return out.getvalue()


def test_exactly_what_the_sources_say():
    load()
    found = {
        "regions": Region.objects.count(),
        "offices": Office.objects.count(),
        "members": Administration.objects.filter(is_member=True).count(),
        "guests": Administration.objects.filter(is_member=False).count(),
        "SAFE 2007": Standard.objects.filter(framework__edition="2007").count(),
        "in use in the default edition": Standard.objects.in_use()
        .filter(framework__is_default=True)
        .count(),
        "TFA": Measure.objects.filter(framework__code="TFA").count(),
        "areas": DiagnosticArea.objects.count(),
        "donors": Donor.objects.count(),
    }
    assert found == {
        "regions": 6,
        "offices": 6,
        "members": 35,
        "guests": 15,
        "SAFE 2007": 17,
        "in use in the default edition": 17,
        "TFA": 36,
        "areas": 7,
        "donors": 21,
    }


def test_what_nobody_verified_is_not_in_use():
    load()
    assert set(Standard.objects.in_use().values_list("pillar", flat=True)) == {1, 2}
    assert Framework.objects.filter(is_default=True).count() == 1


def test_a_second_run_writes_nothing():
    load()
    before = list(Administration.objects.values_list("pk", "updated_at"))
    facts = AdministrationFact.objects.count()
    lines = load().splitlines()
    assert [line.split()[-6:-2] for line in lines] == [["0", "added", "0", "changed"]] * len(lines)
    assert list(Administration.objects.values_list("pk", "updated_at")) == before
    assert AdministrationFact.objects.count() == facts


def test_what_the_office_decided_stays():
    load()
    office = Office.objects.get(region__code="AP")
    office.reminder_rungs, office.city = [-7, 0], "Nonthaburi"
    office.save()
    load()
    office.refresh_from_db()
    assert (office.reminder_rungs, office.city) == ([-7, 0], "Nonthaburi")


def test_a_corrected_fact_is_taken_over():
    load()
    Administration.objects.filter(iso2="PG").update(iso3="XXX")
    load()
    assert Administration.objects.get(iso2="PG").iso3 == "PNG"


def test_every_time_zone_exists():
    load()
    for name in Administration.objects.values_list("time_zone", flat=True):
        check_time_zone(name)
