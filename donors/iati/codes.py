"""The codes of the IATI standard 2.03 that the portal writes, or accepts in what it checks.

From the code lists of the IATI Standard (http://iatistandard.org/), CC BY 4.0.
"""

from datetime import date

from donors.models import CURRENCIES, RegionCode, Sector
from donors.workflow import AgreementStatus

VERSION = "2.03"
REPORTING_TYPE = "40"  # multilateral
STATUS = {
    AgreementStatus.SIGNED: "1",
    AgreementStatus.ACTIVE: "2",
    AgreementStatus.SUSPENDED: "6",
    AgreementStatus.CLOSED: "4",
    AgreementStatus.TERMINATED: "5",
}
FUNDING, EXTENDING, IMPLEMENTING = "1", "3", "4"
PLANNED_START, ACTUAL_START, PLANNED_END, ACTUAL_END = "1", "2", "3", "4"
COMMITMENT, FUNDS, EXPENDITURE = "11", "1", "4"
SCOPE_REGIONAL, SCOPE_MULTI, SCOPE_NATIONAL = "2", "3", "4"

KNOWN = {
    "activity-status": {"1", "2", "3", "4", "5", "6"},
    "activity-date": {"1", "2", "3", "4"},
    "activity-scope": {str(n) for n in range(1, 9)},
    "participating-org": {"1", "2", "3", "4"},
    "transaction-type": {str(n) for n in range(1, 14)},
    "organisation-type": {"10", "11", "15", "21", "22", "23", "24", "30", "40", "60", "70"}
    | {"71", "72", "73", "80", "90"},
    "sector": set(Sector.values) | {"99810", "15110", "15116", "15155", "21010", "33130", "43010"},
    "recipient-region": set(RegionCode.values)
    | {"998", "88", "89", "189", "289", "298", "389", "489", "498", "589", "619", "689"}
    | {str(n) for n in range(1027, 1033)},
    "currency": CURRENCIES,
    "default-aid-type": {"B03", "B031", "B032", "B033", "C01", "D01", "D02", "E01"},
    "default-finance-type": {"110", "421", "422"},
    "default-flow-type": {"10", "21", "22", "30", "36", "37", "40", "50"},
    "collaboration-type": {"1", "2", "3", "4", "6", "7", "8"},
    "default-tied-status": {"3", "4", "5"},
}


def year_after(day: date) -> date:
    """The same day of the next year; after 29 February the last of February."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28)
