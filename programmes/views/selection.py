"""The selection desk of an event: every nominee with rank, eligibility and a mark; then the results."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from programmes.actions import save_marks
from programmes.actions.invitations import has_begun
from programmes.actions.selection import UNDECIDED, DeskMoved
from programmes.eligibility import judged
from programmes.views.desk_sheet import meter, row_html
from programmes.views.of_event import OfEvent
from programmes.workflow import SEATED, NominationStatus
from rocb.posted import number_in, numbered
from rocb.workflow import StepRefused


class Selection(OfEvent):
    perm = "programmes.select_nominees"
    title = gettext_lazy("Selection")
    template_name = "programmes/selection.html"

    def breadcrumbs(self):
        return [*super().breadcrumbs(), (self.title, None)]

    def get(self, request, pk):
        self.record = self.find()
        return self.show({}, {})

    def post(self, request, pk):
        self.record = event = self.find()
        marks, opened = numbered(request.POST, "m-"), numbered(request.POST, "o-")
        places = {
            pk: int(value)
            for pk, value in numbered(request.POST, "w-").items()
            if value.isdecimal() and len(value) < 5
        }
        turn = number_in(request.POST.get("turn", ""), -1)
        try:
            save_marks(event, marks, places, by=request.user, turn=turn)
        except StepRefused as refused:
            return self.show(marks, places, [str(refused)], 422)
        except DeskMoved:
            self.record = self.find()
            # Where this reader changed nothing, what the other saved stands.
            mine = {pk: mark for pk, mark in marks.items() if mark != opened.get(pk)}
            return self.show(mine, {pk: places[pk] for pk in mine if pk in places}, [], 409, True)
        if "send" in request.POST:
            return HttpResponseRedirect(reverse("programmes:event-results", args=[event.pk]))
        messages.success(
            request, _("The selection is noted. Nobody is told until you send the results.")
        )
        return HttpResponseRedirect(request.path)

    def show(self, mine: dict[int, str], places, problems=(), status=200, is_moved=False):
        """The desk with what was typed (`mine`, `places`) over what is stored."""
        event = self.record
        rows = list(
            event.nominations.sent_in()
            .exclude(status=NominationStatus.WITHDRAWN)
            .select_related("person", "administration", "invitation")
            .order_by("administration__country_name__az", "rank", "pk")
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
                    "".join(row_html(row, marks, places, signs, is_open, moved) for row in rows)
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
