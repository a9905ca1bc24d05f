"""Closed by default, and every write signed with who did it."""

import pghistory.middleware
from django.contrib.auth.middleware import LoginRequiredMiddleware


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


class HistoryMiddleware(pghistory.middleware.HistoryMiddleware):
    """Field history says who and from which page."""

    def get_context(self, request):
        user = getattr(request, "user", None)
        return {
            "user": user.pk if user and user.is_authenticated else None,
            "url": request.path,
        }
