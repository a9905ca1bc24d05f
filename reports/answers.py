"""What came back to a circular: who has read it, who has replied, what was answered."""

from django.db.models import CharField, Count, F, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from programmes.asking import words
from programmes.models import Question
from programmes.results import QuestionResult, result_of
from reports.forms.circulars import in_words
from reports.models import Copy
from rocb import markup
from rocb.exports import export_rows
from rocb.models.alphabet import az
from rocb.models.people import name_at


def sheets_of(circular):
    """The reply sheets with who was written to and who has read; one query."""
    copies = circular_copies()
    return circular.replies.annotate(
        written_to=Count("copies", filter=Q(copies__is_mailed=True)),
        read_at=Subquery(copies.filter(read_at__isnull=False).values("read_at")[:1]),
        reader=Subquery(
            copies.filter(read_at__isnull=False).values("name")[:1], output_field=CharField()
        ),
        member=F("administration__country_name"),
        author=name_at("answered_by__person"),
    ).order_by("member")


def circular_copies():
    return (
        Copy.objects.filter(reply=OuterRef("pk"))
        .annotate(name=name_at("person"))
        .order_by("read_at")
    )


def replies_of(circular, path: str) -> dict:
    """Who was written to, who has read, who has replied; who is still to be chased comes first."""
    names = (_("Member"), _("Mail to"), _("Read"), _("Replied"))
    headings = [{"label": word, "nowrap": index == 1} for index, word in enumerate(names)]
    rows, answered, read, total = [], 0, 0, 0
    wants_reply = circular.reply_by is not None
    none, unread = markup.tag(_("nobody to write to"), "bad"), markup.tag(_("not read"), "warn")
    waiting = markup.tag(_("no reply yet"), "warn") if wants_reply else "–"
    sheets = list(sheets_of(circular))
    for sheet in sorted(sheets, key=lambda one: (bool(one.answered_at), az(str(one.member)))):
        total += 1
        read += bool(sheet.read_at)
        answered += bool(sheet.answered_at)
        seen = f"{markup.moment(sheet.read_at)}, {sheet.reader}" if sheet.read_at else unread
        done = f"{markup.day(sheet.answered_at)}, {sheet.author}" if sheet.answered_at else waiting
        rows.append(
            (
                markup.link(sheet.member, reverse("reports:circular-reply", args=[sheet.pk])),
                ngettext("%d person", "%d people", sheet.written_to) % sheet.written_to
                if sheet.written_to
                else none,
                seen,
                done,
            )
        )
    tiles = [(total, _("members")), (read, _("have read it")), (answered, _("have replied"))]
    if wants_reply:
        tiles.append((total - answered, _("have not replied")))
    return {
        "circular": circular,
        "tiles": [{"number": markup.number(n), "text": text} for n, text in tiles],
        "reply_headings": headings,
        "reply_rows": markup.rows_html(rows, headings),
        "results": results_of(circular.content, sheets),
        "exports": [("CSV", f"{path}?export=csv"), ("Excel", f"{path}?export=xlsx")],
    }


def results_of(content: dict, sheets: list) -> list[QuestionResult]:
    """The answers to each question added up; who wrote what stands before what was written."""
    given = [("", sheet.member, sheet.answers) for sheet in sheets if sheet.answers]
    found = []
    for question in content.get("questions", []):
        result = result_of(question, given, fewest=0)
        if question["kind"] == Question.Kind.TEXT:
            code = question["code"]
            result.texts = [f"{member}: {told[code]}" for _g, member, told in given if code in told]
        found.append(result)
    return found


def replies_file(circular, kind: str):
    """Every member with its reply and an answer a column."""
    questions = circular.content.get("questions", []) if circular.content else []
    headings = [_("Member"), _("Read"), _("Replied"), _("By"), _("Reply")]
    headings += [words(one["text"]) for one in questions]
    rows = []
    for sheet in sheets_of(circular):
        answers = in_words(circular.content, sheet.answers, "") if questions else []
        rows.append(
            [sheet.member, sheet.read_at, sheet.answered_at, sheet.author, sheet.text]
            + [text for _question, text in answers]
        )
    return export_rows(headings, rows, f"circular-{circular.reference.replace('/', '-')}", kind)
