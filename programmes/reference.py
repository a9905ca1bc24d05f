"""The programmes that technical assistance in the region is given under."""

from datetime import date

from programmes.models import Programme
from rocb.reference import Counts, Loader, keep

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


LOADER = Loader("programmes", "Programmes", programmes)
