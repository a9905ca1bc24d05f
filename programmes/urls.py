"""Addresses of pillar 3."""

from django.urls import path

from programmes.views import (
    agenda,
    answers,
    attendance,
    calendar,
    certificates,
    evaluation,
    event_evaluation,
    events,
    home,
    invitations,
    nominations,
    nominee_imports,
    participants,
    participation,
    programmes,
    questionnaires,
    seats,
    selection,
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
    path(
        "events/<int:pk>/participants/",
        participants.EventParticipants.as_view(),
        name="event-participants",
    ),
    path("events/<int:pk>/invite/", invitations.EventInvite.as_view(), name="event-invite"),
    path(
        "events/<int:pk>/nominees/import/",
        nominee_imports.EventImport.as_view(),
        name="event-nomination-import",
    ),
    path("events/<int:pk>/selection/", selection.Selection.as_view(), name="event-selection"),
    path("events/<int:pk>/selection/send/", selection.EventResults.as_view(), name="event-results"),
    path("events/<int:pk>/selection/offer/", selection.EventOffer.as_view(), name="event-offer"),
    path("events/<int:pk>/letters.pdf", selection.EventLetters.as_view(), name="event-letters"),
    path("events/<int:pk>/attendance/", attendance.Attendance.as_view(), name="event-attendance"),
    path("events/<int:pk>/attendance/new/", attendance.WalkIn.as_view(), name="event-walk-in"),
    path(
        "events/<int:pk>/certificates/",
        attendance.EventCertificates.as_view(),
        name="event-certificates",
    ),
    path(
        "events/<int:pk>/certificates.pdf",
        attendance.EventCertificatesPdf.as_view(),
        name="event-certificates-pdf",
    ),
    path(
        "certificates/<int:pk>/withdraw/",
        certificates.CertificateWithdraw.as_view(),
        name="certificate-withdraw",
    ),
    path("invitations/", invitations.InvitationList.as_view(), name="invitation-list"),
    path("invitations/<int:pk>/", invitations.InvitationDetail.as_view(), name="invitation-detail"),
    path(
        "invitations/<int:pk>/edit/", invitations.InvitationEdit.as_view(), name="invitation-edit"
    ),
    path(
        "invitations/<int:pk>/ranks/",
        invitations.InvitationRanks.as_view(),
        name="invitation-ranks",
    ),
    path(
        "invitations/<int:pk>/steps/<slug:step>/",
        invitations.InvitationStep.as_view(),
        name="invitation-step",
    ),
    path(
        "invitations/<int:pk>/nominate/",
        nominations.NominationCreate.as_view(),
        name="nomination-create",
    ),
    path(
        "invitations/<int:pk>/import/",
        nominee_imports.InvitationImport.as_view(),
        name="nomination-import",
    ),
    path(
        "nominee-lists/<int:pk>/",
        nominee_imports.ImportPreview.as_view(),
        name="nomination-import-preview",
    ),
    path("nominees.xlsx", nominee_imports.template, name="nomination-template"),
    path("nominations/", nominations.NominationList.as_view(), name="nomination-list"),
    path("nominations/<int:pk>/", nominations.NominationDetail.as_view(), name="nomination-detail"),
    path(
        "nominations/<int:pk>/edit/", nominations.NominationEdit.as_view(), name="nomination-edit"
    ),
    path(
        "nominations/<int:pk>/remove/",
        nominations.NominationRemove.as_view(),
        name="nomination-remove",
    ),
    path(
        "nominations/<int:pk>/replace/",
        nominations.NominationReplace.as_view(),
        name="nomination-replace",
    ),
    path(
        "nominations/<int:pk>/steps/<slug:step>/",
        nominations.NominationStep.as_view(),
        name="nomination-step",
    ),
    path("nominations/<int:pk>/letter.pdf", nominations.letter, name="nomination-letter"),
    path("seats/<str:token>/", seats.NominationAnswer.as_view(), name="nomination-answer"),
    path("seats/<str:token>/letter.pdf", seats.answer_letter, name="nomination-answer-letter"),
    path("participation/", participation.Participation.as_view(), name="participation"),
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
