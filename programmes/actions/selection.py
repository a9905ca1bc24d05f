"""Selecting among the nominees: notes on the desk first, then all results at once."""

from dataclasses import dataclass, field

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F, Max
from django.utils import timezone
from django.utils.translation import gettext as _

from programmes.actions.invitations import locked_event, refuse_closed
from programmes.actions.nominations import ask_to_confirm
from programmes.actions.offers import free_seats
from programmes.models import Event, Nomination
from programmes.workflow import NOMINATION, NominationStatus
from rocb.post import post_to, tell, users_of
from rocb.roles import Role
from rocb.workflow import StepRefused

UNDECIDED = (NominationStatus.NOMINATED, NominationStatus.WAITING)
Mark = Nomination.Mark


class DeskMoved(Exception):
    """Somebody else has saved the selection meanwhile. Nothing was saved."""


def undecided(event: Event):
    """The nominees that a mark can still move: sent in, without a seat, still in play."""
    return event.nominations.sent_in().filter(status__in=UNDECIDED)


@transaction.atomic
def save_marks(
    event: Event, marks: dict[int, str], places: dict[int, int], *, by, turn: int
) -> Event:
    """Note what the desk decides (id of the nomination -> mark), and the order of the waiting list.

    `turn` is the one that the desk was opened with: raises DeskMoved when another has saved since,
    StepRefused when more would be selected than there are seats.
    """
    event = locked_event(event.pk)
    if not event.allows(by, "programmes.select_nominees"):
        raise PermissionDenied
    refuse_closed(event)
    if event.selection_turn != turn:
        raise DeskMoved
    rows = list(undecided(event).select_related("invitation"))
    for row in rows:
        row.mark = marks.get(row.pk, row.mark)
        if row.mark not in Mark.values:
            raise StepRefused(_("There is no mark “%s”.") % row.mark[:20])
        waits = row.mark == Mark.WAIT or (
            row.status == NominationStatus.WAITING and row.mark == Mark.NONE
        )
        row.waiting_position = places.get(row.pk, row.waiting_position) if waits else None
        row.updated_by, row.updated_at = by, timezone.now()
    refuse_overbooked(event, sum(row.mark == Mark.SELECT for row in rows))
    Nomination.objects.bulk_update(rows, ["mark", "waiting_position", "updated_by", "updated_at"])
    event.selection_turn += 1
    event.save(update_fields=["selection_turn"])
    return event


def refuse_overbooked(event: Event, selected: int) -> None:
    free = free_seats(event)
    if free is not None and selected > free:
        raise StepRefused(
            _("%(selected)s are marked to be selected, and %(free)s of %(seats)s seats are free.")
            % {"selected": selected, "free": max(0, free), "seats": event.capacity}
        )


@dataclass
class Results:
    """What sending the results would do: nominees by what becomes of them."""

    selected: list[Nomination] = field(default_factory=list)
    waiting: list[Nomination] = field(default_factory=list)
    turned_down: list[Nomination] = field(default_factory=list)
    open: list[Nomination] = field(default_factory=list)

    @property
    def decided(self) -> list[Nomination]:
        return [*self.selected, *self.waiting, *self.turned_down]

    @property
    def missing(self) -> list[str]:
        """Who is decided on and cannot be written to."""
        return [one.person.full_name for one in self.decided if not one.person.email]


def results_of(event: Event) -> Results:
    """What the marks say, in the order of the waiting list; one query."""
    found = Results()
    rows = undecided(event).select_related("person", "administration", "invitation")
    order = (F("waiting_position").asc(nulls_last=True), "rank", "invitation__answered_at", "pk")
    for row in rows.order_by(*order):
        if row.mark == Mark.SELECT:
            found.selected.append(row)
        elif row.mark == Mark.WAIT and row.status == NominationStatus.NOMINATED:
            found.waiting.append(row)
        elif row.mark == Mark.TURN_DOWN:
            found.turned_down.append(row)
        elif row.status == NominationStatus.NOMINATED:
            found.open.append(row)
    return found


@transaction.atomic
def send_results(event: Event, *, by, turn: int) -> Results:
    """Make the marks real and tell each nominee and each member once.

    Raises DeskMoved when the marks are not those that were previewed, StepRefused when nothing is
    marked, too many are, or the event is closed.
    """
    event = locked_event(event.pk)
    if not event.allows(by, "programmes.select_nominees"):
        raise PermissionDenied
    refuse_closed(event)
    if event.selection_turn != turn:
        raise DeskMoved
    results = results_of(event)
    if not results.decided:
        raise StepRefused(_("Nobody is marked: note first who is selected."))
    refuse_overbooked(event, len(results.selected))
    waiting = event.nominations.filter(status=NominationStatus.WAITING)
    place = waiting.aggregate(last=Max("waiting_position"))["last"] or 0
    for row in results.selected:
        settle(row, "select", by)
    for number, row in enumerate(results.waiting, place + 1):
        settle(row, "wait", by, number)
    for row in results.turned_down:
        settle(row, "turn_down", by)
    event.selection_turn += 1
    event.save(update_fields=["selection_turn"])
    tell_members(event, results, by)
    return results


LETTER_OF = {"wait": "nominee_waiting", "turn_down": "nominee_not_selected"}


def settle(row: Nomination, step: str, by, place: int | None = None) -> None:
    """One nominee's result, and the mail about it."""
    taken = NOMINATION.take(row, step, by=by)
    taken.mark, taken.waiting_position = Mark.NONE, place
    taken.save(update_fields=["mark", "waiting_position"])
    if step == "select":
        ask_to_confirm(taken, by)
        return
    taken.asked_at = timezone.now()
    taken.save(update_fields=["asked_at"])
    template = LETTER_OF[step]
    post_to(
        [row.person],
        template,
        f"{template}:{row.pk}:{taken.asked_at.timestamp():.3f}",
        about=taken,
        administration=row.administration,
        by=by,
        path="",
    )


def tell_members(event: Event, results: Results, by) -> None:
    """One mail to the coordinators of each member, with all of its nominees."""
    members: dict[int, list[Nomination]] = {}
    for row in results.decided:
        members.setdefault(row.administration_id, []).append(row)
    outcome = {
        **{row.pk: "selected" for row in results.selected},
        **{row.pk: "waiting" for row in results.waiting},
        **{row.pk: "not_selected" for row in results.turned_down},
    }
    for rows in members.values():
        about = rows[0].invitation or event
        tell(
            users_of(rows[0].administration, Role.COORDINATOR),
            "selection_results",
            f"selection_results:{event.pk}:{event.selection_turn}",
            about=about,
            administration=rows[0].administration,
            by=by,
            event=event.pk,
            results=[[row.person.full_name, outcome[row.pk]] for row in rows],
        )
