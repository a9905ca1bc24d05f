"""What was typed is never lost: drafts while typing, and posts that came after the session ended."""

import secrets
from datetime import timedelta
from hashlib import sha256

from allauth.core import ratelimit
from django.db import transaction
from django.utils import timezone

from rocb.models import Draft

COOKIE = "parked"
KEEP_PARKED = timedelta(hours=12)
# Nobody needs their password, token or file name back.
NEVER_KEPT = ("csrfmiddlewaretoken", "password", "code", "credential")
LONGEST = 200_000  # characters of all that is kept of one form


def kept_fields(post) -> dict[str, list[str]]:
    """The fields of a posted form that are worth keeping: name -> values."""
    return {
        name: values
        for name, values in post.lists()
        if not any(word in name for word in NEVER_KEPT)
    }


def is_too_long(fields: dict[str, list[str]]) -> bool:
    """Whether a form is more than is kept; the names count too, since anybody may make them up."""
    return sum(len(name) + sum(map(len, values)) for name, values in fields.items()) > LONGEST


def digest(key: str) -> str:
    return sha256(key.encode()).hexdigest()


def park(request, response) -> None:
    """Keep a post that nobody was signed in for; its cookie brings it back after signing in.

    A few for each address, or whoever has no sign-in could fill the disk with them.
    """
    fields = kept_fields(request.POST)
    if not fields or is_too_long(fields):
        return
    if not ratelimit.consume(request, action="park"):
        return
    key = secrets.token_urlsafe(24)
    Draft.objects.filter(user=None, updated_at__lt=timezone.now() - KEEP_PARKED).delete()
    Draft.objects.create(key_hash=digest(key), path=request.path[:300], fields=fields)
    response.set_cookie(
        COOKIE,
        key,
        max_age=int(KEEP_PARKED.total_seconds()),
        httponly=True,
        secure=request.is_secure(),
        samesite="Lax",
    )


@transaction.atomic
def save_draft(user, path: str, fields: dict) -> Draft:
    """Keep what is in a form, in place of what was kept for that address before."""
    draft, _made = Draft.objects.update_or_create(
        user=user, path=path[:300], defaults={"fields": fields}
    )
    return draft


def draft_of(request) -> Draft | None:
    """The draft for this address: the reader's own, or a parked post, which becomes theirs."""
    key = request.COOKIES.get(COOKIE)
    if key:
        parked = Draft.objects.filter(
            user=None,
            key_hash=digest(key),
            path=request.path,
            updated_at__gte=timezone.now() - KEEP_PARKED,
        ).first()
        if parked:
            fields = parked.fields
            parked.delete()
            return save_draft(request.user, request.path, fields)
    return Draft.objects.filter(user=request.user, path=request.path).first()


def forget_draft(user, path: str) -> None:
    """Drop the draft: its form was saved."""
    Draft.objects.filter(user=user, path=path[:300]).delete()
