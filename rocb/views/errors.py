"""Pages that say what went wrong and what to do."""

import sys
from contextlib import suppress

from django.db import InterfaceError, OperationalError
from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.defaults import server_error

from rocb.storage import is_full

DISK_FULL = gettext_lazy(
    "The portal has no room left for files: what you sent was not kept. Nothing else is lost."
)


def csrf_failure(request, reason=""):
    """The form was too old or came from elsewhere: say so, and keep nothing secret in the page."""
    return render(request, "403_csrf.html", status=403)


def drop_uploads(request) -> None:
    """Give back at once the room that half-read uploads take."""
    for handler in request.upload_handlers:
        if (file := getattr(handler, "file", None)) is not None:
            with suppress(OSError):
                file.close()


def failed(request):
    """What went wrong inside. A database that is away comes back: 503, and the browser may ask again.

    A disk that is full is answered by 507: what was sent was not kept, and nothing else is lost.
    """
    error = sys.exc_info()[1]
    wants_data = request.path.startswith("/api/") or request.headers.get("X-Portal-Save")
    if is_full(error):
        drop_uploads(request)
        if wants_data:
            return JsonResponse({"detail": str(DISK_FULL)}, status=507)
        return render(None, "disk_full.html", {"sentence": DISK_FULL}, status=507)
    if not isinstance(error, (OperationalError, InterfaceError)):
        return server_error(request)
    if wants_data:
        sentence = _("The portal will be back shortly. Nothing that you saved is lost.")
        response: HttpResponse = JsonResponse({"detail": sentence}, status=503)
    else:
        # Without the request: its reader would be asked for in the database.
        response = render(None, "maintenance.html", status=503)
    response.headers["Retry-After"] = "30"
    return response
