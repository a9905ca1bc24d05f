"""The donors the region works with, with their identifiers. Sources are in data/donors.json."""

from datetime import date
from pathlib import Path

from donors.models import Donor
from rocb.reference import Counts, Loader, keep
from rocb.reference.facts import read


def donors() -> Counts:
    known = read("donors", Path(__file__).parent / "data")["donors"]
    rows = (
        {
            "acronym": row["acronym"],
            "name_en": row["name"],
            "name_fr": row["name_fr"],
            "kind": row["kind"],
            "iso2": row["iso2"],
            "iati_identifier": row["iati"],
            "is_identifier_verified": row["verified"],
            "iati_organisation_type": row["type"],
            "crs_channel": row["crs"],
            "valid_until_on": date.fromisoformat(row["until"]) if row["until"] else None,
            "note": row["note"],
        }
        for row in known
    )
    counts = keep(
        Donor,
        ["acronym"],
        rows,
        once=["name_en", "note", "kind", "valid_until_on"],
        where_empty=["name_fr"],
    )
    for row in known:
        if successor := row.get("successor"):
            later = Donor.objects.filter(acronym=successor).first()
            Donor.objects.filter(acronym=row["acronym"], successor=None).update(successor=later)
    return counts


LOADER = Loader("donors", "Donors", donors)
