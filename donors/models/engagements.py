"""What was said with donors, and what is asked of them."""

from datetime import date

import pghistory
from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from donors.models.choices import TEXT_LIMIT, amount_field, currency_field
from donors.models.donors import Donor
from donors.workflow import REQUEST, WITH_DONOR, RequestStatus
from missions.models import Action, Mission
from programmes.models import AssistanceRequest, Event
from rocb.models import Office, Record
from rocb.models.base import UNTRACKED
from rocb.roles import Role


class OfOfficeQuerySet(models.QuerySet):
    """Rows of one office; a donor sees its own once it may know of them; the Secretariat all."""

    office_path = "office"
    donor_path = "donor"

    def known_to_donors(self):
        """Which of a donor's own rows it may read."""
        return self

    def visible_to(self, user):
        if user.is_superuser or user.role == Role.SECRETARIAT:
            return self
        if user.is_office and user.organisation_id:
            return self.filter(**{self.office_path: user.organisation_id})
        if user.role == Role.DONOR and user.organisation_id:
            return self.known_to_donors().filter(**{self.donor_path: user.organisation_id})
        return self.none()


def of_office(record, user, perm, office_id: int) -> bool:
    """Whether a verb on a record of one office is this user's: the right, and the own office.

    Comments there are the office's own: neither member nor donor reads them, so none is shared.
    """
    if perm == "rocb.comment_shared" or not user.has_perm(perm):
        return False
    return user.is_superuser or (user.is_office and user.organisation_id == office_id)


class EngagementQuerySet(models.QuerySet):
    """Notes on talks: the own office's, nobody else's."""

    def visible_to(self, user):
        if user.is_superuser:
            return self
        return self.filter(office=user.organisation_id) if user.is_office else self.none()

    def with_next_step(self):
        """Talks after which something is still to be done."""
        return self.exclude(next_step="").filter(done_on=None)


@pghistory.track(exclude=UNTRACKED)
class Engagement(Record):
    """A talk with a donor: when, with whom, what was said, and what somebody promised to do next."""

    class Kind(models.TextChoices):
        MEETING = "meeting", _("Meeting")
        CALL = "call", _("Call")
        VISIT = "visit", _("Visit")
        SEMINAR = "seminar", _("The donor's own seminar")
        LETTER = "letter", _("Letter or mail")
        INTEREST = "interest", _("Interest in a need")

    office = models.ForeignKey(Office, models.PROTECT, related_name="engagements", editable=False)
    donor = models.ForeignKey(
        Donor, models.PROTECT, verbose_name=_("donor"), related_name="engagements"
    )
    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.MEETING)
    on = models.DateField(_("day"), default=date.today)
    subject = models.CharField(_("subject"), max_length=240)
    present = models.CharField(_("who took part"), max_length=400, blank=True)
    summary = models.TextField(_("what was said"), max_length=TEXT_LIMIT, blank=True)
    next_step = models.CharField(_("next step"), max_length=240, blank=True)
    next_step_due_on = models.DateField(_("next step due"), null=True, blank=True)
    next_step_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("who does it"),
        null=True,
        blank=True,
        related_name="next_steps",
    )
    done_on = models.DateField(_("done"), null=True, editable=False)
    is_invented = models.BooleanField(_("demonstration data"), default=False, editable=False)

    objects = EngagementQuerySet.as_manager()

    class Meta:
        ordering = ["-on", "-pk"]
        indexes = [models.Index(fields=["donor", "-on"], name="engagement_of_donor")]
        constraints = [
            models.CheckConstraint(
                condition=Q(next_step="") | Q(next_step_due_on__isnull=False),
                name="next_step_has_a_day",
                violation_error_message=_("Say by when the next step is to be done."),
            )
        ]

    def __str__(self):
        return self.subject

    def get_absolute_url(self):
        return reverse("donors:engagement-detail", args=[self.pk])

    def allows(self, user, perm):
        return of_office(self, user, perm, self.office_id)


class FundingRequestQuerySet(OfOfficeQuerySet):
    """Requests for money: a donor reads its own from the day they are sent."""

    def known_to_donors(self):
        """Sent, and every need in it still shared by its member; an agreed one stays."""
        model = self.model
        of_request = {"fundingrequest": OuterRef("pk")}
        hidden = model.for_actions.through.objects.filter(**of_request, action__is_shared=False)
        kept = model.for_requests.through.objects.filter(**of_request).exclude(
            assistancerequest__need__is_shared=True
        )
        shared = ~Exists(hidden) & ~Exists(kept)
        return self.filter(Q(status=RequestStatus.AGREED) | shared, status__in=WITH_DONOR)


@pghistory.track(exclude=[*UNTRACKED, "search"])
class FundingRequest(Record):
    """The office asks a donor for money for what members need.

    An agreed one has become an agreement: nothing of it is typed twice.
    """

    office = models.ForeignKey(
        Office, models.PROTECT, related_name="funding_requests", editable=False
    )
    donor = models.ForeignKey(
        Donor, models.PROTECT, verbose_name=_("donor"), related_name="funding_requests"
    )
    title = models.CharField(_("title"), max_length=240)
    purpose = models.TextField(_("what it is for"), max_length=TEXT_LIMIT)
    amount = amount_field(_("amount"))
    currency = currency_field()
    starts_on = models.DateField(_("from"), null=True, blank=True)
    ends_on = models.DateField(_("until"), null=True, blank=True)
    answer_by = models.DateField(_("answer wanted by"), null=True, blank=True)
    for_actions = models.ManyToManyField(
        Action, verbose_name=_("actions"), blank=True, related_name="funding_requests"
    )
    for_events = models.ManyToManyField(
        Event, verbose_name=_("events"), blank=True, related_name="funding_requests"
    )
    for_missions = models.ManyToManyField(
        Mission, verbose_name=_("missions"), blank=True, related_name="funding_requests"
    )
    for_requests = models.ManyToManyField(
        AssistanceRequest,
        verbose_name=_("requests for assistance"),
        blank=True,
        related_name="funding_requests",
    )
    officer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("officer in charge"),
        null=True,
        blank=True,
        related_name="funding_requests_in_charge",
    )
    sent_at = models.DateTimeField(_("sent"), null=True, editable=False)
    status = models.CharField(
        _("status"),
        max_length=14,
        choices=RequestStatus,
        default=RequestStatus.DRAFTING,
        editable=False,
    )
    is_invented = models.BooleanField(_("demonstration data"), default=False, editable=False)
    search = models.GeneratedField(
        expression=SearchVector("title", "purpose", config="simple"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = FundingRequestQuerySet.as_manager()
    told_by_steps = ("sent_at",)

    class Meta:
        indexes = [
            models.Index(fields=["donor", "status"], name="funding_of_donor"),
            GinIndex(fields=["search"], name="funding_search"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(amount__gt=0), name="funding_request_amount_above_nothing"
            ),
            models.CheckConstraint(
                condition=Q(ends_on=None)
                | Q(starts_on=None)
                | Q(ends_on__gte=models.F("starts_on")),
                name="funding_request_dates_in_order",
                violation_error_message=_("The last day is before the first."),
            ),
        ]
        triggers = [REQUEST.trigger()]
        permissions = [("run_fundingrequest", "Take funding requests through their life")]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("donors:request-detail", args=[self.pk])

    def allows(self, user, perm):
        return of_office(self, user, perm, self.office_id)
