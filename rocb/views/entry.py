"""Pages that open without a sign-in: the welcome after an invitation, the language, the feed."""

from hashlib import sha256

from allauth.decorators import rate_limit
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login
from django.db import transaction
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_POST
from django.views.i18n import set_language

from rocb.feeds import calendar_of
from rocb.invitations import accept, find
from rocb.models import Person, User
from rocb.office_forms import WelcomeForm
from rocb.views.house import Page
from rocb.workflow import StepRefused

CALENDAR_SAYS = "private, max-age=0, must-revalidate"


@method_decorator(sensitive_post_parameters(), name="dispatch")
@method_decorator(rate_limit(action="invitation", limit_get=True), name="dispatch")
class Welcome(Page):
    """Choose a password, and be signed in. Every link that does not work gets the same answer."""

    title = gettext_lazy("Welcome")
    template_name = "account/invitation.html"

    def void(self):
        self.template_name = "account/invitation_void.html"
        self.title = _("This link does not work")
        return self.answer({}, status=410)

    def answer(self, context, status=200):
        response = self.page(context, status=status)
        response.headers["Cache-Control"] = "no-store"
        return response

    def get(self, request, token):
        invitation = find(token, timezone.now())
        if invitation is None:
            return self.void()
        return self.show(invitation, WelcomeForm(user=User(email=invitation.email)))

    def show(self, invitation, form, status=200):
        return self.answer({"invitation": invitation, "form": form}, status)

    def post(self, request, token):
        invitation = find(token, timezone.now())
        if invitation is None:
            return self.void()
        form = WelcomeForm(request.POST, user=User(email=invitation.email))
        if not form.is_valid():
            return self.show(invitation, form, status=422)
        try:
            user = accept(invitation, password=form.cleaned_data["password1"])
        except StepRefused:
            return self.void()
        login(request, user, backend=settings.AUTHENTICATION_BACKENDS[0])
        messages.success(request, _("Welcome. Your sign-in is %s.") % user.email)
        return HttpResponseRedirect(reverse("desk"))


@require_POST
def language(request):
    """Django's own choice of language; somebody signed in gets their letters in it too."""
    chosen = request.POST.get("language", "")
    if request.user.is_authenticated and chosen in dict(settings.LANGUAGES):
        with transaction.atomic():
            Person.objects.filter(pk=request.user.person_id).update(language=chosen)
    return set_language(request)


@require_GET
@rate_limit(action="feed", limit_get=True)
def deadlines_feed(request):
    """`?key=` opens the calendar of whoever made it; it ends with their sign-in."""
    digest, now = sha256(request.GET.get("key", "").encode()).hexdigest(), timezone.now()
    users = User.objects.select_related("person__organisation__office")
    user = users.filter(calendar_key_hash=digest).first() if request.GET.get("key") else None
    if user is None or not user.is_current(now):
        raise Http404
    body = calendar_of(user, at=now)
    response = HttpResponse(body, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'inline; filename="deadlines.ics"'
    response["Cache-Control"] = CALENDAR_SAYS
    etag = f'"{sha256(body).hexdigest()[:32]}"'
    response["ETag"] = etag
    return get_conditional_response(request, etag=etag, response=response)
