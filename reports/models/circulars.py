"""Circulars of the office to its members, who has read them, and what was replied."""

import pghistory
from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from programmes.models import Questionnaire
from reports.workflow.circulars import CIRCULAR, CircularStatus
from rocb.models import (
    Administration,
    Grouping,
    OfAdministrationQuerySet,
    Office,
    Person,
    Record,
)
from rocb.models.base import UNTRACKED
from rocb.roles import Role

OUT = (CircularStatus.SENT, CircularStatus.CLOSED)


class CircularQuerySet(models.QuerySet):
    """The office its own; a member those that went to it; drafts nobody else."""

    def visible_to(self, user):
        if user.is_superuser:
            return self
        if user.is_office:
            return self.filter(office=user.organisation_id)
        out = self.filter(status__in=OUT)
        if user.role == Role.SECRETARIAT:
            return out
        if user.is_member and user.organisation_id:
            mine = Reply.objects.filter(administration=user.organisation_id)
            return out.filter(pk__in=mine.values("circular"))
        return self.none()


@pghistory.track(exclude=[*UNTRACKED, "search", "content"])
class Circular(Record):
    """A letter of the office to members. Once sent, neither its words nor its receivers change.

    Its questions are copied from the questionnaire when it goes.
    """

    office = models.ForeignKey(Office, models.PROTECT, related_name="circulars", editable=False)
    reference = models.CharField(_("reference"), max_length=20, blank=True, editable=False)
    subject = models.CharField(_("subject"), max_length=200)
    body = models.TextField(
        _("text"),
        max_length=20_000,
        help_text=_("Markdown: **bold**, lists with “- ”, links as [words](https://…)."),
    )
    reply_by = models.DateField(
        _("reply by"), null=True, blank=True, help_text=_("Empty: no reply is asked for.")
    )
    questionnaire = models.ForeignKey(
        Questionnaire,
        models.PROTECT,
        verbose_name=_("questions"),
        null=True,
        blank=True,
        related_name="circulars",
        help_text=_("Asked with the reply; the office makes them under “Questionnaires”."),
    )
    content = models.JSONField(default=dict, editable=False)
    all_members = models.BooleanField(_("all members of the region"), default=False)
    groupings = models.ManyToManyField(
        Grouping, verbose_name=_("groupings"), blank=True, related_name="+"
    )
    members = models.ManyToManyField(
        Administration, verbose_name=_("single members"), blank=True, related_name="+"
    )
    to_executives = models.BooleanField(_("also to the heads of customs"), default=False)
    status = models.CharField(
        _("status"),
        max_length=8,
        choices=CircularStatus,
        default=CircularStatus.DRAFT,
        editable=False,
    )
    sent_at = models.DateTimeField(_("sent"), null=True, editable=False)
    search = models.GeneratedField(
        expression=SearchVector("reference", "subject", "body", config="simple"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = CircularQuerySet.as_manager()
    told_by_steps = ("sent_at", "reference")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["office", "reference"],
                condition=~models.Q(reference=""),
                name="one_circular_a_reference",
            )
        ]
        indexes = [
            GinIndex(fields=["search"], name="circular_search"),
            models.Index(fields=["office", "-sent_at"], name="circular_newest"),
        ]
        triggers = [CIRCULAR.trigger()]
        permissions = [
            ("send_circular", "Send and close circulars"),
            ("answer_circular", "Reply to circulars"),
        ]

    def __str__(self):
        return f"{self.reference} {self.subject}".strip()

    def get_absolute_url(self):
        return reverse("reports:circular-detail", args=[self.pk])

    def allows(self, user, perm):
        # One member's remark would be read by all others: members reply, each on a sheet of its own.
        if perm == "rocb.comment_shared" or not user.has_perm(perm):
            return False
        return user.is_superuser or (user.is_office and user.organisation_id == self.office_id)

    def past_told_since(self, reader):
        """Members read what happened since it was sent."""
        return None if reader.is_office or reader.is_superuser else self.sent_at

    @property
    def is_draft(self) -> bool:
        return self.status == CircularStatus.DRAFT


@pghistory.track(exclude=UNTRACKED)
class Reply(Record):
    """One administration that a circular went to, and what it replied. Its files hang on it."""

    circular = models.ForeignKey(Circular, models.CASCADE, related_name="replies", editable=False)
    administration = models.ForeignKey(
        Administration, models.PROTECT, related_name="circular_replies", editable=False
    )
    text = models.TextField(_("reply"), max_length=10_000, blank=True)
    answers = models.JSONField(_("answers"), default=dict, editable=False)
    answered_at = models.DateTimeField(_("replied"), null=True, editable=False)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )

    objects = OfAdministrationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["circular", "administration"], name="one_reply_a_member"
            )
        ]
        indexes = [
            models.Index(fields=["answered_at"], name="reply_newest"),
            models.Index(fields=["administration", "-id"], name="reply_of_member"),
        ]
        verbose_name_plural = "replies"

    def __str__(self):
        return f"{self.administration.country_name}: {self.circular}"

    def get_absolute_url(self):
        return reverse("reports:circular-reply", args=[self.pk])

    def allows(self, user, perm):
        if not user.has_perm(perm):
            return False
        if user.is_office:
            return user.organisation_id == self.circular.office_id
        return user.may_work_for(self.administration)


class Copy(models.Model):
    """One person who was sent a circular, or who opened it: when it was read for the first time."""

    reply = models.ForeignKey(Reply, models.CASCADE, related_name="copies")
    person = models.ForeignKey(Person, models.PROTECT, related_name="circulars")
    is_mailed = models.BooleanField(default=False)
    read_at = models.DateTimeField(_("read"), null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["reply", "person"], name="one_copy_each")]

    def __str__(self):
        return f"{self.reply_id} {self.person_id}"
