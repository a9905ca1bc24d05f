"""Who is nominated, who comes, and what they take home."""

import secrets

import pghistory
from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from programmes.models.events import Event
from programmes.models.invitations import Invitation, OfEventQuerySet
from programmes.workflow import (
    COMING,
    LIVE,
    NOMINATION,
    SEATED,
    InvitationStatus,
    NominationStatus,
)
from rocb.models import Administration, Person, Record
from rocb.models.base import UNTRACKED


class NominationQuerySet(OfEventQuerySet):
    """Nominations: names are for the office of the event and the member that nominated."""

    def seated(self):
        """Those who hold a seat."""
        return self.filter(status__in=SEATED)

    def live(self):
        """Those still in play."""
        return self.filter(status__in=LIVE)

    def sent_in(self):
        """Those that the office may select among: what a member still puts together is not sent."""
        return self.exclude(
            status=NominationStatus.NOMINATED, invitation__status=InvitationStatus.OPEN
        )

    def coming(self):
        return self.filter(status__in=COMING)

    def attended(self):
        return self.filter(status=NominationStatus.ATTENDED)

    def waiting(self):
        """The waiting list, whoever is next first."""
        return self.filter(status=NominationStatus.WAITING).order_by("waiting_position", "pk")


# What somebody eats or needs is kept while it is needed, and in no history.
@pghistory.track(exclude=[*UNTRACKED, "needs"])
class Nomination(Record):
    """One person put forward for one event by one administration, and what became of it.

    A person stands once at an event while in play; somebody who withdrew may be nominated again.
    """

    class English(models.TextChoices):
        FLUENT = "fluent", _("Fluent")
        WORKING = "working", _("Working knowledge")
        BASIC = "basic", _("Basic")
        UNSTATED = "", _("Not stated")

    class Mark(models.TextChoices):
        SELECT = "select", _("Select")
        WAIT = "wait", _("Waiting list")
        TURN_DOWN = "turn_down", _("Do not select")
        NONE = "", _("Not decided")

    event = models.ForeignKey(Event, models.CASCADE, related_name="nominations")
    invitation = models.ForeignKey(
        Invitation, models.PROTECT, null=True, blank=True, related_name="nominations"
    )
    administration = models.ForeignKey(
        Administration, models.PROTECT, verbose_name=_("member"), related_name="nominations"
    )
    person = models.ForeignKey(
        Person, models.PROTECT, verbose_name=_("person"), related_name="nominations"
    )
    rank = models.PositiveSmallIntegerField(_("rank"), default=1, validators=[MinValueValidator(1)])
    language = models.CharField(
        _("command of the event's language"), max_length=8, choices=English, blank=True
    )
    has_course = models.BooleanField(_("has finished the e-learning required"), default=False)
    is_self_funded = models.BooleanField(_("pays the own way"), default=False)
    motivation = models.TextField(_("why this person"), max_length=2000, blank=True)
    needs = models.TextField(_("dietary or accessibility needs"), max_length=500, blank=True)
    status = models.CharField(
        _("status"),
        max_length=12,
        choices=NominationStatus,
        default=NominationStatus.NOMINATED,
        editable=False,
    )
    # What the selection desk has noted; it becomes a status when the results are sent.
    mark = models.CharField(_("noted"), max_length=10, choices=Mark, blank=True, editable=False)
    waiting_position = models.PositiveSmallIntegerField(
        _("place on the waiting list"), null=True, editable=False
    )
    # When the person was last told something that wants an answer; part of the secret of the link.
    asked_at = models.DateTimeField(_("told"), null=True, editable=False)
    offer_until = models.DateTimeField(_("offer open until"), null=True, editable=False)
    days_attended = models.PositiveSmallIntegerField(
        _("days attended"),
        null=True,
        blank=True,
        editable=False,
        help_text=_("Empty: all of them."),
    )
    replaces = models.ForeignKey(
        "self", models.SET_NULL, null=True, editable=False, related_name="replaced_by"
    )
    is_invented = models.BooleanField(_("demonstration data"), default=False, editable=False)

    objects = NominationQuerySet.as_manager()
    told_by_steps = ("asked_at", "offer_until", "waiting_position", "mark")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["event", "person"],
                condition=~Q(status__in=["withdrawn", "lapsed", "not_selected"]),
                name="nominated_once_at_an_event",
            )
        ]
        indexes = [
            models.Index(fields=["event", "status"], name="nominations_of_event"),
            models.Index(fields=["administration", "status"], name="nominations_of_member"),
            models.Index(
                fields=["offer_until"],
                condition=Q(status="offered"),
                name="offers_that_expire",
            ),
        ]
        triggers = [NOMINATION.trigger()]
        permissions = [
            ("nominate", "Nominate people for events"),
            ("select_nominees", "Select among the nominees"),
            ("confirm_nomination", "Confirm that somebody comes"),
            ("withdraw_nomination", "Withdraw a nominee"),
            ("record_attendance", "Record who attended"),
        ]

    def __str__(self):
        return self.person.full_name

    def get_absolute_url(self):
        return reverse("programmes:nomination-detail", args=[self.pk])

    def allows(self, user, perm):
        if not user.has_perm(perm):
            return False
        if user.is_superuser:
            return True
        if user.is_member:
            return self.administration_id == user.organisation_id
        return user.is_office and self.event.office_id == user.organisation_id

    @property
    def has_seat(self) -> bool:
        return self.status in SEATED


class NominationImportQuerySet(models.QuerySet):
    """Lists that were read, seen by whoever sees the invitation or runs the event."""

    def visible_to(self, user):
        if user.is_superuser:
            return self
        if user.is_office:
            return self.filter(event__office=user.organisation_id)
        if user.is_member and user.organisation_id:
            return self.filter(invitation__administration=user.organisation_id)
        return self.none()


class NominationImport(models.Model):
    """A list of nominees that was pasted or sent in as a file, waiting for its preview to be applied.

    Without an invitation it is the office's own list for a whole event, with a column of members.
    """

    event = models.ForeignKey(Event, models.CASCADE, related_name="nomination_imports")
    invitation = models.ForeignKey(
        Invitation, models.CASCADE, null=True, related_name="nomination_imports"
    )
    name = models.CharField(_("file"), max_length=240)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(_("sent in"), auto_now_add=True)
    applied_at = models.DateTimeField(_("applied"), null=True)
    content = models.JSONField()

    objects = NominationImportQuerySet.as_manager()

    def __str__(self):
        return self.name


def new_code() -> str:
    """What a certificate is checked by: 16 letters and digits that nobody can guess."""
    alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
    return "".join(secrets.choice(alphabet) for _ in range(16))


class CertificateQuerySet(models.QuerySet):
    """Certificates are seen with the nomination they belong to."""

    def valid(self):
        return self.filter(withdrawn_on=None)

    def visible_to(self, user):
        return self.filter(nomination__in=Nomination.objects.visible_to(user).values("pk"))


class Certificate(Record):
    """What a participant takes home. It says what was true on the day it was issued.

    It can be withdrawn but not changed; then another may be issued, so one counts at a time.
    """

    nomination = models.ForeignKey(Nomination, models.PROTECT, related_name="certificates")
    code = models.CharField(_("code"), max_length=16, unique=True, default=new_code)
    given_name = models.CharField(max_length=120, blank=True)
    family_name = models.CharField(max_length=120)
    event_title = models.CharField(max_length=300)
    place = models.CharField(max_length=160, blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField()
    issued_on = models.DateField(_("issued"))
    withdrawn_on = models.DateField(_("withdrawn"), null=True, blank=True)
    withdrawn_reason = models.CharField(_("reason"), max_length=500, blank=True)

    objects = CertificateQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["nomination"],
                condition=Q(withdrawn_on=None),
                name="one_certificate_that_counts",
            )
        ]
        permissions = [("issue_certificate", "Issue and withdraw certificates")]

    def __str__(self):
        return self.code

    def get_absolute_url(self):
        return reverse("certificate", args=[self.code])

    def allows(self, user, perm):
        return self.nomination.allows(user, perm)

    @property
    def full_name(self) -> str:
        return " ".join(part for part in (self.given_name, self.family_name) if part)
