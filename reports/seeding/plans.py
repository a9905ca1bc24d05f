"""Plans of the demonstration office: those of the article's time, and those of today.

The four pillars of 2008 and of today are the real ones; objectives, indicators, targets and the items
of the work plans are invented, and say so.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from reports.models import (
    Indicator,
    Objective,
    Pillar,
    PillarTitle,
    Reading,
    StrategicPlan,
    Target,
)
from reports.seeding.work import INVENTED, Maker, work
from reports.workflow import StrategyStatus
from rocb import fiscal
from rocb.figures import counted, figures
from rocb.models import Office
from rocb.seeding import Demo, passed

# As in the article of 2008, and as the office's annual reports have named them since; the French is
# ours.
PILLARS = (
    (
        (
            "To support the implementation of the WCO SAFE Framework",
            "Soutenir la mise en œuvre du Cadre de normes SAFE de l’OMD",
        ),
        (
            "Support the implementation of WCO conventions, instruments and tools",
            "Soutenir la mise en œuvre des conventions, instruments et outils de l’OMD",
        ),
    ),
    (
        (
            "To further develop partnerships with donor institutions",
            "Développer encore les partenariats avec les institutions donatrices",
        ),
        (
            "Further enhance collaboration with development partners",
            "Renforcer encore la collaboration avec les partenaires de développement",
        ),
    ),
    (
        (
            "To enhance the provision of better technical and management assistance",
            "Améliorer l’assistance technique et l’aide à la gestion",
        ),
        (
            "Improve needs analysis, planning, delivery and management of regional capacity "
            "building activities",
            "Améliorer l’analyse des besoins, la planification, la réalisation et la gestion des "
            "activités régionales de renforcement des capacités",
        ),
    ),
    (
        (
            "To develop communication and coordination with Members including sharing regional "
            "best practices",
            "Développer la communication et la coordination avec les Membres, y compris le "
            "partage des meilleures pratiques de la région",
        ),
        (
            "Enhance communication and information sharing among members",
            "Renforcer la communication et le partage d’informations entre les membres",
        ),
    ),
)
RENAMED = date(2012, 7, 1)
# Pillar, number, objective, indicators: (title, figure or empty, unit).
OBJECTIVES = (
    (1, "1.1", "Members diagnose their needs and carry out their action plans", (
        ("Action plans in force", "action_plans_in_force", ""),
        ("Follow-up matrices accepted in the year", "matrices_accepted_per_year", ""),
    )),
    (1, "1.2", "The region has the experts it needs", (
        ("Certified diagnostic experts", "certified_diagnostic_experts", ""),
    )),
    (2, "2.1", "Donors know what members need, and see what their money moved", (
        ("Donor institutions at work", "donors", ""),
        ("Shared needs taken up by a donor", "", "%"),
    )),
    (3, "3.1", "Members get the training and advice they ask for", (
        ("Technical assistance activities in the year", "technical_assistance_activities_per_year",
         ""),
        ("Participants in the year", "participants_trained_per_year", ""),
        ("Days from a request to its answer", "", "days"),
    )),
    (3, "3.2", "Regional training centres carry a growing share", (
        ("Regional training centres", "regional_training_centres", ""),
    )),
    (4, "4.1", "Members learn from each other", (
        ("Best-practice reports published", "best_practice_reports", ""),
        ("Members who answer circulars in time", "", "%"),
        ("Newsletters in the year", "", ""),
    )),
)  # fmt: skip
ABOVE = (
    ("1", "Security and facilitation of the supply chain"),
    ("2", "Partnership and cooperation"),
    ("3", "Organisational development and capacity building"),
    ("4", "Communication and the sharing of knowledge"),
)
# Value at the end of the year before, and the way it goes, of what is entered by hand.
ENTERED = {
    "Shared needs taken up by a donor": (34, 45, False),
    "Days from a request to its answer": (31, 21, True),
    "Members who answer circulars in time": (58, 75, False),
    "Newsletters in the year": (1, 4, False),
}


def plans(demo: Demo) -> None:
    maker = Maker(demo, demo.office, Random("plans"), demo.user("head"))
    pillars = titles(maker.office)
    now = fiscal.fiscal_year(demo.today)
    two, three = now - now % 2, now - (now - 2025) % 3
    chain(maker, pillars, (2006, 2008), (2006, 2007), (2006, 2007), 2007)
    chain(maker, pillars, (three - 3, three - 1), (two - 2, two - 1), (two - 2, two - 1), two - 1)
    chain(maker, pillars, (three, three + 2), (two, two + 1), (two, two + 1), now)
    for year in (2007, now - 1, now):
        work(maker, pillars, year)


def titles(office: Office) -> dict[int, Pillar]:
    """Four pillars, each with the title it had in 2008 and the one it has had since."""
    made = {}
    for number, (first, second) in enumerate(PILLARS, 1):
        pillar = Pillar.objects.create(office=office, number=number)
        opened = office.opened_on or date(2004, 9, 1)
        for (english, french), day in ((first, opened), (second, RENAMED)):
            PillarTitle.objects.create(
                pillar=pillar, title_en=english, title_fr=french, from_on=day
            )
        made[number] = pillar
    return made


def chain(maker: Maker, pillars, wco, region, own, year: int) -> None:
    """The WCO's plan, the region's and the office's, for fiscal years (first, last) each."""
    bodies = ("WCO Council", "Heads of Customs Administrations Meeting", "Head of the ROCB")
    names = ("WCO Strategic Plan", "Asia/Pacific Regional Strategic Plan", "ROCB Strategic Plan")
    above: StrategicPlan | None = None
    for level, name, body, (first, last) in zip(
        StrategicPlan.Level.values, names, bodies, (wco, region, own), strict=True
    ):
        starts, ends = fiscal.first_day(first), fiscal.last_day(last)
        known = StrategicPlan.objects.filter(level=level, starts_on__lte=starts, ends_on__gte=ends)
        plan = known.first() if level == StrategicPlan.Level.WCO else None
        if plan is None:
            plan = one_plan(maker, level, f"{name} {first}–{last + 1}", starts, ends, body, above)
            lines = ABOVE if level != StrategicPlan.Level.OFFICE else ()
            for number, title in lines:
                served = above and above.objectives.filter(number=number).first()
                Objective.objects.create(
                    plan=plan, number=number, title=title, serves=served or None, **maker.marks()
                )
        above = plan
    assert above is not None
    objectives(maker, above, pillars, min(year, fiscal.fiscal_year(maker.demo.today)))


def one_plan(maker: Maker, level, title, starts, ends, body, above) -> StrategicPlan:
    """A plan that was adopted a month before it began, and closed when it ended."""
    is_over = ends < maker.demo.today
    plan = StrategicPlan.objects.create(
        level=level,
        office=None if level == StrategicPlan.Level.WCO else maker.office,
        parent=above,
        title=title,
        starts_on=starts,
        ends_on=ends,
        adopted_by=body,
        adopted_on=starts - timedelta(days=30),
        summary=INVENTED,
        status=StrategyStatus.CLOSED if is_over else StrategyStatus.ADOPTED,
        is_invented=True,
        **maker.marks(),
    )
    adopt = ("adopt", "draft", "adopted", None, starts - timedelta(days=30), "")
    steps = [(plan, adopt)]
    if is_over:
        close = ("close", "adopted", "closed", None, ends + timedelta(days=1), "Its time is over.")
        steps.append((plan, close))
    passed(steps)
    return plan


def objectives(maker: Maker, plan: StrategicPlan, pillars, year: int) -> None:
    """Objectives with their indicators, targets from what the figures say, and values entered."""
    assert plan.parent is not None
    served = {row.number: row for row in plan.parent.objectives.all()}
    made = []
    for pillar, number, title, indicators in OBJECTIVES:
        objective = Objective.objects.create(
            plan=plan, pillar=pillars[pillar], number=number, title=title,
            serves=served.get(str(pillar)), **maker.marks(),
        )  # fmt: skip
        for name, key, unit in indicators:
            start, _goal, lower = ENTERED.get(name, (None, None, False))
            made.append(
                Indicator.objects.create(
                    objective=objective, title=name, figure_key=key, unit=unit, baseline=start,
                    is_lower_better=lower, **maker.marks(),
                )
            )  # fmt: skip
    targets(maker, plan, made)
    readings(maker, plan, [one for one in made if not one.figure_key])


def targets(maker: Maker, plan: StrategicPlan, made: list[Indicator]) -> None:
    """Of figures a little above or below what was reached, so that not all is well."""
    computed = [one for one in made if one.figure_key]
    years = list(range(fiscal.fiscal_year(plan.starts_on), fiscal.fiscal_year(plan.ends_on) + 1))
    pairs = [(one, year) for one in computed for year in years]
    days = {year: min(fiscal.last_day(year), maker.demo.today) for year in years}
    reached = counted(figures[one.figure_key].rows(maker.office, days[y]) for one, y in pairs)
    rows = []
    for (one, year), value in zip(pairs, reached, strict=True):
        aim = max(1, round(value * maker.random.uniform(0.9, 1.2)))
        rows.append(Target(indicator=one, year=year, value=aim, **maker.marks()))
    for one in made:
        if not one.figure_key:
            start, goal, _lower = ENTERED[one.title]
            step = (goal - start) / len(years)
            rows += [
                Target(
                    indicator=one, year=year, value=round(start + step * (n + 1)), **maker.marks()
                )
                for n, year in enumerate(years)
            ]
    Target.objects.bulk_create(rows)


def readings(maker: Maker, plan: StrategicPlan, entered: list[Indicator]) -> None:
    """A value each half-year, with where it comes from."""
    rows = []
    for one in entered:
        start, goal, _lower = ENTERED[one.title]
        days = list(half_years(plan.starts_on, min(plan.ends_on, maker.demo.today)))
        for n, day in enumerate(days, 1):
            way = (goal - start) * n / 5 * maker.random.uniform(0.7, 1.2)
            rows.append(
                Reading(
                    indicator=one, on=day, value=Decimal(round(start + way)),
                    evidence="Counted in the office’s own records. Demonstration value.",
                    **maker.marks(),
                )
            )  # fmt: skip
    Reading.objects.bulk_create(rows)


def half_years(first: date, until: date) -> Iterator[date]:
    """30 September and 31 March: when the office counts."""
    for year in range(first.year, until.year + 1):
        for day in (date(year, 3, 31), date(year, 9, 30)):
            if first <= day <= until:
                yield day
