"""The library: the four reports of June 2008 by their real titles, then invented numbers.

Titles, numbers and case countries of the four are real; their summaries, files and days are
invented and say so. So is everything after them.
"""

from datetime import date, timedelta
from hashlib import sha256
from random import Random

from django.core.files.base import ContentFile
from django.db import transaction

from reports.actions import read_version
from reports.actions.library import save_report
from reports.models import CaseStudy, Downloads, FileVersion, Following, Report, Series
from reports.seeding import texts
from rocb.documents import Document, Heading, PageBreak, Paragraph, pdf
from rocb.models import Administration, Standard, Theme, User
from rocb.seeding import Demo, at, passed

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
    """Four reports of the article, a dozen invented ones, one with a call, one in review."""
    chance = Random("library")
    series = Series.objects.create(
        office=demo.office,
        code="good-practice",
        title="Customs Good Practice Reports",
        is_main=True,
    )
    by = demo.user("officer4")
    of_the_article(demo, series, by, chance)
    invented(demo, series, by, chance)
    in_work(demo, series, by)
    topics = {theme.code: theme for theme in Theme.objects.all()}
    Following.objects.bulk_create(
        Following(user=demo.user(name), theme=topics[code])
        for name, code in (
            ("coordinator.pg", "aeo"),
            ("coordinator.pg", "risk-management"),
            ("coordinator.fj", "time-release"),
            ("expert", "aeo"),
        )
    )


def of_the_article(demo: Demo, series: Series, by: User, chance: Random) -> None:
    """The numbers that there were in 2008. Their texts are invented."""
    for number, title, countries, theme, codes, year, summary in SERIES:
        # Whoever took these steps left long ago.
        written = date(year, 3 if year == 2008 else 9, 3 + number)
        report = made(
            demo, series, number, title, countries, theme, codes, by,
            f"{summary}\n\n{INVENTED}", written + timedelta(days=35), number % 2 == 1,
        )  # fmt: skip
        stepped(report, written, written + timedelta(days=35), None)
        shelved(report, "en", (summary, INVENTED), by, written, chance)
        save_report(report)


def invented(demo: Demo, series: Series, by: User, chance: Random) -> None:
    """The numbers since then."""
    for (
        number,
        title,
        countries,
        theme,
        codes,
        months,
        is_public,
        languages,
        pages,
    ) in texts.REPORTS:
        printed = demo.today - timedelta(days=30 * months)
        report = made(
            demo, series, number, title, countries.split(), theme, codes, by, pages[0], printed,
            is_public, is_invented=True,
        )  # fmt: skip
        stepped(report, printed - timedelta(days=40), printed, by)
        for language in languages.split():
            words = texts.FRENCH if language == "fr" else pages
            shelved(report, language, words, by, printed, chance)
        save_report(report)


def made(
    demo, series, number, title, countries, theme, codes, by, summary, printed, is_public, **more
) -> Report:
    """A published report with its topics."""
    report = Report.objects.create(
        office=demo.office,
        series=series,
        number=number,
        title=title,
        countries=countries,
        year=printed.year,
        summary=summary,
        status="published",
        is_public=is_public,
        published_on=printed,
        deposited_at=at(printed) if is_public else None,
        created_by=by,
        updated_by=by,
        **more,
    )
    report.themes.set(Theme.objects.filter(code=theme))
    report.standards.set(
        Standard.objects.in_use().filter(framework__is_default=True, code__in=codes.split())
    )
    return report


def stepped(report: Report, written: date, printed: date, by) -> None:
    passed(
        [
            (report, ("review", "draft", "in_review", by, written, "")),
            (report, ("publish", "in_review", "published", by, printed, "")),
        ]
    )


def shelved(report: Report, language: str, pages, by, day: date, chance: Random) -> None:
    """A real file of the report, read for the search, with some months of downloads."""
    blocks = []
    for number, words in enumerate(pages, 1):
        blocks += [PageBreak()] if number > 1 else []
        blocks += [Heading(f"{number}"), Paragraph(words)]
    note = "Demonstration text" if language == "en" else "Texte de démonstration"
    body = pdf(
        Document(
            report.title,
            kicker=f"{report.series.title}, No. {report.number}",
            subtitle=note,
            blocks=blocks,
            language=language,
            footer=note,
        )
    )
    digest = sha256(body).hexdigest()
    version = FileVersion(
        report=report,
        number=report.files.count() + 1,
        language=language,
        kind=FileVersion.Kind.PDF,
        name=f"good-practice-{report.number}-{language}.pdf",
        sha256=digest,
        size=len(body),
        pages=len(pages),
        by=by,
    )
    version.file.save(digest, ContentFile(body), save=False)
    version.save()
    FileVersion.objects.filter(pk=version.pk).update(at=at(day))
    report.languages = sorted({*report.languages, language})
    report.save(update_fields=["languages"])
    with transaction.atomic():
        read_version(version.pk)
    first = day.replace(day=1)
    Downloads.objects.bulk_create(
        Downloads(
            version=version,
            month=(first + timedelta(days=32 * n)).replace(day=1),
            count=chance.randrange(2, 60),
        )
        for n in range(6)
    )


def in_work(demo: Demo, series: Series, by) -> None:
    """One study that calls for cases, some of which are in; one that waits for a second reader."""
    title, call = texts.CALLING
    study = Report.objects.create(
        office=demo.office, series=series, number=17, title=title, status="calling",
        call_text=call, call_due_on=demo.today + timedelta(days=24), is_invented=True,
        created_by=by, updated_by=by,
    )  # fmt: skip
    asked = demo.today - timedelta(days=20)
    steps = [(study, ("call", "draft", "calling", by, asked, ""))]
    members = {row.iso2: row for row in Administration.objects.filter(iso2__in=texts.CASES)}
    for iso2, (name, status, text) in texts.CASES.items():
        who = demo.user(f"coordinator.{iso2.lower()}")
        case = CaseStudy.objects.create(
            report=study, administration=members[iso2], title=name, text=text, status=status,
            created_by=by, updated_by=who,
        )  # fmt: skip
        day = demo.today - timedelta(days=6)
        if status in ("submitted", "accepted", "returned"):
            steps.append((case, ("submit", "asked", "submitted", who, day, "")))
        if status == "declined":
            steps.append((case, ("decline", "asked", "declined", who, day, "We publish our own.")))
        if status == "accepted":
            steps.append((case, ("accept", "submitted", "accepted", by, day, "")))
        if status == "returned":
            steps.append(
                (case, ("return", "submitted", "returned", by, day, "How many parcels a night?"))
            )
    waiting = Report.objects.create(
        office=demo.office, series=series, number=18, title=texts.REVIEWED, status="in_review",
        summary="What administrations do with bad data before it reaches the risk engine.",
        is_invented=True, created_by=by, updated_by=by,
    )  # fmt: skip
    steps.append(
        (waiting, ("review", "draft", "in_review", by, demo.today - timedelta(days=1), ""))
    )
    passed(steps)
    for report in (study, waiting):
        save_report(report)
