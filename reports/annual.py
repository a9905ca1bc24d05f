"""The annual report as a document: made from the records, in both languages, and frozen when issued.

What is issued is the description of the document itself, block by block: neither a new definition of a
figure nor a changed record can change what the heads of customs were told. The report names no
person and no member's own state: events that were announced, totals, and how many took part.
"""

import hashlib
import json
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from django.conf import settings
from django.db.models import Count, Q
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from missions.models import Mission
from programmes.models import Event, Nomination
from programmes.workflow import PAST, NominationStatus
from reports.figures import published
from reports.models import AnnualReport, StrategicPlan, WorkItem
from reports.models.plans import Pillar
from reports.progress import in_words, progress_of
from reports.workflow import WorkStatus
from rocb import charts, fiscal, markup
from rocb.documents import Bullets, Document, Heading, PageBreak, Paragraph, Picture, Table
from rocb.figures import FEWEST, figures, figures_of, series
from rocb.models import User
from rocb.office_figures import attaches, full_time

Content = dict[str, Any]
LANGUAGES = [code for code, _name in settings.LANGUAGES]
# What is drawn over the years, one chart for each pillar.
DRAWN = {
    1: "certified_diagnostic_experts",
    2: "donors",
    3: "technical_assistance_activities_per_year",
    4: "best_practice_reports",
}
YEARS_DRAWN = 8


def silent(_done: int, _total: int) -> None:
    """Nobody waits to be told how far it is."""


def last_day_of(report: AnnualReport) -> date:
    """The day that it tells of: 30 June, or today while the year is not over."""
    return min(fiscal.last_day(report.year), timezone.localdate())


def described(
    report: AnnualReport,
    told: Callable[[int, int], None] = silent,
    languages: Sequence[str] = tuple(LANGUAGES),
) -> Content:
    """The documents as they stand now, by language; `told(done, total)` hears how far it is."""
    found: Content = {}
    parts = [opening, overview, *(pillar_part(n) for n in DRAWN), participants, next_work, about]
    total = len(parts) * len(languages)
    for turn, language in enumerate(languages):
        with translation.override(language):
            blocks: list = []
            for number, part in enumerate(parts):
                told(turn * len(parts) + number, total)
                blocks += part(report)
            found[language] = frame(report, language, blocks).as_json()
    told(total, total)
    return found


def digest_of(content: Content) -> str:
    """The hash that a content is known by."""
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def frame(report: AnnualReport, language: str, blocks: list) -> Document:
    """The document around its blocks."""
    first, last = fiscal.first_day(report.year), fiscal.last_day(report.year)
    return Document(
        title=_("Annual report %s") % report.label,
        subtitle=report.office.name,
        kicker=_("World Customs Organization, %s") % report.office.region.name,
        facts=[(_("Fiscal year"), f"{markup.day(first)} – {markup.day(last)}")],
        blocks=blocks,
        language=language,
        footer=f"{report.office.name}, {report.label}",
    )


def texts(text: str) -> list:
    """Paragraphs of what somebody wrote."""
    return [Paragraph(part.strip()) for part in text.split("\n\n") if part.strip()]


def opening(report: AnnualReport) -> list:
    """Foreword and executive summary."""
    blocks: list = []
    if report.foreword.strip():
        blocks += [Heading(_("Foreword")), *texts(report.foreword)]
    points = [line.strip(" -•\t") for line in report.highlights.splitlines() if line.strip(" -•\t")]
    blocks.append(Heading(_("Executive summary")))
    return [*blocks, Bullets([*points, *in_numbers(report)])]


def in_numbers(report: AnnualReport) -> list[str]:
    """What the year was, in sentences that count."""
    events = held(report)
    attended = attended_at(events)
    members = attended.values("administration").distinct().count()
    people = attended.count()
    activities = figures["technical_assistance_activities_per_year"].value(
        report.office, last_day_of(report)
    )
    told = [
        ngettext(
            "%d technical assistance activity was held.",
            "%d technical assistance activities were held.",
            activities,
        )
        % activities
    ]
    if people:
        told.append(
            ngettext(
                "%(people)s person from %(members)s administrations took part in the office’s "
                "events.",
                "%(people)s people from %(members)s administrations took part in the office’s "
                "events.",
                people,
            )
            % {"people": markup.number(people), "members": members}
        )
    return told


def held(report: AnnualReport):
    """Events of the office that ended in the year."""
    days = (fiscal.first_day(report.year), last_day_of(report))
    return Event.objects.filter(office=report.office, status__in=PAST, ends_on__range=days)


def attended_at(events):
    return Nomination.objects.filter(
        status=NominationStatus.ATTENDED, event__in=events.order_by().values("pk")
    )


def overview(report: AnnualReport) -> list:
    """Every figure at the end of the year and of the one before."""
    day = last_day_of(report)
    before = fiscal.last_day(report.year - 1)
    now, then = figures_of(report.office, day), figures_of(report.office, before)
    is_small = report.office.region.administrations.filter(is_member=True).count() < FEWEST
    rows = [
        [str(figure.title), markup.number(value), markup.number(old)]
        for (figure, value), (_figure, old) in zip(now, then, strict=True)
        if not (figure.of_members and is_small)
    ]
    return [
        Heading(_("The year in figures")),
        Table(
            _("Figures of the office"),
            [_("Figure"), markup.day(day), markup.day(before)],
            rows,
            [6, 2, 2],
            [1, 2],
        ),
        Paragraph(
            _("Each figure is defined in the portal, and opens there into the records it counts."),
            "note",
        ),
    ]


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


def participants(report: AnnualReport) -> list:
    """How many people of each member took part; never who."""
    rows = (
        attended_at(held(report))
        .values_list("administration__country_name")
        .annotate(n=Count("pk"), events=Count("event", distinct=True))
        .order_by("administration__country_name")
    )
    told = [[name, markup.number(n), markup.number(count)] for name, n, count in rows]
    if not told:
        return []
    return [
        PageBreak(),
        Heading(_("Annex: participants by member")),
        Table(
            _("People who took part in the office’s events"),
            [_("Member"), _("People"), _("Events")],
            told,
            [6, 2, 2],
            [1, 2],
        ),
    ]


def next_work(report: AnnualReport) -> list:
    """The work plan of the year after."""
    items = (
        WorkItem.objects.filter(office=report.office, year=report.year + 1)
        .exclude(status=WorkStatus.DROPPED)
        .select_related("pillar")
        .order_by("pillar__number", "starts_on", "pk")
    )
    rows = [
        [str(item.pillar.number) if item.pillar else "", item.title,
         markup.days(item.starts_on, item.ends_on), item.outcome]
        for item in items
    ]  # fmt: skip
    blocks: list = []
    if report.outlook.strip():
        blocks += [Heading(_("Outlook")), *texts(report.outlook)]
    if rows:
        blocks += [
            Heading(_("Annex: work plan %s") % fiscal.label(report.year + 1)),
            Table(
                _("What the office will do"),
                [_("Pillar"), _("What"), _("When"), _("Intended outcome")],
                rows,
                [1, 5, 3, 4],
            ),
        ]
    return blocks


def about(report: AnnualReport) -> list:
    """Who works in the office, by administration, on the last day of the year."""
    day, office = last_day_of(report), report.office
    rows = []
    for label, staff in ((_("Officers"), full_time), (_("Attachés"), attaches)):
        homes = (
            User.objects.filter(pk__in=staff(office, day).values("pk"))
            .values_list("person__seconded_from__country_name")
            .annotate(n=Count("pk"))
            .order_by("person__seconded_from__country_name")
        )
        rows += [[label, home or "–", markup.number(n)] for home, n in homes]
    blocks: list = [Heading(_("About the office"))]
    where = ", ".join(part for part in (office.host, office.city) if part)
    if where:
        blocks.append(Paragraph(_("%(office)s, %(where)s.") % {"office": office, "where": where}))
    if rows:
        headings = [_("Staff"), _("Seconded from"), _("Number")]
        blocks.append(Table(_("Staff on %s") % markup.day(day), headings, rows, [3, 5, 1], [2]))
    return blocks
