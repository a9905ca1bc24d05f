"""Searching inside the library: ranking, phrases, operators, languages, and calm answers."""

import pytest
from django.db import connection

from reports.actions import add_version, read_version
from reports.models import Report
from reports.search import found_in, index_report, passages
from tests.factories.reports import ReportFactory
from tests.reports_files import pdf_file

pytestmark = pytest.mark.django_db


@pytest.fixture
def shelf(office, officer):
    """Three reports with real files: two English, one French."""

    def put(title, language, *pages):
        report = ReportFactory(
            office=office, title=title, status="published", is_public=True, summary="A summary."
        )
        version = add_version(report, pdf_file(*pages), by=officer, language=language)
        read_version(version.pk)
        return report

    put(
        "Time release study", "en",
        "Ports were measured.",
        "The valuation database shortened the release of goods at the airport.",
    )  # fmt: skip
    put("Valuation of goods", "en", "Nothing else is told here.")
    put("Étude des délais", "fr", "Les déclarations sont traitées en deux heures.")
    plain = ReportFactory(office=office, title="No file yet", status="published", summary="Brokers")
    index_report(plain)


def found(words: str) -> list[str]:
    rows = found_in(Report.objects.all(), words).order_by("-rank", "pk")
    return [report.title for report in rows]


def test_titles_rank_above_texts(shelf):
    assert found("valuation") == ["Valuation of goods", "Time release study"]


def test_words_are_known_by_their_stem_in_their_own_language(shelf):
    assert found("releasing") == ["Time release study"]
    assert found("déclaration traitée") == ["Étude des délais"]
    assert found("brokers") == ["No file yet"]


def test_phrases_and_operators(shelf):
    assert found('"valuation database"') == ["Time release study"]
    assert found('"database valuation"') == []
    assert found("valuation -airport") == ["Valuation of goods"]
    assert found("airport or déclarations") == ["Time release study", "Étude des délais"]
    # Words of title and text together, from different pages.
    assert found("ports airport study") == ["Time release study"]


def test_passages_are_marked_and_name_the_page(shelf):
    report = Report.objects.get(title="Time release study")
    place = passages([report.pk], "airport")[report.pk]
    assert place.page == 2
    assert "<mark>airport</mark>" in place.html


def test_what_a_file_says_is_escaped(office, officer):
    report = ReportFactory(office=office, status="published", summary="S.")
    version = add_version(report, pdf_file("Fees < 5 & airport rules"), by=officer, language="en")
    read_version(version.pk)
    html = passages([report.pk], "airport")[report.pk].html
    assert "Fees &lt; 5 &amp; <mark>airport</mark> rules" in html


@pytest.mark.parametrize(
    "words",
    [
        '"', "'", '""""', "((", "a & | ! b", "or", "-", "- -", "\\", "%", "%s", ":*", "<->",
        "\x00", "valu\x00ation", "ไทย ศุลกากร", "الجمارك", "海关估价", "\ud800", "🙂",
        "x" * 10_000, "customs " * 1_500, "the of and", "' OR 1=1 --",
    ],
)  # fmt: skip
def test_odd_searches_are_answered_calmly(client, shelf, words):
    body = {"q": words.encode("utf-8", "surrogatepass")}
    answer = client.get("/reports/", body)
    assert answer.status_code == 200


def test_long_and_common_searches_are_told_what_happened(client, shelf):
    assert (
        "Only the first 300 characters were searched."
        in client.get("/reports/", {"q": "customs " * 100}).text
    )
    assert (
        "These words are too common to search for."
        in client.get("/reports/", {"q": "the of and"}).text
    )


def test_scripts_without_spaces_are_found(office, client):
    report = ReportFactory(
        office=office, title="การประเมินราคาศุลกากรไทย", status="published", is_public=True
    )
    index_report(report)
    assert "1 report" in client.get("/reports/", {"q": "ศุลกากร"}).text


def test_drafts_and_replaced_files_are_not_found(client, office, officer, coordinator):
    draft = ReportFactory(office=office, title="Secret", summary="Airport")
    index_report(draft)
    report = ReportFactory(office=office, title="Open", status="published", summary="S.")
    old = add_version(report, pdf_file("The airport of before."), by=officer, language="en")
    read_version(old.pk)
    new = add_version(report, pdf_file("The seaport of now."), by=officer, language="en")
    read_version(new.pk)
    client.force_login(coordinator)
    assert "0 reports" in client.get("/reports/", {"q": "airport"}).text
    assert "1 report" in client.get("/reports/", {"q": "seaport"}).text


def test_a_thousand_reports_are_searched_through_the_index(office):
    one = ReportFactory(office=office, title="Needle", status="published", number=1)
    index_report(one)
    Report.objects.bulk_create(
        Report(office=office, series=one.series, number=n, handle=f"{n}", title="Hay")
        for n in range(2, 1200)
    )
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO reports_searchtext (report_id, config, words) "
            "SELECT id, 'english', to_tsvector('english', 'hay stack ' || repeat(number || ' ', 200)) "
            "FROM reports_report WHERE number > 1"
        )
        cursor.execute("ANALYZE reports_searchtext")
        cursor.execute("ANALYZE reports_report")
    found = found_in(Report.objects.all(), "needle")
    assert [report.title for report in found] == ["Needle"]
    with connection.cursor() as cursor:
        # So few rows are read as quickly one by one; what counts is that the index can be asked.
        cursor.execute("SET LOCAL enable_seqscan = off")
    assert "Bitmap Index Scan on text_words" in found.explain()
