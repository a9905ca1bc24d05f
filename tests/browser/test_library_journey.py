"""As a new user: a report from upload to a search hit of the public, without scripts."""

import pytest

from reports.chores import read_files
from reports.models import Report
from tests.factories.reports import SeriesFactory
from tests.worlds.library import word_file

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_report_from_upload_to_search_hit(
    page_without_javascript, sign_in, officer, office, tmp_path, settings
):
    SeriesFactory(office=office)
    path = tmp_path / "study.docx"
    path.write_bytes(word_file("The hyperspectral scanner looks at parcels.").read())
    page = sign_in(page_without_javascript, officer)
    page.goto("/reports/new/")
    page.fill("[name=title]", "Parcels at night")
    page.fill("[name=summary]", "How parcels are looked at.")
    page.check("[name=is_public]")
    page.click("main button.btn")
    page.click("text=Upload a file")
    page.set_input_files("[name=file]", str(path))
    page.click("main button.btn")
    assert "study.docx" in page.inner_text("main")
    read_files(None)
    for step in ("Send to review", "Publish"):
        page.click(f"main .steps a:has-text('{step}')")
        page.click("main form button.btn")
    report = Report.objects.get()
    assert (report.status, report.number) == ("published", 1)
    page.context.clear_cookies()
    page.goto("/reports/")
    page.fill("main [name=q]", "hyperspectral")
    page.click("main form[role=search] button")
    assert page.inner_text("mark") == "hyperspectral"
    page.click("main h2 a")
    assert "How parcels are looked at." in page.inner_text("main")
    with page.expect_download() as waiting:
        page.click("main a[download]")
    assert waiting.value.suggested_filename == "study.docx"
