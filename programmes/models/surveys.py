"""Who was asked with a questionnaire, and what came back."""

import secrets

import pghistory
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from programmes.models.events import Event
from programmes.models.questionnaires import OF_EVENT, Beat, OfOfficeQuerySet, Questionnaire
from programmes.workflow import SURVEY, SurveyStatus
from rocb.models import Administration, Office, Person, Record
from rocb.models.base import UNTRACKED
from rocb.models.bilingual import Bilingual, in_french
from rocb.roles import Role


@pghistory.track(exclude=UNTRACKED)
class Survey(Record):
    """One asking of a questionnaire, from one day to another.

    Its questions are copied when it opens: what was asked never changes afterwards.
    """

    # Counted beside its columns, where a queryset asks for them.
    n_asked: int
    n_answered: int

    office = models.ForeignKey(Office, models.PROTECT, related_name="surveys", editable=False)
    event = models.ForeignKey(
        Event, models.CASCADE, null=True, blank=True, related_name="surveys", editable=False
    )
    questionnaire = models.ForeignKey(
        Questionnaire, models.PROTECT, verbose_name=_("questionnaire"), related_name="surveys"
    )
    beat = models.CharField(_("asked"), max_length=12, choices=Beat, editable=False)
    administrations = models.ManyToManyField(
        Administration,
        verbose_name=_("members"),
        blank=True,
        related_name="+",
        help_text=_("Nobody chosen: every member of the region."),
    )
    title_en = models.CharField(_("title"), max_length=300, db_column="title")
    title_fr = in_french(_("title in French"), max_length=300)
    title = Bilingual(_("title"))
    opens_on = models.DateField(_("opens"))
    closes_on = models.DateField(_("closes"))
    status = models.CharField(
        _("status"),
        max_length=8,
        choices=SurveyStatus,
        default=SurveyStatus.PLANNED,
        editable=False,
    )
    follows_event = models.BooleanField(_("moves with the dates of the event"), default=True)
    content = models.JSONField(default=dict, editable=False)

    objects = OfOfficeQuerySet.as_manager()
    told_by_steps = ("content",)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["event", "beat"], condition=Q(event__isnull=False), name="one_survey_a_beat"
            ),
            models.CheckConstraint(
                condition=Q(closes_on__gte=F("opens_on")),
                name="survey_closes_after_it_opens",
                violation_error_message=_("The survey closes before it opens."),
            ),
        ]
        triggers = [SURVEY.trigger()]
        permissions = [
            ("run_survey", "Open and close surveys"),
            ("answer_survey", "Answer surveys"),
        ]

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


class RespondentQuerySet(models.QuerySet):
    """Who was asked: for the office of the survey, and for the person or member asked."""

    def visible_to(self, user):
        if user.is_superuser or user.role == Role.SECRETARIAT:
            return self
        if user.is_office:
            return self.filter(survey__office=user.organisation_id)
        mine = Q(person=user.person_id)
        if user.role in (Role.COORDINATOR, Role.EXECUTIVE) and user.organisation_id:
            mine |= Q(administration=user.organisation_id) & ~Q(survey__beat__in=OF_EVENT)
        return self.filter(mine)

    def waiting(self):
        """Asked by a survey that is open, and not answered."""
        return self.filter(has_answered=False, survey__status=SurveyStatus.OPEN)


class Respondent(models.Model):
    """Somebody asked to answer a survey, and whether it was answered; never what.

    Around an event not even when: a moment would lead to the answer.
    """

    survey = models.ForeignKey(Survey, models.CASCADE, related_name="respondents")
    person = models.ForeignKey(Person, models.PROTECT, related_name="asked_in_surveys")
    administration = models.ForeignKey(
        Administration, models.PROTECT, null=True, blank=True, related_name="+"
    )
    asked_at = models.DateTimeField(_("asked"))
    nudges = models.PositiveSmallIntegerField(_("nudges"), default=0)
    nudged_at = models.DateTimeField(_("nudged"), null=True)
    has_answered = models.BooleanField(_("answered"), default=False)
    answered_at = models.DateTimeField(_("answered"), null=True)

    objects = RespondentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["survey", "person"], name="asked_once_in_a_survey")
        ]
        indexes = [
            models.Index(
                fields=["survey"], condition=Q(has_answered=False), name="asked_and_not_answered"
            )
        ]

    def __str__(self):
        return self.person.full_name

    def get_absolute_url(self):
        return f"{reverse('programmes:survey-detail', args=[self.survey_id])}?tab=who"


def random_id() -> int:
    """A key that says nothing about the order in which answers came."""
    return secrets.randbits(53)


class Response(models.Model):
    """One filled-in questionnaire.

    Around an event nobody can tell whose it is: it holds no link to a person, no day, and a key
    that is drawn by lot. It counts in the results when at least three came in together. In a yearly
    survey an administration answers, and is named.
    """

    id = models.BigIntegerField(primary_key=True, default=random_id, editable=False)
    survey = models.ForeignKey(Survey, models.CASCADE, related_name="responses")
    administration = models.ForeignKey(
        Administration, models.PROTECT, null=True, blank=True, related_name="survey_responses"
    )
    gender = models.CharField(max_length=1, choices=Person.Gender, blank=True)
    answered_on = models.DateField(_("answered"), null=True)
    is_counted = models.BooleanField(_("in the results"), default=False)
    answers = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["survey", "administration"],
                condition=Q(administration__isnull=False),
                name="one_answer_of_a_member",
            )
        ]

    def __str__(self):
        return f"{self.survey_id}"
