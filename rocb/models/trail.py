"""What hangs on any record: its steps, what people say about it, and its files."""

import pgtrigger
from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _


class HangsOnRecord(models.Model):
    """A row that belongs to some other record and is seen by whoever sees that record."""

    content_type = models.ForeignKey(ContentType, models.PROTECT, related_name="+")
    object_id = models.BigIntegerField()
    record = GenericForeignKey("content_type", "object_id")

    class Meta:
        abstract = True


class TrailQuerySet(models.QuerySet):
    """Rows that hang on one record."""

    def of(self, record):
        return self.filter(
            content_type=ContentType.objects.get_for_model(record), object_id=record.pk
        )


class StatusChange(HangsOnRecord):
    """One step of a workflow: who, when, from, to, why. Never changed, never deleted."""

    step = models.CharField(_("step"), max_length=40)
    source = models.CharField(_("from"), max_length=24)
    target = models.CharField(_("to"), max_length=24)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="status_changes"
    )
    at = models.DateTimeField(_("when"), auto_now_add=True)
    comment = models.TextField(_("comment"), blank=True)

    objects = TrailQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["content_type", "object_id", "at"], name="step_of_record"),
            models.Index(fields=["content_type", "at"], name="step_of_kind"),
        ]
        triggers = [pgtrigger.Protect(name="keep", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self):
        return f"{self.source} → {self.target}"


class CommentQuerySet(TrailQuerySet):
    """Comments somebody may read, given that they may read the record itself."""

    def visible_to(self, user):
        if user.has_perm("rocb.comment_internal"):
            return self
        return self.filter(is_internal=False)


class Comment(HangsOnRecord):
    """A remark on a record: internal to the office, or shared with the member."""

    text = models.TextField(_("comment"), max_length=10_000)
    is_internal = models.BooleanField(_("internal to the office"), default=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="comments")
    at = models.DateTimeField(_("when"), auto_now_add=True)

    objects = CommentQuerySet.as_manager()

    class Meta:
        ordering = ["at"]
        indexes = [
            models.Index(fields=["content_type", "object_id", "at"], name="comment_of_record")
        ]
        permissions = [
            ("comment_internal", "Write and read internal comments"),
            ("comment_shared", "Write comments that the member reads"),
        ]

    def __str__(self):
        return self.text[:60]


def file_path(attachment, name: str) -> str:
    """Where an upload is kept: by its content, never under the name it came with."""
    return f"{attachment.sha256[:2]}/{attachment.sha256}"


class Attachment(HangsOnRecord):
    """A file on a record. Whoever may read the record may read the file, nobody else."""

    file = models.FileField(_("file"), upload_to=file_path, max_length=120)
    name = models.CharField(_("name"), max_length=240)
    sha256 = models.CharField(max_length=64, db_index=True)
    size = models.PositiveBigIntegerField(_("size"), help_text=_("In bytes."))
    content_type_name = models.CharField(_("type"), max_length=120)
    is_internal = models.BooleanField(_("internal to the office"), default=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="attachments")
    at = models.DateTimeField(_("when"), auto_now_add=True)

    objects = CommentQuerySet.as_manager()

    class Meta:
        ordering = ["at"]
        indexes = [models.Index(fields=["content_type", "object_id"], name="file_of_record")]
        permissions = [("add_file", "Add files"), ("view_file", "Read files of visible records")]

    def __str__(self):
        return self.name
