"""What members ask the office for."""

import pghistory
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from programmes.models.events import Event
from programmes.workflow import OPEN_REQUESTS, REQUEST, RequestStatus
from rocb.languages import Language
from rocb.models import Administration, OfAdministrationQuerySet, Record, Standard, Theme
from rocb.models.base import UNTRACKED


class AssistanceRequestQuerySet(OfAdministrationQuerySet):
    """Requests: of the own region or member."""

    def open(self):
        return self.filter(status__in=OPEN_REQUESTS)


@pghistory.track(exclude=[*UNTRACKED, "search"])
class AssistanceRequest(Record):
    """A member asks for help. It is answered with events, missions, resource persons or money.

    Nobody deletes one: a request that leads nowhere is declined or withdrawn with a reason.
    """

    class Kind(models.TextChoices):
        SEMINAR = "seminar", _("Seminar or workshop")
        TRAINING = "training", _("Training of trainers or officers")
        ADVICE = "advice", _("Expert advice")
        MISSION = "mission", _("Diagnostic mission")
        STUDY = "study", _("Study visit")
        EQUIPMENT = "equipment", _("Equipment")
        OTHER = "other", _("Other")

    administration = models.ForeignKey(
        Administration, models.PROTECT, verbose_name=_("member"), related_name="assistance_requests"
    )
    title = models.CharField(_("title"), max_length=240)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.SEMINAR)
    reason = models.TextField(_("why it is needed"), max_length=4000)
    expected = models.TextField(_("what it should lead to"), max_length=4000, blank=True)
    themes = models.ManyToManyField(
        Theme, verbose_name=_("themes"), blank=True, related_name="assistance_requests"
    )
    standards = models.ManyToManyField(
        Standard, verbose_name=_("standards"), blank=True, related_name="assistance_requests"
    )
    languages = ArrayField(
        models.CharField(max_length=8, choices=Language),
        verbose_name=_("languages"),
        default=list,
        blank=True,
    )
    participants = models.PositiveSmallIntegerField(
        _("participants expected"), null=True, blank=True
    )
    wanted_from_on = models.DateField(_("wanted from"), null=True, blank=True)
    wanted_until_on = models.DateField(_("wanted until"), null=True, blank=True)
    officer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("officer in charge"),
        null=True,
        blank=True,
        related_name="requests_in_charge",
    )
    assessment = models.TextField(_("assessment of the office"), max_length=4000, blank=True)
    needs_funding = models.BooleanField(_("needs money from a donor"), default=False)
    activities = models.ManyToManyField(
        Event, verbose_name=_("events"), blank=True, related_name="assistance_requests"
    )
    helpers = models.ManyToManyField(
        Administration,
        verbose_name=_("resource persons from"),
        blank=True,
        related_name="requests_helped",
    )
    answer = models.TextField(_("answer"), max_length=4000, blank=True, editable=False)
    answered_at = models.DateTimeField(_("answered"), null=True, editable=False)
    status = models.CharField(
        _("status"),
        max_length=12,
        choices=RequestStatus,
        default=RequestStatus.RECEIVED,
        editable=False,
    )
    is_invented = models.BooleanField(_("demonstration data"), default=False, editable=False)
    search = models.GeneratedField(
        expression=SearchVector("title", "reason", "expected", config="simple"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = AssistanceRequestQuerySet.as_manager()
    # The office's assessment is no news for the member, who reads the same timeline.
    told_by_steps = ("answer", "answered_at", "assessment", "needs_funding")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(wanted_until_on=None)
                | Q(wanted_from_on=None)
                | Q(wanted_until_on__gte=F("wanted_from_on")),
                name="request_wanted_from_before_until",
                violation_error_message=_("“Wanted until” lies before “wanted from”."),
            )
        ]
        indexes = [
            models.Index(fields=["administration", "-created_at"], name="request_of_member"),
            GinIndex(fields=["search"], name="request_search"),
        ]
        triggers = [REQUEST.trigger()]
        permissions = [
            ("ask_assistance", "Ask for assistance"),
            ("run_request", "Take requests through their life"),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("programmes:request-detail", args=[self.pk])

    def allows(self, user, perm):
        return user.has_perm(perm) and user.may_work_for(self.administration)

    def shows_assessment(self, user) -> bool:
        """The office's own words about a request are for the office and the Secretariat."""
        return user.is_superuser or user.is_office or user.has_perm("rocb.view_region")

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to do something for it."""
        return self.status in OPEN_REQUESTS
