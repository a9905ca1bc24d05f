"""Questionnaires and what came back: evaluation in three beats, and the yearly surveys."""

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from programmes.models.events import Event
from programmes.workflow import SURVEY, SurveyStatus
from rocb.models import Administration, Office, Person, Record
from rocb.models.base import UNTRACKED
from rocb.roles import Role


class Beat(models.TextChoices):
    """When a questionnaire is asked: around an event, or once a year."""

    BEFORE = "before", _("Before the event")
    END = "end", _("At the end")
    LATER = "later", _("Six months later")
    FOLLOW_UP = "follow_up", _("Yearly follow-up survey")
    NEEDS = "needs", _("Needs survey")


# Asked of the participants of one event, and answered without a name.
OF_EVENT = (Beat.BEFORE, Beat.END, Beat.LATER)


class OfOfficeQuerySet(models.QuerySet):
    """The office's own; the Secretariat reads too."""

    def visible_to(self, user):
        if user.is_superuser or user.role == Role.SECRETARIAT:
            return self
        if user.is_office:
            return self.filter(Q(office=user.organisation_id) | Q(office=None))
        return self.none()


@pghistory.track(exclude=UNTRACKED)
class Questionnaire(Record):
    """A set of questions to be asked again and again. Without an office it is the house's own."""

    office = models.ForeignKey(
        Office, models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )
    title = models.CharField(_("title"), max_length=200)
    beat = models.CharField(_("asked"), max_length=12, choices=Beat, default=Beat.END)
    intro = models.TextField(_("introduction"), max_length=2000, blank=True)
    is_active = models.BooleanField(_("in use"), default=True)
    is_default = models.BooleanField(_("used unless another is chosen"), default=False)

    objects = OfOfficeQuerySet.as_manager()

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("programmes:questionnaire-detail", args=[self.pk])

    def allows(self, user, perm):
        if not user.has_perm(perm) or not (user.is_office or user.is_superuser):
            return False
        return user.is_superuser or self.office_id in (None, user.organisation_id)


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
    text = models.CharField(_("question"), max_length=400)
    help = models.CharField(_("help"), max_length=400, blank=True)
    kind = models.CharField(_("kind of answer"), max_length=8, choices=Kind, default=Kind.RATING)
    options = ArrayField(
        models.CharField(max_length=120), verbose_name=_("answers"), default=list, blank=True
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


@pghistory.track(exclude=UNTRACKED)
class Survey(Record):
    """One asking of a questionnaire, from one day to another.

    Its questions are copied when it opens: what was asked never changes afterwards.
    """

    office = models.ForeignKey(Office, models.PROTECT, related_name="surveys", editable=False)
    event = models.ForeignKey(
        Event, models.CASCADE, null=True, blank=True, related_name="surveys", editable=False
    )
    questionnaire = models.ForeignKey(
        Questionnaire, models.PROTECT, verbose_name=_("questionnaire"), related_name="surveys"
    )
    beat = models.CharField(_("asked"), max_length=12, choices=Beat, editable=False)
    title = models.CharField(_("title"), max_length=300)
    opens_on = models.DateField(_("opens"))
    closes_on = models.DateField(_("closes"))
    status = models.CharField(
        _("status"),
        max_length=8,
        choices=SurveyStatus,
        default=SurveyStatus.PLANNED,
        editable=False,
    )
    content = models.JSONField(default=list, editable=False)

    objects = OfOfficeQuerySet.as_manager()
    told_by_steps = ("content",)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["event", "beat"], condition=Q(event__isnull=False), name="one_survey_a_beat"
            ),
            models.CheckConstraint(
                condition=Q(closes_on__gte=models.F("opens_on")),
                name="survey_closes_after_it_opens",
                violation_error_message=_("The survey closes before it opens."),
            ),
        ]
        triggers = [SURVEY.trigger()]
        permissions = [("run_survey", "Open and close surveys")]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("programmes:survey-detail", args=[self.pk])

    def allows(self, user, perm):
        if not user.has_perm(perm):
            return False
        return user.is_superuser or (user.is_office and user.organisation_id == self.office_id)

    @property
    def is_named(self) -> bool:
        """Whether an answer says which administration it comes from."""
        return self.beat not in OF_EVENT


class Respondent(models.Model):
    """Somebody asked to answer a survey, and whether it was answered; never what."""

    survey = models.ForeignKey(Survey, models.CASCADE, related_name="respondents")
    person = models.ForeignKey(Person, models.PROTECT, related_name="asked_in_surveys")
    administration = models.ForeignKey(
        Administration, models.PROTECT, null=True, blank=True, related_name="+"
    )
    asked_at = models.DateTimeField(_("asked"))
    nudges = models.PositiveSmallIntegerField(_("nudges"), default=0)
    nudged_at = models.DateTimeField(_("nudged"), null=True)
    answered_at = models.DateTimeField(_("answered"), null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["survey", "person"], name="asked_once_in_a_survey")
        ]

    def __str__(self):
        return self.person.full_name


class Response(models.Model):
    """One filled-in questionnaire.

    Around an event nobody can tell whose it is: it holds no link to a person and only the day. In a
    yearly survey an administration answers, and is named.
    """

    survey = models.ForeignKey(Survey, models.CASCADE, related_name="responses")
    administration = models.ForeignKey(
        Administration, models.PROTECT, null=True, blank=True, related_name="survey_responses"
    )
    gender = models.CharField(max_length=1, choices=Person.Gender, blank=True)
    answered_on = models.DateField(_("answered"))
    answers = models.JSONField(default=dict)

    def __str__(self):
        return f"{self.survey_id}"
