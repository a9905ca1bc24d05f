"""How many of each member took part, year by year: counts for the office, the own for a member."""

from django import forms
from django.db.models import Case, Count, F, IntegerField, Q, Sum, Value, When
from django.db.models.functions import Coalesce, ExtractDay, ExtractYear
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from programmes.filters.nominations import members
from programmes.models import Nomination
from rocb import markup
from rocb.exports import export_rows
from rocb.kept import kept, reader
from rocb.models import Administration
from rocb.posted import number_in
from rocb.views.house import Page

HEADINGS = (
    gettext_lazy("Member"),
    gettext_lazy("Year"),
    gettext_lazy("Events"),
    gettext_lazy("Participants"),
    gettext_lazy("Women"),
    gettext_lazy("Men"),
    gettext_lazy("Days of participants"),
)
DAYS = Case(
    When(days_attended__isnull=False, then=F("days_attended")),
    When(event__ends_on__isnull=True, then=Value(0)),
    default=ExtractDay(F("event__ends_on") - F("event__starts_on")) + 1,
    output_field=IntegerField(),
)


# Unless all years are asked for: the page stays as quick when the office is twenty years old.
YEARS = 5


class YearForm(forms.Form):
    """Which member, which year."""

    administration = forms.ModelChoiceField(
        Administration.objects.none(),
        label=gettext_lazy("Member"),
        required=False,
        empty_label=gettext_lazy("All"),
    )
    year = forms.IntegerField(
        label=gettext_lazy("Year"), required=False, min_value=1990, max_value=2200
    )
    earlier = forms.BooleanField(label=gettext_lazy("Earlier years too"), required=False)

    def __init__(self, *args, request, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["administration"].queryset = members(request)
        if request.user.is_member:
            del self.fields["administration"]


class Narrow:
    """A form in the shape that the filter component draws."""

    def __init__(self, form):
        self.form = form


def by_member_and_year(user, asked: dict):
    """(member id, member, year, events, participants, women, men, days); one query."""
    rows = Nomination.objects.visible_to(user).attended().exclude(event__starts_on=None)
    if member := asked.get("administration"):
        rows = rows.filter(administration=member)
    if year := asked.get("year"):
        rows = rows.filter(event__starts_on__year=year)
    elif not asked.get("earlier"):
        rows = rows.filter(event__starts_on__year__gt=timezone.localdate().year - YEARS)
    return (
        rows.annotate(year=ExtractYear("event__starts_on"))
        .order_by()
        .values_list("administration", "administration__country_name", "year")
        .annotate(
            events=Count("event", distinct=True),
            people=Count("pk"),
            women=Count("pk", filter=Q(person__gender="w")),
            men=Count("pk", filter=Q(person__gender="m")),
            days=Coalesce(Sum(DAYS), 0),
        )
        .order_by("-year", "administration__country_name__az")
    )


def counted(user, asked: dict) -> list[tuple]:
    """The rows of `by_member_and_year`, counted once between two steps."""
    told = tuple(getattr(value, "pk", value) for value in asked.values())
    return kept(
        "participation",
        lambda: list(by_member_and_year(user, asked)),
        reader(user),
        tuple(asked),
        told,
    )


class Participation(Page):
    perm = "programmes.view_participation"
    title = gettext_lazy("Participation")
    template_name = "programmes/participation.html"
    per_page = 70

    def breadcrumbs(self):
        return [(_("Programmes"), reverse("programmes:home")), (self.title, None)]

    def get(self, request):
        form = YearForm(request.GET, request=request)
        found = counted(request.user, form.cleaned_data) if form.is_valid() else []
        if request.GET.get("export") in ("csv", "xlsx"):
            rows = [row[1:] for row in found]
            return export_rows(HEADINGS, rows, str(self.title), request.GET["export"])
        count = len(found)
        pages = max(1, -(-count // self.per_page))
        number = min(max(1, number_in(request.GET.get("page", ""), 1)), pages)
        start = (number - 1) * self.per_page
        columns = [{"label": head, "numeric": place > 0} for place, head in enumerate(HEADINGS)]
        response = self.page(
            {
                "lead": _(
                    "Who attended the events of the office, by member and calendar year: "
                    "the last five years, unless you ask for more."
                ),
                "filter": Narrow(form),
                "filters_active": any(request.GET.get(name) for name in form.fields),
                "columns": [{**one, "sort_url": ""} for one in columns],
                "rows": [cells(row) for row in found[start : start + self.per_page]],
                "count_label": ngettext("%d row", "%d rows", count) % count,
                "totals": totals(found),
                "page_links": self.links(number, pages),
                "exports": [
                    ("CSV", self.address(export="csv")),
                    ("Excel", self.address(export="xlsx")),
                ],
                "empty": {
                    "title": _("Nobody has attended yet"),
                    "text": _("When attendance of an event is recorded, it is counted here."),
                },
            }
        )
        response.headers["Vary"] = "HX-Request, Cookie"
        return response

    def page(self, context, status=200):
        if self.wants_rows():
            self.template_name = "generic/_rows.html"
        return super().page(context, status)

    def address(self, **changes) -> str:
        query = self.request.GET.copy()
        for name in ("page", "export"):
            query.pop(name, None)
        for name, value in changes.items():
            query[name] = value
        return f"{self.request.path}?{query.urlencode()}"

    def links(self, number: int, pages: int) -> dict | None:
        if pages == 1:
            return None
        return {
            "previous_url": self.address(page=number - 1) if number > 1 else "",
            "next_url": self.address(page=number + 1) if number < pages else "",
            "number": number,
            "pages": pages,
        }


def cells(row) -> list:
    """One row; its number of people opens into exactly these people."""
    member, name, year, events, people, women, men, days = row
    where = (
        f"{reverse('programmes:nomination-list')}"
        f"?administration={member}&year={year}&status=attended"
    )
    return [
        name,
        str(year),
        markup.number(events),
        markup.link(markup.number(people), where),
        markup.number(women),
        markup.number(men),
        markup.number(days),
    ]


def totals(found) -> list[dict]:
    sums = [sum(row[place] for row in found) for place in (4, 5, 6, 7)]
    words = (_("participants"), _("women"), _("men"), _("days of participants"))
    return [
        {"number": markup.number(number), "text": text}
        for number, text in zip(sums, words, strict=True)
    ]
