"""Pages that say what went wrong and what to do."""

from django.shortcuts import render


def csrf_failure(request, reason=""):
    """The form was too old or came from elsewhere: say so, and keep nothing secret in the page."""
    return render(request, "403_csrf.html", status=403)
