"""What donors may be told of a request for assistance: the member's consent, and nothing without it."""

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from donors.models.choices import amount_field, currency_field
from programmes.models import AssistanceRequest
from programmes.workflow import OPEN_REQUESTS
from rocb.models import OfAdministrationQuerySet, Record
from rocb.models.base import UNTRACKED
from rocb.roles import Role


class NeedQuerySet(OfAdministrationQuerySet):
    """Needs of members: the own region's for the office; for donors what is shared and still open."""

    path = "request__administration"

    def visible_to(self, user):
        if user.role == Role.DONOR and not user.is_superuser:
            return self.on_the_board()
        return super().visible_to(user)

    def on_the_board(self):
        """Shared by the member, still open, and not paid for."""
        return self.filter(is_shared=True, is_covered=False, request__status__in=OPEN_REQUESTS)


@pghistory.track(exclude=UNTRACKED)
class Need(Record):
    """A request for assistance as donors may read it: only while its member shares it.

    An action needs no such row: whether it is shared is said on the action itself.
    """

    request = models.OneToOneField(AssistanceRequest, models.CASCADE, related_name="need")
    is_shared = models.BooleanField(_("shared with donors"), default=False, editable=False)
    shared_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )
    shared_at = models.DateTimeField(_("shared"), null=True, editable=False)
    cost = amount_field(_("what it would cost"), null=True, blank=True)
    currency = currency_field()
    is_covered = models.BooleanField(
        _("paid for"),
        default=False,
        help_text=_("Nothing more is sought: it leaves the needs board."),
    )

    objects = NeedQuerySet.as_manager()

    class Meta:
        permissions = [
            ("share_request", "Share a request for assistance with donors"),
            ("show_interest", "Tell the office that a need is of interest"),
        ]

    def __str__(self):
        return f"{self.request_id}"

    def get_absolute_url(self):
        return reverse("donors:need-request", args=[self.request_id])

    def allows(self, user, perm):
        return user.has_perm(perm) and user.may_work_for(self.request.administration)


def shared_requests() -> Exists:
    """Whether a request for assistance stands on the board, as a column for its own table."""
    return Exists(Need.objects.on_the_board().filter(request=OuterRef("pk")))
