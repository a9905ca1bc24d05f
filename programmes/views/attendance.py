"""The sheet of who came, people who came without a seat, and their certificates."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from programmes.actions import add_walk_in, all_attended, record_attendance
from programmes.actions.attendance import CAME, MISSED, ON_THE_SHEET, sheet_open
from programmes.actions.nominating import add_person, person_for
from programmes.forms.nominees import WalkInForm
from programmes.models import Event, Nomination
from programmes.namesakes import Known, people_of
from programmes.views.of_event import OfEvent
from rocb import markup
from rocb.models import Person
from rocb.posted import numbered
from rocb.workflow import StepRefused


class Attendance(OfEvent):
    perm = "programmes.record_attendance"
    title = gettext_lazy("Attendance")
    template_name = "programmes/attendance.html"

    def breadcrumbs(self):
        return [*super().breadcrumbs(), (self.title, None)]

    def get(self, request, pk):
        self.record = self.find()
        return self.show()

    def post(self, request, pk):
        self.record = event = self.find()
        try:
            if "all" in request.POST:
                number = all_attended(event, by=request.user)
            else:
                came, days = posted(request.POST)
                number = record_attendance(event, came, days, by=request.user)
        except StepRefused as refused:
            return self.show(str(refused), 409)
        words = ngettext("%d row was changed.", "%d rows were changed.", number)
        messages.success(request, words % number)
        return HttpResponseRedirect(request.path)

    def show(self, problem="", status=200):
        event = self.record
        rows = list(
            event.nominations.filter(status__in=ON_THE_SHEET)
            .select_related("person", "administration")
            .order_by("administration__country_name__az", "person__family_name__az", "pk")
        )
        closed = sheet_open(event)
        return self.page(
            {
                "event": event,
                "closed": closed,
                "problem": problem,
                "number": len(rows),
                "rows": mark_safe("".join(sheet_row(row, event, not closed) for row in rows)),
                "tiles": tiles(event, rows),
                "left": sum(row.status not in (CAME, MISSED) for row in rows),
            },
            status,
        )


def posted(data) -> tuple[dict[int, tuple[str, str]], dict[int, int | None]]:
    """What the sheet says: how each row was when it was opened, and how it is now."""
    opened = numbered(data, "o-")
    came = {pk: (opened.get(pk, ""), value) for pk, value in numbered(data, "a-").items()}
    days = {
        pk: int(value) if value.isdecimal() and len(value) < 5 else None
        for pk, value in numbered(data, "d-").items()
    }
    return came, days


def sheet_row(row: Nomination, event: Event, is_open: bool) -> str:
    name = format_html('<a href="{}">{}</a>', row.get_absolute_url(), row.person.full_name)
    status = markup.tag(row.get_status_display(), markup.tone_of(row.status))
    cells: tuple = (status, row.days_attended or (event.days if row.status == CAME else ""))
    if is_open:
        boxes = format_html_join(
            "",
            '<label class="check"><input type="radio" name="a-{}" value="{}"{}> {}</label>',
            (
                (row.pk, value, mark_safe(" checked") if row.status == value else "", label)
                for value, label in ((CAME, _("Present")), (MISSED, _("Did not come")))
            ),
        )
        cells = (
            format_html(
                '<input type="hidden" name="o-{}" value="{}">{}', row.pk, row.status, boxes
            ),
            format_html(
                '<input type="number" class="short" name="d-{}" min="1" max="{}" value="{}"'
                ' aria-label="{} {}">',
                row.pk,
                event.days or 1,
                row.days_attended or event.days or "",
                _("Days of"),
                row.person.full_name,
            ),
        )
    return format_html(
        '<tr><th scope="row">{}</th><td data-label="{}">{}</td><td data-label="{}">{}</td>'
        '<td data-label="{}">{}</td></tr>\n',
        name,
        _("Member"),
        row.administration.country_name,
        _("Attendance"),
        cells[0],
        _("Days"),
        cells[1],
    )


def tiles(event: Event, rows: list[Nomination]) -> list[dict]:
    """Women, men, administrations and days of those who came."""
    came = [row for row in rows if row.status == CAME]
    women = sum(row.person.gender == Person.Gender.WOMAN for row in came)
    men = sum(row.person.gender == Person.Gender.MAN for row in came)
    days = sum(row.days_attended or event.days for row in came)
    found = [
        (len(came), _("participants")),
        (women, _("women")),
        (men, _("men")),
        (len({row.administration_id for row in came}), _("administrations")),
        (days, _("days of participants")),
    ]
    if unstated := len(came) - women - men:
        found.insert(3, (unstated, _("gender not stated")))
    return [{"number": markup.number(number), "text": text} for number, text in found]


class WalkIn(OfEvent):
    """Somebody came who had no seat."""

    perm = "programmes.record_attendance"
    title = gettext_lazy("Somebody else came")
    template_name = "generic/form.html"

    def breadcrumbs(self):
        here = reverse("programmes:event-attendance", args=[self.record.pk])
        return [*super().breadcrumbs(), (_("Attendance"), here), (self.title, None)]

    def get(self, request, pk):
        self.record = event = self.find()
        if reason := sheet_open(event):
            return self.turned_back(reason)
        return self.show(WalkInForm(event=event))

    def post(self, request, pk):
        self.record = event = self.find()
        form = WalkInForm(request.POST, event=event)
        if not form.is_valid():
            return self.show(form, 422)
        values = dict(form.cleaned_data)
        member = values.pop("administration")
        try:
            with transaction.atomic():
                person = person_of(member, values, event, request.user)
                row = add_walk_in(event, member, person, by=request.user)
        except StepRefused as refused:
            return self.turned_back(str(refused))
        except ValidationError as error:
            form.add_error(None, error)
            return self.show(form, 422)
        messages.success(request, _("%s is on the sheet, as present.") % row.person.full_name)
        return HttpResponseRedirect(reverse("programmes:event-attendance", args=[event.pk]))

    def show(self, form, status=200):
        sheet = reverse("programmes:event-attendance", args=[self.record.pk])
        return self.page(
            {
                "form": form,
                "kicker": self.record.title,
                "lead": _(
                    "Counts as attended at once. Somebody of the contact book is found by name "
                    "or address."
                ),
                "submit_label": _("Add to the sheet"),
                "cancel_url": sheet,
            },
            status,
        )


def person_of(member, values: dict, event: Event, by) -> Person:
    """Whoever of the contact book has this address or name, else somebody new."""
    known = person_for(values, by=by, book=people_of(member))
    if isinstance(known, Known):
        return Person.objects.get(pk=known.pk)
    return add_person(member, values, by=by, is_invented=event.is_invented)
