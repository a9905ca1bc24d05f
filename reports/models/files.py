"""The files of a report: every version that was ever uploaded, the text inside, and downloads."""

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import Case, Q, When
from django.utils.translation import gettext_lazy as _

from reports.models.library import Report
from rocb.languages import Language


def kept_at(version, name: str) -> str:
    """Where a file of the library is kept: by its content, never under the name it came with."""
    return f"library/{version.sha256[:2]}/{version.sha256}"


class FileVersion(models.Model):
    """One upload of a report in one language. The newest is what readers get; older ones are kept.

    Only the office still reads a version that has been replaced.
    """

    class Kind(models.TextChoices):
        PDF = "pdf", "PDF"
        WORD = "docx", "Word"

    class Reading(models.TextChoices):
        """How far the search has got with the text inside."""

        WAITING = "waiting", _("Being read for the search")
        DONE = "done", _("Can be searched")
        NO_TEXT = "no_text", _("No text inside: scanned pages cannot be searched")
        FAILED = "failed", _("Its text could not be read")

    report = models.ForeignKey(Report, models.CASCADE, related_name="files")
    number = models.PositiveSmallIntegerField(_("version"))
    language = models.CharField(
        _("language"), max_length=8, choices=Language, default=Language.ENGLISH
    )
    kind = models.CharField(max_length=4, choices=Kind)
    file = models.FileField(_("file"), upload_to=kept_at, max_length=120)
    name = models.CharField(_("name"), max_length=200)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField(_("size"))
    pages = models.PositiveIntegerField(_("pages"), null=True)
    note = models.CharField(_("what changed"), max_length=300, blank=True)
    reading = models.CharField(max_length=8, choices=Reading, default=Reading.WAITING)
    is_current = models.BooleanField(default=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(_("uploaded"), auto_now_add=True)

    class Meta:
        ordering = ["-is_current", "language", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["report", "number"], name="version_once"),
            models.UniqueConstraint(
                fields=["report", "language"],
                condition=Q(is_current=True),
                name="one_current_file_a_language",
            ),
        ]
        indexes = [
            models.Index(
                fields=["at"], condition=Q(reading="waiting"), name="file_waits_to_be_read"
            )
        ]

    def __str__(self):
        return self.name


class FilePage(models.Model):
    """The text of one page of a file; of one part of it where the format knows no pages."""

    version = models.ForeignKey(FileVersion, models.CASCADE, related_name="texts")
    number = models.PositiveIntegerField()
    config = models.CharField(max_length=12)
    text = models.TextField()
    search = models.GeneratedField(
        expression=Case(
            When(config="french", then=SearchVector("text", config="french")),
            When(config="english", then=SearchVector("text", config="english")),
            default=SearchVector("text", config="simple"),
        ),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["version", "number"], name="page_once")]
        indexes = [GinIndex(fields=["search"], name="page_search")]

    def __str__(self):
        return f"{self.version_id}, {self.number}"


class Downloads(models.Model):
    """How often a file was downloaded in one month. Nobody is told apart, nothing else is kept."""

    version = models.ForeignKey(FileVersion, models.CASCADE, related_name="downloads")
    month = models.DateField()
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["version", "month"], name="one_count_a_month")
        ]

    def __str__(self):
        return f"{self.month:%Y-%m}: {self.count}"
