"""Fiscal years of the offices: July to June, named after both calendar years."""

from datetime import date

STARTS = 7  # July


def fiscal_year(day: date) -> int:
    """The calendar year in which the fiscal year of a day began."""
    return day.year if day.month >= STARTS else day.year - 1


def first_day(year: int) -> date:
    """1 July of the year in which it begins."""
    return date(year, STARTS, 1)


def last_day(year: int) -> date:
    """30 June of the year after."""
    return date(year + 1, STARTS - 1, 30)


def label(year: int) -> str:
    """2007/08"""
    return f"{year}/{(year + 1) % 100:02d}"


def months(year: int) -> list[date]:
    """The first days of its twelve months."""
    return [date(year + (month < STARTS), month, 1) for month in [*range(7, 13), *range(1, 7)]]


def ends(first: date, until: date) -> list[date]:
    """The last day of each fiscal year from that of `first` to that of `until`, `until` at the end."""
    found = [last_day(year) for year in range(fiscal_year(first), fiscal_year(until))]
    return [*found, until]
