"""A funded activity's page and a report to a donor, as documents to print.

Both are made from plain data, so what was frozen or sent gives the same document for ever.
"""

from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Q
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from donors.activity_chain import Content
from donors.activity_page import activities_with_records, contents_of, status_label
from donors.models import Activity, Agreement, DonorReport, Expenditure, Instalment
from donors.money import NOTHING, summed, with_money
from missions.models import Implementation
from rocb import markup
from rocb.documents import Bullets, Document, Heading, Paragraph, Table


def day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def amounts(rows: list[list[str]]) -> str:
    return ", ".join(markup.money(Decimal(amount), currency) for currency, amount in rows)


def activity_document(
    content: Content, *, as_at: date, mark: str = "", language: str = "en"
) -> Document:
    """The page of a funded activity. `content` holds only what its reader may read."""
    with translation.override(language):
        return Document(
            title=content["title"],
            subtitle=_("What the money moved, as at %s") % markup.day(as_at),
            kicker=content["office"],
            facts=[(str(label), str(value)) for label, value in activity_facts(content) if value],
            blocks=activity_blocks(content, 1),
            language=language,
            footer=f"{content['office']}, {markup.day(as_at)}",
            mark=mark,
        )


def activity_facts(content: Content) -> list[tuple[Any, Any]]:
    """Where, when, by whom: the head of page and document alike."""
    when = markup.days(day(content["starts_on"]), day(content["ends_on"]))
    return [
        (_("Status"), status_label(content["kind"], content["status"])),
        (_("When") if content["kind"] != "action" else _("Due"), when),
        (_("Where"), content["place"]),
        (_("Host"), content["host"]),
        (_("Carried out by"), content["implementer"] or content["office"]),
        (_("Programme"), content["programme"]),
        (_("Themes"), ", ".join(content["themes"])),
    ]


def activity_blocks(content: Content, level: int) -> list:
    """The sections, in the order of the chain."""
    blocks: list[Any] = []

    def part(title: str, *found: Any) -> None:
        if found:
            blocks.append(Heading(title, level))
            blocks.extend(found)

    asked = [Paragraph(content["purpose"])] if content["purpose"] else []
    asked += [
        Paragraph(f"{one['member']}: {one['title']}. {one['reason']}") for one in content["asked"]
    ]
    part(_("Who asked, and why"), *asked)
    part(_("Who pays"), payer_part(content))
    part(_("People trained"), *people_blocks(content))
    if questions := content["evaluation"].get("questions"):
        part(
            _("What participants said"),
            Table(
                _("Mean of %s answers, from 1 to 5") % content["evaluation"]["answers"],
                [_("Question"), _("Mean")],
                questions,
                [5, 1],
                [1],
            ),
        )
    part(_("What moved"), *action_blocks(content))
    if content["outcome"]:
        part(_("What came of it"), Paragraph(content["outcome"]))
    return blocks


def payer_part(content: Content) -> Table | Bullets:
    """Who pays, and how much; only who, where amounts are not told."""
    if not any(one["amounts"] or one["in_kind"] for one in content["payers"]):
        return Bullets([one["donor"] for one in content["payers"]])
    rows = [
        [one["donor"], amounts(one["amounts"]), amounts(one["spent"]), "; ".join(one["in_kind"])]
        for one in content["payers"]
    ]
    headings = [_("Donor"), _("Gives"), _("Spent so far"), _("In kind")]
    return Table("", headings, rows, [4, 2, 2, 3], [1, 2])


def people_blocks(content: Content) -> list[Any]:
    people = content["people"]
    if not people["total"]:
        return []
    blocks: list[Any] = [Paragraph(people_line(people))]
    if len(people["administrations"]) > 1:
        rows = [[name, str(n)] for name, n in people["administrations"]]
        blocks.append(Table("", [_("Administration"), _("People")], rows, [4, 1], [1]))
    return blocks


def people_line(people: Content) -> str:
    """How many, from where, for how long, in one sentence."""
    total, places, days = people["total"], len(people["administrations"]), people["days"]
    words = _("%(people)s of %(places)s, %(days)s.") % {
        "people": ngettext("%(n)s person", "%(n)s people", total) % {"n": markup.number(total)},
        "places": ngettext("%d administration", "%d administrations", places) % places,
        "days": ngettext("%d day each", "%d days each", days) % days,
    }
    if people.get("women") or people.get("men"):
        words += " " + _("Women: %(women)s, men: %(men)s.") % people
        if people["unstated"]:
            words += " " + _("Not stated: %(unstated)s.") % people
    return words


def action_line(one: Content) -> str:
    """How far an action is: what the member reported, what the office verified."""
    status = str(dict(Implementation.choices).get(one["status"], one["status"]))
    parts = [f"{status}, {one['percent']} %"]
    if one["reported"]:
        parts.append(_("reported in %s") % one["reported"][0])
    if one["verified"]:
        parts.append(_("verified in %s") % one["verified"][0])
    return "; ".join(parts)


def action_blocks(content: Content) -> list[Any]:
    blocks: list[Any] = []
    if content["actions"]:
        rows = [[one["member"], one["title"], action_line(one)] for one in content["actions"]]
        headings = [_("Member"), _("Action"), _("How far it is")]
        blocks.append(Table("", headings, rows, [2, 4, 3]))
    if line := hidden_line(content["hidden"]):
        blocks.append(Paragraph(line))
    return blocks


def hidden_line(hidden: Content) -> str:
    """The actions whose members keep them to themselves, in numbers."""
    if not hidden["total"]:
        return ""
    return _(
        "Actions that their members do not share with donors: %(total)s, of them finished: "
        "%(finished)s, verified by the office: %(verified)s."
    ) % {name: markup.number(hidden[name]) for name in ("total", "finished", "verified")}


def report_document(report: DonorReport, *, language: str = "en") -> Document:
    """A report on an agreement for a period, from the records as they stand; eight queries."""
    agreement = report.agreement
    with translation.override(language):
        facts = [
            (_("Donor"), agreement.donor.name),
            (_("Agreement"), f"{agreement.reference} {agreement.title}"),
            (_("Period"), str(markup.days(report.from_on, report.until_on))),
            (_("Agreed"), markup.money(agreement.amount, agreement.currency)),
            (_("Runs"), str(markup.days(agreement.starts_on, agreement.ends_on))),
        ]
        blocks: list[Any] = []
        for title, text in (
            (_("In short"), report.summary),
            (_("Difficulties"), report.difficulties),
            (_("What comes next"), report.outlook),
        ):
            if text:
                blocks += [Heading(title, 1), Paragraph(text)]
        at = 2 if report.summary else 0
        blocks[at:at] = [Heading(_("The money"), 1), *money_blocks(report)]
        return Document(
            title=str(report.get_kind_display()),
            subtitle=agreement.title,
            kicker=agreement.office.name,
            facts=facts,
            blocks=blocks + activities_of_report(report),
            language=language,
            footer=f"{agreement.reference}, {markup.days(report.from_on, report.until_on)}",
        )


def money_blocks(report: DonorReport) -> list[Any]:
    """What came in and went out, in the period and altogether."""
    agreement, span = report.agreement, (report.from_on, report.until_on)
    currency = agreement.currency

    def show(amount: Decimal | None) -> str:
        return markup.money(amount or NOTHING, currency)

    in_time = Instalment.objects.filter(received_on__range=span)
    own = Agreement.objects.filter(pk=agreement.pk)
    held = with_money(own).annotate(came=summed(in_time, "received_amount")).get()
    spent = list(
        Expenditure.objects.filter(agreement=agreement, on__range=span).order_by("on", "pk")
    )
    went = sum((row.amount for row in spent), NOTHING)
    rows = [
        [_("Received"), show(held.came), show(held.received)],
        [_("Allocated"), "", show(held.allocated)],
        [_("Spent"), show(went), show(held.spent)],
        [_("Received and not spent"), "", show(held.received - held.spent)],
    ]
    blocks: list[Any] = [
        Table("", ["", _("In the period"), _("Altogether")], rows, [3, 2, 2], [1, 2])
    ]
    lines = [[markup.day(row.on), row.what, show(row.amount)] for row in spent]
    if lines:
        headings = [_("Paid"), _("For what"), _("Amount")]
        blocks.append(Table(_("Expenditure in the period"), headings, lines, [2, 5, 2], [2]))
    return blocks


def activities_of_report(report: DonorReport) -> list[Any]:
    """What the agreement paid for in the period, each with what it moved."""
    span = (report.from_on, report.until_on)
    in_time = (
        Q(event__starts_on__range=span)
        | Q(mission__starts_on__range=span)
        | Q(action__isnull=False)
        | Q(allocations__on__range=span)
    )
    paid = Activity.objects.filter(
        in_time, allocations__agreement=report.agreement_id, allocations__released_on=None
    )
    found = activities_with_records(Activity.objects.filter(pk__in=paid.values("pk")))
    blocks: list[Any] = []
    contents = contents_of(list(found.order_by("pk")), donor_id=report.agreement.donor_id)
    for content in contents:
        facts = [f"{label}: {value}" for label, value in activity_facts(content) if value]
        blocks += [Heading(content["title"], 2), Bullets(facts), *activity_blocks(content, 3)]
    return [Heading(_("What it paid for"), 1), *blocks] if blocks else []
