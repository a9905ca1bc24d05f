"""Addresses of pillar 3."""

from django.urls import path

from programmes.views import (
    agenda,
    answers,
    asking,
    calendar,
    centres,
    evaluation,
    event_evaluation,
    events,
    home,
    moving,
    outcomes,
    programmes,
    questionnaires,
    requests,
    resources,
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
    path("events/<int:pk>/centres/", centres.EventCentres.as_view(), name="event-centres"),
    path("events/<int:pk>/move/", moving.EventMove.as_view(), name="event-move"),
    path("events/<int:pk>/copy/", moving.EventCopy.as_view(), name="event-copy"),
    path("outcomes/", outcomes.OutcomeList.as_view(), name="outcome-list"),
    path(
        "events/<int:pk>/resource-persons/",
        asking.EventResources.as_view(),
        name="event-resources",
    ),
    path("events/<int:pk>/resource-persons/ask/", asking.EventAsk.as_view(), name="event-ask"),
    path("resource-places/<int:pk>/", asking.resource_place, name="resource-place"),
    path(
        "resource-places/<int:pk>/steps/<slug:step>/",
        asking.ResourceStep.as_view(),
        name="resource-step",
    ),
    path(
        "resource-places/answer/<str:token>/",
        asking.ResourceAnswer.as_view(),
        name="resource-answer",
    ),
    path("resource-persons/", resources.ProfileList.as_view(), name="profile-list"),
    path("resource-persons/new/", resources.ProfileCreate.as_view(), name="profile-create"),
    path("resource-persons/<int:pk>/", resources.ProfileDetail.as_view(), name="profile-detail"),
    path("resource-persons/<int:pk>/edit/", resources.ProfileEdit.as_view(), name="profile-edit"),
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
    path("requests/", requests.RequestList.as_view(), name="request-list"),
    path("requests/new/", requests.RequestCreate.as_view(), name="request-create"),
    path("requests/<int:pk>/", requests.RequestDetail.as_view(), name="request-detail"),
    path("requests/<int:pk>/edit/", requests.RequestEdit.as_view(), name="request-edit"),
    path("requests/<int:pk>/office/", requests.RequestOffice.as_view(), name="request-office"),
    path(
        "requests/<int:pk>/steps/<slug:step>/", requests.RequestStep.as_view(), name="request-step"
    ),
    path("training-centres/", centres.CentreList.as_view(), name="centre-list"),
    path("training-centres/compendium.pdf", centres.compendium_pdf, name="compendium"),
    path("training-centres/new/", centres.CentreCreate.as_view(), name="centre-create"),
    path("training-centres/<int:pk>/", centres.CentreDetail.as_view(), name="centre-detail"),
    path("training-centres/<int:pk>/edit/", centres.CentreEdit.as_view(), name="centre-edit"),
    path(
        "training-centres/<int:pk>/courses/new/",
        centres.CourseCreate.as_view(),
        name="course-create",
    ),
    path("courses/<int:pk>/edit/", centres.CourseEdit.as_view(), name="course-edit"),
    path("courses/<int:pk>/delete/", centres.CourseDelete.as_view(), name="course-delete"),
]
