"""What pages of plans show: the chain from the WCO's plan, objectives, and how indicators stand."""

from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext_lazy

from reports.models import PillarTitle, StrategicPlan
from reports.progress import Standing, in_words
from rocb import markup
from rocb.models import Office

HEADINGS: list[dict] = [
    {"label": gettext_lazy("Indicator")},
    {"label": gettext_lazy("Now"), "numeric": True},
    {"label": gettext_lazy("Target"), "numeric": True},
    {"label": gettext_lazy("Way to the target")},
    {"label": gettext_lazy("Standing")},
]


def indicator_cells(found: list[Standing]):
    """The table of indicators; the heading of a row links to the indicator."""
    link = markup.Linker("reports:indicator-detail")
    for one in found:
        unit = one.indicator.unit
        bar = "" if one.percent is None else markup.progress(one.percent)
        yield (
            link(one.indicator.title, one.indicator.pk),
            in_words(one.value, unit),
            in_words(one.aim, unit),
            bar,
            one.tag,
        )


def objective_groups(plan: StrategicPlan, found: list[Standing], day) -> list[dict]:
    """Pillar by pillar, the objectives of a plan with the table of their indicators; one query."""
    by_objective: dict[int, list[Standing]] = {}
    for one in found:
        by_objective.setdefault(one.indicator.objective_id, []).append(one)
    then = max(plan.starts_on, min(day, plan.ends_on))
    titles = PillarTitle.objects.filter(pillar=OuterRef("pillar"), from_on__lte=then)
    groups: dict[str, list[dict]] = {}
    rows = plan.objectives.select_related("serves", "pillar").annotate(
        pillar_title=Subquery(titles.order_by("-from_on").values("title")[:1])
    )
    for row in rows.order_by("pillar__number", "number"):
        indicators = by_objective.get(row.pk, [])
        title = f"{row.pillar.number}. {row.pillar_title or ''}" if row.pillar else ""
        groups.setdefault(title, []).append(
            {
                "objective": row,
                "rows": markup.rows_html(indicator_cells(indicators), HEADINGS),
                "count": len(indicators),
            }
        )
    return [{"title": title, "objectives": rows} for title, rows in groups.items()]


def current_plan(office: Office, day) -> StrategicPlan | None:
    """The office's plan that holds on a day, with the two above it; one query."""
    plans = StrategicPlan.objects.holding(day).filter(
        office=office, level=StrategicPlan.Level.OFFICE
    )
    return plans.select_related("office__region", "parent__parent").order_by("-starts_on").first()


def chain_of(plan: StrategicPlan) -> list[tuple]:
    """From the WCO's plan to this one, as links."""
    found: list[StrategicPlan] = []
    one: StrategicPlan | None = plan
    while one is not None:
        found.append(one)
        one = one.parent
    return [
        (
            one.get_level_display(),
            [
                (
                    f"{one.title}, {markup.days(one.starts_on, one.ends_on)}",
                    "" if one is plan else one.get_absolute_url(),
                )
            ],
            one is plan,
        )
        for one in reversed(found)
    ]
