"""Reference libraries, loaded from data files by `load_reference`; each row names its source."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from rocb.models.bilingual import Bilingual, in_french
from rocb.models.reference import Ending, EndingQuerySet, history


class FrameworkQuerySet(EndingQuerySet):
    """Editions, and which of them there is something to be assessed by."""

    def with_standards(self):
        """Those that members can be assessed by."""
        return self.filter(pk__in=Standard.objects.filter(is_active=True).values("framework"))


@history
class Framework(Ending):
    """A published instrument in one edition, such as the SAFE Framework 2007."""

    code = models.CharField(_("code"), max_length=24)
    edition = models.CharField(_("edition"), max_length=12)
    name_en = models.CharField(_("name"), max_length=240, db_column="name")
    name_fr = in_french(_("name in French"), max_length=240)
    name = Bilingual(_("name"))
    note = models.CharField(_("what changed"), max_length=300, blank=True)
    is_default = models.BooleanField(_("used for new cycles"), default=False)

    objects = FrameworkQuerySet.as_manager()

    class Meta:
        ordering = ["code", "edition"]
        constraints = [
            models.UniqueConstraint(fields=["code", "edition"], name="framework_edition_once")
        ]

    def __str__(self):
        return f"{self.code} {self.edition}"


class StandardQuerySet(EndingQuerySet):
    """Standards that may be shown: those whose titles were verified or well known."""

    def in_use(self):
        return super().in_use().filter(is_active=True)


@history
class Standard(Ending):
    """One standard of a framework edition. Titles and numbers only; the text is the WCO's.

    Titles that could not be verified are inactive and are never shown as official.
    """

    framework = models.ForeignKey(Framework, models.PROTECT, related_name="standards")
    code = models.CharField(_("code"), max_length=16)
    pillar = models.PositiveSmallIntegerField(_("pillar"))
    number = models.CharField(_("number"), max_length=8)
    title_en = models.CharField(_("title"), max_length=240, db_column="title")
    title_fr = in_french(_("title in French"), max_length=240)
    title = Bilingual(_("title"))
    position = models.PositiveSmallIntegerField(_("position"))
    is_active = models.BooleanField(_("title verified"), default=True)
    source = models.CharField(_("source"), max_length=300, blank=True)

    objects = StandardQuerySet.as_manager()

    class Meta:
        ordering = ["framework_id", "position"]
        constraints = [
            models.UniqueConstraint(fields=["framework", "code"], name="standard_code_once")
        ]

    def __str__(self):
        return f"{self.code} {self.title}"


@history
class DiagnosticArea(Ending):
    """One of the seven areas of the WCO diagnostic framework."""

    number = models.PositiveSmallIntegerField(_("number"), unique=True)
    title_en = models.CharField(_("title"), max_length=160, db_column="title")
    title_fr = in_french(_("title in French"), max_length=160)
    title = Bilingual(_("title"))
    former_title = models.CharField(_("former title"), max_length=160, blank=True)
    topics = models.JSONField(_("suggested topics"), default=list, blank=True)

    class Meta:
        ordering = ["number"]

    def __str__(self):
        return f"{self.number} {self.title}"


@history
class Theme(Ending):
    """A subject that requests, events, reports and needs share, such as valuation or AEO."""

    code = models.SlugField(_("code"), max_length=40, unique=True)
    name_en = models.CharField(_("name"), max_length=160, db_column="name")
    name_fr = in_french(_("name in French"), max_length=160)
    name = Bilingual(_("name"))

    class Meta:
        ordering = ["name__az"]

    def __str__(self):
        return self.name


@history
class Measure(Ending):
    """A numbered provision outside SAFE: a TFA measure or a chapter of the Kyoto Convention."""

    framework = models.ForeignKey(Framework, models.PROTECT, related_name="measures")
    code = models.CharField(_("code"), max_length=24)
    title_en = models.CharField(_("title"), max_length=240, db_column="title")
    title_fr = in_french(_("title in French"), max_length=240)
    title = Bilingual(_("title"))
    heading_en = models.CharField(_("under"), max_length=240, blank=True, db_column="heading")
    heading_fr = in_french(_("under, in French"), max_length=240)
    heading = Bilingual(_("under"))
    position = models.PositiveSmallIntegerField(_("position"))

    class Meta:
        ordering = ["framework_id", "position"]
        constraints = [
            models.UniqueConstraint(fields=["framework", "code"], name="measure_code_once")
        ]

    def __str__(self):
        return f"{self.code} {self.title}"
