"""Questionnaires, for three beats around an event, once a year, or with a circular."""

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from rocb.models import Office, Record
from rocb.models.base import UNTRACKED
from rocb.models.bilingual import Bilingual
from rocb.roles import Role


class Beat(models.TextChoices):
    """When a questionnaire is asked: around an event, once a year, or with a circular."""

    BEFORE = "before", _("Before the event")
    END = "end", _("At the end")
    LATER = "later", _("Six months later")
    FOLLOW_UP = "follow_up", _("Yearly follow-up survey")
    NEEDS = "needs", _("Needs survey")
    CIRCULAR = "circular", _("With a circular")


# Asked of the participants of one event, and answered without a name.
OF_EVENT = (Beat.BEFORE, Beat.END, Beat.LATER)
# Asked of administrations, and answered in their name.
YEARLY = (Beat.FOLLOW_UP, Beat.NEEDS)


class OfOfficeQuerySet(models.QuerySet):
    """The office's own; the Secretariat reads too."""

    def visible_to(self, user):
        if user.is_superuser or user.role == Role.SECRETARIAT:
            return self
        if user.is_office:
            return self.filter(Q(office=user.organisation_id) | Q(office=None))
        return self.none()


class QuestionnaireQuerySet(OfOfficeQuerySet):
    """Questionnaires: the office's own and the house's."""

    def to_choose(self, office_id, beat: str):
        """Those in use for a beat, the one that is used unless another is chosen first.

        An office's own default goes before the house's.
        """
        mine = self.filter(Q(office=office_id) | Q(office=None), beat=beat, is_active=True)
        return mine.order_by("-is_default", F("office").asc(nulls_last=True), "pk")


@pghistory.track(exclude=UNTRACKED)
class Questionnaire(Record):
    """A set of questions to be asked again and again. Without an office it is the house's own.

    The house's own is read by every office and changed by none: an office copies it first.
    """

    office = models.ForeignKey(
        Office, models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )
    title_en = models.CharField(_("title"), max_length=200, db_column="title")
    title_fr = models.CharField(_("title in French"), max_length=200, blank=True)
    title = Bilingual(_("title"))
    beat = models.CharField(_("asked"), max_length=12, choices=Beat, default=Beat.END)
    intro = models.TextField(_("introduction"), max_length=2000, blank=True)
    intro_fr = models.TextField(_("introduction in French"), max_length=2000, blank=True)
    is_active = models.BooleanField(_("in use"), default=True)
    is_default = models.BooleanField(_("used unless another is chosen"), default=False)

    objects = QuestionnaireQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["office", "beat"],
                condition=Q(is_default=True),
                name="one_default_questionnaire_a_beat",
                nulls_distinct=False,
            )
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("programmes:questionnaire-detail", args=[self.pk])

    def allows(self, user, perm):
        if not user.has_perm(perm):
            return False
        return user.is_superuser or (user.is_office and self.office_id == user.organisation_id)


@pghistory.track(exclude=UNTRACKED)
class Question(Record):
    """One question. The same `code` before and after an event makes the two comparable."""

    class Kind(models.TextChoices):
        RATING = "rating", _("Rating from 1 to 5")
        CHOICE = "choice", _("One of several")
        CHOICES = "choices", _("Any of several")
        YES_NO = "yes_no", _("Yes or no")
        NUMBER = "number", _("Number")
        TEXT = "text", _("Text")

    class Level(models.IntegerChoices):
        """Kirkpatrick's four levels, and the fifth that the WCO adopted."""

        REACTION = 1, _("Reaction")
        LEARNING = 2, _("Learning")
        BEHAVIOUR = 3, _("Behaviour")
        RESULTS = 4, _("Results")
        RETURN = 5, _("Return on investment")

    questionnaire = models.ForeignKey(Questionnaire, models.CASCADE, related_name="questions")
    position = models.PositiveSmallIntegerField(_("position"), default=1)
    code = models.SlugField(_("code"), max_length=40)
    text_en = models.CharField(_("question"), max_length=400, db_column="text")
    text_fr = models.CharField(_("question in French"), max_length=400, blank=True)
    text = Bilingual(_("question"))
    help = models.CharField(_("help"), max_length=400, blank=True)
    help_fr = models.CharField(_("help in French"), max_length=400, blank=True)
    kind = models.CharField(_("kind of answer"), max_length=8, choices=Kind, default=Kind.RATING)
    options = ArrayField(
        models.CharField(max_length=120), verbose_name=_("answers"), default=list, blank=True
    )
    options_fr = ArrayField(
        models.CharField(max_length=120),
        verbose_name=_("answers in French"),
        default=list,
        blank=True,
    )
    is_required = models.BooleanField(_("must be answered"), default=True)
    level = models.PositiveSmallIntegerField(
        _("level"),
        choices=Level,
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(5)],
    )

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["questionnaire", "code"], name="question_code_once")
        ]

    def __str__(self):
        return self.text

    def get_absolute_url(self):
        return reverse("programmes:questionnaire-detail", args=[self.questionnaire_id])

    def allows(self, user, perm):
        return self.questionnaire.allows(user, perm)
