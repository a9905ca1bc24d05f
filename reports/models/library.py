"""The best-practice library: series, the studies in them, and who follows which topic."""

import pghistory
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from programmes.models import Event
from reports.workflow.library import REPORT, ReportStatus
from rocb.languages import Language
from rocb.models import Office, Record, Standard, Theme
from rocb.models.base import UNTRACKED


class Series(models.Model):
    """A numbered series of one office. The main one gives its numbers to addresses as they are."""

    office = models.ForeignKey(Office, models.PROTECT, related_name="report_series")
    code = models.SlugField(
        _("code"),
        max_length=24,
        unique=True,
        validators=[RegexValidator(r"[a-z]", _("A code has at least one letter."))],
    )
    title = models.CharField(_("title"), max_length=160)
    is_main = models.BooleanField(_("the main series"), default=False)

    class Meta:
        ordering = ["-is_main", "title"]
        verbose_name_plural = "series"
        constraints = [
            models.UniqueConstraint(
                fields=["is_main"], condition=Q(is_main=True), name="one_main_series"
            )
        ]

    def __str__(self):
        return self.title


class ReportQuerySet(models.QuerySet):
    """Published reports as their circle allows; drafts for the own office alone."""

    def visible_to(self, user):
        if not user.is_authenticated:
            return self.public()
        if user.is_superuser:
            return self
        published = Q(status=ReportStatus.PUBLISHED)
        if user.is_office:
            return self.filter(published | Q(office=user.organisation_id))
        if user.is_member or user.role in ("expert", "secretariat"):
            return self.filter(published)
        return self.public()

    def public(self):
        """What anybody may read without signing in."""
        return self.filter(status=ReportStatus.PUBLISHED, is_public=True)


@pghistory.track(
    exclude=[*UNTRACKED, "search", "handle", "deposited_at", "office", "series", "is_invented"]
)
class Report(Record):
    """One study of a series: how some members solved a problem.

    `handle` names it in addresses: the number in the main series, the code and number in others.
    Once anybody could read it (`deposited_at`), harvesters are told for ever what became of it.
    """

    office = models.ForeignKey(
        Office, models.PROTECT, verbose_name=_("office"), related_name="reports", editable=False
    )
    series = models.ForeignKey(
        Series, models.PROTECT, verbose_name=_("series"), related_name="reports"
    )
    number = models.PositiveSmallIntegerField(_("number"), validators=[MinValueValidator(1)])
    handle = models.CharField(max_length=40, unique=True, editable=False)
    title = models.CharField(_("title"), max_length=300)
    authors = models.CharField(
        _("authors"),
        max_length=300,
        blank=True,
        help_text=_("People or offices, separated by semicolons; empty: the office itself."),
    )
    summary = models.TextField(_("summary"), max_length=4000, blank=True)
    countries = ArrayField(
        models.CharField(max_length=2), verbose_name=_("case countries"), default=list, blank=True
    )
    languages = ArrayField(
        models.CharField(max_length=8, choices=Language),
        verbose_name=_("languages"),
        default=list,
        blank=True,
        editable=False,
    )
    themes = models.ManyToManyField(
        Theme, verbose_name=_("themes"), blank=True, related_name="reports"
    )
    standards = models.ManyToManyField(
        Standard, verbose_name=_("standards"), blank=True, related_name="reports"
    )
    related_events = models.ManyToManyField(
        Event, verbose_name=_("events it comes from"), blank=True, related_name="reports"
    )
    year = models.PositiveSmallIntegerField(
        _("year"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1990), MaxValueValidator(2100)],
    )
    call_text = models.TextField(_("what is asked for"), max_length=4000, blank=True)
    call_due_on = models.DateField(_("cases wanted by"), null=True, blank=True)
    status = models.CharField(
        _("status"),
        max_length=12,
        choices=ReportStatus,
        default=ReportStatus.DRAFT,
        editable=False,
    )
    is_public = models.BooleanField(_("public"), default=False)
    published_on = models.DateField(_("published"), null=True, editable=False)
    deposited_at = models.DateTimeField(null=True, editable=False)
    is_invented = models.BooleanField(_("demonstration data"), default=False, editable=False)
    search = models.GeneratedField(
        expression=SearchVector("title", "summary", "authors", config="simple"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = ReportQuerySet.as_manager()
    told_by_steps = ("published_on",)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["series", "number"],
                name="number_once_in_a_series",
                violation_error_message=_("This number of the series is taken."),
            )
        ]
        indexes = [
            GinIndex(fields=["search"], name="report_search"),
            GinIndex(fields=["countries"], name="report_countries"),
            models.Index(fields=["-published_on", "-number"], name="report_newest"),
            models.Index(
                fields=["updated_at", "id"],
                condition=Q(deposited_at__isnull=False),
                name="report_harvest",
            ),
        ]
        triggers = [REPORT.trigger()]
        permissions = [
            ("publish_report", "Publish and withdraw reports"),
            ("call_cases", "Call members for cases"),
        ]

    def __str__(self):
        return f"{self.number} {self.title}"

    def save(self, *args, **kwargs):
        # Only a name derived from two columns: nothing of consequence.
        if kwargs.get("update_fields") is None:
            series, number = self.series, self.number
            self.handle = str(number) if series.is_main else f"{series.code}-{number}"
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        return reverse("reports:report-detail", args=[self.handle])

    def allows(self, user, perm):
        if not user.has_perm(perm):
            return False
        return user.is_superuser or (user.is_office and user.organisation_id == self.office_id)

    def shows_trail(self, user) -> bool:
        """How a study came about is its office's own business."""
        return user.is_superuser or (user.is_office and user.organisation_id == self.office_id)

    @property
    def is_published(self) -> bool:
        return self.status == ReportStatus.PUBLISHED

    @property
    def author_names(self) -> list[str]:
        """Who wrote it, one by one; the office where nobody is named."""
        names = [name.strip() for name in self.authors.split(";") if name.strip()]
        return names or [self.office.name]


class SearchText(models.Model):
    """The words of one report in one language: its title, summary and the text of its files.

    Written by `reports.search.index_report`. `config` names PostgreSQL's dictionary for it.
    """

    report = models.ForeignKey(Report, models.CASCADE, related_name="texts")
    config = models.CharField(max_length=12)
    words = SearchVectorField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["report", "config"], name="one_text_a_language")
        ]
        indexes = [GinIndex(fields=["words"], name="text_words")]

    def __str__(self):
        return f"{self.report_id} {self.config}"


class Following(models.Model):
    """Somebody wants a mail when a report on one theme, or on one standard, is published."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="followed_topics"
    )
    theme = models.ForeignKey(
        Theme, models.CASCADE, null=True, blank=True, related_name="followers"
    )
    standard = models.ForeignKey(
        Standard, models.CASCADE, null=True, blank=True, related_name="followers"
    )
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "theme", "standard"],
                name="followed_once",
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                condition=Q(theme__isnull=False, standard=None)
                | Q(theme=None, standard__isnull=False),
                name="follows_one_topic",
            ),
        ]

    def __str__(self):
        return f"{self.user_id} {self.theme_id or self.standard_id}"
