"""What reference records have in common: who reads them, and until when they are offered."""

import pghistory
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now, TruncDate
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

# Its usual name would be that of the events which a theme has.
history = pghistory.track(obj_field=pghistory.ObjForeignKey(related_name="history"))


class ReferenceQuerySet(models.QuerySet):
    """Rows as their register shows them. Forms and lists of other records choose freely among them."""

    def visible_to(self, user):
        return self if user.has_perm("rocb.view_reference") else self.none()


class EndingQuerySet(ReferenceQuerySet):
    """Rows that may have ended."""

    def in_use(self):
        """What is offered on the day on which the query runs."""
        return self.filter(Q(used_until=None) | Q(used_until__gte=TruncDate(Now())))


class Reference(models.Model):
    """A row that other records point to. It is worded anew, never deleted; its history is kept."""

    objects = ReferenceQuerySet.as_manager()

    class Meta:
        abstract = True

    def get_absolute_url(self):
        return reverse("reference-record", args=[self._meta.model_name, self.pk])

    def allows(self, user, perm):
        return user.has_perm(perm)


class Ending(Reference):
    """A row that may end: it is not offered any more, and stays where it stands."""

    used_until = models.DateField(
        _("used until"),
        null=True,
        blank=True,
        help_text=_("The last day on which it can be chosen. Records that name it keep it."),
    )

    objects = EndingQuerySet.as_manager()

    class Meta:
        abstract = True
