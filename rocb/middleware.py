"""Closed by default, and every write signed with who did it."""

from zoneinfo import ZoneInfo

import pghistory.middleware
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import Http404, HttpResponseRedirect, JsonResponse
from django.middleware.gzip import GZipMiddleware
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.defaults import page_not_found


class ClosedByDefaultMiddleware(LoginRequiredMiddleware):
    """Every page asks for a sign-in unless rocb/open_pages.py lists it.

    A signed-out POST is parked (rocb/drafts.py), so that an ended session never eats the words
    somebody typed; htmx and the API get 401 in place of a sign-in page.
    """

    def process_view(self, request, view_func, view_args, view_kwargs):
        from rocb.open_pages import is_open

        if is_open(request):
            return None
        return super().process_view(request, view_func, view_args, view_kwargs)

    def handle_no_permission(self, request, view_func):
        from django.http import HttpResponse

        from rocb.drafts import park

        if request.headers.get("HX-Request") or request.headers.get("X-Portal-Save"):
            return HttpResponse(status=401)
        response = super().handle_no_permission(request, view_func)
        if request.method == "POST":
            park(request, response)
        return response


class ReaderClockMiddleware:
    """Hours on pages are those of the reader's own office or administration.

    The user comes with both, so that it costs no query.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        with timezone.override(self.zone_of(request)):
            return self.get_response(request)

    def zone_of(self, request) -> ZoneInfo | None:
        """None, which stands for UTC, where nobody is signed in."""
        if settings.SESSION_COOKIE_NAME not in request.COOKIES or not request.user.is_authenticated:
            return None
        return ZoneInfo(request.user.time_zone)


class NotFoundMiddleware:
    """A record that is not there, or not for this reader, is answered by the portal's own page.

    Under `make run` too: Django would show a list of addresses. An address that leads nowhere still does.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        return page_not_found(request, exception) if isinstance(exception, Http404) else None


class UploadLimitMiddleware:
    """What is larger than the largest file that the portal keeps is refused by its announced size.

    Otherwise all of it would be received first, since the check of the form's token reads the form.
    """

    ROOM = 1024 * 1024  # what stands around a file in a form

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        try:
            size = int(request.META.get("CONTENT_LENGTH") or 0)
        except ValueError:
            size = 0
        limit = settings.MAX_REPORT_BYTES
        if size <= limit + self.ROOM:
            return self.get_response(request)
        sizes = {"size": -(-size // 1024 // 1024), "limit": limit // 1024 // 1024}
        if request.path.startswith("/api/"):
            sentence = _("%(size)s MB are too much: at most %(limit)s MB are taken.") % sizes
            return JsonResponse({"detail": sentence}, status=413)
        return render(request, "413.html", sizes, status=413)


class SecondFactorMiddleware:
    """Whoever must have a second factor and has none gets no further than setting one up.

    Asked once a session: the answer is forgotten on the pages where it can change.
    """

    FLAG = "has_second_factor"
    OPEN = frozenset(
        {"account_logout", "account_reauthenticate", "set-language", "health", "ready"}
    )

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view_func, view_args, view_kwargs):
        from rocb.accounts import needs_second_factor

        user = request.user
        if not settings.SECOND_FACTOR_REQUIRED or not user.is_authenticated:
            return None
        name = request.resolver_match.view_name or ""
        if name.startswith("mfa_"):
            request.session.pop(self.FLAG, None)
            return None
        if name in self.OPEN or request.session.get(self.FLAG):
            return None
        if not needs_second_factor(user):
            request.session[self.FLAG] = True
            return None
        sentence = _("Your role needs a second step at sign-in. Set one up to go on.")
        if request.path.startswith("/api/"):
            return JsonResponse({"detail": sentence}, status=403)
        if not request.headers.get("HX-Request"):
            messages.warning(request, sentence)
        return HttpResponseRedirect(reverse("mfa_index"))


class HistoryMiddleware(pghistory.middleware.HistoryMiddleware):
    """Field history says who and from which page."""

    def get_context(self, request):
        user = getattr(request, "user", None)
        return {
            "user": user.pk if user and user.is_authenticated else None,
            "url": request.path,
        }


class CompressMiddleware(GZipMiddleware):
    """Pages compressed where no proxy does it. A file that can be taken up again goes as it is.

    Compressed it would have another length and another tag, and a piece of it could not be joined.
    """

    def process_response(self, request, response):
        if response.has_header("Accept-Ranges") or response.status_code == 206:
            return response
        return super().process_response(request, response)


class PrivateMiddleware:
    """What a signed-in reader is sent is kept by no cache that others use as well.

    Whoever signs out leaves a browser that has forgotten the pages: on a shared computer the next
    person goes back to the sign-in page. Rows of a matrix that wait for a line stay on the device.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if settings.SESSION_COOKIE_NAME in request.COOKIES:
            response.headers.setdefault("Cache-Control", "private")
            if request.method == "POST" and request.path == reverse("account_logout"):
                response.headers["Clear-Site-Data"] = '"cache"'
        return response
