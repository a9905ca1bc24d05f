"""Addresses of pillar 3."""

from django.urls import path

from programmes.views import agenda, events, home, programmes

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
    # Questionnaires and surveys.
    # Requests for assistance and training centres.
]
