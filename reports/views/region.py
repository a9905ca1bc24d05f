"""The page of a region: map, who has reported, slippage, needs and help, money by donor."""

from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from donors.money import rates_at
from missions.heat import heat_map, slippage_by_area
from missions.models import Action, Level
from reports import region
from reports.offices import asked_office, is_inside, switch
from reports.sections import InReports
from rocb import charts, fiscal, markup
from rocb.exports import export_rows
from rocb.figures import FEWEST
from rocb.models import Administration, Framework
from rocb.tilemap import Tile, tile_map
from rocb.views.house import Page

PARTS = (
    ("", gettext_lazy("Who has reported")),
    ("needs", gettext_lazy("Needs and help")),
    ("standards", gettext_lazy("Standards and slippage")),
    ("money", gettext_lazy("Money by donor")),
)
FROM_WITHIN = ("needs", "money")


class RegionPage(InReports, Page):
    """From within, member by member; from outside, totals that give nobody away."""

    perm = "reports.view_figures"
    section = "region"
    template_name = "reports/region.html"

    def breadcrumbs(self):
        return [(_("Reports"), reverse("reports:report-list")), (_("Region"), None)]

    def get(self, request):
        self.office = office = asked_office(request)
        self.inside = is_inside(request.user, office)
        self.title = office.region.name
        self.today = timezone.localdate()
        parts = [
            (key, label)
            for key, label in PARTS
            if key not in FROM_WITHIN
            or (self.inside and (key != "money" or request.user.has_perm("donors.view_money")))
        ]
        tab = request.GET.get("tab", "")
        tab = tab if tab in dict(parts) else ""
        if tab == "" and self.inside and request.GET.get("export") in ("csv", "xlsx"):
            return self.exported(request.GET["export"])
        part = {
            "": self.reporting,
            "needs": self.helping,
            "standards": self.standing,
            "money": self.money,
        }[tab]
        return self.page(
            {
                "office": office,
                "offices": switch(request, office),
                "inside": self.inside,
                "few": FEWEST,
                "tab": tab,
                "tabs": [(label, self.address(key), key == tab) for key, label in parts],
                **part(),
            }
        )

    def address(self, tab: str, **more: str) -> str:
        query = {"office": self.office.region.code, **({"tab": tab} if tab else {}), **more}
        return f"{self.request.path}?" + "&".join(f"{key}={value}" for key, value in query.items())

    def reporting(self) -> dict[str, Any]:
        """The cycle: the map and the table from within, the two numbers from outside."""
        cycle = region.cycle_of(self.office)
        if not self.inside:
            return {"cycle": cycle, "totals": region.totals_of(self.office, cycle)}
        rows = region.members_in(self.office, cycle, self.today)
        counts = {stand.key: 0 for stand in region.STANDS}
        for row in rows:
            counts[row["stand"].key] += 1
        return {
            "cycle": cycle,
            "cycle_url": cycle.get_absolute_url() if cycle else "",
            "key": [(stand, counts[stand.key]) for stand in region.STANDS if counts[stand.key]],
            "map": tile_map(
                [
                    Tile(
                        row["code"], row["name"], str(row["stand"].label), row["stand"].fill,
                        row["stand"].ink, reverse("member", args=[row["code"].lower()]),
                    )
                    for row in rows
                ],
                str(_("Members of the region by how they have reported")),
            ),
            "headings": HEADINGS,
            "rows": markup.rows_html(member_cells(rows), HEADINGS),
            "count": len(rows),
            "export_url": self.address("", export="xlsx"),
        }  # fmt: skip

    def helping(self) -> dict[str, Any]:
        """What members need, and the events that help."""
        year = fiscal.fiscal_year(self.today)
        needs = region.needs(self.office)
        themes = region.events_by_theme(self.office, year)
        return {
            "year": fiscal.label(year),
            "needs": [{"label": label, "value": n, "fill": "f1"} for label, n in needs],
            "needs_url": f"{reverse('missions:action-list')}?open=on",
            "themes": [{"label": label, "value": n} for label, n in themes],
            "requests": [
                {
                    "text": one.title,
                    "url": one.get_absolute_url(),
                    "tag": one.get_status_display(),
                    "tone": markup.tone_of(one.status),
                    "by": f"{one.administration.country_name}, {markup.day(one.created_at)}",
                }
                for one in region.requests_open(self.office)
            ],
        }

    def standing(self) -> dict[str, Any]:
        """The median of each standard, and how due dates of actions have moved."""
        framework = Framework.objects.filter(is_default=True).first()
        medians: list[tuple] = []
        if framework is not None:
            members = Administration.objects.filter(region=self.office.region_id, is_member=True)
            found = heat_map(members, framework, self.today)
            shares = found.shares()
            medians = [
                (str(one), shares[one.pk]["members"], Level(shares[one.pk]["median"]).label)
                for one in found.standards
                if one.pk in shares
            ]
        areas: list[dict] = []
        if self.inside:
            actions = Action.objects.filter(plan__administration__region=self.office.region_id)
            areas = slippage_by_area(actions, self.today)
        may_open = self.inside and self.request.user.has_perm("missions.view_heat_map")
        return {
            "medians": medians,
            "heat_url": reverse("missions:heat-map") if may_open else "",
            "chart": charts.bars(
                [
                    charts.Point(row["area"], row["slippage"], _("%d days") % row["slippage"])
                    for row in areas
                ]
            ),
            "areas": areas,
        }

    def money(self) -> dict[str, Any]:
        """Running agreements donor by donor: each currency by itself, and one picture in dollars."""
        found, rates = region.money_by_donor(self.office), rates_at(self.today)
        agreed = [(one, one.total(rates, "agreed")) for one in found]
        everything = rates.total((b.currency, b.agreed) for one in found for b in one.balances)
        ranked = sorted(agreed, key=lambda pair: -pair[1].amount)
        return {
            "donors": [
                {
                    "label": one.name,
                    "value": total.amount,
                    "text": markup.money(total.amount, total.currency),
                    "url": reverse("donors:donor-detail", args=[one.pk]),
                }
                for one, total in ranked
                if total.amount
            ],
            "money_total": everything.in_words() if found else "",
            "money_headings": MONEY,
            "money_rows": markup.rows_html(money_cells(found), MONEY),
            "agreements_url": reverse("donors:agreement-list"),
        }

    def exported(self, kind: str):
        rows = region.members_in(self.office, region.cycle_of(self.office), self.today)
        cells = (
            (row["name"], str(row["stand"].label), row["due_on"], row["percent"], row["late"])
            for row in rows
        )
        headings = [column["label"] for column in HEADINGS]
        return export_rows(headings, cells, str(self.title), kind)


HEADINGS = [
    {"label": gettext_lazy("Member")},
    {"label": gettext_lazy("Matrix")},
    {"label": gettext_lazy("Due"), "nowrap": True},
    {"label": gettext_lazy("Plan finished"), "numeric": True},
    {"label": gettext_lazy("Actions overdue"), "numeric": True},
]


MONEY = [
    {"label": gettext_lazy("Donor")},
    {"label": gettext_lazy("Agreed"), "numeric": True},
    {"label": gettext_lazy("Received"), "numeric": True},
    {"label": gettext_lazy("Allocated"), "numeric": True},
    {"label": gettext_lazy("Spent"), "numeric": True},
    {"label": gettext_lazy("Not allocated yet"), "numeric": True},
]


def money_cells(found: list[region.DonorMoney]):
    """A row for each donor and currency; currencies are never added up."""
    for one in found:
        link = markup.link(one.name, reverse("donors:donor-detail", args=[one.pk]))
        for row in one.balances:
            sums = (row.agreed, row.received, row.allocated, row.spent, row.left)
            yield (link, *(markup.money(amount, row.currency) for amount in sums))


def member_cells(rows):
    """The table beside the map, each member with the way to its page and its matrix."""
    tags = {stand.key: markup.tag(stand.label, stand.tone) for stand in region.STANDS}
    to_matrix = markup.Linker("missions:matrix-detail")
    for row in rows:
        stand = tags[row["stand"].key]
        if row["matrix"]:
            stand = to_matrix(stand, row["matrix"])
        yield (
            markup.link(row["name"], reverse("member", args=[row["code"].lower()])),
            stand,
            markup.day(row["due_on"]),
            "–" if row["percent"] is None else f"{row['percent']} %",
            row["late"] or "",
        )
