"""The office's own pages: landing, settings, pauses of reminders, handover."""

from datetime import timedelta

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from rocb import markup
from rocb.deadlines import counts_of, deadlines
from rocb.figures import counted_for
from rocb.handover import hand_over, works_of
from rocb.jobs import silent_jobs
from rocb.models import Invitation, Mail, Office, Person, ReminderPause, User
from rocb.office_filters import PauseFilter
from rocb.office_forms import HandoverForm, OfficeForm, PauseForm
from rocb.panels import office_panels
from rocb.standing import Blank
from rocb.views.confirm import ConfirmPage
from rocb.views.house import Column, CreatePage, EditPage, ListPage, Page
from rocb.workflow import StepRefused

OFFICE = (gettext_lazy("Office"), "/office/")


def offices_of(user):
    """The offices whose settings somebody may change."""
    every = Office.objects.select_related("region").order_by("name__az")
    return every.filter(pk=user.office_id) if user.is_office else every


AHEAD = timedelta(days=30)


def looked_after(reader) -> list[tuple]:
    """(rows, words, name of the list, its filter) of what there is to look after."""
    today = timezone.localdate()
    mails = Mail.objects.visible_to(reader)
    open_ones = Invitation.objects.visible_to(reader).with_state(Blank("now"))
    known = (
        ("rocb.view_person", Person.objects.visible_to(reader),
         _("people in the contact book"), "office-people", ""),
        ("rocb.manage_users", User.objects.visible_to(reader).current(today),
         _("current sign-ins"), "office-users", "?current=on"),
        ("rocb.invite_user", open_ones.filter(state="open"),
         _("open invitations"), "office-invitations", "?state=open"),
        ("rocb.manage_outbox", mails.filter(status=Mail.Status.QUEUED),
         _("messages waiting"), "office-outbox", "?status=queued"),
        ("rocb.manage_outbox", mails.filter(status=Mail.Status.FAILED),
         _("messages failed"), "office-outbox", "?status=failed"),
        ("rocb.pause_reminders", ReminderPause.objects.visible_to(reader).current(today),
         _("pauses of reminders in force"), "office-pauses", "?current=on"),
    )  # fmt: skip
    return [row[1:] for row in known if reader.has_perm(row[0])]


class OfficeHome(Page):
    """What is late and what comes, who carries how much, and what there is to look after."""

    perm = "rocb.view_person"
    title = gettext_lazy("Office")
    template_name = "office/home.html"

    def get(self, request):
        user, today = request.user, timezone.localdate()
        context = {"tiles": self.tiles(), "alarms": self.alarms(), "tools": self.tools()}
        if user.is_office:
            due = counts_of(user, today=today, until=today + AHEAD)
            lines = [(kind.label, late, soon) for kind, late, soon in due]
            context["due"] = sorted(lines, key=lambda line: -line[1])
            context["late"] = sum(late for _kind, late, _soon in due)
        shown = [
            (panel.template, panel.context(user, today))
            for panel in office_panels
            if user.has_perm(panel.perm)
        ]
        return self.page({**context, "panels": [one for one in shown if one[1]]})

    def tiles(self):
        """What there is to look after, each number a link to the rows it counts; one query."""
        user = self.request.user
        shown = looked_after(user)
        numbers = counted_for(
            user,
            "tiles of the office",
            lambda reader: [rows for rows, *_more in looked_after(reader)],
            settings.MOST_COUNTED + 1,
        )
        return [
            {
                "number": markup.up_to(number, settings.MOST_COUNTED),
                "text": text,
                "url": reverse(name) + query,
            }
            for number, (_rows, text, name, query) in zip(numbers, shown, strict=True)
        ]

    def alarms(self):
        """Scheduled jobs that ought to have run and have not."""
        if not self.request.user.has_perm("rocb.view_jobs"):
            return []
        return [job.label for job in silent_jobs(timezone.now())]

    def tools(self):
        user = self.request.user
        tools = [
            ("rocb.merge_person", "office-duplicates", _("Duplicates"),
             _("People who stand in the contact book twice.")),
            ("rocb.hand_over", "office-handover", _("Handover"),
             _("All open work of one colleague moves to another.")),
            ("rocb.view_reference", "reference", _("Reference lists"),
             _("Themes, standards, areas and regions: their names, and what is still offered.")),
            ("rocb.view_jobs", "office-jobs", _("Scheduled jobs"),
             _("When each ran last, and what it did.")),
            ("rocb.view_audit", "office-audit", _("Audit"),
             _("Who changed what, and when.")),
            ("rocb.answer_data_request", "office-data-requests", _("Personal data"),
             _("What was handed out or erased, and how long what is kept.")),
        ]  # fmt: skip
        found = [
            {"text": text, "url": reverse(name), "by": by}
            for perm, name, text, by in tools
            if user.has_perm(perm)
        ]
        if user.has_perm("rocb.change_office"):
            found += [
                {
                    "text": _("Settings of %s") % office.name,
                    "url": reverse("office-settings", args=[office.pk]),
                    "by": _("Name, time zone, reminder ladder."),
                }
                for office in offices_of(user)
            ]
        return found


class OfficeSettings(EditPage):
    perm = "rocb.change_office"
    model = Office
    form_class = OfficeForm
    title = gettext_lazy("Settings of the office")

    def breadcrumbs(self):
        return [OFFICE, (_("Settings"), None)]

    def find(self):
        return get_object_or_404(offices_of(self.request.user), **self.kwargs_of_record())


class Kinds:
    """The kinds of deadline as choices, read when asked: pillars register late."""

    @property
    def choices(self):
        return [("", _("All reminders")), *((kind.key, kind.label) for kind in deadlines)]


class PauseList(ListPage):
    perm = "rocb.pause_reminders"
    model = ReminderPause
    title = gettext_lazy("Pauses of reminders")
    lead = gettext_lazy("While a pause is in force nobody of that member is reminded by mail.")
    filterset_class = PauseFilter
    ordering = ("-from_on", "-pk")
    columns = (
        Column(
            "member",
            gettext_lazy("Member"),
            "administration__country_name",
            link="office-pause-end",
        ),
        Column("kind", gettext_lazy("Which reminders"), choices=Kinds()),
        Column("reason", gettext_lazy("Reason")),
        Column("from", gettext_lazy("From"), "from_on", kind="day"),
        Column("until", gettext_lazy("Until"), "until_on", kind="day"),
    )
    create = ("rocb.pause_reminders", "office-pause-create", gettext_lazy("Pause reminders"))
    empty = {
        "title": gettext_lazy("Nobody's reminders are paused"),
        "text": gettext_lazy(
            "Pause them when a member has told you why it cannot report: a cyclone, an election, "
            "a change of coordinator."
        ),
    }

    def breadcrumbs(self):
        return [OFFICE, (self.title, None)]

    def count_label(self, count):
        return ngettext("%d pause", "%d pauses", count) % count


class PauseCreate(CreatePage):
    perm = "rocb.pause_reminders"
    title = gettext_lazy("Pause reminders")
    lead = gettext_lazy("Mail that is waiting already is dropped too. Due dates stay as they are.")
    submit_label = gettext_lazy("Pause")
    form_class = PauseForm

    def breadcrumbs(self):
        return [OFFICE, (_("Pauses of reminders"), reverse("office-pauses")), (self.title, None)]

    def form(self, data=None, files=None, **more):
        return PauseForm(data, by=self.request.user, **more)

    def initial(self):
        return {"administration": self.request.GET.get("administration")}

    def cancel_url(self):
        return reverse("office-pauses")

    def save(self, form):
        pause = form.save(commit=False)
        pause.by = self.request.user
        pause.save()
        return pause


class PauseEnd(ConfirmPage):
    perm = "rocb.pause_reminders"
    model = ReminderPause
    title = gettext_lazy("End the pause")
    submit_label = gettext_lazy("End it now")

    def queryset(self):
        return super().queryset().select_related("administration", "by__person")

    def breadcrumbs(self):
        return [OFFICE, (_("Pauses of reminders"), reverse("office-pauses")), (self.title, None)]

    def consequences(self, pause):
        kinds = dict(Kinds().choices)
        return [
            _("%(member)s, %(kind)s: “%(reason)s”, paused by %(by)s.")
            % {
                "member": pause.administration.country_name,
                "kind": kinds.get(pause.kind, pause.kind),
                "reason": pause.reason,
                "by": pause.by.full_name,
            },
            _("From the next round on the coordinator is reminded again of what is due."),
        ]

    def act(self, pause):
        """The last day of silence was yesterday."""
        yesterday = timezone.localdate() - timedelta(days=1)
        if pause.until_on and pause.until_on <= yesterday:
            raise StepRefused(_("This pause has ended already."))
        pause.until_on = yesterday
        pause.save(update_fields=["until_on"])
        return pause

    def saved(self, pause):
        return _("The pause has ended.")


class Handover(Page):
    """Choose the two, see what will move, then move it."""

    perm = "rocb.hand_over"
    title = gettext_lazy("Handover")
    template_name = "office/handover.html"

    def breadcrumbs(self):
        return [OFFICE, (self.title, None)]

    def get(self, request):
        if "giver" not in request.GET:
            return self.page({"form": HandoverForm(by=request.user)})
        form = HandoverForm(request.GET, by=request.user)
        return self.preview(form) if form.is_valid() else self.page({"form": form}, status=422)

    def preview(self, form, status: int = 200):
        giver, taker = form.cleaned_data["giver"], form.cleaned_data["taker"]
        works = [(kind.label, number) for kind, number in works_of(giver) if number]
        chosen = {"giver": giver, "taker": taker, "works": works}
        return self.page({"form": form, **chosen}, status=status)

    def post(self, request):
        form = HandoverForm(request.POST, by=request.user)
        if not form.is_valid():
            return self.page({"form": form}, status=422)
        try:
            moved = hand_over(**form.cleaned_data, by=request.user)
        except ValidationError as error:
            form.add_error(None, error)
            return self.preview(form, status=422)
        number = sum(moved.values())
        messages.success(
            request,
            ngettext("%d record handed over.", "%d records handed over.", number) % number,
        )
        return HttpResponseRedirect(reverse("office"))
