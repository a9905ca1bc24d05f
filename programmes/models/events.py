"""Events: workshops, seminars, accreditations, webinars and meetings."""

import pghistory
from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce
from django.db.models.lookups import In
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from programmes.models.centres import TrainingCentre
from programmes.models.programmes import Programme
from programmes.workflow import EVENT, GATHERING, PUBLISHED, EventStatus
from rocb.languages import Language
from rocb.models import Office, Organisation, Record, Standard, StatusChange, Theme
from rocb.models.base import UNTRACKED, Appointment, ends_after_it_starts
from rocb.models.parties import check_time_zone


def published() -> Q:
    """Announced at some time. What was cancelled before that stays the office's own."""
    cancelled = StatusChange.objects.filter(
        content_type=ContentType.objects.get_for_model(Event),
        object_id=OuterRef("pk"),
        step="cancel",
    ).order_by("-at")
    # One value and not EXISTS, for which the database reads the steps of all events at once.
    source = Coalesce(Subquery(cancelled.values("source")[:1]), Value(""))
    quietly = Q(In(source, [EventStatus.IDEA, EventStatus.PLANNED]))
    return Q(status__in=PUBLISHED) & ~(Q(status=EventStatus.CANCELLED) & quietly)


class EventQuerySet(models.QuerySet):
    """The office sees its own; everybody else sees what has been announced."""

    def visible_to(self, user):
        if user.is_superuser:
            return self
        if user.is_office:
            return self.filter(published() | Q(office=user.organisation_id))
        return self.filter(published()) if user.has_perm("programmes.view_event") else self.none()

    def published(self):
        """What anybody may read without signing in."""
        return self.filter(published())

    def ahead(self, day):
        """Announced and not over on `day`, or on days yet to be said."""
        return self.filter(Q(ends_on__gte=day) | Q(ends_on=None), status__in=GATHERING)

    def prepared(self):
        """Not yet announced: the office's own work."""
        return self.filter(status__in=[EventStatus.IDEA, EventStatus.PLANNED])


@pghistory.track(exclude=[*UNTRACKED, "search", "calendar_turn", "selection_turn"])
class Event(Record):
    """One event of an office. From its announcement on everybody may read what, when and where."""

    class Kind(models.TextChoices):
        WORKSHOP = "workshop", _("Workshop")
        SEMINAR = "seminar", _("Seminar")
        ACCREDITATION = "accreditation", _("Accreditation workshop")
        WEBINAR = "webinar", _("Webinar")
        MEETING = "meeting", _("Meeting")
        CENTRES = "centres", _("Meeting of the training centres")

    class Scope(models.TextChoices):
        NATIONAL = "national", _("National")
        SUBREGIONAL = "subregional", _("Sub-regional")
        REGIONAL = "regional", _("Regional")

    office = models.ForeignKey(
        Office, models.PROTECT, verbose_name=_("office"), related_name="events", editable=False
    )
    title = models.CharField(_("title"), max_length=300)
    kind = models.CharField(_("kind"), max_length=16, choices=Kind, default=Kind.WORKSHOP)
    scope = models.CharField(_("for whom"), max_length=12, choices=Scope, default=Scope.REGIONAL)
    programme = models.ForeignKey(
        Programme,
        models.PROTECT,
        verbose_name=_("programme"),
        null=True,
        blank=True,
        related_name="activities",
    )
    themes = models.ManyToManyField(
        Theme, verbose_name=_("themes"), blank=True, related_name="events"
    )
    standards = models.ManyToManyField(
        Standard, verbose_name=_("standards"), blank=True, related_name="events"
    )
    starts_on = models.DateField(_("starts"), null=True, blank=True)
    ends_on = models.DateField(_("ends"), null=True, blank=True)
    begins_at = models.TimeField(
        _("from"),
        null=True,
        blank=True,
        help_text=_("Only where the hour matters, as of a webinar."),
    )
    finishes_at = models.TimeField(_("to"), null=True, blank=True)
    time_zone = models.CharField(
        _("time zone"), max_length=64, default="Asia/Bangkok", validators=[check_time_zone]
    )
    host = models.ForeignKey(
        Organisation,
        models.PROTECT,
        verbose_name=_("host"),
        null=True,
        blank=True,
        related_name="hosted_events",
    )
    centre = models.ForeignKey(
        TrainingCentre,
        models.PROTECT,
        verbose_name=_("training centre"),
        null=True,
        blank=True,
        related_name="held_events",
    )
    sponsor = models.ForeignKey(
        Organisation,
        models.PROTECT,
        verbose_name=_("sponsor"),
        null=True,
        blank=True,
        related_name="sponsored_events",
    )
    place = models.CharField(_("place"), max_length=160, blank=True)
    languages = ArrayField(
        models.CharField(max_length=8, choices=Language),
        verbose_name=_("languages"),
        default=list,
        blank=True,
    )
    capacity = models.PositiveSmallIntegerField(_("seats"), null=True, blank=True)
    required_course = models.CharField(
        _("e-learning required"),
        max_length=160,
        blank=True,
        help_text=_("The course that nominees finish first; empty where none is required."),
    )
    offer_days = models.PositiveSmallIntegerField(
        _("days to take up an offered seat"),
        default=3,
        validators=[MinValueValidator(1), MaxValueValidator(60)],
    )
    cloned_from = models.ForeignKey(
        "self", models.SET_NULL, null=True, editable=False, related_name="clones"
    )
    # How often what a calendar shows has changed since it was announced (RFC 5545, SEQUENCE).
    calendar_turn = models.PositiveIntegerField(default=0, editable=False)
    # Moves with each saved selection, so that two officers at one desk notice each other.
    selection_turn = models.PositiveIntegerField(default=0, editable=False)
    is_invented = models.BooleanField(_("demonstration data"), default=False, editable=False)
    summary = models.TextField(_("what it is about"), max_length=4000, blank=True)
    outcome = models.TextField(_("outcome"), max_length=4000, blank=True)
    status = models.CharField(
        _("status"), max_length=12, choices=EventStatus, default=EventStatus.IDEA, editable=False
    )
    search = models.GeneratedField(
        expression=SearchVector("title", "place", "summary", config="simple"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = EventQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(starts_on=None) | Q(ends_on__gte=F("starts_on")),
                name="event_ends_after_it_starts",
                violation_error_message=_("The event ends before it starts."),
            ),
            models.CheckConstraint(
                condition=Q(finishes_at=None) | Q(begins_at__isnull=False),
                name="event_hours_from_and_to",
                violation_error_message=_("Say from what hour, too."),
            ),
        ]
        indexes = [
            models.Index(fields=["starts_on"], name="event_start"),
            models.Index(fields=["status", "ends_on"], name="event_by_status"),
            models.Index(fields=["centre", "-starts_on", "-id"], name="event_of_centre"),
            GinIndex(fields=["search"], name="event_search"),
        ]
        triggers = [EVENT.trigger()]
        permissions = [
            ("run_event", "Take events through their life"),
            ("invite_members", "Invite administrations to an event"),
            ("view_participation", "See how many took part, by member"),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("programmes:event-detail", args=[self.pk])

    def allows(self, user, perm):
        if not user.has_perm(perm):
            return False
        return user.is_superuser or (user.is_office and user.organisation_id == self.office_id)

    def shows_trail(self, user) -> bool:
        """How the office came to an event is its own business."""
        return user.is_superuser or (user.is_office and user.organisation_id == self.office_id)

    @property
    def is_open(self) -> bool:
        """Whether people can be invited, nominated and selected."""
        return self.status in GATHERING

    @property
    def days(self) -> int:
        """How many days it lasts; 0 without dates."""
        if not (self.starts_on and self.ends_on):
            return 0
        return (self.ends_on - self.starts_on).days + 1


class EventSessionQuerySet(models.QuerySet):
    """An agenda is read with its event."""

    def visible_to(self, user):
        return self.filter(event__in=Event.objects.visible_to(user).values("pk"))


class EventSession(Appointment):
    """One item of an event's agenda, and who speaks. It lies within the days of the event."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="sessions")
    notes = models.TextField(_("notes"), max_length=2000, blank=True)
    speakers = models.ManyToManyField(
        "programmes.ResourcePerson",
        verbose_name=_("resource persons"),
        blank=True,
        related_name="sessions",
    )

    objects = EventSessionQuerySet.as_manager()

    class Meta(Appointment.Meta):
        constraints = [ends_after_it_starts("session_ends_after_it_starts")]

    def get_absolute_url(self):
        return reverse("programmes:event-agenda", args=[self.event_id])

    def allows(self, user, perm):
        return self.event.allows(user, perm)
