"""The own account: details, reminders and calendar, tokens. Whoever signs in has these pages."""

import secrets
from datetime import timedelta
from hashlib import sha256

from allauth.account.decorators import reauthentication_required
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.urls import Resolver404, resolve, reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from knox.models import AuthToken

from rocb.models import Draft, Person, User
from rocb.office_forms import OwnPersonForm
from rocb.views.house import EditPage, Page

TOKEN_LASTS = timedelta(days=365)


class MyDetails(EditPage):
    """Name, telephone, position, language of letters; and what was typed and never saved."""

    model = Person
    form_class = OwnPersonForm
    title = gettext_lazy("My account")
    template_name = "my/details.html"

    def find(self):
        return self.request.user.person

    def kwargs_of_record(self):
        return {"pk": self.request.user.person_id}

    def cancel_url(self):
        return ""

    def success_url(self, record):
        return reverse("my")

    def show(self, form, status: int = 200, **more):
        drafts = Draft.objects.filter(user=self.request.user).exclude(path=self.request.path)
        named = [(page_title(draft.path), draft) for draft in drafts.order_by("-updated_at")[:50]]
        return super().show(form, status, drafts=named, **more)


def page_title(path: str) -> str:
    """What the page at this address is called; the address itself where it has no name."""
    try:
        view = resolve(path.partition("?")[0]).func
    except Resolver404:
        return path
    return str(getattr(getattr(view, "view_class", None), "title", "") or path)


class MyReminders(Page):
    """Whether reminders come by mail, and the secret address of the own calendar."""

    title = gettext_lazy("Reminders and calendar")
    template_name = "my/reminders.html"

    def show(self, key: str = ""):
        address = f"{settings.SITE_URL}{reverse('deadlines-feed')}?key={key}" if key else ""
        response = self.page({"address": address})
        response.headers["Cache-Control"] = "no-store"
        return response

    def get(self, request):
        return self.show()

    def post(self, request):
        users, verb = User.objects.filter(pk=request.user.pk), request.POST.get("verb", "")
        if verb == "mail":
            users.update(wants_digest=request.POST.get("wants_digest") == "on")
            messages.success(request, _("Saved."))
        elif verb == "make":
            key = secrets.token_urlsafe(32)
            users.update(calendar_key_hash=sha256(key.encode()).hexdigest())
            request.user.calendar_key_hash = "made"
            return self.show(key)
        elif verb == "revoke":
            users.update(calendar_key_hash="")
            messages.success(request, _("The address does not work any more."))
        else:
            raise Http404
        return HttpResponseRedirect(reverse("my-reminders"))


@method_decorator(reauthentication_required(allow_get=True), name="dispatch")
class MyTokens(Page):
    """Tokens for programs that read and write in the owner's name; each is shown once."""

    title = gettext_lazy("Tokens")
    template_name = "my/tokens.html"

    def tokens(self):
        return AuthToken.objects.filter(user=self.request.user).order_by("-created")

    def show(self, token: str = "", status: int = 200):
        tokens, most = list(self.tokens()), settings.REST_KNOX["TOKEN_LIMIT_PER_USER"]
        context = {"tokens": tokens, "token": token, "is_full": len(tokens) >= most, "most": most}
        response = self.page(context, status=status)
        response.headers["Cache-Control"] = "no-store"
        return response

    def get(self, request):
        return self.show()

    def post(self, request):
        if request.POST.get("verb") == "revoke":
            if not self.tokens().filter(digest=request.POST.get("digest", "")).delete()[0]:
                raise Http404
            messages.success(request, _("The token does not work any more."))
            return HttpResponseRedirect(reverse("my-tokens"))
        if self.tokens().count() >= settings.REST_KNOX["TOKEN_LIMIT_PER_USER"]:
            messages.error(request, _("Take a token away before you make another."))
            return HttpResponseRedirect(reverse("my-tokens"))
        _row, token = AuthToken.objects.create(user=request.user, expiry=TOKEN_LASTS)
        return self.show(token)
