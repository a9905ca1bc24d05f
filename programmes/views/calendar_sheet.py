"""A month as rows of days, and a year as a list, with what is on and what is due."""

from datetime import date, timedelta

from django.utils.formats import date_format

from rocb import markup


def weekdays() -> list[tuple[str, str]]:
    """(short, long) names from Monday on."""
    monday = date(2024, 1, 1)
    days = [monday + timedelta(days=n) for n in range(7)]
    return [(date_format(day, "D"), date_format(day, "l")) for day in days]


def weeks(month: date, today: date, events: list[dict], due: list[dict]) -> list[list[dict]]:
    """The month as rows of seven days, Monday first, each with what is on."""
    first = month - timedelta(days=month.weekday())
    last = months_on(month, 1) - timedelta(days=1)
    count = -(-((last - first).days + 1) // 7)
    return [
        [day_of(first + timedelta(days=7 * week + n), month, today, events, due) for n in range(7)]
        for week in range(count)
    ]


def day_of(day: date, month: date, today: date, events, due) -> dict:
    if day.month != month.month:
        return {"is_blank": True}
    return {
        "number": day.day,
        "label": markup.weekday(day),
        "is_today": day == today,
        "events": [
            {**one, "goes_on": one["starts"] != day}
            for one in events
            if one["starts"] <= day <= one["ends"]
        ],
        "due": [one for one in due if one["day"] == day],
    }


def by_month(month: date, events: list[dict], due: list[dict]) -> list[dict]:
    """The list: a heading for each month in which something begins or is due."""
    found: dict[date, dict] = {}
    lines = [(max(one["starts"], month), one, None) for one in events]
    lines += [(one["day"], None, one) for one in due]
    for day, event, task in sorted(lines, key=lambda line: line[0]):
        first = day.replace(day=1)
        part = found.setdefault(first, {"label": date_format(first, "F Y"), "lines": []})
        part["lines"].append({"event": event, "task": task, "day": markup.weekday(day)})
    return list(found.values())


YEARS = (1990, 2100)


def month_of(asked: str, today: date) -> date:
    """The first day of the month that an address names as 2026-11; this month for anything else."""
    year, dash, month = asked.partition("-")
    is_number = dash and year.isdecimal() and month.isdecimal() and len(year + month) <= 6
    if is_number and YEARS[0] <= int(year) <= YEARS[1] and 1 <= int(month) <= 12:
        return date(int(year), int(month), 1)
    return today.replace(day=1)


def months_on(month: date, count: int) -> date:
    """The first of the month so many months on (or back)."""
    months = month.year * 12 + month.month - 1 + count
    return date(months // 12, months % 12 + 1, 1)
