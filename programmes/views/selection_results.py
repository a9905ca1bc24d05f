"""Sending the results of a selection, offering free seats, and the letters."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from programmes.actions import offer_free_seats, send_results
from programmes.actions.invitations import receivers_of
from programmes.actions.selection import DeskMoved, results_of
from programmes.letters import LETTERED, letters_of
from programmes.views.of_event import OfEvent
from programmes.views.seats import as_pdf
from rocb.documents import MissingGlyph, pdf
from rocb.posted import number_in
from rocb.views.confirm import ConfirmPage
from rocb.workflow import StepRefused


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
        turn = number_in(self.request.POST.get("turn", ""), -1)
        try:
            self.results = send_results(event, by=self.request.user, turn=turn)
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
            event.nominations.filter(status__in=LETTERED)
            .select_related("person", "administration", "event__office", "event__sponsor")
            .order_by("administration__country_name__az", "rank", "pk")
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
