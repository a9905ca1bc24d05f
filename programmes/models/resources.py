"""Resource persons: the roster they are found in, and their place at an event."""

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from programmes.models.events import Event
from programmes.workflow import RESOURCE, ResourceStatus
from rocb.languages import Language
from rocb.models import Person, Record, Theme
from rocb.models.base import UNTRACKED


class ResourceProfileQuerySet(models.QuerySet):
    """The roster is the office's own; it holds whoever the office may see in the contact book."""

    def visible_to(self, user):
        if not user.has_perm("programmes.view_resourceprofile"):
            return self.none()
        return self.filter(person__in=Person.objects.visible_to(user).values("pk"))


@pghistory.track(exclude=UNTRACKED)
class ResourceProfile(Record):
    """What somebody can speak about, and in which languages. One row for one person."""

    person = models.OneToOneField(
        Person, models.PROTECT, verbose_name=_("person"), related_name="resource_profile"
    )
    themes = models.ManyToManyField(
        Theme, verbose_name=_("themes"), blank=True, related_name="resource_profiles"
    )
    languages = ArrayField(
        models.CharField(max_length=8, choices=Language),
        verbose_name=_("languages"),
        default=list,
        blank=True,
    )
    note = models.TextField(_("note"), max_length=2000, blank=True)
    is_active = models.BooleanField(_("can be asked"), default=True)

    objects = ResourceProfileQuerySet.as_manager()

    def __str__(self):
        return self.person.full_name

    def get_absolute_url(self):
        return reverse("programmes:profile-detail", args=[self.pk])

    def allows(self, user, perm):
        return user.has_perm(perm) and user.is_office


class ResourcePersonQuerySet(models.QuerySet):
    """Who was asked: the office of the event, and the person."""

    def visible_to(self, user):
        if user.is_superuser:
            return self
        mine = Q(person=user.person_id, person__isnull=False)
        if user.is_office:
            return self.filter(mine | Q(event__office=user.organisation_id))
        return self.filter(mine)

    def accepted(self):
        return self.filter(status=ResourceStatus.ACCEPTED)

    def holding(self):
        """Asked or accepted: who is, or may be, there."""
        return self.filter(status__in=[ResourceStatus.ASKED, ResourceStatus.ACCEPTED])


@pghistory.track(exclude=UNTRACKED)
class ResourcePerson(Record):
    """Somebody asked to speak or help at one event. A declined place stays on record."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="resource_persons")
    person = models.ForeignKey(
        Person, models.PROTECT, verbose_name=_("person"), related_name="resource_places"
    )
    subject = models.CharField(_("subject"), max_length=240, blank=True)
    status = models.CharField(
        _("status"),
        max_length=8,
        choices=ResourceStatus,
        default=ResourceStatus.ASKED,
        editable=False,
    )
    asked_at = models.DateTimeField(_("asked"), null=True, editable=False)
    answer_by = models.DateField(_("answer wanted by"), null=True, blank=True)
    answered_at = models.DateTimeField(_("answered"), null=True, editable=False)

    objects = ResourcePersonQuerySet.as_manager()
    told_by_steps = ("asked_at", "answered_at")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["event", "person"],
                condition=Q(status__in=["asked", "accepted"]),
                name="one_resource_place_at_an_event",
            )
        ]
        triggers = [RESOURCE.trigger()]
        permissions = [("answer_resource", "Accept or decline to be a resource person")]

    def __str__(self):
        return self.person.full_name

    def get_absolute_url(self):
        return reverse("programmes:resource-place", args=[self.pk])

    def allows(self, user, perm):
        if perm == "programmes.answer_resource":
            return user.has_perm(perm) and user.person_id == self.person_id
        return self.event.allows(user, perm)
