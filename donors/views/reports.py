"""Reports to donors: planned, written, previewed, sent, kept as they were sent."""

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from donors.actions import plan_report
from donors.actions.requests import donor_users
from donors.documents import report_document
from donors.filters import DonorReportFilter
from donors.forms.reports import ReportForm, ReportPlanForm
from donors.models import DonorReport
from donors.views.instalments import OnAgreement
from donors.views.requests import OwnTrail
from donors.workflow import REPORT, ReportStatus
from rocb import markup
from rocb.documents import MissingGlyph, docx, from_json, pdf
from rocb.roles import Role
from rocb.views.house import Column, DetailPage, EditPage, ListPage, RecordPage, StepPage

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
RENDERERS = {"pdf": (pdf, "application/pdf"), "docx": (docx, WORD)}


class ReportList(ListPage):
    perm = "donors.view_donorreport"
    model = DonorReport
    title = gettext_lazy("Reports to donors")
    filterset_class = DonorReportFilter
    ordering = ("-due_on", "-pk")
    columns = (
        Column(
            "agreement",
            gettext_lazy("Agreement"),
            "agreement__title",
            link="donors:report-detail",
        ),
        Column("donor", gettext_lazy("Donor"), "agreement__donor__name"),
        Column("kind", gettext_lazy("Kind"), choices=DonorReport.Kind),
        Column("from", gettext_lazy("Period from"), "from_on", kind="day"),
        Column("until", gettext_lazy("Period until"), "until_on", kind="day"),
        Column("due", gettext_lazy("Due"), "due_on", kind="day"),
        Column("status", gettext_lazy("Status"), kind="tag", choices=ReportStatus),
    )
    empty = {
        "title": gettext_lazy("No report planned yet"),
        "text": gettext_lazy("Reports are planned on the page of their agreement."),
    }

    def breadcrumbs(self):
        return [(_("Partners"), reverse("donors:home")), (self.title, None)]

    def count_label(self, count):
        return ngettext("%d report", "%d reports", count) % count


class ReportRecord:
    model = DonorReport

    def queryset(self):
        return (
            super()
            .queryset()
            .select_related("agreement__donor", "agreement__office", "sent_by__person")
        )

    def breadcrumbs(self):
        trail = [
            (_("Partners"), reverse("donors:home")),
            (_("Reports to donors"), reverse("donors:report-list")),
        ]
        record = getattr(self, "record", None)
        return [*trail, (str(record), record.get_absolute_url())] if record else trail


class ReportDetail(OwnTrail, ReportRecord, DetailPage):
    perm = "donors.view_donorreport"
    template_name = "donors/report_detail.html"
    workflow = REPORT
    step_url = "donors:report-step"

    @property
    def kicker(self):
        return str(self.record.agreement)

    def tab_names(self):
        if not self.request.user.is_office:
            return super().tab_names()
        return [("", _("Report")), ("past", _("History, comments, files"))]

    def links(self, record):
        at = [record.pk]
        found = []
        if may_write(record, self.request.user):
            found.append((_("Write"), reverse("donors:report-edit", args=at)))
        if record.status != ReportStatus.WAIVED and may_read_content(record, self.request.user):
            found += [
                (_("PDF"), reverse("donors:report-file", args=[*at, "pdf"])),
                (_("Word"), reverse("donors:report-file", args=[*at, "docx"])),
            ]
        return found

    def facts(self, record):
        agreement = record.agreement
        return [
            (_("Agreement"), markup.link(str(agreement), agreement.get_absolute_url())),
            (_("Donor"), agreement.donor.name),
            (_("Period"), markup.days(record.from_on, record.until_on)),
            (_("Due"), markup.weekday(record.due_on)),
            (_("Sent"), markup.moment(record.sent_at)),
        ]

    def who_can_see(self, record):
        who = [_("Your regional office"), _("The WCO Secretariat")]
        if record.status == ReportStatus.SENT:
            return [*who, _("The donor")]
        return [*who, _("The donor: that it is due; what it says once it is sent")]

    def details(self, record):
        if self.tab:
            return {}
        if not may_read_content(record, self.request.user):
            return {"is_hidden": True}
        document = document_of(record)
        return {
            "blocks": document.as_json()["blocks"],
            "note": _("As it was sent. Check sum %s.") % record.sha256[:12]
            if record.content
            else _("A preview from the records as they stand. It is frozen when it is sent."),
        }


def may_write(record, user) -> bool:
    is_open = record.status == ReportStatus.WRITING
    return is_open and record.allows(user, "donors.change_donorreport")


def may_read_content(record, user) -> bool:
    """A donor reads what a report says once it is sent."""
    return record.status == ReportStatus.SENT or user.role != Role.DONOR


def document_of(record):
    """The report as it was sent, or else as it would be sent now."""
    if record.content:
        return from_json(record.content)
    return report_document(record, language=get_language() or "en")


class ReportFile(ReportRecord, RecordPage):
    """A report as PDF or Word."""

    perm = "donors.view_donorreport"

    def get(self, request, pk, kind):
        record = self.find()
        if kind not in RENDERERS or not may_read_content(record, request.user):
            raise Http404
        render, content_type = RENDERERS[kind]
        try:
            file = render(document_of(record))
        except MissingGlyph as missing:
            words = _("The PDF cannot show these letters: %s. Take the Word file.") % missing
            messages.error(request, words)
            return HttpResponseRedirect(record.get_absolute_url())
        response = HttpResponse(file, content_type=content_type)
        stem = slugify(f"{record.agreement.reference} {record.kind} {record.until_on}")
        response["Content-Disposition"] = f'attachment; filename="{stem}.{kind}"'
        response["Cache-Control"] = "private, no-store"
        return response


class ReportCreate(OnAgreement):
    perm = "donors.change_donorreport"
    title = gettext_lazy("Plan a report to the donor")
    form_class = ReportPlanForm

    def act(self, record, **values):
        plan_report(record, by=self.request.user, **values)
        return record


class ReportEdit(ReportRecord, EditPage):
    perm = "donors.change_donorreport"
    title = gettext_lazy("Write the report")
    form_class = ReportForm
    lead = gettext_lazy("The figures come from the records; here is what only you can say.")

    def closed(self, record):
        if record.status == ReportStatus.WRITING:
            return ""
        return _("The report is “%s”: it cannot be changed any more.") % record.get_status_display()


class ReportStep(ReportRecord, StepPage):
    workflow = REPORT

    def consequences(self, record):
        return {
            "send": [
                _("The report is frozen as it stands."),
                _("The donor reads it in the portal, and can download it."),
            ],
            "waive": [_("Nobody is reminded of it any more.")],
        }[self.step.name]

    def receivers(self, record):
        if self.step.name != "send":
            return None
        users = donor_users(record.agreement.donor)
        return {"count": len(users), "names": [one.full_name for one in users], "missing": []}
