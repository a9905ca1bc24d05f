"""Addresses of pillar 3."""

from django.urls import path

from programmes.views import events, programmes

app_name = "programmes"

urlpatterns = [
    path("", programmes.ProgrammeList.as_view(), name="programme-list"),
    path("new/", programmes.ProgrammeCreate.as_view(), name="programme-create"),
    path("<int:pk>/", programmes.ProgrammeDetail.as_view(), name="programme-detail"),
    path("<int:pk>/edit/", programmes.ProgrammeEdit.as_view(), name="programme-edit"),
    path("events/", events.EventList.as_view(), name="event-list"),
    path("events/new/", events.EventCreate.as_view(), name="event-create"),
    path("events/<int:pk>/", events.EventDetail.as_view(), name="event-detail"),
    path("events/<int:pk>/edit/", events.EventEdit.as_view(), name="event-edit"),
    path("events/<int:pk>/steps/<slug:step>/", events.EventStep.as_view(), name="event-step"),
    # Agenda, resource persons, copies, the calendar.
    # Invitations, nominations, selection, attendance, certificates.
    # Questionnaires and surveys.
    # Requests for assistance and training centres.
]
