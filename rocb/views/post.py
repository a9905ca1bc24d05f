"""The outbox: what went, what waits, what failed; read, reworded, stopped, tried again."""

import structlog
from django.core.exceptions import PermissionDenied
from django.db.models import Case, Value, When
from django.db.models.functions import Concat
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from rocb import markup
from rocb.models import Mail
from rocb.office_filters import MailFilter, kinds_of_letter, named
from rocb.office_forms import MailForm
from rocb.outbox import (
    AlreadyGone,
    cancel_mail,
    compose,
    edit_mail,
    letter_of,
    retry_mail,
    wanted,
    words_of,
)
from rocb.views.confirm import ConfirmPage
from rocb.views.house import Column, DetailPage, ListPage, VerbPage
from rocb.views.office import OFFICE
from rocb.workflow import StepRefused

log = structlog.get_logger(__name__)
OUTBOX = (gettext_lazy("Outbox"), "/office/outbox/")
NAME = Case(
    When(person=None, then="email"),
    default=Concat("person__given_name", Value(" "), "person__family_name"),
)


class Letters:
    """The messages as choices, read when asked: pillars register late."""

    @property
    def choices(self):
        return kinds_of_letter()


class MailList(ListPage):
    perm = "rocb.manage_outbox"
    model = Mail
    title = gettext_lazy("Outbox")
    filterset_class = MailFilter
    ordering = ("-created_at", "-pk")
    columns = (
        Column(
            "message", gettext_lazy("Message"), "template", choices=Letters(), link="office-mail"
        ),
        Column("name", gettext_lazy("To"), "name"),
        Column("member", gettext_lazy("Member"), "administration__country_name"),
        Column("status", gettext_lazy("Status"), kind="tag", choices=Mail.Status),
        Column("written", gettext_lazy("Written"), "created_at", kind="day"),
        Column("sent", gettext_lazy("Sent"), "sent_at", kind="day"),
        Column("error", gettext_lazy("Last error"), "last_error", is_sortable=False),
    )
    empty = {
        "title": gettext_lazy("No message yet"),
        "text": gettext_lazy("Every message that the portal sends stands here, before and after."),
    }

    def breadcrumbs(self):
        return [OFFICE, (self.title, None)]

    def rows(self):
        return super().rows().annotate(name=NAME)

    def count_label(self, count):
        return ngettext("%s message", "%s messages", count) % markup.number(count)


class MailRecord:
    """What every page of one message shares."""

    perm = "rocb.manage_outbox"
    model = Mail

    def queryset(self):
        rows = super().queryset()
        return rows.select_related("person__user", "administration", "by__person")

    def breadcrumbs(self):
        return [OFFICE, OUTBOX, (named(self.record.template), self.record.get_absolute_url())]


class MailDetail(MailRecord, DetailPage):
    template_name = "office/mail.html"
    kicker = gettext_lazy("Message")

    def breadcrumbs(self):
        return [OFFICE, OUTBOX, (named(self.record.template), None)]

    def trail(self, mail):
        return {}

    def status(self, mail):
        return mail.get_status_display(), markup.tone_of(mail.status)

    def links(self, mail):
        if mail.status == Mail.Status.FAILED:
            return [(_("Try again"), reverse("office-mail-retry", args=[mail.pk]))]
        if mail.status != Mail.Status.QUEUED:
            return []
        links = [(_("Stop it"), reverse("office-mail-cancel", args=[mail.pk]))]
        if not letter_of(mail).is_secret:
            links.insert(0, (_("Reword"), reverse("office-mail-edit", args=[mail.pk])))
        return links

    def facts(self, mail):
        return [
            (
                _("To"),
                markup.link(mail.to_name, mail.person.get_absolute_url())
                if mail.person
                else mail.to_name,
            ),
            (_("Address"), mail.email),
            (_("Member"), mail.administration),
            (_("Caused by"), mail.by.full_name if mail.by else _("The portal")),
            (_("Written"), markup.moment(mail.created_at)),
            (_("Not before"), markup.moment(mail.not_before)),
            (_("Sent"), markup.moment(mail.sent_at)),
            (_("Attempts"), mail.attempts),
            (_("Last error"), mail.last_error),
        ]

    def who_can_see(self, mail):
        return [_("The regional office"), _("Administrators of the portal")]

    def details(self, mail):
        """The words: as they went, or as they will go if it went now."""
        subject, text, note = mail.subject, mail.body, ""
        if letter_of(mail).is_secret:
            text, note = "", _("It holds a secret link: nobody but its reader sees its words.")
        elif mail.status == Mail.Status.QUEUED:
            subject, text, note = preview(mail)
        return {"title": subject or named(mail.template), "text": text, "note": note}


def preview(mail: Mail) -> tuple[str, str, str]:
    """Subject and text of a message that waits, and a sentence when it would not go."""
    context, reason = wanted(mail, timezone.now())
    try:
        message = compose(mail, mail.context if context is None else context)
    except Exception as error:
        # The sender keeps going over a message that cannot be written; so does its page.
        log.warning("mail_not_composed", mail=mail.pk, error=repr(error))
        return mail.subject, mail.body, _("This message cannot be written as it stands.")
    if context is None:
        return message.subject, message.text, f"{_('Today it would not go.')} {reason}"
    return message.subject, message.text, ""


class MailVerb(MailRecord):
    """Changes to a message; one that has gone meanwhile is answered with a sentence."""

    def act(self, mail, **values):
        try:
            return self.change(mail, by=self.request.user, **values)
        except AlreadyGone as error:
            raise StepRefused(str(error)) from error


class MailEdit(MailVerb, VerbPage):
    title = gettext_lazy("Reword a message")
    lead = gettext_lazy("Only this one message changes, not the words of its kind.")
    form_class = MailForm
    change = staticmethod(edit_mail)

    def find(self):
        mail = super().find()
        if letter_of(mail).is_secret:
            raise PermissionDenied
        return mail

    def initial(self, mail):
        context, _reason = wanted(mail, timezone.now())
        with translation.override(mail.language):
            words = words_of(mail, mail.context if context is None else context)
        return {"subject": words["subject"], "body": words["text"]}


class MailCancel(MailVerb, ConfirmPage):
    title = gettext_lazy("Stop a message")
    submit_label = gettext_lazy("Stop it")
    tone = "warning"
    change = staticmethod(cancel_mail)

    def consequences(self, mail):
        return [
            _("%s does not get this message.") % mail.to_name,
            _("It stays in the outbox as cancelled, and is not written again."),
        ]

    def saved(self, mail):
        return _("The message will not go.")


class MailRetry(MailVerb, ConfirmPage):
    title = gettext_lazy("Try a message again")
    submit_label = gettext_lazy("Try again")
    change = staticmethod(retry_mail)

    def consequences(self, mail):
        return [
            _("It goes to %s with the next round of the sender.") % mail.to_name,
            _("If the address was wrong, set it right in the contact book first."),
        ]

    def saved(self, mail):
        return _("The message waits to be sent.")
