"""Addresses of pillar 3."""

from django.urls import path

from programmes.views import (
    agenda,
    answers,
    attendance,
    certificates,
    events,
    home,
    invitations,
    nominations,
    nominee_imports,
    participants,
    participation,
    programmes,
    selection,
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
    path("seats/<str:token>/", answers.NominationAnswer.as_view(), name="nomination-answer"),
    path("seats/<str:token>/letter.pdf", answers.answer_letter, name="nomination-answer-letter"),
    path("participation/", participation.Participation.as_view(), name="participation"),
    # Questionnaires and surveys.
    # Requests for assistance and training centres.
]
