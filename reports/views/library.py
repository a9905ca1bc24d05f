"""The library: search, facets, and the list of reports."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from reports import facets, search
from reports.models import Report
from reports.sections import InReports
from reports.workflow.library import ReportStatus
from rocb import markup
from rocb.languages import names_of
from rocb.views.house import Column, ListPage

COMMON = gettext_lazy(
    "These words are too common to search for. Add one that says more, such as a subject or a place."
)


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

    def paths(self):
        return (
            "pk", "handle", "number", "title", "summary", "countries", "year", "status",
            "is_public", "languages", "series__title", "series__is_main",
        )  # fmt: skip

    def cells(self, found):
        """The reports of this page with the passages that fit."""
        rows = [dict(zip(self.paths(), values, strict=True)) for values in found]
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
            "summary": "" if row["pk"] in places else markup.shortened(row["summary"]),
            "tag": (status.label, markup.tone_of(status))
            if office and status != ReportStatus.PUBLISHED
            else None,
            "is_public": row["is_public"],
        }

    def get(self, request, *args, **kwargs):
        self.names = facets.country_names()
        return super().get(request, *args, **kwargs)

    def details(self):
        query, user = self.request.GET, self.request.user
        wanted = facets.chosen(query)
        asked = query.get("q", "")
        is_whole = not wanted and not self.words
        counts = facets.counted_for(user) if is_whole else facets.counted(self.hits)
        notes = []
        if len(" ".join(asked.split())) > search.LONGEST:
            notes.append(_("Only the first %d characters were searched.") % search.LONGEST)
        return {
            "q": self.words,
            "notes": notes,
            "facets": facets.facets_of(counts, query, self.names, self.request.path),
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
