"""The best-practice series."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from reports.forms.library import ReportForm
from reports.models import Report
from reports.sections import InReports
from reports.workflow import REPORT, ReportStatus
from rocb.views.house import Column, CreatePage, DetailPage, EditPage, ListPage, StepPage


class ReportList(InReports, ListPage):
    section = "library"
    template_name = "reports/list.html"
    perm = "reports.view_report"
    model = Report
    title = gettext_lazy("Best-practice reports")
    ordering = ("-number",)
    columns = (
        Column("number", gettext_lazy("Number"), kind="number"),
        Column("title", gettext_lazy("Title"), link="reports:report-detail", link_by="number"),
        Column("year", gettext_lazy("Year")),
        Column("status", gettext_lazy("Status"), kind="tag", choices=ReportStatus),
        Column("is_public", gettext_lazy("Public"), kind="flag"),
    )
    create = ("reports.change_report", "reports:report-create", gettext_lazy("New report"))
    empty = {
        "title": gettext_lazy("No report yet"),
        "text": gettext_lazy("How members solved a problem is told here, number by number."),
    }

    def count_label(self, count):
        return ngettext("%d report", "%d reports", count) % count


class ReportRecord(InReports):
    section = "library"
    model = Report

    def kwargs_of_record(self):
        return {"number": self.kwargs["number"]}

    def breadcrumbs(self):
        trail = [(_("Best-practice reports"), reverse("reports:report-list"))]
        record = getattr(self, "record", None)
        return [*trail, (str(record.number), record.get_absolute_url())] if record else trail

    def cancel_url(self):
        record = getattr(self, "record", None)
        return record.get_absolute_url() if record else reverse("reports:report-list")


class ReportDetail(ReportRecord, DetailPage):
    template_name = "reports/detail.html"
    perm = "reports.view_report"
    kicker = gettext_lazy("Best-practice report")
    workflow = REPORT

    def steps(self, record):
        return [
            (step.label, reverse("reports:report-step", args=[record.number, step.name]), step.tone)
            for step in REPORT.open_to(record, self.request.user)
        ]

    def links(self, record):
        if not record.allows(self.request.user, "reports.change_report"):
            return []
        return [(_("Edit"), reverse("reports:report-edit", args=[record.number]))]

    def trail(self, record):
        found = super().trail(record)
        if not self.request.user.is_office:
            # Readers get the files; how a report came about is the office's.
            found["timeline"], found["comments"] = None, []
        return found

    def facts(self, record):
        return [
            (_("Number"), record.number),
            (_("Year"), record.year),
            (_("Case countries"), ", ".join(record.countries)),
            (_("Themes"), ", ".join(str(one) for one in record.themes.all())),
            (_("Standards"), ", ".join(str(one) for one in record.standards.all())),
            (_("Summary"), record.summary),
        ]

    def who_can_see(self, record):
        if record.status != ReportStatus.PUBLISHED:
            return [_("The regional office")]
        if record.is_public:
            return [_("Everybody")]
        return [_("Members, experts and the WCO Secretariat"), _("The regional office")]


class ReportCreate(ReportRecord, CreatePage):
    perm = "reports.change_report"
    title = gettext_lazy("New report")
    form_class = ReportForm


class ReportEdit(ReportRecord, EditPage):
    perm = "reports.change_report"
    title = gettext_lazy("Edit the report")
    form_class = ReportForm


class ReportStep(ReportRecord, StepPage):
    workflow = REPORT

    def consequences(self, record):
        readers = _("anybody") if record.is_public else _("members, experts and the Secretariat")
        return {
            "review": [_("Somebody else of the office reads it before it is published.")],
            "return": [_("The author can change it again.")],
            "publish": [_("From now on it can be read by %s.") % readers],
            "withdraw": [_("Nobody outside the office finds it any more.")],
        }[self.step.name]
