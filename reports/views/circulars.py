"""Circulars: the archive, one circular with who has read and replied, writing and sending."""

from django.db.models import Exists, F, OuterRef, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from programmes.asking import words
from reports.actions import audience, mark_read
from reports.actions.circulars import owing
from reports.answers import replies_file, replies_of
from reports.filters import CircularFilter
from reports.forms.circulars import CircularForm, ReplyDayForm
from reports.markdown import html_of
from reports.models import Circular, Copy, Reply
from reports.sections import InReports
from reports.workflow.circulars import CIRCULAR, CircularStatus
from rocb import markup
from rocb.figures import CountOf
from rocb.views.house import Column, CreatePage, DetailPage, EditPage, ListPage, StepPage


class CircularList(InReports, ListPage):
    """The archive. Members find those that went to them, and whether they have replied."""

    section = "circulars"
    template_name = "reports/list.html"
    perm = "reports.view_circular"
    model = Circular
    title = gettext_lazy("Circulars")
    filterset_class = CircularFilter
    ordering = (F("sent_at").desc(nulls_first=True), "-pk")
    create = ("reports.change_circular", "reports:circular-create", gettext_lazy("New circular"))
    empty = {
        "title": gettext_lazy("No circular yet"),
        "text": gettext_lazy("Letters of the office to members are kept and searched here."),
    }

    @property
    def columns(self):
        shown = [
            Column("subject", gettext_lazy("Subject"), link="reports:circular-detail"),
            Column("reference", gettext_lazy("Reference")),
            Column("sent", gettext_lazy("Sent"), "sent_at", kind="day"),
            Column("reply_by", gettext_lazy("Reply by"), kind="day"),
        ]
        if self.request.user.is_member:
            return (*shown, Column("replied", gettext_lazy("We replied"), "replied_at", kind="day"))
        return (
            *shown,
            Column("members", gettext_lazy("Members"), "number_sent", kind="number"),
            Column("read", gettext_lazy("Read"), "number_read", kind="number"),
            Column("answered", gettext_lazy("Replied"), "number_answered", kind="number"),
            Column("status", gettext_lazy("Status"), kind="tag", choices=CircularStatus),
        )

    def rows(self):
        rows = super().rows()
        if self.request.user.is_member:
            mine = Reply.objects.filter(
                circular=OuterRef("pk"), administration=self.request.user.organisation_id
            )
            return rows.annotate(replied_at=Subquery(mine.values("answered_at")[:1]))
        sent = Reply.objects.filter(circular=OuterRef("pk")).values("pk")
        read = Copy.objects.filter(reply=OuterRef("pk"), read_at__isnull=False)
        return rows.annotate(
            number_sent=CountOf(sent),
            number_read=CountOf(sent.filter(Exists(read))),
            number_answered=CountOf(sent.filter(answered_at__isnull=False)),
        )

    def count_label(self, count):
        return ngettext("%d circular", "%d circulars", count) % count


class CircularRecord(InReports):
    section = "circulars"
    model = Circular

    def queryset(self):
        return super().queryset().select_related("office", "questionnaire")

    def breadcrumbs(self):
        trail = [(_("Circulars"), reverse("reports:circular-list"))]
        record = getattr(self, "record", None)
        return [*trail, (str(record), record.get_absolute_url())] if record else trail

    def cancel_url(self):
        record = getattr(self, "record", None)
        return record.get_absolute_url() if record else reverse("reports:circular-list")


class CircularDetail(CircularRecord, DetailPage):
    perm = "reports.view_circular"
    template_name = "reports/circular_detail.html"
    workflow = CIRCULAR
    step_url = "reports:circular-step"

    @property
    def kicker(self):
        return _("Circular %s") % self.record.reference if self.record.reference else _("Circular")

    def breadcrumbs(self):
        return [(_("Circulars"), reverse("reports:circular-list")), (self.record.subject, None)]

    def get(self, request, *args, **kwargs):
        if request.user.is_member:
            mark_read(self.find(), by=request.user)
        if request.GET.get("export") in ("csv", "xlsx") and self.reads_replies():
            return replies_file(self.find(), request.GET["export"])
        return super().get(request, *args, **kwargs)

    def reads_replies(self) -> bool:
        return self.request.user.has_perm("rocb.view_region")

    def tab_names(self):
        names = [("", _("Circular"))]
        if self.reads_replies() and not self.record.is_draft:
            names.append(("replies", _("Read and replied")))
        return [*names, ("past", _("History"))] if self.reads_replies() else names

    def shows_past(self):
        return self.tab == "past"

    def links(self, circular):
        may_change = circular.allows(self.request.user, "reports.change_circular")
        if not may_change or not circular.is_draft:
            return []
        return [(_("Edit"), reverse("reports:circular-edit", args=[circular.pk]))]

    def facts(self, circular):
        return [
            (_("Sent"), markup.weekday(circular.sent_at)),
            (_("Reply by"), markup.weekday(circular.reply_by) or _("no reply is asked for")),
        ]

    def who_can_see(self, circular):
        if circular.is_draft:
            return [_("The regional office, until it is sent")]
        return [
            _("The members that it was sent to"),
            _("The regional office"),
            _("The WCO Secretariat"),
        ]

    def trail(self, circular):
        found = super().trail(circular)
        if self.request.user.is_member:
            # Files are for the receivers; how the letter came about is not.
            found["timeline"] = None
        return found

    def details(self, circular):
        user = self.request.user
        if self.tab == "replies":
            return {"title": circular.subject, **replies_of(circular, self.request.path)}
        if self.tab:
            return {"title": circular.subject}
        context = {
            "title": circular.subject,
            "circular": circular,
            "body": html_of(circular.body),
            "questions": questions_of(circular),
            **super().trail(circular),
            "timeline": None,
        }
        if user.is_member:
            sheet = circular.replies.filter(administration=user.organisation_id).first()
            context |= {"sheet": sheet, "may_reply": sheet and may_reply(sheet, circular, user)}
        elif circular.is_draft:
            found = audience(circular)
            context["receivers"] = found.as_receivers()
        return context


def may_reply(sheet, circular, user) -> bool:
    return circular.status == CircularStatus.SENT and sheet.allows(user, "reports.answer_circular")


def questions_of(circular) -> list[str]:
    """What is asked with the reply, in the reader's language."""
    if circular.content:
        return [words(one["text"]) for one in circular.content["questions"]]
    if circular.questionnaire is None:
        return []
    return list(circular.questionnaire.questions.values_list("text", flat=True))


class CircularForms(CircularRecord):
    template_name = "reports/form.html"
    form_class = CircularForm

    def form(self, data=None, files=None, **more):
        return CircularForm(data, files, user=self.request.user, **more)


class CircularCreate(CircularForms, CreatePage):
    perm = "reports.change_circular"
    title = gettext_lazy("New circular")
    lead = gettext_lazy(
        "First a draft: you see it as members will, with its receivers, before it goes."
    )

    def save(self, form):
        form.instance.office_id = self.request.user.organisation_id
        return super().save(form)


class CircularEdit(CircularForms, EditPage):
    perm = "reports.change_circular"
    title = gettext_lazy("Edit the circular")

    def closed(self, circular):
        return "" if circular.is_draft else _("It has been sent: its words stay as they went out.")


class CircularStep(CircularRecord, StepPage):
    """What will happen first: the letter as it goes, how many get it, who has no address."""

    template_name = "reports/circular_step.html"
    workflow = CIRCULAR
    step_forms = {"move": ReplyDayForm}

    def receivers(self, circular):
        if self.step.name == "send":
            return audience(circular).as_receivers()
        if self.step.name in ("move", "reopen"):
            return {"count": owing(circular).count(), "names": [], "missing": []}
        return None

    def consequences(self, circular):
        if self.step.name == "close":
            return [_("No reply can be given any more, and nobody is reminded.")]
        if self.step.name == "reopen":
            return [
                _("Replies are taken again; they are wanted by %s.")
                % (markup.weekday(circular.reply_by) or _("no day")),
                _("Who has not replied is told, with your reason, and reminded anew."),
                _("The day can be moved afterwards."),
            ]
        if self.step.name == "move":
            return [
                _("Replies are wanted by %s now.")
                % (markup.weekday(circular.reply_by) or _("no day")),
                _("Who has not replied is told of the new day, and reminded anew."),
            ]
        sentences = [_("Each person gets one mail; its words cannot be changed any more.")]
        if circular.reply_by:
            sentences.append(
                _("Members that have not replied are reminded up to %s and after.")
                % markup.day(circular.reply_by)
            )
        return sentences

    def show(self, record, form, status=200):
        self.shown = record
        return super().show(record, form, status)

    def page(self, context, status=200):
        if self.step.name == "send":
            context = {**context, "body": html_of(self.shown.body), "circular": self.shown}
        return super().page(context, status)
