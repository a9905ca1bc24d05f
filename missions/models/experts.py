"""Experts of the region, what they are certified for, and when they are away."""

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from programmes.models import Event
from rocb.languages import Language
from rocb.models import Administration, DiagnosticArea, Person, Record
from rocb.models.base import UNTRACKED
from rocb.roles import Role


class ExpertQuerySet(models.QuerySet):
    """Which experts somebody may see."""

    def visible_to(self, user):
        if user.is_superuser or user.role == Role.SECRETARIAT:
            return self
        if user.is_office:
            return self.filter(Q(administration__region=user.region_id) | Q(administration=None))
        mine = Q(person=user.person_id)
        if user.is_member and user.organisation_id:
            mine |= Q(administration=user.organisation_id)
        return self.filter(mine)

    def certified(self, day):
        """Accredited or recognised on `day`: each certificate counts from its award to its expiry."""
        valid = Certification.objects.filter(expert=models.OuterRef("pk")).valid(day)
        return self.filter(models.Exists(valid))


@pghistory.track(exclude=UNTRACKED)
class Expert(Record):
    """Somebody who may be asked to go on missions. One row for one person.

    `administration` is the one whose own missions the expert never joins; none for the Secretariat's
    and donors' people.
    """

    class Category(models.TextChoices):
        DIAGNOSTIC = "diagnostic", _("Diagnostic facilitator")
        ADVISER = "adviser", _("Customs modernisation adviser")
        TECHNICAL = "technical", _("Technical and operational expert")

    person = models.OneToOneField(
        Person, models.PROTECT, verbose_name=_("person"), related_name="expert"
    )
    administration = models.ForeignKey(
        Administration,
        models.PROTECT,
        verbose_name=_("administration"),
        null=True,
        blank=True,
        related_name="experts",
    )
    category = models.CharField(
        _("category"), max_length=12, choices=Category, default=Category.DIAGNOSTIC
    )
    languages = ArrayField(
        models.CharField(max_length=8, choices=Language),
        verbose_name=_("languages"),
        default=list,
        blank=True,
    )
    areas = models.ManyToManyField(
        DiagnosticArea, verbose_name=_("areas"), blank=True, related_name="experts"
    )
    experience = models.TextField(_("experience"), max_length=4000, blank=True)
    is_active = models.BooleanField(_("may be asked"), default=True)

    objects = ExpertQuerySet.as_manager()

    class Meta:
        indexes = [GinIndex(fields=["languages"], name="expert_languages")]
        permissions = [
            ("keep_profile", "Keep the own expert profile"),
            ("view_roster", "See the roster of experts"),
        ]

    def __str__(self):
        return self.person.full_name

    def get_absolute_url(self):
        return reverse("missions:expert-detail", args=[self.pk])

    def allows(self, user, perm):
        if not user.has_perm(perm):
            return False
        if user.is_superuser or user.person_id == self.person_id:
            return True
        return user.is_office and (
            self.administration is None or user.may_work_for(self.administration)
        )


class CertificationQuerySet(models.QuerySet):
    """Steps of certification."""

    def visible_to(self, user):
        return self.filter(expert__in=Expert.objects.visible_to(user).values("pk"))

    def valid(self, day):
        """Accredited or recognised on `day` (a date, or an expression that gives one)."""
        return self.filter(
            Q(expires_on=None) | Q(expires_on__gte=day),
            stage__in=Certification.CERTIFIED,
            awarded_on__lte=day,
        )


@pghistory.track(exclude=UNTRACKED)
class Certification(Record):
    """One stage that an expert reached in a scheme, on a day. Earlier stages stay as history."""

    class Scheme(models.TextChoices):
        FACILITATOR = "facilitator", _("WCO diagnostic facilitator")
        ADVISER = "adviser", _("Customs modernisation adviser")
        MERCATOR = "mercator", _("Mercator programme adviser")
        TRAINER = "trainer", _("Accredited trainer")

    class Stage(models.TextChoices):
        NOMINATED = "nominated", _("Nominated")
        PRESCREENED = "prescreened", _("Pre-screened")
        PREACCREDITED = "preaccredited", _("Pre-accredited")
        ACCREDITED = "accredited", _("Accredited")
        RECOGNISED = "recognised", _("Recognised")
        LAPSED = "lapsed", _("Lapsed")

    CERTIFIED = (Stage.ACCREDITED, Stage.RECOGNISED)

    expert = models.ForeignKey(Expert, models.CASCADE, related_name="certifications")
    scheme = models.CharField(
        _("scheme"), max_length=12, choices=Scheme, default=Scheme.FACILITATOR
    )
    stage = models.CharField(_("stage"), max_length=16, choices=Stage)
    awarded_on = models.DateField(_("from"))
    expires_on = models.DateField(_("until"), null=True, blank=True)
    event = models.ForeignKey(
        Event,
        models.SET_NULL,
        verbose_name=_("workshop that gave it"),
        null=True,
        blank=True,
        related_name="certifications",
    )
    note = models.CharField(_("note"), max_length=300, blank=True)

    objects = CertificationQuerySet.as_manager()

    class Meta:
        ordering = ["-awarded_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["expert", "scheme", "stage", "awarded_on"], name="certification_once"
            ),
            models.CheckConstraint(
                condition=Q(expires_on=None) | Q(expires_on__gt=F("awarded_on")),
                name="certification_expires_after_award",
                violation_error_message=_("It expires before it is awarded."),
            ),
        ]
        indexes = [models.Index(fields=["expires_on"], name="certification_expiry")]

    def __str__(self):
        return f"{self.get_scheme_display()}: {self.get_stage_display()}"

    def get_absolute_url(self):
        return reverse("missions:expert-detail", args=[self.expert_id])

    def allows(self, user, perm):
        return self.expert.allows(user, perm)


class Absence(Record):
    """A time in which an expert cannot go on missions. First and last day count."""

    expert = models.ForeignKey(Expert, models.CASCADE, related_name="absences")
    from_on = models.DateField(_("from"))
    until_on = models.DateField(_("until"))
    reason = models.CharField(_("reason"), max_length=200, blank=True)

    class Meta:
        ordering = ["from_on"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until_on__gte=F("from_on")),
                name="absence_ends_after_it_starts",
                violation_error_message=_("It ends before it starts."),
            )
        ]

    def __str__(self):
        return f"{self.from_on} – {self.until_on}"
