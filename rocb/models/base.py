"""What every record of the portal carries."""

from django.conf import settings
from django.db import models
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
