"""Cases: what a member is asked for and sends, and what the office makes of it."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from reports.forms.library import CaseForm
from reports.models import CaseStudy
from reports.sections import InReports
from reports.workflow.library import CASE, CaseStatus, ReportStatus
from rocb import markup
from rocb.views.house import Column, DetailPage, EditPage, ListPage, StepPage


class CaseList(InReports, ListPage):
    section = "library"
    template_name = "reports/list.html"
    perm = "reports.view_case"
    model = CaseStudy
    title = gettext_lazy("Cases for studies")
    ordering = ("-report__call_due_on", "administration__country_name__az")
    columns = (
        Column("study", gettext_lazy("Study"), "report__title", link="reports:case-detail"),
        Column("member", gettext_lazy("Member"), "administration__country_name"),
        Column("title", gettext_lazy("Case")),
        Column("due", gettext_lazy("Wanted by"), "report__call_due_on", kind="day"),
        Column("status", gettext_lazy("Status"), kind="tag", choices=CaseStatus),
    )
    empty = {
        "title": gettext_lazy("No case has been asked for"),
        "text": gettext_lazy(
            "When the office begins a study it calls members for cases; they appear here."
        ),
    }

    def breadcrumbs(self):
        return [(_("Best-practice library"), reverse("reports:report-list")), (self.title, None)]

    def count_label(self, count):
        return ngettext("%d case", "%d cases", count) % count


class CaseRecord(InReports):
    section = "library"
    model = CaseStudy

    def queryset(self):
        return super().queryset().select_related("administration", "report__created_by__person")

    def breadcrumbs(self):
        trail = [
            (_("Best-practice library"), reverse("reports:report-list")),
            (_("Cases for studies"), reverse("reports:case-list")),
        ]
        record = getattr(self, "record", None)
        return [*trail, (str(record), record.get_absolute_url())] if record else trail


class CaseDetail(CaseRecord, DetailPage):
    perm = "reports.view_case"
    kicker = gettext_lazy("Case for a study")
    template_name = "reports/case_detail.html"
    workflow = CASE
    step_url = "reports:case-step"

    def links(self, case):
        if case.is_open and case.allows(self.request.user, "reports.contribute_case"):
            return [(_("Write the case"), reverse("reports:case-edit", args=[case.pk]))]
        return []

    def facts(self, case):
        study, user = case.report, self.request.user
        is_linked = user.is_office or study.status == ReportStatus.PUBLISHED
        return [
            (
                _("Study"),
                markup.link(study.title, study.get_absolute_url()) if is_linked else study.title,
            ),
            (_("Member"), case.administration.country_name),
            (_("Wanted by"), markup.weekday(study.call_due_on)),
            (_("Who can tell more"), case.contact),
        ]

    def who_can_see(self, case):
        return [
            _("The coordinator, contributors and head of customs of %s")
            % case.administration.country_name,
            _("The regional office"),
            _("The WCO Secretariat"),
        ]

    def details(self, case):
        return {"case": case, "call_text": case.report.call_text}


class CaseEdit(CaseRecord, EditPage):
    perm = "reports.contribute_case"
    title = gettext_lazy("Write the case")
    template_name = "reports/case_form.html"
    form_class = CaseForm

    @property
    def kicker(self):
        return self.record.report.title

    def closed(self, case):
        if case.is_open:
            return ""
        return _("It has been handed in: the status is “%s”.") % case.get_status_display()

    def show(self, form, status=200, **more):
        return super().show(form, status, call_text=self.record.report.call_text, **more)


class CaseStep(CaseRecord, StepPage):
    template_name = "reports/step.html"
    workflow = CASE

    def consequences(self, case):
        member = case.administration.country_name
        return {
            "submit": [
                _("The office reads it and may come back with questions."),
                _("It cannot be edited meanwhile."),
            ],
            "decline": [_("The office is told why; nobody is reminded any more.")],
            "return": [_("The coordinator of %s is told, and can write on.") % member],
            "accept": [_("It goes into the study; the coordinator of %s is thanked.") % member],
        }[self.step.name]
