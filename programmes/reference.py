"""The facts of pillar 3: programmes, and the region's training centres. Sources are in data/."""

from datetime import date
from pathlib import Path

from programmes.house_questionnaires import questionnaires
from programmes.models import Programme, TrainingCentre
from rocb.models import Administration
from rocb.reference import Counts, Loader, keep
from rocb.reference.facts import read

# WCO pages and the article on the ROCB Asia Pacific of June 2008; ends are open where unknown.
PROGRAMMES = (
    ("Columbus Programme", "Columbus", date(2006, 1, 1)),
    ("Mercator Programme", "Mercator", date(2014, 6, 1)),
    ("Customs Cooperation Fund of Japan", "CCF Japan", None),
    ("Customs Cooperation Fund of Korea", "CCF Korea", None),
    ("Customs Cooperation Fund of China", "CCF China", None),
    ("Accelerate Trade Facilitation Programme", "ATF", None),
    ("Global Trade Facilitation Programme", "GTFP", None),
    ("Anti-Corruption and Integrity Promotion Programme", "A-CIP", date(2019, 1, 1)),
)


def programmes() -> Counts:
    rows = (
        {"name": name, "acronym": acronym, "starts_on": starts}
        for name, acronym, starts in PROGRAMMES
    )
    return keep(Programme, ["name"], rows, once=["starts_on"])


def centres() -> Counts:
    """The regional training centres. What the office has written about one is left alone."""
    members = {row.iso2: row for row in Administration.objects.select_related("region")}
    rows = (
        {
            "name": row["name"],
            "run_by": members[row["iso2"]],
            "region": members[row["iso2"]].region,
            "iso2": row["iso2"],
            "time_zone": members[row["iso2"]].time_zone,
            "city": row["city"],
            "since_on": date.fromisoformat(row["since"]) if row["since"] else None,
            "source": row["source"],
            "is_verified": row["verified"],
        }
        for row in read("centres", Path(__file__).parent / "data")["centres"]
        if row["iso2"] in members
    )
    once = ["run_by", "region", "iso2", "time_zone", "city", "since_on", "source", "is_verified"]
    return keep(TrainingCentre, ["name"], rows, once=once)


LOADERS = (
    Loader("programmes", "Programmes", programmes),
    Loader("centres", "Regional training centres", centres),
    Loader("questionnaires", "Questionnaires", questionnaires),
)
