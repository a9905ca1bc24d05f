"""Searching inside the library: words, phrases and operators, in English, French and plainly.

A report has one SearchText for each language of its files; a query is put in the words of each
dictionary. So a negation is asked of the right words only, and never of another language's.
"""

import re
from dataclasses import dataclass
from html import escape
from typing import Any

from django.contrib.postgres.search import SearchHeadline, SearchQuery, SearchRank
from django.db import DataError, connection, transaction
from django.db.models import Case, Exists, F, FloatField, Max, OuterRef, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce
from django.utils.safestring import SafeString

from reports.files import config_of
from reports.models import FilePage, FileVersion, Report, SearchText
from rocb.models import Administration

LONGEST = 300  # characters of a query; what comes after is not searched
CONFIG_NAMES = ("english", "french", "simple")
# Scripts that are written without spaces: the database takes a whole line for one word.
UNSPACED = re.compile("[\u0e00-\u0eff\u1780-\u17ff\u1000-\u109f\u3040-\u30ff\u3400-\u9fff]")
BEGINS, ENDS = "\x02", "\x03"


def cleaned(words: str) -> str:
    """A query as it is searched: no null bytes, no halves of letters, not endless."""
    words = words.replace("\x00", " ").encode("utf-8", "ignore").decode()
    return " ".join(words.split())[:LONGEST]


def query(words: str, config: str) -> SearchQuery:
    return SearchQuery(words, config=config, search_type="websearch")


def matching(words: str, field: str) -> Q:
    """Rows whose `field` fits the words, each in its own dictionary."""
    found = Q()
    for config in CONFIG_NAMES:
        found |= Q(**{"config": config, field: query(words, config)})
    return found


def ranked(words: str, field: str):
    """How well a row fits, by its own dictionary."""
    return Case(
        *(
            When(config=config, then=SearchRank(F(field), query(words, config)))
            for config in CONFIG_NAMES
        ),
        default=Value(0.0),
        output_field=FloatField(),
    )


def says_something(words: str) -> bool:
    """Whether anything is left of a query without the words that are too common to search."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT numnode(websearch_to_tsquery('english', %s)) > 0", [words])
        return cursor.fetchone()[0]


def found_in(reports: QuerySet, words: str) -> QuerySet:
    """The reports that fit, with their `rank`; a phrase deep in a long file is found by its page."""
    texts = SearchText.objects.filter(report=OuterRef("pk")).filter(matching(words, "words"))
    pages = FilePage.objects.filter(version__is_current=True).filter(matching(words, "search"))
    fits = Q(pk__in=SearchText.objects.filter(matching(words, "words")).values("report"))
    fits |= Q(pk__in=pages.values("version__report"))
    if UNSPACED.search(words):
        fits |= Q(title__icontains=words) | Q(summary__icontains=words)
        pages_with = FilePage.objects.filter(
            version__report=OuterRef("pk"), version__is_current=True, text__icontains=words
        )
        fits |= Q(Exists(pages_with))
    best = texts.order_by().values("report").annotate(best=Max(ranked(words, "words")))
    return reports.filter(fits).annotate(
        rank=Coalesce(best.values("best")[:1], Value(0.0), output_field=FloatField())
    )


@dataclass(frozen=True)
class Passage:
    """A place in a file that fits: safe HTML with the words marked, and the page."""

    html: SafeString
    page: int | None


def passages(report_ids, words: str) -> dict[int, Passage]:
    """The best place in each of these reports; one query."""
    headline = Case(
        *(
            When(
                config=config,
                then=SearchHeadline(
                    "text",
                    query(words, config),
                    config=config,
                    start_sel=BEGINS,
                    stop_sel=ENDS,
                    max_words=32,
                    min_words=14,
                    max_fragments=1,
                ),
            )
            for config in CONFIG_NAMES
        )
    )
    best = (
        FilePage.objects.filter(version__report__in=report_ids, version__is_current=True)
        .filter(matching(words, "search"))
        .annotate(rank=ranked(words, "search"))
        .order_by("version__report", "-rank", "number")
        .distinct("version__report")
    )
    rows = (
        FilePage.objects.filter(pk__in=best.values("pk"))
        .annotate(headline=headline)
        .values_list("version__report", "version__kind", "number", "headline")
    )
    return {
        report: Passage(marked(text), number if kind == FileVersion.Kind.PDF else None)
        for report, kind, number, text in rows
    }


def marked(text: str) -> SafeString:
    """A headline as HTML: everything escaped, the words that fit marked."""
    text = " ".join(escape(text).split(" ")).replace("\n", " ")
    return SafeString(text.replace(BEGINS, "<mark>").replace(ENDS, "</mark>"))


INDEX = """
    INSERT INTO reports_searchtext (report_id, config, words)
    VALUES (%(report)s, %(config)s,
        setweight(to_tsvector(%(config)s::regconfig, %(title)s), 'A')
        || setweight(to_tsvector(%(config)s::regconfig, %(summary)s), 'B')
        || setweight(to_tsvector(%(config)s::regconfig, %(about)s), 'C')
        || {text})
"""
WHOLE = "setweight(to_tsvector(%(config)s::regconfig, %(text)s), 'D')"
# Without the places of its words a text always fits; phrases are then found by page.
BARE = "setweight(strip(to_tsvector(%(config)s::regconfig, %(text)s)), 'D')"


def names(rows, name: str) -> list[str]:
    """A name of some records in both languages: whoever searches may write either; one query."""
    pairs = rows.values_list(f"{name}_en", f"{name}_fr")
    return [word for pair in pairs for word in pair if word]


@transaction.atomic
def index_report(report: Report) -> None:
    """Write the words of a report anew: after its record or one of its files has changed."""
    by_config: dict[str, list[str]] = {}
    for version in report.files.filter(is_current=True):
        kept = by_config.setdefault(config_of(version.language), [])
        kept += version.texts.order_by("number").values_list("text", flat=True)
    if not by_config:
        by_config["english"] = []
    codes = [code.upper() for code in report.countries]
    about = [
        report.authors,
        *names(Administration.objects.filter(iso2__in=codes), "country_name"),
        *names(report.themes, "name"),
        *names(report.standards, "title"),
    ]
    report.texts.all().delete()
    for config, parts in by_config.items():
        values: dict[str, Any] = {
            "report": report.pk,
            "config": config,
            "title": report.title,
            "summary": report.summary,
            "about": " . ".join(about),
            "text": "\n".join(parts),
        }
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(INDEX.replace("{text}", WHOLE), values)
        except DataError:
            with connection.cursor() as cursor:
                cursor.execute(INDEX.replace("{text}", BARE), values)
