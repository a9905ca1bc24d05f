"""What was done with somebody's personal data because they, or the law, asked for it."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from rocb.models.people import Person


class DataRequestQuerySet(models.QuerySet):
    """Requests about people whom somebody may see, for whoever answers such requests."""

    def visible_to(self, user):
        if not user.has_perm("rocb.answer_data_request"):
            return self.none()
        return self.filter(person__in=Person.objects.visible_to(user).values("pk"))


class DataRequest(models.Model):
    """Somebody's personal data were handed out or erased: by whom, when, why. Kept for ever.

    `counts` says how many rows of each kind were concerned, never what they said.
    """

    class Kind(models.TextChoices):
        HANDED_OUT = "handed_out", _("Handed out")
        ERASED = "erased", _("Erased")

    person = models.ForeignKey(
        Person, models.PROTECT, verbose_name=_("person"), related_name="data_requests"
    )
    kind = models.CharField(_("what was done"), max_length=12, choices=Kind)
    reason = models.CharField(_("reason"), max_length=500)
    counts = models.JSONField(default=dict)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(_("when"), auto_now_add=True)

    objects = DataRequestQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=models.Q(kind="erased"), name="erased_once"
            )
        ]
        indexes = [models.Index(fields=["-at"], name="data_request_newest")]
        triggers = [pgtrigger.Protect(name="keep", operation=pgtrigger.Update | pgtrigger.Delete)]
        permissions = [("answer_data_request", "Hand out and erase the data about a person")]

    def __str__(self):
        return f"{self.get_kind_display()} {self.person_id}"

    def get_absolute_url(self):
        return reverse("office-person", args=[self.person_id])
