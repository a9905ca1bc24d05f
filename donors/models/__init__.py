"""The tables of pillar 2."""

from donors.models.activities import Activity, Snapshot
from donors.models.agreements import Agreement, Amendment, OfAgreement, Share
from donors.models.choices import CURRENCIES, Instrument, RegionCode, Sector
from donors.models.donors import Contact, Donor, DonorName
from donors.models.engagements import Engagement, FundingRequest
from donors.models.money import Allocation, Expenditure, Instalment, Rate, RateImport
from donors.models.needs import Need
from donors.models.reports import DonorReport

__all__ = [
    "CURRENCIES",
    "Activity",
    "Agreement",
    "Allocation",
    "Amendment",
    "Contact",
    "Donor",
    "DonorName",
    "DonorReport",
    "Engagement",
    "Expenditure",
    "FundingRequest",
    "Instalment",
    "Instrument",
    "Need",
    "OfAgreement",
    "Rate",
    "RateImport",
    "RegionCode",
    "Sector",
    "Share",
    "Snapshot",
]
