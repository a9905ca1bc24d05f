"""Surveys: planned around an event, opened, chased, answered, closed."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from programmes.asking import content_of, local_day, state_of
from programmes.models import (
    OF_EVENT,
    YEARLY,
    Event,
    Nomination,
    Questionnaire,
    Respondent,
    Response,
    Survey,
)
from programmes.models.surveys import Beat
from programmes.workflow import (
    COMING,
    GATHERING,
    PAST,
    SURVEY,
    EventStatus,
    NominationStatus,
    SurveyStatus,
)
from rocb.models import Administration, Person, User
from rocb.post import post_to
from rocb.roles import Role
from rocb.workflow import StepRefused

FEWEST = 3  # answers without a name count when at least so many came in together
MOST_NUDGES = 3
NUDGE_AGAIN = timedelta(days=2)
# When each beat opens and closes, in days from the first (before) or last (after) day of the event.
BEFORE_OPENS, BEFORE_CLOSES = -14, -1
END_CLOSES = 14
LATER_OPENS, LATER_CLOSES = 182, 182 + 28

Asked = tuple[Person, Administration | None]


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
        title=f"{event.title}: {questionnaire.title}"[:300],
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
        title=title[:300],
        opens_on=opens_on or timezone.localdate(),
        closes_on=closes_on,
        created_by=by,
        updated_by=by,
    )
    survey.administrations.set(administrations)
    return survey


def people_of(survey: Survey) -> list[Asked]:
    """Whom a survey asks as things stand; one query or two."""
    if survey.event_id:
        return participants(survey)
    if survey.beat not in YEARLY:
        return []
    chosen = list(survey.administrations.values_list("pk", flat=True))
    wanted = Administration.objects.filter(region__office=survey.office_id, is_member=True)
    if chosen:
        wanted = wanted.filter(pk__in=chosen)
    users = User.objects.current(timezone.localdate()).filter(
        role=Role.COORDINATOR, person__organisation__in=wanted.values("pk")
    )
    found = users.select_related("person__organisation__administration").order_by("person_id")
    return [(user.person, user.person.organisation.administration) for user in found]


def participants(survey: Survey) -> list[Asked]:
    """Before an event those who are coming; afterwards those who came.

    On the last day attendance is often not on record yet: then everybody is asked who has a seat
    and was not missed.
    """
    rows = Nomination.objects.filter(event=survey.event_id)
    attended = rows.filter(status=NominationStatus.ATTENDED)
    if survey.beat == Beat.LATER and attended.exists():
        rows = attended
    elif survey.beat == Beat.BEFORE:
        rows = rows.filter(status__in=COMING)
    else:
        rows = rows.filter(status__in=[*COMING, NominationStatus.ATTENDED])
    rows = rows.select_related("person", "administration").order_by("pk")
    return list({row.person_id: (row.person, row.administration) for row in rows}.values())


def missing_members(survey: Survey, asked: Sequence[Asked]) -> list[str]:
    """Members that a yearly survey would ask and that have no coordinator with a sign-in."""
    if survey.beat not in YEARLY:
        return []
    wanted = Administration.objects.filter(region__office=survey.office_id, is_member=True)
    if chosen := list(survey.administrations.values_list("pk", flat=True)):
        wanted = wanted.filter(pk__in=chosen)
    there = {member.pk for _person, member in asked if member}
    names = wanted.exclude(pk__in=there).order_by("country_name")
    return list(names.values_list("country_name", flat=True))


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


def ask_new(survey: Survey, people: list[Asked], by: User | None) -> list[Respondent]:
    """Note those who were not asked yet, and write to them."""
    known = set(survey.respondents.values_list("person_id", flat=True))
    new = {person.pk: (person, member) for person, member in people if person.pk not in known}
    now = timezone.now()
    rows = Respondent.objects.bulk_create(
        Respondent(survey=survey, person=person, administration=member, asked_at=now)
        for person, member in new.values()
    )
    for row in rows:
        write(row, "survey_asked", "asked", by)
    return rows


def write(respondent: Respondent, template: str, which: str, by: User | None) -> None:
    """One mail with the link; its text is made at sending, so that no secret is stored."""
    post_to(
        [respondent.person],
        template,
        f"{template}:{respondent.pk}:{which}",
        about=respondent,
        administration=respondent.administration,
        by=by,
    )


@transaction.atomic
def keep_respondents(survey: Survey) -> int:
    """Ask who joined an event meanwhile, and forget who turned out not to come; returns both."""
    if not survey.event_id:
        return 0
    people = people_of(survey)
    there = {person.pk for person, _member in people}
    gone = survey.respondents.filter(has_answered=False).exclude(person__in=there).delete()[0]
    return gone + len(ask_new(survey, people, None))


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
            title=survey.title,
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


def to_nudge(survey: Survey, now: datetime):
    """Those who have not answered and may be written to again: not too often, not too soon."""
    rows = survey.respondents.filter(has_answered=False, nudges__lt=MOST_NUDGES)
    rows = rows.filter(asked_at__lte=now - NUDGE_AGAIN).exclude(nudged_at__gt=now - NUDGE_AGAIN)
    return rows.select_related("person", "administration")


@transaction.atomic
def nudge(survey: Survey, *, by: User) -> int:
    """Write once more to all who have not answered; returns to how many.

    Raises StepRefused when the survey takes no answers, PermissionDenied without the right.
    """
    if not survey.allows(by, "programmes.run_survey"):
        raise PermissionDenied
    now = timezone.now()
    if state_of(survey, now):
        raise StepRefused(_("This survey takes no answers now."))
    return len(nudged(list(to_nudge(survey, now).select_for_update(of=("self",))), now, by))


def nudged(
    rows: list[Respondent], now: datetime, by: User | None, upto: int = 0
) -> list[Respondent]:
    for row in rows:
        row.nudges, row.nudged_at = max(row.nudges + 1, upto), now
        write(row, "survey_nudged", str(row.nudges), by)
    Respondent.objects.bulk_update(rows, ["nudges", "nudged_at"])
    return rows


def rungs_passed(survey: Survey, today: date) -> int:
    """How many reminders should have gone by now: one half-way, one three days before the end."""
    half = survey.opens_on + (survey.closes_on - survey.opens_on) / 2
    days = {half, survey.closes_on - timedelta(days=3)}
    return sum(survey.opens_on < day <= today for day in days)


@transaction.atomic
def nudge_when_due(survey: Survey, now: datetime) -> int:
    """The clock's reminders: the latest rung that has passed, one mail however many were missed."""
    passed = rungs_passed(survey, local_day(survey, now))
    rows = to_nudge(survey, now).filter(nudges__lt=passed).select_for_update(of=("self",))
    return len(nudged(list(rows), now, None, upto=passed)) if passed else 0


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
