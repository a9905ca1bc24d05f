"""The annual report as a document: made from the records, in both languages, and frozen when issued.

What is issued is the description of the document itself, block by block: neither a new definition of a
figure nor a changed record can change what the heads of customs were told. The report names no
person and no member's own state: events that were announced, totals, and how many took part.
"""

import hashlib
import json
from collections.abc import Callable, Sequence
from typing import Any

from django.conf import settings
from django.db.models import Count
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from programmes.models import Nomination
from programmes.workflow import NominationStatus
from reports.annual_pillars import DRAWN, held, last_day_of, pillar_part, texts
from reports.models import AnnualReport, WorkItem
from reports.workflow import WorkStatus
from rocb import fiscal, markup
from rocb.documents import Bullets, Document, Heading, PageBreak, Paragraph, Table
from rocb.figures import FEWEST, figures, figures_of
from rocb.models import User
from rocb.office_figures import attaches, full_time

Content = dict[str, Any]
LANGUAGES = [code for code, _name in settings.LANGUAGES]


def silent(_done: int, _total: int) -> None:
    """Nobody waits to be told how far it is."""


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


def participants(report: AnnualReport) -> list:
    """How many people of each member took part; never who."""
    rows = (
        attended_at(held(report))
        .values_list("administration__country_name")
        .annotate(n=Count("pk"), events=Count("event", distinct=True))
        .order_by("administration__country_name__az")
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
            .order_by("person__seconded_from__country_name__az")
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
