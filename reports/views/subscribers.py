"""Readers of the newsletter: who has signed up, signing up, confirming, leaving."""

from collections.abc import Callable
from typing import Any

from allauth.decorators import rate_limit
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from reports.actions.subscribers import confirm, leave, subscribe, to_confirm, to_leave
from reports.forms.newsletters import (
    SubscribeForm,
)
from reports.models import Subscriber
from reports.sections import InReports
from reports.views.newsletters import MEMBER_PERM
from rocb.pace import at_one_pace
from rocb.views.house import (
    Column,
    ListPage,
    Page,
)
from rocb.views.links import as_the_letter


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


@method_decorator(at_one_pace, name="dispatch")
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
    """A page behind a signed link, in the language of the letter that brought it; a dead one says so."""

    section = "newsletter"
    template_name = "reports/newsletter_link.html"
    behind: Callable[[str], Any]

    def dispatch(self, request, token):
        self.reader = type(self).behind(token)
        if self.reader is None:
            return self.said(
                _("This link does not work any more"),
                _("It is too old, or it was replaced by a newer one. You can sign up again."),
                reverse("reports:newsletter-subscribe"),
                _("Sign up"),
                410,
            )
        with as_the_letter(request, self.reader):
            return super().dispatch(request, token)

    def said(self, title, text, url, label, status=200):
        self.template_name = "generic/message.html"
        return self.kept({"title": title, "text": text, "url": url, "label": label}, status)

    def kept(self, context, status=200):
        response = self.page(context, status)
        response.headers["Cache-Control"] = "no-store"
        return response


class Confirm(LinkPage):
    """The second half of signing up: a button, since programs that check mails open links too."""

    title = gettext_lazy("Confirm the newsletter")
    behind = to_confirm

    def get(self, request, token):
        text, label = self.reader.email, _("Yes, send me the newsletter")
        return self.kept({"text": text, "submit_label": label})

    def post(self, request, token):
        confirm(self.reader, at=timezone.now())
        return self.said(
            _("You are on the list"),
            _("Confirmed: you get the next issue."),
            reverse("reports:newsletter-list"),
            _("To the newsletters"),
        )


@method_decorator(csrf_exempt, name="dispatch")
class Leave(LinkPage):
    """One click ends it (RFC 8058): mail programs post here without a session of ours."""

    title = gettext_lazy("Leave the newsletter")
    behind = to_leave

    def get(self, request, token):
        return self.kept({"text": "", "submit_label": _("Send me no newsletter any more")})

    def post(self, request, token):
        leave(self.reader, at=timezone.now())
        return self.said(
            _("You have left"),
            _("No newsletter goes to you any more. You can sign up again at any time."),
            reverse("reports:newsletter-list"),
            _("To the newsletters"),
        )
