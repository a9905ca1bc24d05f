"""Surveys of the demonstration office: around the events of the last years, and the yearly ones.

All answers are invented. Who took part is taken from the attendance on record.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from programmes.actions.surveys import FEWEST, days_of, titles_of
from programmes.asking import content_of
from programmes.models import (
    OF_EVENT,
    Beat,
    Event,
    Nomination,
    Question,
    Questionnaire,
    Respondent,
    Response,
    Survey,
)
from programmes.workflow import GATHERING, PAST, NominationStatus, SurveyStatus
from rocb.models import Administration, User
from rocb.roles import Role
from rocb.seeding import Demo, at, passed

YEARS_BACK = 3
TEXTS = {
    "aim": (
        "Prepare the first audit of a company on my own.",
        "Explain the rules to our brokers.",
        "Write the instruction that our regional offices wait for.",
        "Read the images with more certainty.",
    ),
    "best": (
        "The case study with real declarations.",
        "How the neighbours do it, told by those who do it.",
        "Group work; we go on writing to each other.",
        "The visit to the port.",
    ),
    "better": (
        "More time for exercises, fewer slides.",
        "Papers a week before, please.",
        "One day more.",
        "Somebody who speaks French for the islands.",
    ),
    "example": (
        "We changed the selection criteria and find more with fewer checks.",
        "Two officers now answer all rulings within a month.",
        "The single form replaced three.",
        "Our trainers have given the course twice in the provinces.",
    ),
    "needs": (
        "A visit of an expert for two weeks.",
        "The material in our language.",
        "Software; we still use a spreadsheet.",
    ),
    "project-names": ("Pre-arrival processing.", "A new post clearance audit unit.", "AEO pilot."),
    "value": ("Release time of green lane goods fell from 26 to 9 hours in two ports.",),
    "suggestions": (
        "Announce the year's programme in June.",
        "More events for the Pacific islands.",
        "Follow up each workshop with a webinar.",
    ),
    "urgent": (
        "Advance rulings in operation within the year.",
        "Risk profiles that are updated every month.",
        "Trainers of our own for the 2028 edition of the HS.",
        "Exchange of data with the port authority.",
    ),
    "offers-what": ("Valuation and post clearance audit.", "HS classification.", "X-ray images."),
}
# How likely each rating is, from 1 to 5, before an event and after it.
LOW, HIGH = (8, 26, 38, 22, 6), (1, 4, 17, 46, 32)
NUMBERS = {"colleagues": 25, "participants": 14, "projects": 3, "officers": 60}


@dataclass
class Pile:
    """Rows that are written together at the end."""

    random: Random
    today: date
    surveys: list[Survey] = field(default_factory=list)
    people: list[Respondent] = field(default_factory=list)
    responses: list[Response] = field(default_factory=list)
    steps: list[tuple[Any, Any]] = field(default_factory=list)

    def write(self) -> None:
        Survey.objects.bulk_create(self.surveys)
        for row in (*self.people, *self.responses):
            row.survey_id = row.survey.pk
        Respondent.objects.bulk_create(self.people, 2000)
        Response.objects.bulk_create(self.responses, 2000)
        passed(self.steps)


def surveys(demo: Demo) -> None:
    """Beats of the events of the last years, one that is open, and the yearly surveys."""
    pile = Pile(Random("evaluation"), demo.today)
    sheets = {one.beat: one for one in Questionnaire.objects.filter(office=None)}
    around_events(demo, pile, sheets)
    yearly(demo, pile, sheets)
    pile.write()


def around_events(demo: Demo, pile: Pile, sheets: dict[str, Questionnaire]) -> None:
    since = demo.today - timedelta(days=365 * YEARS_BACK)
    events = Event.objects.filter(
        office=demo.office, status__in=[*PAST, *GATHERING], ends_on__gte=since
    )
    there = defaultdict(list)
    rows = Nomination.objects.filter(event__in=events, status=NominationStatus.ATTENDED)
    for row in rows.select_related("person").order_by("pk"):
        there[row.event_id].append(row)
    events = list(events.order_by("ends_on", "pk"))
    held = [event for event in events if len(there[event.pk]) >= FEWEST]
    for event in events:
        for beat in OF_EVENT:
            days = days_of(event, beat)
            if days is None or beat not in sheets:
                continue
            is_last = bool(held) and event is held[-1] and beat == Beat.END
            if is_last:
                days = days[0], max(days[1], demo.today + timedelta(days=6))
            beat_of(demo, pile, event, sheets[beat], days, there[event.pk], is_last)


def beat_of(demo, pile, event, sheet, days, there, is_last) -> None:
    """One survey of an event, as far as it would have come by today."""
    if days[0] > pile.today:
        status = SurveyStatus.PLANNED
    elif len(there) < FEWEST:
        return
    else:
        status = SurveyStatus.CLOSED if days[1] < pile.today else SurveyStatus.OPEN
    survey = survey_of(demo, sheet, titles_of(event, sheet), days, status, event)
    survey.follows_event = not is_last
    pile.surveys.append(survey)
    if status == SurveyStatus.PLANNED:
        return
    share = 0.55 if status == SurveyStatus.OPEN else pile.random.uniform(0.62, 0.95)
    is_counted = status == SurveyStatus.CLOSED
    for row in there:
        done = pile.random.random() < share
        ask(pile, survey, row.person, row.administration_id, done)
        if done:
            answer(pile, survey, is_counted, gender=row.person.gender)
    opened_and_closed(demo, pile, survey)


def survey_of(demo, sheet, titles, days, status, event=None) -> Survey:
    by = demo.user("officer4")
    return Survey(
        office=demo.office,
        event=event,
        questionnaire=sheet,
        beat=sheet.beat,
        **titles,
        opens_on=days[0],
        closes_on=days[1],
        status=status,
        content={} if status == SurveyStatus.PLANNED else content_of(sheet),
        created_by=by,
        updated_by=by,
    )


def ask(pile: Pile, survey: Survey, person, member_id, done: bool) -> None:
    pile.people.append(
        Respondent(
            survey=survey,
            person=person,
            administration_id=member_id,
            asked_at=at(survey.opens_on),
            nudges=0 if done else 1,
            nudged_at=None if done else at(survey.opens_on + timedelta(days=7)),
            has_answered=done,
            answered_at=at(survey.opens_on + timedelta(days=5))
            if done and survey.is_named
            else None,
        )
    )


def answer(pile: Pile, survey: Survey, is_counted: bool, **values) -> None:
    random = pile.random
    pile.responses.append(
        Response(
            id=random.getrandbits(53),
            survey=survey,
            is_counted=is_counted,
            answers=dict(
                given
                for question in survey.content["questions"]
                if (given := invented(random, survey.beat, question)) is not None
            ),
            **values,
        )
    )


def invented(random: Random, beat: str, question: dict[str, Any]) -> tuple[str, Any] | None:
    """(code, answer) of somebody who never was; None where the question was passed over."""
    code, kind, kinds = question["code"], question["kind"], Question.Kind
    if not question["required"] and random.random() < 0.45:
        return None
    if kind == kinds.RATING:
        weights = LOW if beat == Beat.BEFORE else HIGH
        return code, random.choices((1, 2, 3, 4, 5), weights)[0]
    if kind == kinds.YES_NO:
        return code, random.random() < 0.72
    if kind == kinds.NUMBER:
        return code, float(random.randint(0, NUMBERS.get(code, 10)))
    if kind == kinds.TEXT:
        texts = TEXTS.get(code, ())
        return (code, random.choice(texts)) if texts else None
    places = range(len(question["options"]["en"]))
    if kind == kinds.CHOICE:
        return code, random.choices(places, [6 if at == 1 else 2 for at in places])[0]
    return code, sorted(random.sample(places, random.randint(1, min(4, len(places) - 1))))


def opened_and_closed(demo: Demo, pile: Pile, survey: Survey) -> None:
    by = demo.user("officer4")
    pile.steps.append((survey, ("open", "planned", "open", by, survey.opens_on, "")))
    if survey.status == SurveyStatus.CLOSED:
        pile.steps.append((survey, ("close", "open", "closed", by, survey.closes_on, "")))


def yearly(demo: Demo, pile: Pile, sheets: dict[str, Questionnaire]) -> None:
    """The follow-up survey after each of two fiscal years, and the needs survey of each December."""
    this = demo.today.year if demo.today.month >= 7 else demo.today.year - 1
    plan: list[tuple[str, dict[str, str], date]] = []
    for year in (this - 1, this):
        of_year = f"{year - 1}/{year % 100:02d}"
        follow_up = {
            "title_en": f"Follow-up survey on the workshops of FY {of_year}",
            "title_fr": f"Enquête de suivi sur les ateliers de l’exercice {of_year}",
        }
        plan.append((Beat.FOLLOW_UP, follow_up, date(year, 8, 10)))
        needs = {
            "title_en": f"Capacity building needs survey for {year + 1}",
            "title_fr": f"Enquête sur les besoins de renforcement des capacités pour {year + 1}",
        }
        plan.append((Beat.NEEDS, needs, date(year, 12, 1)))
    members = {row.pk: row for row in Administration.objects.filter(is_member=True)}
    users = User.objects.filter(role=Role.COORDINATOR, person__organisation__in=members)
    coordinators = list(users.select_related("person").order_by("email"))
    for beat, titles, opens in plan:
        if beat not in sheets:
            continue
        days = opens, opens + timedelta(days=42)
        status = SurveyStatus.PLANNED
        if opens <= pile.today:
            status = SurveyStatus.OPEN if days[1] >= pile.today else SurveyStatus.CLOSED
        survey = survey_of(demo, sheets[beat], titles, days, status)
        pile.surveys.append(survey)
        if status != SurveyStatus.PLANNED:
            asked_by_name(demo, pile, survey, coordinators)


def asked_by_name(demo: Demo, pile: Pile, survey: Survey, coordinators: list[User]) -> None:
    share = 0.5 if survey.status == SurveyStatus.OPEN else 0.8
    for user in coordinators:
        done = pile.random.random() < share
        ask(pile, survey, user.person, user.organisation_id, done)
        if done:
            answered_on = survey.opens_on + timedelta(days=5)
            answer(
                pile,
                survey,
                True,
                administration_id=user.organisation_id,
                answered_on=answered_on,
            )
    opened_and_closed(demo, pile, survey)
