"""Reference libraries, loaded from data files by `load_reference`; each row names its source."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from rocb.models.bilingual import Bilingual, in_french


class Framework(models.Model):
    """A published instrument in one edition, such as the SAFE Framework 2007."""

    code = models.CharField(_("code"), max_length=24)
    edition = models.CharField(_("edition"), max_length=12)
    name_en = models.CharField(_("name"), max_length=240, db_column="name")
    name_fr = in_french(_("name in French"), max_length=240)
    name = Bilingual(_("name"))
    note = models.CharField(_("what changed"), max_length=300, blank=True)
    is_default = models.BooleanField(_("used for new cycles"), default=False)

    class Meta:
        ordering = ["code", "edition"]
        constraints = [
            models.UniqueConstraint(fields=["code", "edition"], name="framework_edition_once")
        ]

    def __str__(self):
        return f"{self.code} {self.edition}"


class StandardQuerySet(models.QuerySet):
    """Standards that may be shown: those whose titles were verified or well known."""

    def in_use(self):
        return self.filter(is_active=True)


class Standard(models.Model):
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
    is_active = models.BooleanField(_("in use"), default=True)
    source = models.CharField(_("source"), max_length=300, blank=True)

    objects = StandardQuerySet.as_manager()

    class Meta:
        ordering = ["framework_id", "position"]
        constraints = [
            models.UniqueConstraint(fields=["framework", "code"], name="standard_code_once")
        ]

    def __str__(self):
        return f"{self.code} {self.title}"


class DiagnosticArea(models.Model):
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


class Theme(models.Model):
    """A subject that requests, events, reports and needs share, such as valuation or AEO."""

    code = models.SlugField(_("code"), max_length=40, unique=True)
    name_en = models.CharField(_("name"), max_length=160, db_column="name")
    name_fr = in_french(_("name in French"), max_length=160)
    name = Bilingual(_("name"))

    class Meta:
        ordering = ["name"]

    def __str__(self):
        return self.name


class Measure(models.Model):
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
