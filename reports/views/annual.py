"""The annual report of an office: list, the report as a page, its files, writing and issuing it."""

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import get_language, get_language_info, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from reports.annual import LANGUAGES, described
from reports.annual_files import DRAFT, RENDERERS, file_name
from reports.forms.annual import AnnualForm, NewAnnualForm
from reports.models import AnnualReport
from reports.offices import asked_office, own_office
from reports.sections import InReports
from reports.workflow import ANNUAL, AnnualStatus
from rocb import markup
from rocb.documents import MissingGlyph, from_json
from rocb.errands import ask_for
from rocb.views.house import (
    Column,
    CreatePage,
    DetailPage,
    EditPage,
    ListPage,
    RecordPage,
    StepPage,
)


class InAnnual(InReports):
    section = "annual-report"
    model = AnnualReport


def trail() -> list[tuple]:
    return [
        (_("Reports"), reverse("reports:report-list")),
        (_("Annual reports"), reverse("reports:annual-list")),
    ]


class AnnualList(InAnnual, ListPage):
    perm = "reports.view_annualreport"
    template_name = "reports/list.html"
    title = gettext_lazy("Annual reports")
    lead = gettext_lazy("What each office told the heads of customs of its fiscal year.")
    ordering = ("-year", "office__name__az")
    create = ("reports.change_annualreport", "reports:annual-create", gettext_lazy("New report"))
    columns = (
        Column("year", gettext_lazy("Fiscal year")),
        Column("office", gettext_lazy("Office"), "office__name"),
        Column("status", gettext_lazy("Status"), kind="tag", choices=AnnualStatus),
        Column("issued", gettext_lazy("Issued"), "issued_at", kind="day"),
    )
    empty = {
        "title": gettext_lazy("No annual report yet"),
        "text": gettext_lazy("It is made from the records of a fiscal year, from July to June."),
    }

    def breadcrumbs(self):
        return [*trail()[:1], (self.title, None)]

    def paths(self):
        return (*super().paths(), "office__region__code")

    def cells(self, found):
        """The year as it is written, with its link: an address of two parts."""
        found = list(found)
        rows = super().cells(found)
        for row, values in zip(rows, found, strict=True):
            year, code = values[1], values[-1]
            address = f"{reverse('reports:annual-detail', args=[year])}?office={code}"
            row[0] = markup.link(AnnualReport(year=year).label, address)
        return rows

    def count_label(self, count):
        return ngettext("%d annual report", "%d annual reports", count) % count


class AnnualRecord(InAnnual):
    """A report is named by its year and, in the address, its office."""

    def queryset(self):
        return super().queryset().select_related("office__region", "issued_by__person")

    def kwargs_of_record(self):
        return {"year": self.kwargs["year"], "office": asked_office(self.request)}

    def breadcrumbs(self):
        record = getattr(self, "record", None)
        return [*trail(), (record.label, record.get_absolute_url())] if record else trail()


def address_of(report: AnnualReport, name: str, *args) -> str:
    """A page of one report, with its office."""
    address = reverse(f"reports:annual-{name}", args=[report.year, *args])
    return f"{address}?office={report.office.region.code}"


class AnnualDetail(AnnualRecord, DetailPage):
    perm = "reports.view_annualreport"
    template_name = "reports/annual_detail.html"
    workflow = ANNUAL

    def breadcrumbs(self):
        return [*trail(), (self.record.label, None)]

    @property
    def kicker(self):
        return self.record.office.name

    def tab_names(self):
        return [("", _("Report")), ("past", _("History, comments, files"))]

    def steps(self, report):
        return [
            (step.label, address_of(report, "step", step.name), step.tone)
            for step in ANNUAL.open_to(report, self.request.user)
        ]

    def links(self, report):
        found = []
        if report.is_draft and report.allows(self.request.user, "reports.change_annualreport"):
            found.append((_("Write"), address_of(report, "edit")))
        return found

    def facts(self, report):
        if report.is_draft:
            return []
        by = report.issued_by.full_name if report.issued_by else ""
        return [
            (_("Issued"), ", ".join(filter(None, [markup.day(report.issued_at), by]))),
            (_("Fingerprint (SHA-256)"), report.sha256),
        ]

    def who_can_see(self, report):
        if report.is_draft:
            return [_("The regional office"), _("The WCO Secretariat")]
        return [_("Everybody with a sign-in")]

    def details(self, report):
        if self.tab:
            return {}
        language = get_language() or "en"
        content = report.content or described(report, languages=[language])
        chosen = content.get(language) or content[LANGUAGES[0]]
        return {
            "report": report,
            "document": from_json(chosen),
            "blocks": list(blocks_of(chosen)),
            "downloads": [
                (
                    f"{label}, {get_language_info(code)['name_local']}",
                    f"{address_of(report, 'file', kind)}&language={code}",
                    code,
                )
                for code in (report.content or LANGUAGES)
                for kind, label in (("pdf", "PDF"), ("docx", "Word"))
            ],
        }


def blocks_of(content: dict):
    """The blocks of a document for a page; SVG of our own making goes in as it is."""
    for block in content["blocks"]:
        block = dict(block)
        if block["kind"] == "picture":
            block["svg"] = mark_safe(block["svg"])
        elif block["kind"] == "table":
            columns = [
                {"label": heading, "numeric": index in block["numeric"]}
                for index, heading in enumerate(block["headings"])
            ]
            block["columns"] = columns
            block["html"] = markup.rows_html(block["rows"], columns)
        elif block["kind"] == "heading":
            block["tag"] = f"h{min(block['level'] + 1, 4)}"
        yield block


class AnnualOpen(InAnnual, RecordPage):
    """From a deadline to the report that it is about."""

    perm = "reports.view_annualreport"

    def queryset(self):
        return super().queryset().select_related("office__region")

    def get(self, request, pk):
        return HttpResponseRedirect(self.find().get_absolute_url())


class AnnualFile(AnnualRecord, RecordPage):
    """An issued report as a file, the same bytes each time; a draft is prepared by a worker.

    In the language that the address asks for, else in the reader's.
    """

    perm = "reports.view_annualreport"

    def get(self, request, year, kind):
        if kind not in RENDERERS:
            raise Http404
        language = request.GET.get("language") or get_language() or "en"
        if language not in LANGUAGES:
            raise Http404
        report = self.find()
        if report.is_draft:
            return self.prepared(report, kind, language)
        # One issued before the portal spoke a language has no words in it.
        language = language if language in report.content else LANGUAGES[0]
        return self.file(report, kind, language)

    def prepared(self, report, kind, language):
        """A draft is made anew each time it is asked for: long work, for a worker."""
        errand = ask_for(
            DRAFT.key,
            by=self.request.user,
            title=_("%(report)s as %(kind)s") % {"report": report, "kind": kind.upper()},
            params={"report": report.pk, "kind": kind, "language": language},
        )
        return HttpResponseRedirect(errand.get_absolute_url())

    def file(self, report, kind, language):
        render, content_type = RENDERERS[kind]
        try:
            data = render(from_json(report.content[language]))
        except MissingGlyph as missing:
            messages.error(
                self.request,
                _("The PDF cannot show these letters: %s. Take the Word file, or write them in "
                  "Latin.") % missing,
            )  # fmt: skip
            return HttpResponseRedirect(report.get_absolute_url())
        response = HttpResponse(data, content_type=content_type)
        name = file_name(report, kind, language)
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        response["Cache-Control"] = "private, no-store"
        return response


class AnnualCreate(InAnnual, CreatePage):
    perm = "reports.change_annualreport"
    template_name = "reports/form.html"
    title = gettext_lazy("New annual report")
    form_class = NewAnnualForm
    lead = gettext_lazy("Figures, charts and annexes come from the records; the words are yours.")

    def breadcrumbs(self):
        return [*trail(), (self.title, None)]

    def form(self, data=None, files=None, **more):
        return NewAnnualForm(data, files, office=own_office(self.request), **more)

    def cancel_url(self):
        return reverse("reports:annual-list")


class AnnualEdit(AnnualRecord, EditPage):
    perm = "reports.change_annualreport"
    template_name = "reports/form.html"
    title = gettext_lazy("Write the report")
    form_class = AnnualForm

    def closed(self, report):
        if report.is_draft:
            return ""
        return _("It was issued on %s, and is not changed any more.") % markup.day(report.issued_at)


class AnnualStep(AnnualRecord, StepPage):
    workflow = ANNUAL
    template_name = "reports/step.html"

    def consequences(self, report):
        return [
            _("The report is frozen as it stands now, in English and in French."),
            _("Everybody with a sign-in can read it; nobody can change it any more."),
        ]
