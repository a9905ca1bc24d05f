"""The chapters of the annual report on the pillars: figures over the years, what was done."""

from collections.abc import Callable
from datetime import date

from django.db.models import Count, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from missions.models import Mission
from programmes.models import Event
from programmes.workflow import PAST, NominationStatus
from reports.figures import published
from reports.models import AnnualReport, StrategicPlan, WorkItem
from reports.models.plans import Pillar
from reports.progress import in_words, progress_of
from reports.workflow import WorkStatus
from rocb import charts, fiscal, markup
from rocb.documents import Heading, PageBreak, Paragraph, Picture, Table
from rocb.figures import figures, series

# What is drawn over the years, one chart for each pillar.
DRAWN = {
    1: "certified_diagnostic_experts",
    2: "donors",
    3: "technical_assistance_activities_per_year",
    4: "best_practice_reports",
}
YEARS_DRAWN = 8


def last_day_of(report: AnnualReport) -> date:
    """The day that it tells of: 30 June, or today while the year is not over."""
    return min(fiscal.last_day(report.year), timezone.localdate())


def texts(text: str) -> list:
    """Paragraphs of what somebody wrote."""
    return [Paragraph(part.strip()) for part in text.split("\n\n") if part.strip()]


def held(report: AnnualReport):
    """Events of the office that ended in the year."""
    days = (fiscal.first_day(report.year), last_day_of(report))
    return Event.objects.filter(office=report.office, status__in=PAST, ends_on__range=days)


def pillar_part(number: int) -> Callable[[AnnualReport], list]:
    """The chapter of one pillar."""

    def part(report: AnnualReport) -> list:
        day = last_day_of(report)
        pillar = Pillar.objects.filter(office=report.office, number=number).titled(day).first()
        title = pillar.title if pillar and pillar.title else ""
        blocks: list = [
            PageBreak() if number == 1 else Paragraph(""),
            Heading(_("Pillar %(number)d: %(title)s") % {"number": number, "title": title}
                    if title else _("Pillar %d") % number),
        ]  # fmt: skip
        blocks += chart(report, DRAWN[number])
        blocks += indicators(report, number)
        blocks += done(report, number)
        if number == 1:
            blocks += visits(report)
        elif number == 3:
            blocks += events(report)
        elif number == 4:
            blocks += practices(report)
        return [block for block in blocks if block != Paragraph("")]

    return part


def chart(report: AnnualReport, key: str) -> list:
    """One figure over the last years, as columns; the text alternative says the numbers."""
    figure, day = figures[key], last_day_of(report)
    opened = report.office.opened_on or fiscal.first_day(report.year)
    days = [one for one in fiscal.ends(opened, day) if one.year > day.year - YEARS_DRAWN]
    values = series(figure, report.office, days)
    points = [charts.Point(str(one.year), n) for one, n in zip(days, values, strict=True)]
    spoken = ", ".join(f"{one.year}: {n}" for one, n in zip(days, values, strict=True))
    alt = f"{figure.title}. {spoken}"
    return [Heading(str(figure.title), 2), Picture(charts.columns(points), alt)]


def indicators(report: AnnualReport, number: int) -> list:
    """How the plan's indicators of a pillar stood at the end of the year."""
    day = last_day_of(report)
    plan = (
        StrategicPlan.objects.holding(day)
        .filter(office=report.office, level=StrategicPlan.Level.OFFICE)
        .order_by("-starts_on")
        .first()
    )
    if plan is None:
        return []
    pillars = dict(plan.objectives.values_list("pk", "pillar__number"))
    rows = [
        [
            one.indicator.title,
            in_words(one.value, one.indicator.unit),
            in_words(one.aim, one.indicator.unit),
            str(one.state.label),
        ]
        for one in progress_of(plan, report.office, day)
        if pillars.get(one.indicator.objective_id) == number
    ]
    if not rows:
        return []
    headings = [_("Indicator"), _("Value"), _("Target"), _("Standing")]
    return [
        Heading(_("What the plan wanted to reach"), 2),
        Table(plan.title, headings, rows, [5, 2, 2, 2], [1, 2]),
    ]


def done(report: AnnualReport, number: int) -> list:
    """Items of the work plan that were done, and those that were not."""
    items = WorkItem.objects.filter(
        office=report.office, year=report.year, pillar__number=number
    ).order_by("starts_on", "pk")
    rows = [
        [item.title, markup.days(item.starts_on, item.ends_on), item.outcome,
         f"{item.get_status_display()} ({item.percent} %)"
         if item.status == WorkStatus.UNDER_WAY else str(item.get_status_display())]
        for item in items
    ]  # fmt: skip
    if not rows:
        return []
    return [
        Heading(_("Work plan"), 2),
        Table(
            _("Items of the work plan %s") % report.label,
            [_("What"), _("When"), _("Intended outcome"), _("Status")],
            rows,
            [5, 3, 4, 2],
        ),
    ]


def visits(report: AnnualReport) -> list:
    """Missions by phase, as totals: whose they were is for the member to tell."""
    days = (fiscal.first_day(report.year), last_day_of(report))
    rows = (
        Mission.objects.conducted(days[1])
        .filter(administration__region=report.office.region_id, starts_on__gte=days[0])
        .values_list("phase")
        .annotate(n=Count("pk"))
        .order_by("phase")
    )
    told = [[str(Mission.Phase(phase).label), markup.number(n)] for phase, n in rows]
    if not told:
        return []
    return [
        Heading(_("Missions"), 2),
        Table(_("Missions that began in the year"), [_("Phase"), _("Number")], told, [5, 1], [1]),
    ]


def events(report: AnnualReport) -> list:
    """The events of the year with how many took part."""
    came = Q(nominations__status=NominationStatus.ATTENDED)
    rows = (
        held(report)
        .annotate(
            people=Count("nominations", filter=came, distinct=True),
            members=Count("nominations__administration", filter=came, distinct=True),
        )
        .order_by("starts_on", "pk")
    )
    told = [
        [event.title, markup.days(event.starts_on, event.ends_on), event.place,
         markup.number(event.people), markup.number(event.members)]
        for event in rows
    ]  # fmt: skip
    if not told:
        return [Paragraph(_("No event was held in the year."))]
    return [
        Heading(_("Events"), 2),
        Table(
            _("Events held, with participants and administrations"),
            [_("Event"), _("When"), _("Where"), _("People"), _("From")],
            told,
            [6, 3, 2, 1.3, 1.2],
            [3, 4],
        ),
    ]


def practices(report: AnnualReport) -> list:
    """Good-practice reports that were published in the year, with their summaries."""
    before = fiscal.last_day(report.year - 1)
    old = published(report.office, before).values("pk")
    blocks: list = []
    for row in published(report.office, last_day_of(report)).exclude(pk__in=old).order_by("number"):
        blocks += [Heading(str(row), 3), *texts(row.summary)]
    return [Heading(_("Summaries of good-practice reports"), 2), *blocks] if blocks else []
