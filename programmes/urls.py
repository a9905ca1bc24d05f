"""Addresses of pillar 3."""

from django.urls import path

from programmes.views import (
    agenda,
    answers,
    calendar,
    evaluation,
    event_evaluation,
    events,
    home,
    programmes,
    questionnaires,
    surveys,
)

app_name = "programmes"

urlpatterns = [
    path("", home.Home.as_view(), name="home"),
    path("programmes/", programmes.ProgrammeList.as_view(), name="programme-list"),
    path("programmes/new/", programmes.ProgrammeCreate.as_view(), name="programme-create"),
    path("programmes/<int:pk>/", programmes.ProgrammeDetail.as_view(), name="programme-detail"),
    path("programmes/<int:pk>/edit/", programmes.ProgrammeEdit.as_view(), name="programme-edit"),
    path("events/", events.EventList.as_view(), name="event-list"),
    path("events/new/", events.EventCreate.as_view(), name="event-create"),
    path("events/<int:pk>/", events.EventDetail.as_view(), name="event-detail"),
    path("events/<int:pk>/edit/", events.EventEdit.as_view(), name="event-edit"),
    path("events/<int:pk>/steps/<slug:step>/", events.EventStep.as_view(), name="event-step"),
    path("events/<int:pk>/past/", events.EventPast.as_view(), name="event-past"),
    # Agenda and resource persons.
    path("events/<int:pk>/agenda/", agenda.EventAgenda.as_view(), name="event-agenda"),
    path("events/<int:pk>/agenda/new/", agenda.SessionCreate.as_view(), name="session-create"),
    path("sessions/<int:pk>/edit/", agenda.SessionEdit.as_view(), name="session-edit"),
    path("sessions/<int:pk>/delete/", agenda.SessionDelete.as_view(), name="session-delete"),
    # The calendar.
    path("calendar/", calendar.CalendarPage.as_view(), name="calendar"),
    path("calendar.ics", calendar.calendar_feed, name="calendar-feed"),
    path("calendar/<int:pk>/", calendar.CalendarEvent.as_view(), name="calendar-event"),
    path("calendar/<int:pk>.ics", calendar.calendar_event_file, name="calendar-event-file"),
    # Invitations, nominations, selection, attendance, certificates.
    # Questionnaires and surveys.
    path("questionnaires/", questionnaires.QuestionnaireList.as_view(), name="questionnaire-list"),
    path(
        "questionnaires/new/",
        questionnaires.QuestionnaireCreate.as_view(),
        name="questionnaire-create",
    ),
    path(
        "questionnaires/<int:pk>/",
        questionnaires.QuestionnaireDetail.as_view(),
        name="questionnaire-detail",
    ),
    path(
        "questionnaires/<int:pk>/edit/",
        questionnaires.QuestionnaireEdit.as_view(),
        name="questionnaire-edit",
    ),
    path(
        "questionnaires/<int:pk>/copy/",
        questionnaires.QuestionnaireCopy.as_view(),
        name="questionnaire-copy",
    ),
    path(
        "questionnaires/<int:pk>/preview/",
        questionnaires.QuestionnairePreview.as_view(),
        name="questionnaire-preview",
    ),
    path(
        "questionnaires/<int:pk>/questions/new/",
        questionnaires.QuestionCreate.as_view(),
        name="question-create",
    ),
    path("questions/<int:pk>/edit/", questionnaires.QuestionEdit.as_view(), name="question-edit"),
    path("questions/<int:pk>/move/", questionnaires.QuestionMove.as_view(), name="question-move"),
    path(
        "questions/<int:pk>/delete/",
        questionnaires.QuestionDelete.as_view(),
        name="question-delete",
    ),
    path("surveys/", surveys.SurveyList.as_view(), name="survey-list"),
    path("surveys/new/", surveys.SurveyCreate.as_view(), name="survey-create"),
    path("surveys/<int:pk>/", surveys.SurveyDetail.as_view(), name="survey-detail"),
    path("surveys/<int:pk>/edit/", surveys.SurveyEdit.as_view(), name="survey-edit"),
    path("surveys/<int:pk>/steps/<slug:step>/", surveys.SurveyStep.as_view(), name="survey-step"),
    path("surveys/<int:pk>/remind/", surveys.SurveyNudge.as_view(), name="survey-nudge"),
    path("surveys/<int:pk>/export/", surveys.SurveyExport.as_view(), name="survey-export"),
    path("surveys/mine/<int:pk>/", surveys.survey_mine, name="survey-mine"),
    path("surveys/answer/<str:token>/", answers.Answer.as_view(), name="answer"),
    path("evaluation/", evaluation.Evaluation.as_view(), name="evaluation"),
    path(
        "events/<int:pk>/evaluation/",
        event_evaluation.EventEvaluation.as_view(),
        name="event-evaluation",
    ),
    path(
        "events/<int:pk>/evaluation/plan/",
        event_evaluation.EventSurveysPlan.as_view(),
        name="event-surveys-plan",
    ),
    # Requests for assistance and training centres.
]
