"""The rows of a matrix while it is being filled in: one table for each of its two parts."""

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from missions.models.actions import Action
from missions.models.choices import TEXT_LIMIT, Implementation, Level, Support
from missions.models.cycles import Matrix
from rocb.models import OfAdministrationQuerySet, Standard


class RowQuerySet(OfAdministrationQuerySet):
    """Rows of matrices, seen by whoever sees the matrix."""

    path = "matrix__administration"


class Row(models.Model):
    """What both parts share: who typed last, and a revision that the loser of a race is told by."""

    revision = models.PositiveIntegerField(default=0)
    updated_at = models.DateTimeField(_("changed"), null=True, editable=False)
    updated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )

    objects = RowQuerySet.as_manager()

    class Meta:
        abstract = True


class StandardRow(Row):
    """How far one SAFE standard is, in one matrix. An unanswered level is null."""

    matrix = models.ForeignKey(Matrix, models.CASCADE, related_name="standard_rows")
    standard = models.ForeignKey(Standard, models.PROTECT, related_name="matrix_rows")
    level = models.PositiveSmallIntegerField(_("status"), choices=Level, null=True, blank=True)
    remark = models.TextField(_("remark"), max_length=TEXT_LIMIT, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["matrix", "standard"], name="standard_row_once")
        ]

    def __str__(self):
        return f"{self.matrix_id} {self.standard_id}"


class ActionRow(Row):
    """The progress of one action in one matrix. `is_unchanged` is “no change this period”."""

    matrix = models.ForeignKey(Matrix, models.CASCADE, related_name="action_rows")
    action = models.ForeignKey(Action, models.PROTECT, related_name="progress")
    status = models.CharField(_("status"), max_length=12, choices=Implementation, blank=True)
    percent = models.PositiveSmallIntegerField(
        _("per cent done"), null=True, blank=True, validators=[MaxValueValidator(100)]
    )
    progress = models.TextField(_("progress"), max_length=TEXT_LIMIT, blank=True)
    obstacle = models.TextField(_("obstacle"), max_length=TEXT_LIMIT, blank=True)
    next_step = models.TextField(_("next step"), max_length=TEXT_LIMIT, blank=True)
    support_needed = models.CharField(
        _("support needed"), max_length=12, choices=Support, blank=True
    )
    evidence = models.TextField(_("evidence"), max_length=TEXT_LIMIT, blank=True)
    is_unchanged = models.BooleanField(_("no change this period"), default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["matrix", "action"], name="action_row_once"),
            models.CheckConstraint(
                condition=models.Q(percent=None) | models.Q(percent__lte=100),
                name="row_percent_to_100",
            ),
        ]
        indexes = [models.Index(fields=["action", "-matrix"], name="progress_of_action")]

    def __str__(self):
        return f"{self.matrix_id} {self.action_id}"
