"""The questionnaire engine, as others use it.

A `Questionnaire` is what may be asked; a `Survey` is one asking of it. When a survey opens, its
questions are copied into `content`, so that what was asked never changes. Each person asked is a
`Respondent` and gets a mail with a link of their own, which needs no sign-in. What came back is a
`Response`: named by its administration, or, around an event, by nobody.

To ask from elsewhere (a circular, say):

    survey = new_survey(questionnaire, office=…, title=…, closes_on=…, by=user)
    survey = ask_people(survey, [(person, administration), …], by=user)   # opens it and mails
    survey.respondents.filter(has_answered=False)                         # who has not answered
    results_of(survey)                                                    # programmes.results

The first two are in `programmes.actions`; both run inside the caller's transaction. Somebody who is
signed in reaches the form through `programmes:survey-mine` with the id of the respondent.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.core import signing
from django.urls import reverse
from django.utils.translation import get_language

from programmes.models import Question, Questionnaire, Respondent, Survey
from programmes.workflow import SurveyStatus
from rocb.deadlines import local_today

LINK = "programmes.survey"
LINK_LASTS = timedelta(days=400)
LANGUAGES = ("en", "fr")
LONGEST_ANSWER = 4000  # characters of one text


def content_of(questionnaire: Questionnaire) -> dict[str, Any]:
    """A questionnaire as it is asked: words in both languages, questions in their order."""
    return {
        "title": {"en": questionnaire.title_en, "fr": questionnaire.title_fr},
        "intro": {"en": questionnaire.intro, "fr": questionnaire.intro_fr},
        "questions": [asked(question) for question in questionnaire.questions.all()],
    }


def asked(question: Question) -> dict[str, Any]:
    return {
        "code": question.code,
        "kind": question.kind,
        "required": question.is_required,
        "level": question.level,
        "text": {"en": question.text_en, "fr": question.text_fr},
        "help": {"en": question.help, "fr": question.help_fr},
        "options": {"en": question.options, "fr": question.options_fr},
    }


def languages_in(content: dict[str, Any]) -> list[str]:
    """The languages in which every question can be read."""
    questions = content.get("questions", [])
    return [
        code
        for code in LANGUAGES
        if code == "en"
        or (questions and all(one["text"][code] and has_options(one, code) for one in questions))
    ]


def has_options(question: dict[str, Any], language: str) -> bool:
    options = question["options"]
    return len(options[language]) == len(options["en"])


def words(texts: dict[str, Any], language: str = "") -> Any:
    """One text of a content in a language (the reader's), in English where it was not written."""
    return texts.get(language or (get_language() or "en")[:2]) or texts["en"]


def local_day(survey: Survey, at: datetime) -> date:
    """The calendar day where the survey is at home: at the event, else at the office."""
    place = survey.event or survey.office
    return local_today(at, place.time_zone)


def token_of(respondent: Respondent) -> str:
    """The secret of the link in the mail: for this person in this survey, and nothing else."""
    return signing.dumps({"asked": respondent.pk, "at": respondent.asked_at.isoformat()}, salt=LINK)


def link_of(respondent: Respondent) -> str:
    return reverse("programmes:answer", args=[token_of(respondent)])


@dataclass(frozen=True, slots=True)
class Door:
    """What a link leads to: the respondent, and how it stands ("" open, else why not)."""

    respondent: Respondent | None
    state: str = ""


def behind(token: str, at: datetime) -> Door:
    """Where a link leads at the moment `at`: open, or "unknown", "answered", "planned", "closed"."""
    try:
        found = signing.loads(token, salt=LINK, max_age=LINK_LASTS)
    except signing.BadSignature:
        return Door(None, "unknown")
    rows = Respondent.objects.select_related("survey__event", "survey__office", "person")
    respondent = rows.filter(pk=found["asked"]).first()
    if respondent is None or respondent.asked_at.isoformat() != found["at"]:
        return Door(None, "unknown")
    if respondent.has_answered:
        return Door(respondent, "answered")
    return Door(respondent, state_of(respondent.survey, at))


def state_of(survey: Survey, at: datetime) -> str:
    """Whether a survey takes answers at a moment: "" when it does. Its last day counts in full."""
    if survey.status == SurveyStatus.PLANNED:
        return "planned"
    if survey.status != SurveyStatus.OPEN or local_day(survey, at) > survey.closes_on:
        return "closed"
    return ""
