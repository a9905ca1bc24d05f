"""One report of the library: its page, create, edit, steps."""

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reports import facets
from reports.actions import save_report
from reports.audience import audience_of
from reports.forms.library import CallForm, ReportForm
from reports.models import Report
from reports.report_page import advice_on, cases_of, events_of, others_like, topics_of, versions_of
from reports.sections import InReports
from reports.workflow.library import REPORT, ReportStatus
from rocb import markup
from rocb.languages import names_of
from rocb.panels import panels_on
from rocb.views.house import CreatePage, DetailPage, EditPage, StepPage


class ReportRecord(InReports):
    """What every page of one report shares. Who is not signed in is asked to, or reads public ones."""

    section = "library"
    model = Report

    def queryset(self):
        return super().queryset().select_related("series", "office")

    def kwargs_of_record(self):
        return {"handle": self.kwargs["number"]}

    def find(self):
        try:
            return super().find()
        except Http404:
            # Says nothing about what exists: any number gets this answer.
            if not self.request.user.is_authenticated:
                raise NotSignedIn from None
            raise

    def dispatch(self, request, *args, **kwargs):
        try:
            return super().dispatch(request, *args, **kwargs)
        except NotSignedIn:
            return redirect_to_login(request.get_full_path())

    def breadcrumbs(self):
        trail = [(_("Best-practice library"), reverse("reports:report-list"))]
        record = getattr(self, "record", None)
        return [*trail, (str(record), record.get_absolute_url())] if record else trail

    def cancel_url(self):
        record = getattr(self, "record", None)
        return record.get_absolute_url() if record else reverse("reports:report-list")


class NotSignedIn(Exception):
    """There is nothing here for the public; perhaps there is for somebody who signs in."""


class ReportDetail(ReportRecord, DetailPage):
    template_name = "reports/report_detail.html"
    workflow = REPORT

    @property
    def kicker(self):
        return f"{self.record.series.title} · {_('No. %s') % self.record.number}"

    def breadcrumbs(self):
        return [
            (_("Best-practice library"), reverse("reports:report-list")),
            (str(self.record.number), None),
        ]

    def is_own_office(self):
        return self.record.shows_trail(self.request.user) if self.request.user.pk else False

    def tab_names(self):
        names = [("", _("Report"))]
        if self.is_own_office():
            names += [("cases", _("Cases")), ("past", _("History, comments, files"))]
        return names

    def shows_past(self):
        return self.tab == "past"

    def status(self, record):
        return super().status(record) if self.is_own_office() else None

    def steps(self, record):
        return [
            (step.label, reverse("reports:report-step", args=[record.handle, step.name]), step.tone)
            for step in REPORT.open_to(record, self.request.user)
        ]

    def links(self, record):
        if not record.allows(self.request.user, "reports.change_report"):
            return []
        return [
            (_("Upload a file"), reverse("reports:version-create", args=[record.handle])),
            (_("Edit"), reverse("reports:report-edit", args=[record.handle])),
        ]

    def facts(self, record):
        names = facets.country_names() if record.countries else {}
        return [
            (_("Authors"), "; ".join(record.author_names)),
            (_("Year"), record.year),
            (_("Published"), markup.day(record.published_on)),
            (_("Case countries"), ", ".join(names.get(c, c) for c in record.countries)),
            (_("Languages"), names_of(record.languages)),
        ]

    def who_can_see(self, record):
        if record.status != ReportStatus.PUBLISHED:
            return [_("The regional office")]
        if record.is_public:
            return [_("Everybody")]
        return [_("Members, experts and the WCO Secretariat"), _("The regional offices")]

    def details(self, record):
        if self.tab == "cases":
            return cases_of(record)
        if self.tab:
            return {}
        user = self.request.user
        return {
            "report": record,
            "title": record.title,
            "topics": topics_of(record, user),
            "versions": versions_of(record, self.is_own_office()),
            "is_own_office": self.is_own_office(),
            "events": events_of(record, user),
            "advice": advice_on(record, user),
            "others": others_like(record, user),
            "panels": panels_on("report", user, record) if user.is_authenticated else [],
            "cite": [
                (label, reverse("reports:cite", args=[record.handle, kind]))
                for label, kind in (("BibTeX", "bib"), ("RIS", "ris"))
            ],
        }


class ReportForms(ReportRecord):
    """What create and edit share."""

    template_name = "reports/form.html"
    form_class = ReportForm

    def form(self, data=None, files=None, **more):
        return ReportForm(data, files, user=self.request.user, **more)

    def save(self, form):
        record = super().save(form)
        save_report(record)
        return record


class ReportCreate(ReportForms, CreatePage):
    perm = "reports.change_report"
    title = gettext_lazy("New report")

    def save(self, form):
        form.instance.office_id = self.request.user.organisation_id
        return super().save(form)


class ReportEdit(ReportForms, EditPage):
    perm = "reports.change_report"
    title = gettext_lazy("Edit the report")


class ReportStep(ReportRecord, StepPage):
    template_name = "reports/step.html"
    workflow = REPORT

    def find(self):
        if not self.request.user.is_authenticated:
            raise NotSignedIn
        self.record = super().find()
        if not self.record.allows(self.request.user, self.step.perm):
            raise PermissionDenied
        return self.record

    def form(self, data=None, files=None):
        if self.step.name != "call":
            return super().form(data, files)
        initial = None
        if data is None:
            record = self.record
            initial = {"call_text": record.call_text, "call_due_on": record.call_due_on}
        return CallForm(data, files, user=self.request.user, initial=initial)

    def receivers(self, record):
        if self.step.name == "publish":
            from reports.actions.library import followers_of

            return {"count": len(followers_of(record)), "names": [], "missing": []}
        return None

    def consequences(self, record):
        readers = _("anybody") if record.is_public else _("members, experts and the Secretariat")
        if self.step.name == "call":
            found = audience_of(self.call_members())
            missing = ", ".join(one.country_name for one in found.unreachable)
            sentences = [
                _("The coordinators of the members that you choose get one mail each."),
                _("They are reminded until they have sent a case or declined."),
            ]
            if missing:
                sentences.append(_("These members have nobody who signs in: %s.") % missing)
            return sentences
        return {
            "end-call": [
                _("What members have sent stays; nobody is reminded any more."),
                _("You can call again."),
            ],
            "review": [_("Somebody else of the office reads it before it is published.")],
            "return": [_("The author can change it again.")],
            "publish": [
                _("From now on it can be read by %s.") % readers,
                _("Whoever follows one of its themes or standards gets one mail."),
            ],
            "withdraw": [
                _("Nobody outside the office finds it any more."),
                _("Library catalogues are told that it has been withdrawn."),
            ],
        }[self.step.name]

    def call_members(self):
        from reports.audience import members_of

        return members_of(self.request.user)
