"""The facts of pillar 3: programmes, and the region's training centres. Sources are in data/."""

from datetime import date
from pathlib import Path

from programmes.house_questionnaires import questionnaires
from programmes.models import Programme, TrainingCentre
from rocb.models import Administration
from rocb.reference import Counts, Loader, keep
from rocb.reference.facts import read

FOLDER = Path(__file__).parent / "data"


def programmes() -> Counts:
    rows = (
        {
            "name_en": row["name"],
            "name_fr": row["name_fr"],
            "acronym": row["acronym"],
            "starts_on": date.fromisoformat(row["starts"]) if row["starts"] else None,
        }
        for row in read("programmes", FOLDER)["programmes"]
    )
    return keep(Programme, ["name_en"], rows, once=["starts_on"], where_empty=["name_fr"])


def centres() -> Counts:
    """The regional training centres. What the office has written about one is left alone."""
    members = {row.iso2: row for row in Administration.objects.select_related("region")}
    rows = (
        {
            "name_en": row["name"],
            "name_fr": row["name_fr"],
            "run_by": members[row["iso2"]],
            "region": members[row["iso2"]].region,
            "iso2": row["iso2"],
            "time_zone": members[row["iso2"]].time_zone,
            "city": row["city"],
            "since_on": date.fromisoformat(row["since"]) if row["since"] else None,
            "source": row["source"],
            "is_verified": row["verified"],
        }
        for row in read("centres", FOLDER)["centres"]
        if row["iso2"] in members
    )
    once = ["run_by", "region", "iso2", "time_zone", "city", "since_on", "source", "is_verified"]
    return keep(TrainingCentre, ["name_en"], rows, once=once, where_empty=["name_fr"])


LOADERS = (
    Loader("programmes", "Programmes", programmes),
    Loader("centres", "Regional training centres", centres),
    Loader("questionnaires", "Questionnaires", questionnaires),
)
