"""Files of reports: what is taken, what is refused and in which words, reading, downloads."""

import io
import os
import signal
import subprocess
import sys
import time

import pikepdf
import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from reports.actions import add_version, read_version
from reports.chores import read_files
from reports.files import Unreadable, check, reader
from reports.models import Downloads, FileVersion
from rocb.models import Mail
from rocb.outbox import words_of
from tests.factories.reports import ReportFactory
from tests.reports_files import pdf_file, pdf_of
from tests.worlds.library import word_file

pytestmark = pytest.mark.django_db


def changed(body: bytes, **options) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(body)) as file:
        file.save(out, **options)
    return out.getvalue()


@pytest.fixture
def report(office):
    return ReportFactory(office=office, status="published", is_public=True, summary="S.")


def refusal(name: str, body: bytes) -> str:
    with pytest.raises(ValidationError) as caught:
        check(SimpleUploadedFile(name, body))
    return caught.value.messages[0]


def test_what_is_no_document_is_refused_in_words(settings):
    assert refusal("a.pdf", b"") == "“a.pdf” is empty. Choose the file again."
    assert refusal("a.pdf", b"Dear Sir").startswith(
        "“a.pdf” is no PDF and no Word file, whatever it is called: by its content it is"
    )
    png = b"\x89PNG\r\n\x1a\n" + b"\x00" * 60
    assert "image/png" in refusal("a.pdf", png)
    assert refusal("a.pdf", b"%PDF-1.7\nnothing else") == (
        "“a.pdf” is damaged: no page of it can be opened. Export it again and upload that."
    )
    assert refusal("a.docx", b"PK\x03\x04broken").startswith("“a.docx” is damaged")
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600
    assert "old format of Word" in refusal("a.doc", old)
    locked = old + "EncryptedPackage".encode("utf-16-le")
    assert "locked with a password" in refusal("a.docx", locked)
    settings.MAX_REPORT_BYTES = 1024 * 1024
    assert refusal("a.pdf", b"%PDF-" + b"x" * 3_000_000) == (
        "“a.pdf” has 3 MB; the library keeps files up to 1 MB. Make its pictures smaller, or split "
        "it: many readers are on slow lines."
    )


def test_a_locked_pdf_is_refused_and_one_that_opens_is_taken():
    whole = pdf_of("Release times fell.")
    locked = changed(whole, encryption=pikepdf.Encryption(owner="o", user="secret"))
    assert refusal("a.pdf", locked) == (
        "“a.pdf” is locked with a password. Save it without one and upload it again."
    )
    readable = changed(whole, encryption=pikepdf.Encryption(owner="o", user=""))
    assert check(SimpleUploadedFile("a.pdf", readable)).has_text


def test_archives_and_macros_are_refused():
    import zipfile

    def archive(*names):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as file:
            for name in names:
                file.writestr(name, "x")
        return out.getvalue()

    assert "another kind of document" in refusal("a.docx", archive("xl/workbook.xml"))
    macros = archive("word/document.xml", "word/vbaProject.bin")
    assert "holds macros" in refusal("a.docx", macros)


def test_the_text_is_read_page_by_page(report, officer):
    version = add_version(
        report, pdf_file("Release times fell.", "Brokers agreed."), by=officer, language="en"
    )
    assert (version.kind, version.pages, version.reading) == ("pdf", 2, "waiting")
    version = read_version(version.pk)
    pages = dict(version.texts.values_list("number", "text"))
    assert version.reading == "done"
    assert "Release times fell." in pages[1]
    assert "Brokers agreed." in pages[2]
    assert read_version(version.pk) is None  # once


def test_pages_without_text_are_kept_and_said(report, officer, client):
    blank = io.BytesIO()
    with pikepdf.new() as file:
        file.add_blank_page()
        file.save(blank)
    upload = SimpleUploadedFile("scan.pdf", blank.getvalue())
    version = add_version(report, upload, by=officer, language="en")
    assert read_version(version.pk).reading == "no_text"
    client.force_login(officer)
    page = client.get(report.get_absolute_url())
    assert "No text inside: scanned pages cannot be searched" in page.text
    mail = Mail.objects.get(template="file_not_searchable")
    assert mail.person == officer.person
    assert "no text inside, as in scanned pages" in words_of(mail, mail.context)["text"]


def test_a_file_that_breaks_its_reader_is_given_up_and_told(report, officer, client):
    version = add_version(report, pdf_file("Release times fell."), by=officer, language="en")
    with open(version.file.path, "wb") as kept:  # damaged on the disk
        kept.write(b"%PDF-1.7\nnothing else")
    assert read_files(None).failed == 1
    assert read_files(None).failed == 0  # not tried for ever
    version.refresh_from_db()
    assert version.reading == "failed"
    mail = Mail.objects.get(template="file_not_searchable")
    assert "could not read the text inside" in words_of(mail, mail.context)["text"]
    client.force_login(officer)
    assert "Its text could not be read" in client.get(report.get_absolute_url()).text


def test_a_file_that_holds_up_its_reader_is_let_go():
    with pytest.raises(Unreadable, match="timed out"):
        next(reader("read", "pdf", io.BytesIO(pdf_of("Slow.")), seconds=0))


def test_three_hundred_megabytes_are_refused_before_they_are_read(report, officer, client):
    client.force_login(officer)
    address = reverse("reports:version-create", args=[report.handle])
    for url, said in ((address, "has 300 MB; at most 50 MB"), ("/api/v1/reports/", "300 MB are")):
        answer = client.generic("POST", url, b"x", CONTENT_LENGTH=str(300 * 1024 * 1024),
                                content_type="multipart/form-data; boundary=x")  # fmt: skip
        assert answer.status_code == 413
        assert said in answer.text
    assert 'data-most="52428800"' in client.get(address).text


def test_the_clock_reads_what_no_worker_has(report, officer):
    version = add_version(report, word_file(), by=officer, language="fr")
    outcome = read_files(None)
    version.refresh_from_db()
    assert (outcome.done, version.reading) == (1, "done")
    assert version.texts.get().config == "french"


def test_a_new_version_replaces_and_the_old_one_is_the_offices(report, officer, client):
    first = add_version(report, word_file("One."), by=officer, language="en")
    add_version(report, word_file("Deux."), by=officer, language="fr")
    with pytest.raises(ValidationError, match="the file that is there already: version 1"):
        add_version(report, word_file("One."), by=officer, language="en")
    add_version(report, word_file("Two."), by=officer, language="en", note="Page 3 corrected")
    report.refresh_from_db()
    assert report.languages == ["en", "fr"]
    current = report.files.filter(is_current=True)
    assert sorted(current.values_list("number", flat=True)) == [2, 3]
    old = reverse("reports:file", args=[report.handle, first.number])
    assert client.get(old).status_code == 404
    client.force_login(officer)
    assert b"".join(client.get(old))[:2] == b"PK"


def test_only_its_office_uploads(report, coordinator, client):
    with pytest.raises(PermissionDenied):
        add_version(report, word_file(), by=coordinator, language="en")
    address = reverse("reports:version-create", args=[report.handle])
    client.force_login(coordinator)
    assert client.get(address).status_code == 403


def test_uploading_through_the_page(report, officer, client):
    client.force_login(officer)
    address = reverse("reports:version-create", args=[report.handle])
    bad = client.post(address, {"file": SimpleUploadedFile("a.pdf", b"no"), "language": "en"})
    assert bad.status_code == 422
    assert "is no PDF and no Word file" in bad.text
    good = client.post(address, {"file": word_file(), "language": "en"}, follow=True)
    assert "Uploaded as version 1." in good.text


def test_uploading_through_the_api(report, officer, coordinator, client):
    address = f"/api/v1/reports/{report.pk}/files/"
    client.force_login(coordinator)
    assert client.post(address, {"file": word_file()}).status_code == 403
    client.force_login(officer)
    kept = client.post(address, {"file": word_file(), "language": "fr", "note": "First."})
    assert kept.status_code == 201
    assert (kept.json()["number"], kept.json()["language"], kept.json()["kind"]) == (
        1,
        "fr",
        "docx",
    )
    bad = client.post(address, {"file": SimpleUploadedFile("a.pdf", b"no")})
    assert bad.status_code == 400
    assert "is no PDF and no Word file" in bad.text
    assert client.post(address, {}).json() == {"file": ["No file was submitted."]}


def test_a_download_is_safe_counted_and_resumable(report, officer, client):
    version = add_version(report, word_file(), by=officer, language="en")
    address = reverse("reports:file", args=[report.handle, version.number])
    whole = client.get(address)
    body = b"".join(whole)
    assert whole["Content-Disposition"] == 'attachment; filename="study.docx"'
    assert whole["X-Content-Type-Options"] == "nosniff"
    assert whole["Content-Security-Policy"] == "default-src 'none'; sandbox"
    rest = client.get(address, headers={"Range": "bytes=100-", "If-Range": whole["ETag"]})
    assert (rest.status_code, b"".join(rest)) == (206, body[100:])
    changed_file = client.get(address, headers={"Range": "bytes=100-", "If-Range": '"old"'})
    assert (changed_file.status_code, b"".join(changed_file)) == (200, body)
    assert client.get(address, headers={"If-None-Match": whole["ETag"]}).status_code == 304
    assert client.get(address, headers={"Range": "bytes=999999999-"}).status_code == 416
    assert b"".join(client.head(address)) == b""
    # The whole, and the whole again after the change: a rest is none of its own.
    assert Downloads.objects.get().count == 2
    names = {field.name for field in Downloads._meta.get_fields()}
    assert names == {"id", "version", "month", "count"}  # nobody is told apart


def test_a_file_goes_uncompressed_so_that_it_can_be_taken_up_again(report, officer, settings):
    settings.MIDDLEWARE = ["rocb.middleware.CompressMiddleware", *settings.MIDDLEWARE]
    version = add_version(report, word_file(), by=officer, language="en")
    address = reverse("reports:file", args=[report.handle, version.number])
    packed = Client(headers={"Accept-Encoding": "gzip"})
    assert packed.get("/reports/")["Content-Encoding"] == "gzip"
    whole = packed.get(address)
    body = b"".join(whole)
    rest = packed.get(address, headers={"Range": "bytes=100-", "If-Range": whole["ETag"]})
    assert (rest.status_code, b"".join(rest)) == (206, body[100:])


def test_a_hidden_report_hides_its_files(office, officer, coordinator, donor, client):
    report = ReportFactory(office=office, status="published", summary="S.")
    version = add_version(report, word_file(), by=officer, language="en")
    address = reverse("reports:file", args=[report.handle, version.number])
    assert client.get(address).status_code == 302
    client.force_login(donor)
    assert client.get(address).status_code == 404
    client.force_login(coordinator)
    assert b"".join(client.get(address))[:2] == b"PK"


KILL = """
import os, signal, django
django.setup()
from django.db import transaction
from reports.models import FileVersion
with transaction.atomic():
    FileVersion.objects.select_for_update().get(pk={pk})
    print("has it", flush=True)
    signal.pause()
"""


@pytest.mark.fault
@pytest.mark.django_db(transaction=True)
def test_a_killed_reader_gives_its_file_back(report, officer, live_env):
    version = add_version(report, word_file(), by=officer, language="en")
    child = subprocess.Popen(
        [sys.executable, "-c", KILL.format(pk=version.pk)], env=live_env, stdout=subprocess.PIPE
    )
    assert child.stdout.readline() == b"has it\n"
    assert read_version(version.pk) is None  # the other one is at it
    os.kill(child.pid, signal.SIGKILL)
    child.wait()
    child.stdout.close()
    until = time.monotonic() + 20  # the server lets go of the row when it sees the line is dead
    while (again := read_version(version.pk)) is None and time.monotonic() < until:
        time.sleep(0.05)
    assert again is not None
    assert again.reading == FileVersion.Reading.DONE
