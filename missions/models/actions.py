"""The actions of a plan, and requests for later due dates."""

from decimal import Decimal

import pghistory
import pgtrigger
from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from missions.models.choices import FINISHED, TEXT_LIMIT, Implementation, Support
from missions.models.plans import ActionPlan, plans_of_team
from missions.models.recommendations import Recommendation
from missions.workflow import EXTENSION, ExtensionStatus, PlanStatus
from rocb.models import OfAdministrationQuerySet, Person, Record
from rocb.models.base import UNTRACKED
from rocb.roles import Role


class ActionQuerySet(OfAdministrationQuerySet):
    """Actions of plans; a donor also sees those that the member chose to share."""

    path = "plan__administration"

    def visible_to(self, user):
        if user.role == Role.DONOR and not user.is_superuser:
            return self.filter(
                is_shared=True, plan__status__in=[PlanStatus.IN_FORCE, PlanStatus.CLOSED]
            )
        if user.role == Role.EXPERT and user.person_id and not user.is_superuser:
            return self.filter(plan__in=plans_of_team(user).values("pk"))
        return super().visible_to(user)

    def told_by_others(self, user):
        """Finished by members that let others ask how: not the reader's own."""
        done = self.filter(status=Implementation.IMPLEMENTED, tells_others=True)
        return done.exclude(plan__administration=user.organisation_id) if user.is_member else done

    def open(self):
        """In a plan that is in force, and not finished."""
        return self.filter(plan__status=PlanStatus.IN_FORCE).exclude(status__in=FINISHED)

    def overdue(self, today):
        """Open with a due date before `today` (a date where the member lives)."""
        return self.open().filter(current_due_on__lt=today)


@pghistory.track(exclude=[*UNTRACKED, "search", "implemented_at"])
class Action(Record):
    """One undertaking of a plan. Status and percentage change only when a matrix is accepted.

    The baseline due date is set when the plan comes into force and never again; after that the
    current one moves only by an approved extension request.
    """

    plan = models.ForeignKey(ActionPlan, models.CASCADE, related_name="actions")
    number = models.CharField(_("number"), max_length=20)
    title = models.CharField(_("action"), max_length=400)
    expected_result = models.TextField(_("expected result"), max_length=TEXT_LIMIT, blank=True)
    recommendations = models.ManyToManyField(
        Recommendation, verbose_name=_("recommendations"), blank=True, related_name="actions"
    )
    standards = models.ManyToManyField(
        "rocb.Standard", verbose_name=_("standards"), blank=True, related_name="actions"
    )
    activities = models.ManyToManyField(
        "programmes.Event",
        verbose_name=_("events that help it"),
        blank=True,
        related_name="helped_actions",
    )
    responsible_unit = models.CharField(_("responsible unit"), max_length=240, blank=True)
    responsible_person = models.ForeignKey(
        Person,
        models.SET_NULL,
        verbose_name=_("responsible person"),
        null=True,
        blank=True,
        related_name="actions",
    )
    baseline_due_on = models.DateField(_("baseline due date"), null=True, editable=False)
    current_due_on = models.DateField(_("due date"), null=True, blank=True)
    cost = models.DecimalField(
        _("cost"),
        max_digits=14,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal(0))],
    )
    currency = models.CharField(_("currency"), max_length=3, blank=True, default="USD")
    support_needed = models.CharField(
        _("support needed"), max_length=12, choices=Support, default=Support.NONE
    )
    is_shared = models.BooleanField(
        _("shared with donors"),
        default=False,
        help_text=_("Donors then read its title, result, status and cost."),
    )
    tells_others = models.BooleanField(
        _("shown to other members"),
        default=False,
        help_text=_(
            "Once it is implemented, members with the same problem read its title and result."
        ),
    )
    status = models.CharField(
        _("status"),
        max_length=12,
        choices=Implementation,
        default=Implementation.NOT_STARTED,
        editable=False,
    )
    percent = models.PositiveSmallIntegerField(
        _("per cent done"), default=0, editable=False, validators=[MaxValueValidator(100)]
    )
    # When its implementation was first accepted, so that no report of a matrix has to be read for it.
    implemented_at = models.DateTimeField(_("implemented"), null=True, editable=False)
    position = models.PositiveIntegerField(_("position"), default=0, editable=False)
    search = models.GeneratedField(
        expression=SearchVector(
            "number", "title", "expected_result", "responsible_unit", config="simple"
        ),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = ActionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "number"], name="action_number_once"),
            models.CheckConstraint(condition=Q(percent__lte=100), name="action_percent_to_100"),
        ]
        indexes = [
            models.Index(fields=["plan", "position"], name="action_of_plan"),
            models.Index(fields=["current_due_on"], name="action_due"),
            models.Index(
                F("implemented_at").desc(nulls_last=True),
                F("id").desc(),
                condition=Q(tells_others=True),
                name="action_told",
            ),
            GinIndex(fields=["search"], name="action_search"),
        ]
        triggers = [
            pgtrigger.Protect(
                name="keep_baseline",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__baseline_due_on__isnull=False)
                & pgtrigger.Q(old__baseline_due_on__df=pgtrigger.F("new__baseline_due_on")),
            )
        ]
        permissions = [
            ("share_action", "Share an action with donors"),
        ]

    def __str__(self):
        return f"{self.number} {self.title}"

    def get_absolute_url(self):
        return reverse("missions:action-detail", args=[self.pk])

    def allows(self, user, perm):
        return user.has_perm(perm) and user.may_work_for(self.plan.administration)

    def shows_trail(self, user) -> bool:
        """Donors read what an action is, not who said what about it."""
        return user.is_superuser or user.role != Role.DONOR

    @property
    def is_finished(self) -> bool:
        return self.status in FINISHED

    @property
    def slippage(self) -> int | None:
        """Days between the baseline and the current due date; none without both."""
        if self.baseline_due_on is None or self.current_due_on is None:
            return None
        return (self.current_due_on - self.baseline_due_on).days


class ExtensionRequestQuerySet(OfAdministrationQuerySet):
    """Requests to move a due date."""

    path = "action__plan__administration"

    def waiting(self):
        return self.filter(status=ExtensionStatus.REQUESTED)


@pghistory.track(exclude=UNTRACKED)
class ExtensionRequest(Record):
    """A member asks for a later due date of one action. One request at a time is open."""

    action = models.ForeignKey(Action, models.CASCADE, related_name="extension_requests")
    status = models.CharField(
        _("status"),
        max_length=12,
        choices=ExtensionStatus,
        default=ExtensionStatus.REQUESTED,
        editable=False,
    )
    due_on_before = models.DateField(_("due date until now"), editable=False)
    new_due_on = models.DateField(_("new due date"))
    reason = models.TextField(_("reason"), max_length=TEXT_LIMIT)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )
    decided_at = models.DateTimeField(_("decided"), null=True, editable=False)

    objects = ExtensionRequestQuerySet.as_manager()
    told_by_steps = ("decided_by", "decided_at")

    class Meta:
        ordering = ["-created_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["action"],
                condition=Q(status=ExtensionStatus.REQUESTED),
                name="one_open_extension",
            ),
            models.CheckConstraint(
                condition=Q(new_due_on__gt=F("due_on_before")),
                name="extension_is_later",
                violation_error_message=_("The new date is not later than the present one."),
            ),
        ]
        indexes = [models.Index(fields=["-created_at"], name="extension_newest")]
        triggers = [EXTENSION.trigger()]
        permissions = [
            ("request_extension", "Ask for a later due date"),
            ("decide_extension", "Approve or refuse a later due date"),
            ("view_extension", "See extension requests"),
        ]

    def __str__(self):
        return f"{self.action_id} → {self.new_due_on}"

    def get_absolute_url(self):
        return reverse("missions:extension-detail", args=[self.pk])

    def allows(self, user, perm):
        return user.has_perm(perm) and user.may_work_for(self.action.plan.administration)
