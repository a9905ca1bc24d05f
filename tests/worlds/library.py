"""A published report with a file, a study that calls for cases, and what follows from them."""

from datetime import timedelta

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from reports.actions import add_version
from rocb.documents import Document, Heading, Paragraph, docx
from tests.factories.reports import CaseStudyFactory, ReportFactory


def word_file(text: str = "Release times fell.", name: str = "study.docx") -> SimpleUploadedFile:
    """A real Word file with this text."""
    body = docx(Document("A study", blocks=[Heading("Findings"), Paragraph(text)]))
    return SimpleUploadedFile(name, body)


def library_world(cast: dict) -> dict[str, dict]:
    """What the addresses of the library take."""
    office, officer = cast["office"], cast["officer"]
    report = ReportFactory(office=office, status="published", summary="What was learnt.")
    add_version(report, word_file(), by=officer, language="en")
    calling = ReportFactory(
        office=office,
        status="calling",
        call_text="How do you measure release times?",
        call_due_on=timezone.localdate() + timedelta(days=30),
    )
    case = CaseStudyFactory(report=calling, administration=cast["member"])
    return {
        "reports:report-step": {"number": report.handle, "step": "withdraw"},
        "reports:cite": {"number": report.handle, "kind": "bib"},
        "reports:file": {"number": report.handle, "version": 1},
        "reports:version-create": {"number": report.handle},
        "reports:case-step": {"pk": case.pk, "step": "decline"},
        "reports:case-": {"pk": case.pk},
        "reports:case-list": {},
        "reports:": {"number": report.handle},
        "api:reports-step": {"pk": report.pk, "step": "withdraw"},
        "api:reports-": {"pk": report.pk},
        "api:cases-step": {"pk": case.pk, "step": "decline"},
        "api:cases-": {"pk": case.pk},
    }
