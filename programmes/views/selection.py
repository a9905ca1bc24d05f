"""The selection desk of an event: every nominee with rank, eligibility and a mark; then the results."""

from collections import Counter

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from programmes.actions import offer_free_seats, save_marks, send_results
from programmes.actions.invitations import has_begun, receivers_of
from programmes.actions.selection import UNDECIDED, DeskMoved, Mark, results_of
from programmes.eligibility import judged, shown
from programmes.letters import letters_of
from programmes.models import Event, Nomination
from programmes.views.of_event import OfEvent
from programmes.views.seats import as_pdf
from programmes.workflow import SEATED, NominationStatus
from rocb import markup
from rocb.documents import MissingGlyph, pdf
from rocb.models import Administration, Person
from rocb.views.confirm import ConfirmPage
from rocb.workflow import StepRefused


class Selection(OfEvent):
    perm = "programmes.select_nominees"
    title = gettext_lazy("Selection")
    template_name = "programmes/selection.html"

    def breadcrumbs(self):
        return [*super().breadcrumbs(), (self.title, None)]

    def get(self, request, pk):
        self.record = self.find()
        return self.show({})

    def post(self, request, pk):
        self.record = event = self.find()
        marks = {
            int(name[2:]): value
            for name, value in request.POST.items()
            if name[:2] == "m-" and name[2:].isdecimal()
        }
        places = {
            int(name[2:]): int(value)
            for name, value in request.POST.items()
            if name[:2] == "w-" and name[2:].isdecimal() and value.isdecimal() and len(value) < 5
        }
        turn = request.POST.get("turn", "")
        try:
            save_marks(
                event, marks, places, by=request.user, turn=int(turn) if turn.isdecimal() else -1
            )
        except StepRefused as refused:
            return self.show(marks, [str(refused)], 422)
        except DeskMoved:
            self.record = self.find()
            return self.show(marks, [], 409, is_moved=True)
        if "send" in request.POST:
            return HttpResponseRedirect(reverse("programmes:event-results", args=[event.pk]))
        messages.success(
            request, _("The selection is noted. Nobody is told until you send the results.")
        )
        return HttpResponseRedirect(request.path)

    def show(self, mine: dict[int, str], problems=(), status=200, is_moved=False):
        event = self.record
        rows = list(
            event.nominations.sent_in()
            .exclude(status=NominationStatus.WITHDRAWN)
            .select_related("person", "administration", "invitation")
            .order_by("administration__country_name", "rank", "pk")
        )
        signs = judged(event, rows)
        marks = {row.pk: mine.get(row.pk, row.mark) for row in rows}
        is_open = event.is_open and not has_begun(event)
        moved = {
            row.pk: row.get_mark_display()
            for row in rows
            if is_moved and row.pk in mine and mine[row.pk] != row.mark
        }
        return self.page(
            {
                "event": event,
                "is_open": is_open,
                "problems": problems,
                "is_moved": is_moved,
                "meter": meter(event, rows, marks),
                "rows": mark_safe(
                    "".join(row_html(row, marks, signs, is_open, moved) for row in rows)
                ),
                "number": len(rows),
                "undecided": sum(row.status in UNDECIDED for row in rows),
                "free": event.capacity
                and event.capacity - sum(row.status in SEATED for row in rows),
                "waiting": sum(row.status == NominationStatus.WAITING for row in rows),
                "unsent": event.nominations.filter(status=NominationStatus.NOMINATED).count()
                - sum(row.status == NominationStatus.NOMINATED for row in rows),
            },
            status,
        )


def row_html(row: Nomination, marks, signs, is_open: bool, moved) -> str:
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
        mark_html(row, marks[row.pk], moved.get(row.pk)) if can_mark else "–",
    )


def mark_html(row: Nomination, mark: str, theirs) -> str:
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
        '<div><select name="m-{0}" aria-label="{1} {2}">{3}</select> '
        '<input type="number" class="short" name="w-{0}" min="1" max="999" value="{4}"'
        ' aria-label="{5} {2}">'
        "</div>{6}",
        row.pk,
        _("Mark of"),
        row.person.full_name,
        options,
        row.waiting_position or "",
        _("Place on the waiting list of"),
        other,
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


class EventResults(OfEvent, ConfirmPage):
    perm = "programmes.select_nominees"
    title = gettext_lazy("Send the results")
    submit_label = gettext_lazy("Send the results")
    template_name = "programmes/results.html"

    def cancel_url(self):
        return reverse("programmes:event-selection", args=[self.record.pk])

    def success_url(self, record):
        return self.home()

    def consequences(self, event):
        results = results_of(event)
        selected, waiting = len(results.selected), len(results.waiting)
        down, left = len(results.turned_down), len(results.open)
        counted = (
            (
                selected,
                ngettext(
                    "%d nominee is selected and asked to confirm.",
                    "%d nominees are selected and asked to confirm.",
                    selected,
                ),
            ),
            (
                waiting,
                ngettext(
                    "%d nominee goes on the waiting list.",
                    "%d nominees go on the waiting list.",
                    waiting,
                ),
            ),
            (
                down,
                ngettext(
                    "%d nominee is told that the answer is no.",
                    "%d nominees are told that the answer is no.",
                    down,
                ),
            ),
            (
                left,
                ngettext(
                    "%d nominee is not decided on and hears nothing.",
                    "%d nominees are not decided on and hear nothing.",
                    left,
                ),
            ),
        )
        return [words % number for number, words in counted if number]

    def show(self, form, status=200, **more):
        results = results_of(self.record)
        members = {row.administration_id: row.administration for row in results.decided}
        coordinators = receivers_of(members.values()).users
        people = [row.person for row in results.decided if row.person.email]
        receivers = {
            "count": len(people) + len(coordinators),
            "names": [],
            "missing": results.missing,
        }
        return super().show(
            form,
            status,
            receivers=receivers,
            turn=self.record.selection_turn,
            is_empty=not results.decided,
            **more,
        )

    def act(self, event, **values):
        turn = self.request.POST.get("turn", "")
        try:
            self.results = send_results(
                event, by=self.request.user, turn=int(turn) if turn.isdecimal() else -1
            )
        except DeskMoved:
            raise StepRefused(
                _("The selection has changed since you saw this preview. Look at it again.")
            ) from None
        return event

    def saved(self, event):
        number = len(self.results.decided)
        return ngettext("%d result is on its way.", "%d results are on their way.", number) % number


class EventOffer(OfEvent, ConfirmPage):
    perm = "programmes.select_nominees"
    title = gettext_lazy("Offer the free seats")
    submit_label = gettext_lazy("Offer them")

    def cancel_url(self):
        return reverse("programmes:event-selection", args=[self.record.pk])

    def success_url(self, record):
        return self.cancel_url()

    def consequences(self, event):
        seated = event.nominations.seated().count()
        waiting = event.nominations.waiting().count()
        free = min(waiting, max(0, event.capacity - seated)) if event.capacity else waiting
        words = ngettext(
            "%d person is offered a seat by mail, in the order of the waiting list.",
            "%d people are offered seats by mail, in the order of the waiting list.",
            free,
        )
        days = ngettext(
            "The offer is open for %d day.", "The offers are open for %d days.", event.offer_days
        )
        return [words % free, days % event.offer_days]

    def act(self, event, **values):
        self.offered = offer_free_seats(event, by=self.request.user)
        return event

    def saved(self, event):
        number = len(self.offered)
        return ngettext("%d seat is offered.", "%d seats are offered.", number) % number


class EventLetters(OfEvent):
    """All letters of invitation in one file."""

    perm = "programmes.select_nominees"

    def get(self, request, pk):
        self.record = event = self.find()
        rows = list(
            event.nominations.filter(
                status__in=[
                    NominationStatus.SELECTED,
                    NominationStatus.CONFIRMED,
                    NominationStatus.ATTENDED,
                ]
            )
            .select_related("person", "administration", "event__office", "event__sponsor")
            .order_by("administration__country_name", "rank", "pk")
        )
        if not rows:
            return self.turned_back(_("Nobody is selected yet: there are no letters."))
        try:
            return as_pdf(pdf(letters_of(event, rows)), f"letters-{event.pk}")
        except MissingGlyph as error:
            return self.turned_back(
                _(
                    "The letters “%s” cannot be printed by our fonts. Write the name in Latin letters."
                )
                % error
            )
