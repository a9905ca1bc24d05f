"""Pages that say what went wrong and what to do."""

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.defaults import server_error


def csrf_failure(request, reason=""):
    """The form was too old or came from elsewhere: say so, and keep nothing secret in the page."""
    return render(request, "403_csrf.html", status=403)


def failed(request):
    """What went wrong inside. A database that is away comes back: 503, and the browser may ask again."""
    if not isinstance(sys.exc_info()[1], (OperationalError, InterfaceError)):
        return server_error(request)
    if request.path.startswith("/api/") or request.headers.get("X-Portal-Save"):
        sentence = _("The portal will be back shortly. Nothing that you saved is lost.")
        response: HttpResponse = JsonResponse({"detail": sentence}, status=503)
    else:
        # Without the request: its reader would be asked for in the database.
        response = render(None, "maintenance.html", status=503)
    response.headers["Retry-After"] = "30"
    return response
