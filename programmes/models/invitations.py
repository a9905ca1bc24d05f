"""Which administrations are invited to an event."""

import pghistory
from django.core.validators import MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from programmes.models.events import Event
from programmes.workflow import (
    INVITATION,
    InvitationStatus,
)
from rocb.models import Administration, Record
from rocb.models.base import UNTRACKED
from rocb.roles import Role


class OfEventQuerySet(models.QuerySet):
    """Rows of one administration at one event: the office of the event, and that member."""

    def visible_to(self, user):
        if user.is_superuser or user.role == Role.SECRETARIAT:
            return self
        if user.is_office:
            return self.filter(event__office=user.organisation_id)
        if user.is_member and user.organisation_id:
            return self.filter(administration=user.organisation_id)
        return self.none()


class InvitationQuerySet(OfEventQuerySet):
    """Invitations: of the own office, or to the own member."""

    def waiting(self):
        """Not answered yet, for an event that is still to come."""
        return self.filter(
            status=InvitationStatus.OPEN, event__status__in=["announced", "confirmed"]
        )


@pghistory.track(exclude=UNTRACKED)
class Invitation(Record):
    """One administration is asked to nominate people for one event, by a day."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="invitations")
    administration = models.ForeignKey(
        Administration, models.PROTECT, verbose_name=_("member"), related_name="event_invitations"
    )
    seats = models.PositiveSmallIntegerField(
        _("seats"), default=1, validators=[MinValueValidator(1)]
    )
    respond_by = models.DateField(_("answer wanted by"))
    message = models.TextField(_("message"), max_length=2000, blank=True)
    status = models.CharField(
        _("status"),
        max_length=12,
        choices=InvitationStatus,
        default=InvitationStatus.OPEN,
        editable=False,
    )
    answered_at = models.DateTimeField(_("answered"), null=True, editable=False)

    objects = InvitationQuerySet.as_manager()
    told_by_steps = ("answered_at",)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["event", "administration"], name="invited_once")
        ]
        triggers = [INVITATION.trigger()]
        permissions = [("answer_invitation", "Answer an invitation to an event")]

    def __str__(self):
        return f"{self.event}: {self.administration}"

    def get_absolute_url(self):
        return reverse("programmes:invitation-detail", args=[self.pk])

    def allows(self, user, perm):
        if not user.has_perm(perm):
            return False
        if user.is_superuser:
            return True
        if user.is_member:
            return self.administration_id == user.organisation_id
        return user.is_office and self.event.office_id == user.organisation_id
