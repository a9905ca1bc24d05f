"""The best-practice series as it stood in June 2008: four reports. Summaries are invented."""

from reports.models import Report
from rocb.models import Theme
from rocb.seeding import Demo, Seeder

SERIES = (
    (1, "Time Release Study case of Japan, Korea and China", ["JP", "KR", "CN"], "time-release", 2007),
    (2, "AEO Best Practice case of New Zealand and Korea", ["NZ", "KR"], "aeo", 2007),
    (3, "AEO Best Practice case of Australia and China", ["AU", "CN"], "aeo", 2008),
    (4, "AEO Best Practice case of Japan", ["JP"], "aeo", 2008),
)
SUMMARY = (
    "Demonstration text: how the administrations prepared, what it took, what they would do "
    "differently, and whom to ask."
)


def series(demo: Demo) -> None:
    by = demo.user("officer4")
    for number, title, countries, theme, year in SERIES:
        report = Report.objects.create(
            number=number,
            title=title,
            countries=countries,
            year=year,
            summary=SUMMARY,
            status="published",
            is_public=number % 2 == 1,
            created_by=by,
            updated_by=by,
        )
        report.themes.set(Theme.objects.filter(code=theme))


SEEDER = Seeder("reports", series)
