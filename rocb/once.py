"""A form that is sent twice is carried out once: a double click, a second try on a slow line.

The token that Django puts into each form is another one each time a page is shown. So the same words
under the same token are the same sending; whoever opens the page again and sends the same means it.
"""

import hashlib
import time

from django.contrib import messages
from django.contrib.messages import get_messages
from django.core.cache import cache
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _

# Seconds: for how long a sending is known again, how long one that ended without an answer stands in
# the way, and how long its double waits for it.
KNOWN, ABANDONED, PATIENCE, PAUSE = 600, 75, 15, 0.1
UNDER_WAY = ""


def key_of(request) -> str:
    """What names one sending of one form; empty for what is no form of ours."""
    is_form = request.method == "POST" and "csrfmiddlewaretoken" in request.POST
    if not is_form or not request.user.is_authenticated or request.headers.get("X-Portal-Save"):
        return ""
    digest = hashlib.sha256(f"{request.user.pk} {request.get_full_path()}".encode())
    for name, values in sorted(request.POST.lists()):
        digest.update(repr((name, values)).encode())
    for name, files in sorted(request.FILES.lists()):
        digest.update(repr((name, [(one.name, one.size) for one in files])).encode())
    return f"once:{digest.hexdigest()}"


def first_answer(key: str) -> str | None:
    """Where the first sending led, waited for a while; None when it came to nothing."""
    until = time.monotonic() + PATIENCE
    while (address := cache.get(key)) == UNDER_WAY and time.monotonic() < until:
        time.sleep(PAUSE)
    return address


def was_refused(request) -> bool:
    """Whether the answer tells of an error, though it leads onwards: then a second try is one."""
    # Only what this answer says; to go through all of them would read those of earlier answers too.
    queued = get_messages(request)._queued_messages  # type: ignore[union-attr]
    return any(message.level >= messages.ERROR for message in queued)


class OnceMiddleware:
    """Knows a sending again by its token and its words, and answers as the first one was answered."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.once = ""
        response = self.get_response(request)
        if request.once:
            if response.status_code == 302 and not was_refused(request):
                cache.set(request.once, response["Location"], KNOWN)
            else:
                cache.delete(request.once)
        return response

    def process_view(self, request, view_func, view_args, view_kwargs):
        key = key_of(request)
        if not key or cache.add(key, UNDER_WAY, ABANDONED):
            request.once = key
            return None
        address = first_answer(key)
        if address is None:
            request.once = key
            return None
        if address == UNDER_WAY:
            context = {
                "title": _("This is still being carried out"),
                "text": _("It was sent twice. Wait a moment, then look whether it is done."),
                "url": "/",
                "label": _("Desk"),
            }
            return render(request, "generic/message.html", context, status=409)
        messages.info(request, _("It was sent twice and has been carried out once."))
        return HttpResponseRedirect(address)
