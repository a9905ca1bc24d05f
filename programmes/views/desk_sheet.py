"""The sheet of the selection desk: its lines, and the meter above them."""

from collections import Counter

from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from programmes.actions.selection import UNDECIDED, Mark
from programmes.eligibility import shown
from programmes.models import Event, Nomination
from programmes.workflow import SEATED, NominationStatus
from rocb import markup
from rocb.models import Administration, Person


def row_html(row: Nomination, marks, places, signs, is_open: bool, moved) -> str:
    """One line of the desk, joined in Python: it has a select and a number for each of 60 people."""
    name = format_html('<a href="{}">{}</a>', row.get_absolute_url(), row.person.full_name)
    unit = ", ".join(filter(None, (row.person.position, row.person.get_gender_display())))
    can_mark = is_open and row.status in UNDECIDED
    status = markup.tag(row.get_status_display(), markup.tone_of(row.status))
    seats = row.invitation.seats if row.invitation else 0
    reserve = format_html(' <span class="by">{}</span>', _("reserve"))
    rank = format_html("{}{}", row.rank, reserve if row.rank > seats else "")
    return format_html(
        '<tr><th scope="row">{} <span class="by">{}</span></th>'
        '<td data-label="{}">{}</td><td data-label="{}">{}</td><td data-label="{}">{}</td>'
        '<td data-label="{}">{}</td><td data-label="{}">{}</td></tr>\n',
        name,
        unit,
        _("Member"),
        row.administration.country_name,
        _("Rank"),
        rank,
        _("Eligibility"),
        shown(signs[row.pk]),
        _("Status"),
        status,
        _("Mark"),
        mark_html(row, marks[row.pk], places.get(row.pk), moved.get(row.pk)) if can_mark else "–",
    )


def mark_html(row: Nomination, mark: str, place: int | None, theirs) -> str:
    options = format_html_join(
        "",
        '<option value="{}"{}>{}</option>',
        (
            (value, mark_safe(" selected") if value == mark else "", label)
            for value, label in options_of(row)
        ),
    )
    other = ""
    if theirs is not None:
        other = format_html('<p class="error">{} {}</p>', _("Saved by the other:"), theirs)
    return format_html(
        '<input type="hidden" name="o-{0}" value="{7}">'
        '<div><select name="m-{0}" aria-label="{1} {2}">{3}</select> '
        '<input type="number" class="short" name="w-{0}" min="1" max="999" value="{4}"'
        ' aria-label="{5} {2}">'
        "</div>{6}",
        row.pk,
        _("Mark of"),
        row.person.full_name,
        options,
        place or row.waiting_position or "",
        _("Place on the waiting list of"),
        other,
        row.mark,
    )


def options_of(row: Nomination):
    if row.status == NominationStatus.WAITING:
        keep = [(Mark.NONE.value, _("Stays on the list"))]
        return [
            *keep,
            (Mark.SELECT.value, Mark.SELECT.label),
            (Mark.TURN_DOWN.value, Mark.TURN_DOWN.label),
        ]
    return [(Mark.NONE.value, Mark.NONE.label), *[one for one in Mark.choices if one[0]]]


def meter(event: Event, rows: list[Nomination], marks: dict[int, str]) -> dict:
    """Seats, gender and geography of those who have a seat or are marked to get one."""
    chosen = [
        row
        for row in rows
        if row.status in SEATED or (row.status in UNDECIDED and marks[row.pk] == Mark.SELECT)
    ]
    seated = sum(row.status in SEATED for row in rows)
    marked = len(chosen) - seated
    free = max(0, (event.capacity or len(chosen)) - len(chosen))
    genders = Counter(row.person.gender for row in chosen)
    places = Counter(row.administration_id for row in chosen)
    groups = groups_of(places)
    return {
        "chosen": len(chosen),
        "capacity": event.capacity,
        "is_over": bool(event.capacity and len(chosen) > event.capacity),
        "administrations": len(places),
        "seats": [
            {"label": _("Have a seat"), "value": seated, "fill": "f3"},
            {"label": _("Marked"), "value": marked, "fill": "f1"},
            {"label": _("Free"), "value": free, "fill": "f0"},
        ],
        "genders": [
            {"label": Person.Gender(key).label, "value": genders.get(key, 0), "fill": fill}
            for key, fill in (("w", "f2"), ("m", "f1"), ("", "f0"))
            if genders.get(key)
        ],
        "groups": groups,
    }


def groups_of(places: Counter) -> list[dict]:
    """People by sub-region: the groupings of their administrations; one query."""
    rows = Administration.objects.filter(pk__in=places).values_list(
        "pk", "groupings__code", "groupings__name"
    )
    found: Counter = Counter()
    none = set(places)
    for pk, code, name in rows:
        if code:
            found[name] += places[pk]
            none.discard(pk)
    if none:
        found[_("None of these")] = sum(places[pk] for pk in none)
    return [{"label": label, "value": number} for label, number in found.most_common()]
