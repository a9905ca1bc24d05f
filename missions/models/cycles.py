"""The half-yearly cycle, the matrix each member files in it, and its immutable versions."""

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from missions.models.actions import Action
from missions.models.choices import TEXT_LIMIT
from missions.models.plans import ActionPlan, plans_of_team
from missions.workflow import CYCLE, EDITABLE, MATRIX, CycleStatus, MatrixStatus
from rocb.models import (
    Administration,
    Framework,
    OfAdministrationQuerySet,
    Office,
    Record,
    Standard,
)
from rocb.models.base import UNTRACKED
from rocb.roles import Role


class CycleQuerySet(models.QuerySet):
    """Cycles: the own office's for staff, the own region's for members."""

    def visible_to(self, user):
        if user.is_superuser or user.role == Role.SECRETARIAT:
            return self
        if user.is_office:
            return self.filter(office=user.organisation_id)
        if user.is_member and user.organisation_id:
            return self.filter(
                office__region__administrations=user.organisation_id,
                status__in=[CycleStatus.OPEN, CycleStatus.CLOSED],
            )
        return self.none()


@pghistory.track(exclude=UNTRACKED)
class Cycle(Record):
    """One round of follow-up of an office: half a year, one matrix for each plan in force."""

    office = models.ForeignKey(Office, models.PROTECT, related_name="cycles")
    name = models.CharField(_("name"), max_length=80)
    framework = models.ForeignKey(
        Framework,
        models.PROTECT,
        verbose_name=_("edition"),
        help_text=_("Every matrix keeps the edition it was filled in with."),
    )
    opens_on = models.DateField(_("opens"))
    due_on = models.DateField(_("due"))
    closes_on = models.DateField(_("closes"))
    status = models.CharField(
        _("status"), max_length=8, choices=CycleStatus, default=CycleStatus.PLANNED, editable=False
    )

    objects = CycleQuerySet.as_manager()

    class Meta:
        ordering = ["-due_on"]
        constraints = [
            models.UniqueConstraint(fields=["office", "name"], name="cycle_name_once"),
            models.CheckConstraint(
                condition=Q(opens_on__lt=F("due_on")) & Q(due_on__lte=F("closes_on")),
                name="cycle_dates_in_order",
                violation_error_message=_(
                    "The dates are out of order: a cycle opens, then falls due, then closes."
                ),
            ),
        ]
        indexes = [models.Index(fields=["-due_on", "-id"], name="cycle_newest")]
        triggers = [CYCLE.trigger()]
        permissions = [("open_cycle", "Open and close follow-up cycles")]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("missions:cycle-detail", args=[self.pk])

    def allows(self, user, perm):
        return user.has_perm(perm) and (user.is_superuser or self.office_id == user.office_id)


class MatrixQuerySet(OfAdministrationQuerySet):
    """Follow-up matrices; experts see those of the plans that they see."""

    def visible_to(self, user):
        if user.role == Role.EXPERT and user.person_id and not user.is_superuser:
            return self.filter(plan__in=plans_of_team(user).values("pk"))
        return super().visible_to(user)

    def owed(self):
        """Not yet filed, in an open cycle: what reminders and desks are about."""
        return self.filter(
            status__in=[MatrixStatus.DRAFT, MatrixStatus.RETURNED], cycle__status=CycleStatus.OPEN
        )

    def reported(self):
        return self.filter(status__in=[MatrixStatus.SUBMITTED, MatrixStatus.ACCEPTED])


@pghistory.track(exclude=[*UNTRACKED, "typed_at", "typed_by"])
class Matrix(Record):
    """What one member reports in one cycle. One for each plan in force, however often opened.

    `round` counts the returns: each starts the reminder ladder anew with its own due date.
    The typist and the signatory are both kept.
    """

    cycle = models.ForeignKey(Cycle, models.PROTECT, related_name="matrices")
    plan = models.ForeignKey(ActionPlan, models.PROTECT, related_name="matrices")
    administration = models.ForeignKey(
        Administration, models.PROTECT, verbose_name=_("member"), related_name="matrices"
    )
    status = models.CharField(
        _("status"),
        max_length=12,
        choices=MatrixStatus,
        default=MatrixStatus.DRAFT,
        editable=False,
    )
    due_on = models.DateField(_("due"))
    round = models.PositiveSmallIntegerField(default=0, editable=False)
    has_nothing_to_report = models.BooleanField(_("nothing to report"), default=False)
    nothing_reason = models.TextField(_("why"), max_length=TEXT_LIMIT, blank=True)
    typed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )
    typed_at = models.DateTimeField(_("last typed"), null=True, editable=False)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )
    submitted_at = models.DateTimeField(_("submitted"), null=True, editable=False)
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )
    reviewed_at = models.DateTimeField(_("reviewed"), null=True, editable=False)
    copied_to = models.CharField(
        _("copy to the Secretariat"), max_length=400, blank=True, editable=False
    )
    copied_at = models.DateTimeField(_("copy sent"), null=True, editable=False)

    objects = MatrixQuerySet.as_manager()
    told_by_steps = (
        "round",
        "submitted_by",
        "submitted_at",
        "reviewed_by",
        "reviewed_at",
        "copied_at",
    )

    class Meta:
        verbose_name_plural = _("matrices")
        constraints = [models.UniqueConstraint(fields=["cycle", "plan"], name="matrix_once")]
        indexes = [
            models.Index(fields=["administration", "-due_on"], name="matrix_of_member"),
            models.Index(fields=["status", "due_on"], name="matrix_by_status"),
            models.Index(
                fields=["administration", "status", "-reviewed_at"], name="matrix_accepted"
            ),
        ]
        triggers = [MATRIX.trigger()]
        permissions = [
            ("fill_matrix", "Type into a matrix"),
            ("submit_matrix", "Submit and withdraw a matrix"),
            ("review_matrix", "Accept, return and cancel matrices"),
        ]

    def __str__(self):
        return f"{self.administration_id} {self.cycle_id}"

    def get_absolute_url(self):
        return reverse("missions:matrix-detail", args=[self.pk])

    def allows(self, user, perm):
        return user.has_perm(perm) and user.may_work_for(self.administration)

    @property
    def is_editable(self) -> bool:
        """Whether the member may still type into it."""
        return self.status in EDITABLE


class MatrixVersion(models.Model):
    """A matrix as it was submitted, word for word. Never changed, never deleted."""

    matrix = models.ForeignKey(Matrix, models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField(_("version"))
    submitted_at = models.DateTimeField(_("submitted"))
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    typed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    # {"nothing": str|None, "standards": [row, ...], "actions": [row, ...]}; see missions/versions.py
    content = models.JSONField()
    sha256 = models.CharField(max_length=64)

    class Meta:
        ordering = ["matrix_id", "number"]
        constraints = [
            models.UniqueConstraint(fields=["matrix", "number"], name="version_number_once")
        ]
        triggers = [pgtrigger.Protect(name="keep", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self):
        return f"{self.matrix_id} v{self.number}"


class ReturnComment(models.Model):
    """What the officer asks to be corrected in one row of a version. Exactly one row is meant."""

    version = models.ForeignKey(MatrixVersion, models.PROTECT, related_name="return_comments")
    standard = models.ForeignKey(Standard, models.PROTECT, null=True, related_name="+")
    action = models.ForeignKey(Action, models.CASCADE, null=True, related_name="+")
    text = models.TextField(_("comment"), max_length=TEXT_LIMIT)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(standard=None) ^ Q(action=None), name="comment_on_one_row"
            )
        ]

    def __str__(self):
        return self.text[:60]
