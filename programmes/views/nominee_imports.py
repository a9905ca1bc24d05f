"""Several nominees at once: paste or send a list, see what it says row by row, take it over."""

from io import BytesIO

import xlsxwriter
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from programmes.forms.nominees import ListForm
from programmes.models import Event, Invitation, Nomination, NominationImport
from programmes.nominee_import import NoList, apply_rows, compare, parse
from programmes.nominee_import.applying import check_may
from rocb import markup
from rocb.exports import XLSX
from rocb.models import Person
from rocb.sheets import SheetRefused, read_csv, read_sheets
from rocb.views.house import Page, RecordPage
from rocb.workflow import StepRefused


class ListPageOf(Page):
    """The form; `place` finds the event and, for a member's own list, the invitation."""

    perm = "programmes.nominate"
    template_name = "programmes/nominee_import.html"
    title = gettext_lazy("Several nominees at once")

    def place(self, pk) -> tuple[Event, Invitation | None]:
        raise NotImplementedError

    def breadcrumbs(self):
        return [*trail_of(self.event, self.invitation), (self.title, None)]

    def dispatch(self, request, pk):
        if not request.user.has_perm(self.perm):
            raise PermissionDenied
        self.event, self.invitation = self.place(pk)
        try:
            with transaction.atomic():
                check_may(self.event, self.invitation, request.user)
        except StepRefused as refused:
            messages.error(request, str(refused))
            return HttpResponseRedirect(trail_of(self.event, self.invitation)[-1][1])
        return super().dispatch(request, pk)

    def get(self, request, pk):
        return self.show(ListForm())

    def show(self, form, status=200):
        back = trail_of(self.event, self.invitation)[-1][1]
        return self.page(
            {
                "form": form,
                "event": self.event,
                "invitation": self.invitation,
                "back_url": back,
                "template_url": f"{reverse('programmes:nomination-template')}?"
                + ("all=1" if self.invitation is None else ""),
            },
            status,
        )

    def post(self, request, pk):
        form = ListForm(request.POST, request.FILES)
        if not form.is_valid():
            return self.show(form, 422)
        upload, text = form.cleaned_data["file"], form.cleaned_data["text"]
        try:
            if upload:
                sheets, name = read_sheets(upload.read(), upload.name), upload.name
            else:
                sheets, name = [read_csv(text.strip("\r\n").encode(), "")], _("Pasted list")
            rows, notes = parse(sheets)
        except (SheetRefused, NoList) as refused:
            form.add_error("file" if upload else "text", str(refused))
            return self.show(form, 422)
        record = NominationImport.objects.create(
            event=self.event,
            invitation=self.invitation,
            name=name.replace("\x00", "")[-240:],
            by=request.user,
            content={"rows": [row.as_json() for row in rows], "notes": notes},
        )
        return HttpResponseRedirect(
            reverse("programmes:nomination-import-preview", args=[record.pk])
        )


class InvitationImport(ListPageOf):
    def place(self, pk):
        invitations = Invitation.objects.visible_to(self.request.user)
        invitation = get_object_or_404(
            invitations.select_related("event__office", "administration"), pk=pk
        )
        return invitation.event, invitation


class EventImport(ListPageOf):
    def place(self, pk):
        events = Event.objects.visible_to(self.request.user).select_related("office")
        return get_object_or_404(events, pk=pk), None


def trail_of(event: Event, invitation: Invitation | None):
    if invitation is not None:
        return [
            (_("Invitations"), reverse("programmes:invitation-list")),
            (f"{event}: {invitation.administration}", invitation.get_absolute_url()),
        ]
    return [
        (event.title, event.get_absolute_url()),
        (_("Participants"), reverse("programmes:event-participants", args=[event.pk])),
    ]


STATES = (
    ("wrong", gettext_lazy("Wrong"), "bad"),
    ("warning", gettext_lazy("To look at"), "warn"),
    ("good", gettext_lazy("Good"), "ok"),
    ("there", gettext_lazy("There already"), "neutral"),
)


class ImportPreview(RecordPage):
    perm = "programmes.nominate"
    model = NominationImport
    template_name = "programmes/nominee_import_preview.html"
    title = gettext_lazy("What the list brings")

    def queryset(self):
        return (
            super()
            .queryset()
            .select_related("event__office", "invitation__administration", "invitation__event")
        )

    def breadcrumbs(self):
        return [*trail_of(self.record.event, self.record.invitation), (self.title, None)]

    def get(self, request, pk):
        self.record = record = self.find()
        rows = compare(record.content["rows"], record.event, record.invitation, by=request.user)
        counts = {state: sum(row.state == state for row in rows) for state, _l, _t in STATES}
        tags = {state: markup.tag(label, tone) for state, label, tone in STATES}
        order = {state: place for place, (state, _l, _t) in enumerate(STATES)}
        return self.page(
            {
                "record": record,
                "tiles": [
                    {"number": counts[state], "text": label}
                    for state, label, _tone in STATES
                    if counts[state]
                ],
                "notes": record.content["notes"],
                "rows": [
                    {
                        "name": row.name or "–",
                        "member": row.member,
                        "email": row.values.get("email", ""),
                        "tag": tags[row.state],
                        "said": [*row.problems, *row.remarks],
                        "is_wrong": row.state == "wrong",
                    }
                    for row in sorted(rows, key=lambda row: order[row.state])
                ],
                "counts": counts,
                "again_url": reverse(
                    "programmes:nomination-import"
                    if record.invitation_id
                    else "programmes:event-nomination-import",
                    args=[record.invitation_id or record.event_id],
                ),
                "is_member_list": record.invitation_id is not None,
            }
        )

    def post(self, request, pk):
        self.record = record = self.find()
        try:
            taken = apply_rows(
                record,
                by=request.user,
                take_good="take_good" in request.POST,
                take_warned="take_warned" in request.POST,
            )
        except StepRefused as refused:
            messages.error(request, str(refused))
            return HttpResponseRedirect(request.path)
        words = ngettext("%d nominee was added.", "%d nominees were added.", len(taken))
        messages.success(request, words % len(taken))
        return HttpResponseRedirect(trail_of(record.event, record.invitation)[-1][1])


HEADS = (
    ("member", gettext_lazy("Member"), 22),
    ("family_name", gettext_lazy("Family name"), 22),
    ("given_name", gettext_lazy("Given name"), 22),
    ("gender", gettext_lazy("Gender"), 10),
    ("email", gettext_lazy("E-mail"), 32),
    ("phone", gettext_lazy("Telephone"), 18),
    ("position", gettext_lazy("Position"), 28),
    ("unit", gettext_lazy("Unit"), 24),
    ("language", gettext_lazy("Language"), 20),
    ("has_course", gettext_lazy("E-learning"), 12),
    ("is_self_funded", gettext_lazy("Self-funded"), 12),
    ("motivation", gettext_lazy("Why this person"), 40),
    ("needs", gettext_lazy("Needs"), 24),
)


def template(request):
    """An empty workbook with the headings and lists to choose from."""
    if not request.user.has_perm("programmes.nominate"):
        raise PermissionDenied
    heads = [one for one in HEADS if one[0] != "member" or "all" in request.GET]
    choices = {
        "gender": [str(label) for value, label in Person.Gender.choices if value],
        "language": [str(label) for value, label in Nomination.English.choices if value],
        "has_course": [_("Yes"), _("No")],
        "is_self_funded": [_("Yes"), _("No")],
    }
    buffer = BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    bold = book.add_format({"bold": True, "bg_color": "#0B2E47", "font_color": "#FFFFFF"})
    sheet = book.add_worksheet(str(_("Nominees"))[:31])
    for column, (name, label, width) in enumerate(heads):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, str(label), bold)
        if name in choices:
            rule = {"validate": "list", "source": choices[name]}
            sheet.data_validation(1, column, 500, column, rule)
    sheet.freeze_panes(1, 0)
    book.close()
    response = HttpResponse(buffer.getvalue(), content_type=XLSX)
    response["Content-Disposition"] = 'attachment; filename="nominees.xlsx"'
    return response
