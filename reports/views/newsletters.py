"""Newsletters: the public archive, one issue, making and sending it."""

from django.core.exceptions import PermissionDenied
from django.db.models import F
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from reports.actions.newsletters import Readers, collect, make_newsletter
from reports.forms.newsletters import (
    NewNewsletterForm,
    NewsletterForm,
    last_quarter,
)
from reports.markdown import html_of
from reports.models import Newsletter
from reports.newsletter import parts
from reports.sections import InReports
from reports.workflow.newsletters import NEWSLETTER, NewsletterStatus
from rocb import markup
from rocb.views.confirm import ConfirmPage
from rocb.views.house import (
    Column,
    CreatePage,
    DetailPage,
    EditPage,
    ListPage,
    StepPage,
)

MEMBER_PERM = "reports.change_newsletter"


class NewsletterList(InReports, ListPage):
    """The archive, open to anybody."""

    section = "newsletter"
    template_name = "reports/newsletter_list.html"
    model = Newsletter
    title = gettext_lazy("Newsletter")
    ordering = (F("sent_at").desc(nulls_first=True), "-pk")
    create = (MEMBER_PERM, "reports:newsletter-create", gettext_lazy("New issue"))
    empty = {
        "title": gettext_lazy("No issue yet"),
        "text": gettext_lazy("Four times a year the office tells what took place and what comes."),
    }

    @property
    def columns(self):
        shown = (
            Column("number", gettext_lazy("Number"), kind="number"),
            Column("title", gettext_lazy("Title"), link="reports:newsletter-detail"),
            Column("sent", gettext_lazy("Sent"), "sent_at", kind="day"),
        )
        if self.request.user.has_perm(MEMBER_PERM):
            status = Column("status", gettext_lazy("Status"), kind="tag", choices=NewsletterStatus)
            return (*shown, status)
        return shown

    def details(self):
        is_staff = self.request.user.has_perm(MEMBER_PERM)
        return {
            "subscribe_url": reverse("reports:newsletter-subscribe"),
            "subscribers_url": reverse("reports:subscriber-list") if is_staff else "",
        }

    def count_label(self, count):
        return ngettext("%d issue", "%d issues", count) % count


class NewsletterRecord(InReports):
    section = "newsletter"
    model = Newsletter

    def queryset(self):
        return super().queryset().select_related("office")

    def breadcrumbs(self):
        trail = [(_("Newsletter"), reverse("reports:newsletter-list"))]
        record = getattr(self, "record", None)
        return [*trail, (str(record), record.get_absolute_url())] if record else trail

    def cancel_url(self):
        record = getattr(self, "record", None)
        return record.get_absolute_url() if record else reverse("reports:newsletter-list")


def content_of(newsletter) -> dict:
    """What stands in an issue: introduction and parts with their items; one query."""
    headings = parts()
    grouped: dict[str, list] = {}
    for item in newsletter.items.filter(is_included=True):
        grouped.setdefault(item.part, []).append(item)
    known = [key for key in headings if key in grouped]
    return {
        "intro": html_of(newsletter.intro),
        "parts": [(headings[key], grouped[key]) for key in known],
    }


class NewsletterDetail(NewsletterRecord, DetailPage):
    template_name = "reports/newsletter_detail.html"
    workflow = NEWSLETTER
    step_url = "reports:newsletter-step"

    @property
    def kicker(self):
        return _("Newsletter No. %s") % self.record.number

    def breadcrumbs(self):
        return [(_("Newsletter"), reverse("reports:newsletter-list")), (self.record.title, None)]

    def is_own(self):
        user = self.request.user
        return user.is_authenticated and self.record.shows_trail(user)

    def tab_names(self):
        names = [("", _("Issue"))]
        return [*names, ("past", _("History, comments, files"))] if self.is_own() else names

    def shows_past(self):
        return self.tab == "past"

    def status(self, record):
        return super().status(record) if self.is_own() else None

    def links(self, record):
        if not record.is_draft or not record.allows(self.request.user, MEMBER_PERM):
            return []
        return [
            (_("Edit"), reverse("reports:newsletter-edit", args=[record.pk])),
            (_("Collect again"), reverse("reports:newsletter-collect", args=[record.pk])),
        ]

    def who_can_see(self, record):
        return [_("The regional office, until it is sent")] if record.is_draft else [_("Everybody")]

    def details(self, record):
        if self.tab:
            return {}
        return {
            "title": record.title,
            "newsletter": record,
            "sent": markup.day(record.sent_at),
            "period": markup.days(record.from_on, record.until_on),
            "subscribe_url": reverse("reports:newsletter-subscribe"),
            **content_of(record),
        }


class NewsletterCreate(NewsletterRecord, CreatePage):
    perm = MEMBER_PERM
    title = gettext_lazy("New issue")
    template_name = "reports/form.html"
    form_class = NewNewsletterForm
    submit_label = gettext_lazy("Collect")
    lead = gettext_lazy(
        "What is public of the period is collected: events, reports, published activities. "
        "Then you choose, reword and preview."
    )

    def initial(self):
        first, last = last_quarter(timezone.localdate())
        quarter = (first.month - 1) // 3 + 1
        title = _("Quarter %(quarter)s of %(year)s") % {"quarter": quarter, "year": first.year}
        return {"title": title, "from_on": first, "until_on": last}

    def save(self, form):
        user = self.request.user
        return make_newsletter(user.person.organisation.office, by=user, **form.cleaned_data)

    def saved(self, record):
        count = record.items.count()
        words = ngettext("%d item was collected.", "%d items were collected.", count)
        return words % count


class NewsletterEdit(NewsletterRecord, EditPage):
    perm = MEMBER_PERM
    title = gettext_lazy("Edit the issue")
    template_name = "reports/newsletter_form.html"
    form_class = NewsletterForm

    def closed(self, newsletter):
        return "" if newsletter.is_draft else _("It has been sent: it stays as it went out.")

    def save(self, form):
        record = super().save(form)
        form.save_items(record)
        return record


class NewsletterCollect(NewsletterRecord, ConfirmPage):
    perm = MEMBER_PERM
    title = gettext_lazy("Collect again")
    submit_label = gettext_lazy("Collect")

    def consequences(self, record):
        return [
            _("What has become public meanwhile is added at the end."),
            _("What you have reworded or left out stays as it is."),
        ]

    def act(self, record, **_values):
        self.count = collect(record, by=self.request.user)
        return record

    def saved(self, record):
        words = ngettext("%d item was added.", "%d items were added.", self.count)
        return words % self.count


class NewsletterStep(NewsletterRecord, StepPage):
    """What will happen first: the issue as it goes, and to how many."""

    template_name = "reports/newsletter_step.html"
    workflow = NEWSLETTER

    def find(self):
        if not self.request.user.is_authenticated:
            raise PermissionDenied
        return super().find()

    def receivers(self, record):
        self.readers = Readers(record)
        return {"count": self.readers.count, "names": [], "missing": []}

    def consequences(self, record):
        readers = Readers(record)
        counts = (
            (_("members"), len(readers.members)),
            (_("donors"), len(readers.donors)),
            (_("subscribers"), len(readers.subscribers)),
        )
        words = ", ".join(f"{label}: {markup.number(n)}" for label, n in counts)
        return [
            words,
            _("It is archived on the public site; its words cannot be changed any more."),
        ]

    def show(self, record, form, status=200):
        self.shown = record
        return super().show(record, form, status)

    def page(self, context, status=200):
        return super().page({**context, "newsletter": self.shown, **content_of(self.shown)}, status)
