"""Handover: when somebody leaves, all their open work moves to somebody else in one step.

Each pillar registers its own kinds of open work from its `apps.py`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rocb.models import Administration, Comment, User
from rocb.outbox import queue_mail
from rocb.registry import Registry
from rocb.roles import OFFICE_ROLES


@dataclass(frozen=True, slots=True)
class OpenWork:
    """One kind of work that somebody of the office has in hand.

    `of(user)` gives the open records; `field` names who has them in hand.
    """

    key: str
    label: Any
    of: Callable[[User], QuerySet]
    field: str


open_work: Registry[OpenWork] = Registry("Open work")

ADMINISTRATIONS = OpenWork(
    "administrations",
    gettext_lazy("members in charge"),
    lambda user: Administration.objects.filter(officer=user),
    "officer",
)


def colleagues(user: User) -> QuerySet[User]:
    """The sign-ins of the own office, also those that have ended: work is handed over late too."""
    return (
        User.objects.filter(role__in=OFFICE_ROLES, person__organisation=user.organisation_id)
        .select_related("person")
        .order_by("person__family_name__az", "person__given_name__az")
    )


def works_of(user: User) -> list[tuple[OpenWork, int]]:
    """How much of each kind a user has in hand; one query for each kind."""
    return [(kind, kind.of(user).count()) for kind in open_work]


@transaction.atomic
def hand_over(giver: User, taker: User, *, by: User, note: str = "") -> dict[str, int]:
    """Move all open work of `giver` to `taker`, with a note on each record and a mail to `taker`.

    Returns how much of each kind moved. Raises PermissionDenied outside the own office,
    ValidationError where there is nothing to move or nobody to move it to.
    """
    own = set(colleagues(by).values_list("pk", flat=True))
    if not by.has_perm("rocb.hand_over") or not {giver.pk, taker.pk} <= own:
        raise PermissionDenied
    if giver.pk == taker.pk:
        raise ValidationError(_("Choose two different people."))
    if not taker.is_current(timezone.now()):
        raise ValidationError(_("%s has no current sign-in.") % taker.full_name)
    text = _("Handed over from %(giver)s to %(taker)s.") % {
        "giver": giver.full_name,
        "taker": taker.full_name,
    }
    moved = {}
    for kind in open_work:
        rows = list(kind.of(giver).select_for_update(of=("self",)))
        if rows:
            moved[kind.key] = move(kind, rows, taker, f"{text}\n{note}".strip(), by)
    if not moved:
        raise ValidationError(_("%s has no open work.") % giver.full_name)
    queue_mail(
        key=f"handover:{giver.pk}:{taker.pk}:{timezone.now():%Y%m%d%H%M%S%f}",
        template="handover",
        to=taker,
        context={
            "by": by.full_name,
            "giver": giver.full_name,
            "note": note,
            "works": ", ".join(f"{open_work[key].label}: {n}" for key, n in moved.items()),
            "path": reverse("desk"),
        },
        by=by,
    )
    return moved


def move(kind: OpenWork, rows: list, taker: User, text: str, by: User) -> int:
    """Give these records to `taker`; each says so in an internal comment."""
    model = type(rows[0])
    model._base_manager.filter(pk__in=[row.pk for row in rows]).update(**{kind.field: taker})
    content_type = ContentType.objects.get_for_model(model)
    Comment.objects.bulk_create(
        Comment(content_type=content_type, object_id=row.pk, text=text, is_internal=True, by=by)
        for row in rows
    )
    return len(rows)
