"""Surveys: planned around an event, opened, chased, answered, closed."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from functools import partial

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from programmes.actions.respondents import Asked, ask_new, people_of
from programmes.asking import content_of, local_day, state_of
from programmes.models import (
    OF_EVENT,
    YEARLY,
    Event,
    Questionnaire,
    Respondent,
    Response,
    Survey,
)
from programmes.models.questionnaires import Beat
from programmes.workflow import (
    GATHERING,
    PAST,
    SURVEY,
    EventStatus,
    SurveyStatus,
)
from rocb.models import Administration, User
from rocb.post import post_to
from rocb.workflow import StepRefused

FEWEST = 3  # answers without a name count when at least so many came in together
# When each beat opens and closes, in days from the first (before) or last (after) day of the event.
BEFORE_OPENS, BEFORE_CLOSES = -14, -1
END_CLOSES = 14
LATER_OPENS, LATER_CLOSES = 182, 182 + 28


def days_of(event: Event, beat: str) -> tuple[date, date] | None:
    """First and last day of a beat's survey; None while the event has no dates."""
    if not (event.starts_on and event.ends_on):
        return None
    first, last = event.starts_on, event.ends_on
    if beat == Beat.BEFORE:
        return first + timedelta(days=BEFORE_OPENS), first + timedelta(days=BEFORE_CLOSES)
    if beat == Beat.END:
        return last, last + timedelta(days=END_CLOSES)
    return last + timedelta(days=LATER_OPENS), last + timedelta(days=LATER_CLOSES)


@transaction.atomic
def keep_beats(event: Event, *, by: User | None) -> list[Survey]:
    """Bring the three surveys around an event in line with it; returns those newly planned.

    Planned ones move with the dates, unless somebody has chosen their days. A cancelled event needs
    none; the survey before a postponed one closes. Called with each change of an event, and daily.
    """
    Event.objects.select_for_update(of=("self",)).get(pk=event.pk)
    known = {survey.beat: survey for survey in event.surveys.select_for_update(of=("self",))}
    if event.status in (EventStatus.CANCELLED, EventStatus.POSTPONED):
        call_off(event, known, by)
        return []
    if event.status not in (*GATHERING, *PAST):
        return []
    made = []
    for beat in OF_EVENT:
        days = days_of(event, beat)
        if days is None:
            continue
        if beat in known:
            move(known[beat], days, by)
        elif survey := planned(event, beat, days, by):
            made.append(survey)
    return made


def call_off(event: Event, known: dict[str, Survey], by: User | None) -> None:
    for survey in known.values():
        if survey.status == SurveyStatus.OPEN and survey.beat == Beat.BEFORE:
            close_survey(survey, by=by)
        elif survey.status == SurveyStatus.PLANNED and event.status == EventStatus.CANCELLED:
            survey.delete()


def move(survey: Survey, days: tuple[date, date], by: User | None) -> None:
    if survey.status != SurveyStatus.PLANNED or not survey.follows_event:
        return
    if (survey.opens_on, survey.closes_on) != days:
        survey.opens_on, survey.closes_on = days
        survey.updated_by = by
        survey.save()


def titles_of(event: Event, questionnaire: Questionnaire) -> dict[str, str]:
    """What a survey around an event is called, in each language that the questionnaire has."""
    said = {"title_en": questionnaire.title_en, "title_fr": questionnaire.title_fr}
    return {name: f"{event.title}: {title}"[:300] for name, title in said.items() if title}


def planned(event: Event, beat: str, days: tuple[date, date], by: User | None) -> Survey | None:
    """One beat of an event; none without a questionnaire, or when its time has gone by."""
    if days[1] < timezone.localdate():
        return None
    questionnaire = Questionnaire.objects.to_choose(event.office_id, beat).first()
    if questionnaire is None:
        return None
    return Survey.objects.create(
        office_id=event.office_id,
        event=event,
        questionnaire=questionnaire,
        beat=beat,
        **titles_of(event, questionnaire),
        opens_on=days[0],
        closes_on=days[1],
        created_by=by,
        updated_by=by,
    )


@transaction.atomic
def new_survey(
    questionnaire: Questionnaire,
    *,
    office,
    title: str,
    closes_on: date,
    by: User,
    title_fr: str = "",
    opens_on: date | None = None,
    administrations: Iterable[Administration] = (),
) -> Survey:
    """Plan one asking of a questionnaire that belongs to no event.

    `administrations` narrows a yearly survey; empty means every member of the region.
    """
    survey = Survey.objects.create(
        office=office,
        questionnaire=questionnaire,
        beat=questionnaire.beat,
        title_en=title[:300],
        title_fr=title_fr[:300],
        opens_on=opens_on or timezone.localdate(),
        closes_on=closes_on,
        created_by=by,
        updated_by=by,
    )
    survey.administrations.set(administrations)
    return survey


@transaction.atomic
def open_survey(survey: Survey, *, by: User | None, comment: str = "") -> Survey:
    """Copy the questions, note who is asked, and mail each a link of their own.

    `by` is None for the clock. Raises StepRefused without questions, people, or days left.
    """
    return opened(survey, people_of(survey), by=by, comment=comment)


@transaction.atomic
def ask_people(survey: Survey, people: Iterable[Asked], *, by: User | None) -> Survey:
    """Open a planned survey for these people, or ask more of them in an open one; returns it.

    Nobody is asked twice. Raises StepRefused as `open_survey`, or when the survey is closed.
    """
    people = list(people)
    if survey.status == SurveyStatus.PLANNED:
        return opened(survey, people, by=by)
    if state_of(survey, timezone.now()):
        raise StepRefused(_("This survey is closed: open it again before asking anybody."))
    ask_new(survey, people, by)
    return survey


def opened(survey: Survey, people: list[Asked], *, by: User | None, comment: str = "") -> Survey:
    survey = SURVEY.take(survey, "open", by=by, comment=comment, by_link=by is None)
    today = local_day(survey, timezone.now())
    if survey.closes_on < today:
        raise StepRefused(_("Its last day has passed: move the closing day first."))
    content = content_of(survey.questionnaire)
    if not content["questions"]:
        raise StepRefused(_("The questionnaire has no questions yet. Add the first one."))
    if not people:
        raise StepRefused(_("There is nobody to ask yet."))
    survey.content = content
    survey.opens_on = min(survey.opens_on, today)
    survey.save(update_fields=["content", "opens_on", "updated_at"])
    ask_new(survey, people, by)
    return survey


@transaction.atomic
def close_survey(survey: Survey, *, by: User | None, comment: str = "") -> Survey:
    """No more answers. Those without a name count from now on, if there are three of them."""
    survey = SURVEY.take(survey, "close", by=by, comment=comment, by_link=by is None)
    new = survey.responses.filter(is_counted=False)
    if new.count() >= FEWEST:
        new.update(is_counted=True)
    if survey.beat in YEARLY:
        tell_results(survey, by)
    return survey


def tell_results(survey: Survey, by: User | None) -> None:
    """Those who answered for their administration are told once where the results are."""
    path = reverse("programmes:survey-results", args=[survey.pk])
    for row in survey.respondents.filter(has_answered=True).select_related(
        "person", "administration"
    ):
        post_to(
            [row.person],
            "survey_results",
            f"survey_results:{row.pk}",
            about=survey,
            administration=row.administration,
            by=by,
            title=partial(str, survey),
            path=path,
        )


@transaction.atomic
def reopen_survey(
    survey: Survey, *, by: User, comment: str = "", closes_on: date | None = None
) -> Survey:
    """Take answers again until a new closing day. Nobody is written to by this alone."""
    survey = SURVEY.take(survey, "reopen", by=by, comment=comment)
    survey.closes_on = closes_on or survey.closes_on
    if survey.closes_on < local_day(survey, timezone.now()):
        raise StepRefused(_("Choose a closing day that is still to come."))
    survey.follows_event = False
    survey.save(update_fields=["closes_on", "follows_event", "updated_at"])
    return survey


@transaction.atomic
def record_answer(respondent: Respondent, answers: dict, *, at: datetime) -> None:
    """Keep a filled-in questionnaire, once. `answers` are those of an `AnswerForm`.

    Around an event what is kept cannot be led back to the respondent; in other surveys it is the
    administration's answer, and whoever else was asked there need not answer any more. Raises
    StepRefused when it has been answered, or the survey is closed.
    """
    surveys = Survey.objects.select_related("event", "office").select_for_update(of=("self",))
    survey = surveys.get(pk=respondent.survey_id)
    row = Respondent.objects.select_for_update(of=("self",)).get(pk=respondent.pk)
    if row.has_answered:
        raise StepRefused(_("This has been answered already. Thank you."))
    if state_of(survey, at):
        raise StepRefused(_("The survey has closed: answers are not taken any more."))
    if survey.is_named:
        rows = survey.respondents.filter(pk=row.pk)
        if row.administration_id:
            rows = survey.respondents.filter(administration=row.administration_id)
        rows.update(has_answered=True, answered_at=at)
        Response.objects.create(
            survey=survey,
            administration_id=row.administration_id,
            answered_on=local_day(survey, at),
            answers=answers,
            is_counted=True,
        )
        return
    Respondent.objects.filter(pk=row.pk).update(has_answered=True)
    Response.objects.create(survey=survey, gender=respondent.person.gender, answers=answers)
