"""Records behind the addresses of questionnaires, surveys and the calendar."""

from tests.factories.programmes import EventFactory
from tests.factories.surveys import (
    QuestionFactory,
    QuestionnaireFactory,
    RespondentFactory,
    ResponseFactory,
    SurveyFactory,
)


def furnish(cast: dict) -> dict[str, dict]:
    office, member = cast["office"], cast["member"]
    sheet = QuestionnaireFactory(office=office)
    question = QuestionFactory(questionnaire=sheet)
    event = EventFactory(office=office, status="held")
    needs = QuestionnaireFactory(office=office, beat="needs")
    survey = SurveyFactory(office=office, questionnaire=needs, status="open")
    asked = RespondentFactory(
        survey=survey, person=cast["coordinator"].person, administration=member
    )
    told = SurveyFactory(office=office, questionnaire=needs, status="closed")
    ResponseFactory(survey=told, administration=member, is_counted=True)
    planned = SurveyFactory(office=office, questionnaire=needs)
    return {
        "programmes:questionnaire-list": {},
        "programmes:questionnaire-create": {},
        "programmes:questionnaire-": {"pk": sheet.pk},
        "programmes:question-create": {"pk": sheet.pk},
        "programmes:question-": {"pk": question.pk},
        "programmes:survey-list": {},
        "programmes:survey-create": {},
        "programmes:survey-": {"pk": survey.pk},
        "programmes:survey-step": {"pk": planned.pk, "step": "open"},
        "programmes:survey-results": {"pk": told.pk},
        "programmes:survey-mine": {"pk": asked.pk},
        "programmes:answer": {"token": "unknown"},
        "programmes:evaluation": {},
        "programmes:event-evaluation": {"pk": event.pk},
        "programmes:event-surveys-plan": {"pk": event.pk},
        "programmes:calendar": {},
        "programmes:calendar-feed": {},
        "programmes:calendar-event": {"pk": event.pk},
        "programmes:calendar-event-file": {"pk": event.pk},
        "api:questionnaires-": {"pk": sheet.pk},
        "api:surveys-": {"pk": survey.pk},
        "api:surveys-step": {"pk": planned.pk, "step": "open"},
    }
