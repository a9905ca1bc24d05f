"""The library: search and facets, one report, create, edit, steps."""

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Sum
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from missions.models import Recommendation
from reports import facets, search
from reports.actions import save_report
from reports.audience import audience_of
from reports.forms.library import CallForm, ReportForm
from reports.models import Following, Report
from reports.sections import InReports
from reports.workflow.library import REPORT, CaseStatus, ReportStatus
from rocb import markup
from rocb.languages import names_of
from rocb.models import Administration
from rocb.panels import panels_on
from rocb.views.house import Column, CreatePage, DetailPage, EditPage, ListPage, StepPage

COMMON = gettext_lazy(
    "These words are too common to search for. Add one that says more, such as a subject or a place."
)


def country_names() -> dict[str, str]:
    return dict(Administration.objects.values_list("iso2", "country_name"))


class ReportList(InReports, ListPage):
    """Open to anybody: who is not signed in finds the public reports."""

    section = "library"
    template_name = "reports/library.html"
    model = Report
    title = gettext_lazy("Best-practice library")
    per_page = 20
    columns = (
        Column("number", gettext_lazy("Number"), kind="number"),
        Column("series", gettext_lazy("Series"), "series__title"),
        Column("title", gettext_lazy("Title")),
        Column("authors", gettext_lazy("Authors")),
        Column("year", gettext_lazy("Year")),
        Column("status", gettext_lazy("Status"), kind="tag", choices=ReportStatus),
        Column("is_public", gettext_lazy("Public"), kind="flag"),
        Column("published", gettext_lazy("Published"), "published_on", kind="day"),
        Column("summary", gettext_lazy("Summary")),
    )
    create = ("reports.change_report", "reports:report-create", gettext_lazy("New report"))
    empty = {
        "title": gettext_lazy("No report yet"),
        "text": gettext_lazy("How members solved a problem is told here, number by number."),
    }

    @property
    def words(self) -> str:
        return search.cleaned(self.request.GET.get("q", ""))

    def rows(self):
        reports = facets.narrowed(super().rows(), facets.chosen(self.request.GET))
        self.is_common = False
        if self.words:
            found = search.found_in(reports, self.words)
            self.hits = found
            return found
        self.hits = reports
        return reports

    def in_order(self, queryset):
        if self.request.GET.get("sort") in {"title", "year", "-year", "number"}:
            return super().in_order(queryset)
        if self.words and self.request.GET.get("sort") != "new":
            return queryset.order_by("-rank", "-published_on", "-number", "pk")
        return queryset.order_by("-published_on", "-number", "pk")

    def cells(self, queryset):
        """The reports of this page with the passages that fit."""
        rows = list(
            queryset.values(
                "pk", "handle", "number", "title", "summary", "countries", "year", "status",
                "is_public", "languages", "series__title", "series__is_main",
            )
        )  # fmt: skip
        places = search.passages([row["pk"] for row in rows], self.words) if self.words else {}
        address = reverse("reports:report-detail", args=["HANDLE"])
        office = self.request.user.is_authenticated and self.request.user.is_office
        return [self.shown(row, places, address, office) for row in rows]

    def shown(self, row, places, address, office) -> dict:
        countries = ", ".join(self.names.get(code, code) for code in row["countries"])
        parts = [
            row["series__title"] if not row["series__is_main"] else "",
            str(row["year"] or ""),
            countries,
            names_of(row["languages"]),
        ]
        status = ReportStatus(row["status"])
        return {
            "number": row["number"],
            "title": row["title"],
            "url": address.replace("HANDLE", row["handle"]),
            "by": " · ".join(part for part in parts if part),
            "passage": places.get(row["pk"]),
            "summary": "" if row["pk"] in places else shortened(row["summary"]),
            "tag": (status.label, markup.tone_of(status))
            if office and status != ReportStatus.PUBLISHED
            else None,
            "is_public": row["is_public"],
        }

    def get(self, request, *args, **kwargs):
        self.names = country_names()
        return super().get(request, *args, **kwargs)

    def details(self):
        query, user = self.request.GET, self.request.user
        wanted = facets.chosen(query)
        asked = query.get("q", "")
        notes = []
        if len(" ".join(asked.split())) > search.LONGEST:
            notes.append(_("Only the first %d characters were searched.") % search.LONGEST)
        return {
            "q": self.words,
            "notes": notes,
            "facets": facets.facets_of(self.hits, query, self.names, self.request.path),
            "kept": [(key, value) for key, value in wanted.items()],
            "filters_active": bool(wanted or self.words),
            "sort": query.get("sort", ""),
            "newest_url": self.address(sort="new", page=None),
            "best_url": self.address(sort=None, page=None),
            "atom_url": feed_address(wanted),
            "follow_url": reverse("reports:following")
            if user.has_perm("reports.view_report")
            else "",
            "cases_url": reverse("reports:case-list") if user.has_perm("reports.view_case") else "",
        }

    def page(self, context, status=200):
        if self.words and not context.get("count") and not search.says_something(self.words):
            context = {**context, "notes": [*context["notes"], COMMON]}
        return super().page(context, status)

    def count_label(self, count):
        return ngettext("%d report", "%d reports", count) % count


def feed_address(wanted: dict[str, str]) -> str:
    """The Atom feed of the topic that is chosen, or of everything."""
    query = next((f"?{key}={wanted[key]}" for key in ("theme", "standard") if key in wanted), "")
    return f"{reverse('reports:atom')}{query}"


def shortened(text: str, length: int = 220) -> str:
    """The beginning of a text, cut between words."""
    text = " ".join(text.split())
    return text if len(text) <= length else f"{text[:length].rsplit(' ', 1)[0]} …"


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
        names = country_names() if record.countries else {}
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


def topics_of(record, user) -> list[dict]:
    """Themes and standards, each with the way to its other reports and whether it is followed."""
    followed = set()
    if user.is_authenticated:
        followed = set(Following.objects.filter(user=user).values_list("theme", "standard"))
    library = reverse("reports:report-list")
    found = [
        {
            "label": theme.name,
            "url": f"{library}?theme={theme.code}",
            "key": f"theme-{theme.pk}",
            "is_followed": (theme.pk, None) in followed,
        }
        for theme in record.themes.all()
    ]
    found += [
        {
            "label": str(standard),
            "url": f"{library}?standard={standard.code}",
            "key": f"standard-{standard.pk}",
            "is_followed": (None, standard.pk) in followed,
        }
        for standard in record.standards.all()
    ]
    return found


def versions_of(record, is_own_office: bool) -> dict[str, list[dict]]:
    """The files that readers get, and for the office the ones they replaced."""
    rows = record.files.annotate(total=Sum("downloads__count")).order_by("language", "-number")
    if not is_own_office:
        rows = rows.filter(is_current=True)
    found: dict[str, list[dict]] = {"current": [], "older": []}
    for row in rows:
        parts = [row.get_kind_display(), str(names_of([row.language]))]
        if row.pages:
            parts.append(ngettext("%d page", "%d pages", row.pages) % row.pages)
        parts.append(str(markup.day(row.at)))
        found["current" if row.is_current else "older"].append(
            {
                "name": row.name,
                "number": row.number,
                "url": reverse("reports:file", args=[record.handle, row.number]),
                "size": row.size,
                "by": " · ".join(parts),
                "note": row.note,
                "reading": row.get_reading_display() if row.reading != "done" else "",
                "tone": "info" if row.reading == "waiting" else "warn",
                "downloads": ngettext("%s download", "%s downloads", row.total or 0)
                % markup.number(row.total or 0),
            }
        )
    return found


def events_of(record, user) -> list[dict]:
    """The events it comes from; only those this reader may open."""
    if not user.has_perm("programmes.view_event"):
        return []
    rows = record.related_events.visible_to(user).order_by("-starts_on")[:8]
    return [
        {
            "text": event.title,
            "url": event.get_absolute_url(),
            "by": markup.days(event.starts_on, event.ends_on),
        }
        for event in rows
    ]


def advice_on(record, user) -> list[dict]:
    """What missions advised on the same standards, as far as this reader may see it."""
    if not user.has_perm("missions.view_recommendation"):
        return []
    rows = (
        Recommendation.objects.visible_to(user)
        .filter(standards__in=record.standards.all())
        .select_related("administration")
        .distinct()
        .order_by("administration__country_name", "number")[:6]
    )
    return [
        {
            "text": f"{one.number} {shortened(one.text, 110)}",
            "url": one.get_absolute_url(),
            "by": one.administration.country_name,
        }
        for one in rows
    ]


def others_like(record, user) -> list[dict]:
    """Other reports on the same themes or standards, the closest first."""
    same = (
        Report.objects.visible_to(user)
        .filter(status=ReportStatus.PUBLISHED)
        .exclude(pk=record.pk)
        .filter(standards__in=record.standards.all())
        .annotate(shared=Count("standards"))
        .order_by("-shared", "-published_on")[:5]
    )
    return [
        {"text": str(one), "url": one.get_absolute_url(), "by": str(one.year or "")} for one in same
    ]


def cases_of(record) -> dict:
    """The cases that were asked for, as a table."""
    headings = [_("Member"), _("Case"), _("Status"), _("Changed")]
    rows = []
    for case in record.cases.select_related("administration").order_by(
        "administration__country_name"
    ):
        status = CaseStatus(case.status)
        rows.append(
            (
                markup.link(case.administration.country_name, case.get_absolute_url()),
                case.title,
                markup.tag(status.label, markup.tone_of(status)),
                markup.day(case.updated_at),
            )
        )
    columns = [{"label": word} for word in headings]
    return {
        "call_text": record.call_text,
        "call_due": markup.weekday(record.call_due_on),
        "case_headings": columns,
        "case_rows": markup.rows_html(rows, columns),
        "case_count": len(rows),
        "report": record,
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
