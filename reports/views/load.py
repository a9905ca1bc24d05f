"""How much each officer carries, month by month."""

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy

from reports.forms.plans import year_choices
from reports.load import FULL, loads
from reports.offices import asked_office, own_office, switch
from reports.sections import InReports
from reports.views.plans import trail
from rocb import charts, fiscal, markup
from rocb.posted import number_in
from rocb.views.house import Page


class LoadPage(InReports, Page):
    """How much each officer carries, month by month, in a fiscal year."""

    perm = "reports.view_workitem"
    section = "plan"
    template_name = "reports/load.html"
    title = gettext_lazy("Each officer's load")

    def breadcrumbs(self):
        return [*trail(), (self.title, None)]

    def get(self, request):
        office = asked_office(request)
        user = request.user
        if user.is_office and user.office_id != office.pk:
            office = own_office(request)
        year = self.year()
        found = loads(office, year)
        months = fiscal.months(year)
        names = [date_format(month, "M") for month in months]
        offices = [] if user.is_office else switch(request, office)
        work = f"{reverse('reports:work-list')}?year={year}"
        return self.page(
            {
                "office": office,
                "offices": offices,
                "year": year,
                "years": [(y, label, y == year) for y, label in self.years(year)],
                "label": fiscal.label(year),
                "months": names,
                "full": int(FULL),
                "people": [
                    {
                        "name": one.name,
                        "url": f"{work}&carried_by={one.pk}" if one.pk else work,
                        "chart": charts.columns(
                            [
                                charts.Point(name, n, markup.number(round(n)) if n else " ",
                                             fill=charts.LATE if n > FULL else charts.BAR)
                                for name, n in zip(names, one.days, strict=True)
                            ],
                            width=360,
                            height=70,
                            top=max(FULL, *(max(load.days) for load in found)),
                        ),
                        "days": [(name, markup.number(n) if n else "–", n > FULL)
                                 for name, n in zip(names, one.days, strict=True)],
                        "total": markup.number(one.total),
                        "over": one.months_over,
                    }
                    for one in found
                ],
            }
        )  # fmt: skip

    def year(self) -> int:
        now = fiscal.fiscal_year(timezone.localdate())
        asked = number_in(self.request.GET.get("year", ""), now)
        return asked if 2000 <= asked <= 2100 else now

    def years(self, year: int) -> list[tuple[int, str]]:
        known = year_choices()
        return known if year in dict(known) else sorted([*known, (year, fiscal.label(year))])
