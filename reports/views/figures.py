"""The figures of an office for any day: all of them, one with its past and its rows, and as JSON."""

from datetime import date

from allauth.decorators import rate_limit
from django.core.exceptions import ValidationError
from django.http import Http404, JsonResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from reports.offices import asked_office, is_inside, switch
from reports.sections import InReports
from rocb import charts, fiscal, markup
from rocb.exports import export_rows
from rocb.figures import FEWEST, Figure, counted, figures, figures_of, series
from rocb.models import Administration, Office
from rocb.views.house import Page

PILLARS = {
    0: gettext_lazy("The office"),
    1: gettext_lazy("SAFE Framework and Columbus Programme"),
    2: gettext_lazy("Partnerships with donors"),
    3: gettext_lazy("Technical assistance and training"),
    4: gettext_lazy("Coordination with members"),
}
MOST = 500


def asked_day(request, office: Office) -> date:
    """The day of the address, today without one. Raises ValidationError with a sentence."""
    text = request.GET.get("as_at", "")
    try:
        day = parse_date(text) if text else timezone.localdate()
    except ValueError:
        day = None
    if day is None:
        raise ValidationError(_("Write the day as in 2008-06-30."))
    check_day(day, office)
    return day


def check_day(day: date, office: Office) -> None:
    """Refuse, in a sentence, a day on which the office could have no figures."""
    if office.opened_on and day < office.opened_on:
        raise ValidationError(
            _("%(office)s opened on %(day)s: there are no figures before that day."),
            params={"office": office, "day": markup.day(office.opened_on)},
        )
    if not office.opened_on and day.year < 2000:
        raise ValidationError(_("There are no figures before the year 2000."))
    if day > timezone.localdate():
        raise ValidationError(_("That day is still to come: figures are known up to today."))


def protected(user, office: Office) -> bool:
    """Whether totals of what members did would give single members of this region away."""
    if is_inside(user, office):
        return False
    members = Administration.objects.filter(region=office.region_id, is_member=True)
    return members.count() < FEWEST


def shown_value(figure: Figure, value: int, is_protected: bool) -> int | None:
    return None if figure.of_members and is_protected else value


@method_decorator(rate_limit(action="figures", limit_get=True), name="dispatch")
class FigurePage(InReports, Page):
    """What all pages of figures share: the office and the day of the address.

    Totals of a region are for everybody; only what they open into asks who reads.
    """

    section = "figures"

    def breadcrumbs(self):
        return [(_("Reports"), reverse("reports:report-list")), (_("Figures"), None)]

    def get(self, request, **kwargs):
        self.office = office = asked_office(request)
        try:
            self.day = asked_day(request, office)
        except ValidationError as error:
            return self.refused(error.messages[0])
        self.is_protected = protected(request.user, office)
        return self.answer(**kwargs)

    def refused(self, sentence: str):
        context = {
            "error": sentence,
            "offices": switch(self.request, self.office),
            "office": self.office,
        }
        return self.page(context, 400)

    def query(self) -> str:
        return f"?as_at={self.day.isoformat()}&office={self.office.region.code}"


class Figures(FigurePage):
    """All figures of an office on one day."""

    template_name = "reports/figures.html"
    title = gettext_lazy("Figures")

    def answer(self):
        found = [
            (figure, shown_value(figure, value, self.is_protected))
            for figure, value in figures_of(self.office, self.day)
        ]
        kind = self.request.GET.get("export")
        if kind in ("csv", "xlsx"):
            rows = [(str(f.title), value, str(f.definition)) for f, value in found]
            return export_rows(
                [_("Figure"), _("Number"), _("What it counts")], rows, str(self.title), kind
            )
        query = self.query()
        groups: dict[int, list[dict]] = {}
        for figure, value in found:
            address = reverse("reports:figure", args=[figure.key])
            row = {"figure": figure, "value": markup.number(value, "–"), "url": address + query}
            groups.setdefault(figure.pillar, []).append(row)
        return self.page(
            {
                "as_at": self.day,
                "office": self.office,
                "offices": switch(self.request, self.office),
                "json_url": reverse("reports:figures-json") + query,
                "export_url": f"{self.request.path}{query}&export=xlsx",
                "groups": [(PILLARS[pillar], rows) for pillar, rows in groups.items()],
                "few": FEWEST if self.is_protected else 0,
            }
        )


class FigureDetail(FigurePage):
    """One figure: how it went over the fiscal years, and the rows that it counts on the day."""

    template_name = "reports/figure.html"

    def breadcrumbs(self):
        trail = [(_("Reports"), reverse("reports:report-list"))]
        address = reverse("reports:figures") + (self.query() if hasattr(self, "day") else "")
        return [*trail, (_("Figures"), address), (self.title, None)]

    def get(self, request, **kwargs):
        if kwargs["key"] not in figures:
            raise Http404
        self.figure = figures[kwargs["key"]]
        self.title = self.figure.title
        return super().get(request)

    def answer(self):
        figure, office, day = self.figure, self.office, self.day
        hidden = figure.of_members and self.is_protected
        days = fiscal.ends(office.opened_on or day.replace(year=max(2000, day.year - 9)), day)
        values = [] if hidden else series(figure, office, days)
        rows, total = ([], 0) if hidden else self.counted_rows()
        user = self.request.user
        opens = figure.register and is_inside(user, office) and user.has_perm("rocb.view_region")
        return self.page(
            {
                "figure": figure,
                "office": office,
                "offices": switch(self.request, office),
                "as_at": day,
                "hidden": hidden,
                "few": FEWEST,
                "value": None if hidden else values[-1],
                "chart": charts.columns(
                    [
                        charts.Point(str(one.year), value)
                        for one, value in zip(days, values, strict=False)
                    ]
                ),
                "years": [
                    (markup.day(one), markup.number(value))
                    for one, value in reversed(list(zip(days, values, strict=False)))
                ],
                "rows": rows,
                "says_more": any(more for _name, more, _on in rows),
                "says_when": any(on for _name, _more, on in rows),
                "shown_of": ngettext(
                    "%(seen)s of %(all)s is yours to open.",
                    "%(seen)s of %(all)s are yours to open.",
                    total,
                )
                % {"seen": markup.number(total), "all": markup.number(values[-1])}
                if not hidden and total != values[-1]
                else "",
                "more": max(0, total - MOST),
                "register_url": figure.register(day) if opens else "",
            }
        )

    def counted_rows(self) -> tuple[list[tuple[str, str, str]], int]:
        """The counted rows that this reader may see, as cells, and how many there are."""
        figure, user = self.figure, self.request.user
        if not user.is_authenticated:
            return [], 0
        counted_ones = figure.rows(self.office, self.day)
        manager = figure_manager(counted_ones)
        if hasattr(manager, "visible_to"):
            counted_ones = counted_ones.filter(
                pk__in=manager.visible_to(user).order_by().values("pk")
            )
        shown = figure.shown
        paths = {"name": shown.name, "more": shown.more, "on": shown.on}
        made = {f"shown_{key}": path for key, path in paths.items() if not isinstance(path, str)}
        named = [
            path if isinstance(path, str) else f"shown_{key}"
            for key, path in paths.items()
            if path is not None
        ]
        made = {key: path for key, path in made.items() if path is not None}
        order = named[-1] if shown.on is not None else named[0]
        links = shown.url_name and (not shown.perm or user.has_perm(shown.perm))
        rows = (
            counted_ones.annotate(**made)
            .order_by(f"-{order}" if shown.on is not None else order, "pk")
            .values_list(shown.url_by, *named)
        )
        total = counted([counted_ones])[0]
        link = markup.Linker(shown.url_name) if links and shown.url_by == "pk" else None
        found = []
        for key, *cells in rows[:MOST]:
            name = str(cells[0])
            if link:
                name = link(name, key)
            elif links:
                key = key.lower() if isinstance(key, str) else key
                name = markup.link(name, reverse(shown.url_name, args=[key]))
            on = markup.day(cells[-1]) if shown.on is not None else ""
            more = cells[1] if shown.more is not None else ""
            found.append((name, "" if more is None else more, on))
        return found, total


def figure_manager(queryset):
    return queryset.model._default_manager


class FiguresJson(FigurePage):
    """The same numbers for programs."""

    def refused(self, sentence):
        return JsonResponse({"detail": sentence}, status=400)

    def answer(self):
        return JsonResponse(
            {
                "as_at": self.day.isoformat(),
                "figures": {
                    figure.key: {
                        "value": shown_value(figure, value, self.is_protected),
                        "title": str(figure.title),
                        "definition": str(figure.definition),
                    }
                    for figure, value in figures_of(self.office, self.day)
                },
            }
        )
