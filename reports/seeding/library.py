"""The best-practice series as it stood in June 2008: four reports.

Titles and case countries are the real ones; summaries and days are invented, and say so.
"""

from datetime import date, timedelta

from reports.models import Report
from rocb.models import Standard, Theme
from rocb.seeding import Demo, passed

# Number, title, case countries, theme, standards, year, summary.
SERIES = (
    (
        1,
        "Time Release Study case of Japan, Korea and China",
        ["JP", "KR", "CN"],
        "time-release",
        "P1-S8 P2-S6",
        2007,
        "How three administrations measured the time from arrival to release, what they found at "
        "ports and airports, and which steps they shortened first.",
    ),
    (
        2,
        "AEO Best Practice case of New Zealand and Korea",
        ["NZ", "KR"],
        "aeo",
        "P2-S1 P2-S2 P2-S3",
        2007,
        "Two ways to an authorised operator programme: growing out of an export security scheme, "
        "and starting from compliance records of importers.",
    ),
    (
        3,
        "AEO Best Practice case of Australia and China",
        ["AU", "CN"],
        "aeo",
        "P2-S1 P2-S3 P2-S5",
        2008,
        "How companies are chosen, audited and classified, and how both administrations keep "
        "talking with those that were not accepted at once.",
    ),
    (
        4,
        "AEO Best Practice case of Japan",
        ["JP"],
        "aeo",
        "P2-S1 P2-S3 P2-S6",
        2008,
        "Operators, brokers and warehouses in one programme: its legal basis, the benefits given, "
        "and what validators look at.",
    ),
)
INVENTED = "This summary is demonstration text, written without the report."


def seed(demo: Demo) -> None:
    """Four published reports; the first and the third may be read by anybody."""
    by = demo.user("officer4")
    for number, title, countries, theme, codes, year, summary in SERIES:
        report = Report.objects.create(
            number=number,
            title=title,
            countries=countries,
            year=year,
            summary=f"{summary}\n\n{INVENTED}",
            status="published",
            is_public=number % 2 == 1,
            created_by=by,
            updated_by=by,
        )
        # Whoever took these steps left long ago.
        written = date(year, 3 if year == 2008 else 9, 3 + number)
        printed = written + timedelta(days=35)
        review = ("review", "draft", "in_review", None, written, "")
        publish = ("publish", "in_review", "published", None, printed, "")
        passed([(report, review), (report, publish)])
        report.themes.set(Theme.objects.filter(code=theme))
        report.standards.set(
            Standard.objects.in_use().filter(framework__is_default=True, code__in=codes.split())
        )
