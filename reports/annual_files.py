"""The annual report as files: an issued one at once, a draft by a worker, as an errand."""

from django.utils import translation
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reports.annual import described
from reports.models import AnnualReport
from rocb.documents import MissingGlyph, docx, from_json, pdf
from rocb.errands import ErrandKind, ErrandRefused, Product, Told
from rocb.models import Errand

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
RENDERERS = {"pdf": (pdf, "application/pdf"), "docx": (docx, WORD)}


def file_name(report: AnnualReport, kind: str, language: str) -> str:
    """annual-report-ap-200708-en.pdf"""
    stem = slugify(f"annual-report-{report.office.region.code}-{report.label}-{language}")
    return f"{stem}.{kind}"


def draft_file(errand: Errand, told: Told) -> Product:
    """A draft as PDF or Word, as it reads now, in the language that was asked for."""
    rows = AnnualReport.objects.visible_to(errand.asked_by).select_related("office__region")
    report = rows.filter(pk=errand.params["report"]).first()
    if report is None:
        raise ErrandRefused(_("This report is not there any more."))
    language, kind = errand.params["language"], errand.params["kind"]
    if report.content:
        content = report.content.get(language) or report.content["en"]
    else:
        content = described(report, told, languages=[language])[language]
    with translation.override(language):
        content = {**content, "mark": "" if report.content else _("Draft")}
    try:
        data = RENDERERS[kind][0](from_json(content))
    except MissingGlyph as missing:
        raise ErrandRefused(
            _("The PDF cannot show these letters: %s. Take the Word file, or write them in Latin.")
            % missing
        ) from None
    return Product(file_name(report, kind, language), data)


DRAFT = ErrandKind("annual-report", gettext_lazy("Annual report"), draft_file)
