"""What every record of the portal carries."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

# What a record's history leaves out: it says itself who and when.
UNTRACKED = ["created_at", "created_by", "updated_at", "updated_by"]


class Record(models.Model):
    """Who made a record and who touched it last, and when.

    `updated_at` is also the version that an edit form carries: it moves with every save.
    """

    created_at = models.DateTimeField(_("created"), auto_now_add=True, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )
    updated_at = models.DateTimeField(_("changed"), auto_now=True, editable=False)
    updated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )

    class Meta:
        abstract = True


def ends_after_it_starts(name: str) -> models.CheckConstraint:
    """Of hours that may be missing: where both are said, the end is the later one."""
    return models.CheckConstraint(
        condition=Q(ends_at=None) | Q(begins_at=None) | Q(ends_at__gt=F("begins_at")),
        name=name,
        violation_error_message=_("It ends before it starts."),
    )


class Appointment(Record):
    """One item of an agenda: on a day, at hours that need not be known yet."""

    on = models.DateField(_("day"))
    begins_at = models.TimeField(_("from"), null=True, blank=True)
    ends_at = models.TimeField(_("to"), null=True, blank=True)
    title = models.CharField(_("what"), max_length=240)

    class Meta:
        abstract = True
        ordering = ["on", F("begins_at").asc(nulls_first=True), "pk"]

    def __str__(self):
        return self.title
