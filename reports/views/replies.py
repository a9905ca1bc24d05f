"""A member's reply to a circular: read it, give it, give it anew."""

from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from reports.actions import reply
from reports.forms.circulars import ReplyForm, as_typed, in_words
from reports.models import Reply
from reports.sections import InReports
from reports.views.circulars import may_reply
from rocb import markup
from rocb.views.house import DetailPage, VerbPage


class ReplyRecord(InReports):
    section = "circulars"
    model = Reply

    def queryset(self):
        return super().queryset().select_related(
            "circular__office", "administration", "answered_by__person"
        )  # fmt: skip

    def breadcrumbs(self):
        trail = [(_("Circulars"), reverse("reports:circular-list"))]
        record = getattr(self, "record", None)
        if record is None:
            return trail
        circular = record.circular
        return [
            *trail,
            (str(circular), circular.get_absolute_url()),
            (record.administration.country_name, record.get_absolute_url()),
        ]


class ReplyDetail(ReplyRecord, DetailPage):
    perm = "reports.view_circular"
    kicker = gettext_lazy("Reply to a circular")
    template_name = "reports/reply_detail.html"

    def status(self, sheet):
        if sheet.answered_at:
            return _("Replied"), "ok"
        return (_("No reply yet"), "warn") if sheet.circular.reply_by else None

    def links(self, sheet):
        if not may_reply(sheet, sheet.circular, self.request.user):
            return []
        label = _("Change the reply") if sheet.answered_at else _("Reply")
        return [(label, reverse("reports:circular-answer", args=[sheet.pk]))]

    def facts(self, sheet):
        circular = sheet.circular
        return [
            (_("Circular"), markup.link(circular, circular.get_absolute_url())),
            (_("Reply by"), markup.weekday(circular.reply_by)),
            (_("Replied"), markup.moment(sheet.answered_at)),
            (_("By"), sheet.answered_by.full_name if sheet.answered_by else ""),
        ]

    def who_can_see(self, sheet):
        return [
            _("The coordinator, contributors and head of customs of %s")
            % sheet.administration.country_name,
            _("The regional office"),
            _("The WCO Secretariat"),
        ]

    def details(self, sheet):
        content = sheet.circular.content
        return {
            "sheet": sheet,
            "answers": in_words(content, sheet.answers, "") if content else [],
        }


class ReplyAnswer(ReplyRecord, VerbPage):
    """The form of the reply: words, and the questions where there are any."""

    perm = "reports.answer_circular"
    template_name = "reports/form.html"
    title = gettext_lazy("Reply to the circular")
    submit_label = gettext_lazy("Send the reply")

    @property
    def kicker(self):
        return str(self.record.circular)

    @property
    def lead(self):
        day = markup.weekday(self.record.circular.reply_by)
        return _("Until %s. It can be replaced until the circular is closed.") % day if day else ""

    def find(self):
        sheet = super().find()
        if not self.request.user.is_member:
            raise PermissionDenied
        return sheet

    def form(self, data=None, files=None, **more):
        return ReplyForm(
            data, files, content=self.record.circular.content or {}, language=get_language(), **more
        )

    form_class = ReplyForm

    def initial(self, sheet):
        content = sheet.circular.content or {}
        return {
            "text": sheet.text,
            "version": sheet.updated_at.isoformat(),
            **as_typed(content, sheet.answers),
        }

    def act(self, sheet, *, text, version, answers):
        return reply(sheet, by=self.request.user, text=text, answers=answers, version=version)

    def saved(self, sheet):
        return _("Thank you: the reply has been sent to the office.")
