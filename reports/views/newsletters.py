"""Newsletters: the public archive, one issue, making and sending it; signing up and leaving."""

from allauth.decorators import rate_limit
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import F
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from reports.actions.newsletters import (
    Readers,
    collect,
    confirm,
    leave,
    make_newsletter,
    subscribe,
    to_confirm,
    to_leave,
)
from reports.forms.newsletters import (
    NewNewsletterForm,
    NewsletterForm,
    SubscribeForm,
    last_quarter,
)
from reports.markdown import html_of
from reports.models import Newsletter, Subscriber
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
    Page,
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


class SubscriberList(InReports, ListPage):
    section = "newsletter"
    template_name = "reports/list.html"
    perm = MEMBER_PERM
    model = Subscriber
    title = gettext_lazy("Subscribers")
    ordering = ("-asked_at",)
    columns = (
        Column("email", gettext_lazy("E-mail")),
        Column("language", gettext_lazy("Language")),
        Column("asked", gettext_lazy("Asked"), "asked_at", kind="day"),
        Column("confirmed", gettext_lazy("Confirmed"), "confirmed_at", kind="day"),
        Column("left", gettext_lazy("Left"), "left_at", kind="day"),
    )
    empty = {
        "title": gettext_lazy("No subscriber yet"),
        "text": gettext_lazy("Whoever signs up on the public page and confirms is listed here."),
    }

    def rows(self):
        return Subscriber.objects.all()

    def breadcrumbs(self):
        return [(_("Newsletter"), reverse("reports:newsletter-list")), (self.title, None)]

    def count_label(self, count):
        return ngettext("%d subscriber", "%d subscribers", count) % count


@method_decorator(rate_limit(action="subscribe"), name="post")
class Subscribe(InReports, Page):
    """Sign up. The answer is the same whatever the address: nobody learns who is on the list."""

    section = "newsletter"
    title = gettext_lazy("Get the newsletter")
    template_name = "reports/subscribe.html"

    def breadcrumbs(self):
        return [(_("Newsletter"), reverse("reports:newsletter-list")), (self.title, None)]

    def get(self, request):
        return self.page({"form": SubscribeForm(initial={"language": get_language()})})

    def post(self, request):
        form = SubscribeForm(request.POST)
        if not form.is_valid():
            return self.page({"form": form}, 422)
        subscribe(
            form.cleaned_data["email"],
            language=form.cleaned_data["language"],
            at=timezone.now(),
        )
        return HttpResponseRedirect(f"{reverse('reports:newsletter-subscribe')}done/")


class Subscribed(InReports, Page):
    """After signing up: what to do next."""

    section = "newsletter"
    title = gettext_lazy("Look into your mailbox")
    template_name = "generic/message.html"

    def get(self, request):
        text = _(
            "A mail with a link is on its way to the address that you gave. Open the link to "
            "confirm; without it you get nothing. If it does not come, look among unwanted mail."
        )
        url = reverse("reports:newsletter-list")
        return self.page({"text": text, "url": url, "label": _("To the newsletters")})


class LinkPage(InReports, Page):
    """A page behind a signed link; a dead one says so."""

    section = "newsletter"
    template_name = "reports/newsletter_link.html"

    def dead(self):
        self.template_name = "generic/message.html"
        context = {
            "title": _("This link does not work any more"),
            "text": _("It is too old, or it was replaced by a newer one. You can sign up again."),
            "url": reverse("reports:newsletter-subscribe"),
            "label": _("Sign up"),
        }
        return self.kept(context, 410)

    def kept(self, context, status=200):
        response = self.page(context, status)
        response.headers["Cache-Control"] = "no-store"
        response.headers["Referrer-Policy"] = "no-referrer"
        return response


class Confirm(LinkPage):
    """The second half of signing up: a button, since programs that check mails open links too."""

    title = gettext_lazy("Confirm the newsletter")

    def get(self, request, token):
        subscriber = to_confirm(token)
        if subscriber is None:
            return self.dead()
        return self.kept(
            {"text": subscriber.email, "submit_label": _("Yes, send me the newsletter")}
        )

    def post(self, request, token):
        subscriber = to_confirm(token)
        if subscriber is None:
            return self.dead()
        confirm(subscriber, at=timezone.now())
        messages.success(request, _("Confirmed: you get the next issue."))
        return HttpResponseRedirect(reverse("reports:newsletter-list"))


@method_decorator(csrf_exempt, name="dispatch")
class Leave(LinkPage):
    """One click ends it (RFC 8058): mail programs post here without a session of ours."""

    title = gettext_lazy("Leave the newsletter")

    def get(self, request, token):
        if to_leave(token) is None:
            return self.dead()
        return self.kept({"text": "", "submit_label": _("Send me no newsletter any more")})

    def post(self, request, token):
        reader = to_leave(token)
        if reader is None:
            return self.dead()
        leave(reader, at=timezone.now())
        self.template_name = "generic/message.html"
        return self.kept(
            {
                "title": _("You have left"),
                "text": _("No newsletter goes to you any more. You can sign up again at any time."),
                "url": reverse("reports:newsletter-list"),
                "label": _("To the newsletters"),
            }
        )
