"""What the money pays for, and the page that shows what it moved."""

from typing import Any

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from donors.models.choices import TEXT_LIMIT
from donors.models.engagements import OfOfficeQuerySet, of_office
from donors.workflow import IN_THE_BOOKS, SNAPSHOT, SnapshotStatus
from missions.models import Action, Mission
from programmes.models import Event
from rocb.models import Office, Record
from rocb.models.base import UNTRACKED
from rocb.roles import Role


class ActivityQuerySet(OfOfficeQuerySet):
    """Funded activities: a donor sees what it pays for itself."""

    def visible_to(self, user):
        if user.role != Role.DONOR or user.is_superuser:
            return super().visible_to(user)
        paid = self.model._base_manager.filter(
            allocations__released_on=None,
            allocations__agreement__donor=user.organisation_id,
            allocations__agreement__status__in=IN_THE_BOOKS,
        )
        return self.filter(pk__in=paid.values("pk")) if user.organisation_id else self.none()

    def published(self):
        """What anybody may read without a sign-in."""
        live = Snapshot.objects.filter(activity=OuterRef("pk"), status=SnapshotStatus.PUBLISHED)
        return self.filter(Exists(live)).exclude(action__is_shared=False)


@pghistory.track(exclude=UNTRACKED)
class Activity(Record):
    """An event, a mission or an action that donors pay for: exactly one of the three.

    Made with its first allocation. Its page reads the chain backwards, from money to what moved.
    """

    # What `activities_with_records` asks for beside its columns.
    theme_names: list[str]
    asked_for: list[dict[str, Any]]

    office = models.ForeignKey(Office, models.PROTECT, related_name="activities", editable=False)
    slug = models.SlugField(_("address"), max_length=120, unique=True, editable=False)
    event = models.OneToOneField(Event, models.PROTECT, null=True, related_name="funded")
    mission = models.OneToOneField(Mission, models.PROTECT, null=True, related_name="funded")
    action = models.OneToOneField(Action, models.PROTECT, null=True, related_name="funded")
    purpose = models.TextField(
        _("who asked, and why"),
        max_length=TEXT_LIMIT,
        blank=True,
        help_text=_("Donors and, once it is published, everybody read this. No names of persons."),
    )
    implementer = models.CharField(
        _("who carries it out"),
        max_length=240,
        blank=True,
        help_text=_("Institutions, no names of persons."),
    )
    outcome = models.TextField(
        _("what came of it"),
        max_length=TEXT_LIMIT,
        blank=True,
        help_text=_("In the office's own words, for donors and the public."),
    )
    helps = models.ManyToManyField(
        Action,
        verbose_name=_("actions that it helps"),
        blank=True,
        related_name="helped_by",
        help_text=_("Donors read those that their members share; of the others only how many."),
    )
    is_covered = models.BooleanField(
        _("fully paid for"),
        default=False,
        help_text=_("Nothing more is sought: an action leaves the needs board."),
    )
    is_invented = models.BooleanField(_("demonstration data"), default=False, editable=False)

    objects = ActivityQuerySet.as_manager()

    class Meta:
        verbose_name_plural = _("activities")
        constraints = [
            models.CheckConstraint(
                condition=Q(event__isnull=False, mission=None, action=None)
                | Q(event=None, mission__isnull=False, action=None)
                | Q(event=None, mission=None, action__isnull=False),
                name="activity_is_exactly_one_thing",
            )
        ]
        permissions = [("publish_activity", "Publish what a funded activity moved")]

    def __str__(self):
        return self.slug

    def get_absolute_url(self):
        return reverse("donors:activity-detail", args=[self.slug])

    def allows(self, user, perm):
        return of_office(self, user, perm, self.office_id)

    @property
    def kind(self) -> str:
        """“event”, “mission” or “action”."""
        return "event" if self.event_id else "mission" if self.mission_id else "action"

    @property
    def record(self):
        """What it is: the event, the mission or the action."""
        return getattr(self, self.kind)


class SnapshotQuerySet(models.QuerySet):
    """Frozen pages: the own office's for its staff; everybody else meets the published one."""

    def visible_to(self, user):
        if user.is_superuser or user.role == Role.SECRETARIAT:
            return self
        if user.is_office:
            return self.filter(activity__office=user.organisation_id)
        return self.none()


class Snapshot(Record):
    """A funded-activity page as it stood on a day. Its content never changes; one is published."""

    activity = models.ForeignKey(Activity, models.PROTECT, related_name="snapshots")
    as_at = models.DateField(_("as at"))
    shows_amounts = models.BooleanField(_("with amounts of money"), default=False)
    content = models.JSONField(editable=False)
    sha256 = models.CharField(max_length=64, editable=False)
    published_at = models.DateTimeField(_("published"), null=True, editable=False)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )
    status = models.CharField(
        _("status"),
        max_length=12,
        choices=SnapshotStatus,
        default=SnapshotStatus.FROZEN,
        editable=False,
    )

    objects = SnapshotQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["activity"],
                condition=Q(status=SnapshotStatus.PUBLISHED),
                name="one_published_snapshot",
            )
        ]
        triggers = [SNAPSHOT.trigger()]

    def __str__(self):
        return f"{self.as_at}"

    def get_absolute_url(self):
        return reverse("donors:snapshot-detail", args=[self.pk])

    def allows(self, user, perm):
        return self.activity.allows(user, perm)
