"""Long work that somebody asked for, and what came of it."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class ErrandQuerySet(models.QuerySet):
    """An errand is its asker's alone, as long as they stand where they stood when they asked."""

    def visible_to(self, user):
        return self.filter(asked_by=user.pk, asked_as=user.standing)

    def open(self):
        return self.filter(status__in=[Errand.Status.WAITING, Errand.Status.RUNNING])


class Errand(models.Model):
    """One piece of long work that one person asked for: a large export, an annual report.

    A worker holds an advisory lock while it is at it, so an errand that is `running` without its lock
    was cut off and is taken up again. Its file is kept until `expires_at`.
    """

    class Status(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        RUNNING = "running", _("Being prepared")
        DONE = "done", _("Ready")
        FAILED = "failed", _("Failed")

    kind = models.CharField(max_length=40)
    title = models.CharField(_("what"), max_length=300)
    params = models.JSONField(default=dict)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="errands")
    asked_as = models.CharField(max_length=40)
    status = models.CharField(_("status"), max_length=8, choices=Status, default=Status.WAITING)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    attempts = models.PositiveSmallIntegerField(default=0)
    error = models.CharField(_("what went wrong"), max_length=500, blank=True)
    file = models.FileField(max_length=200, blank=True)
    file_name = models.CharField(max_length=240, blank=True)
    size = models.BigIntegerField(default=0)
    url = models.CharField(max_length=300, blank=True)
    created_at = models.DateTimeField(_("asked for"), auto_now_add=True)
    ended_at = models.DateTimeField(_("ended"), null=True)
    fetched_at = models.DateTimeField(null=True)
    expires_at = models.DateTimeField(_("kept until"))

    objects = ErrandQuerySet.as_manager()

    class Meta:
        verbose_name = _("piece of work")
        verbose_name_plural = _("pieces of work")
        indexes = [
            models.Index(fields=["asked_by", "-created_at"], name="errands_of_user"),
            models.Index(
                fields=["created_at"],
                condition=models.Q(status__in=["waiting", "running"]),
                name="errands_open",
            ),
            models.Index(fields=["expires_at"], name="errands_expiring"),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("my-errand", args=[self.pk])

    @property
    def is_open(self) -> bool:
        """Whether it still waits or is being done."""
        return self.status in (self.Status.WAITING, self.Status.RUNNING)

    @property
    def percent(self) -> int | None:
        """How much of it is done; None where nobody can tell yet."""
        return min(100, self.done * 100 // self.total) if self.total else None
