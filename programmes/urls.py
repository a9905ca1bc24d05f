"""Addresses of pillar 3."""

from django.urls import path

from programmes.views import (
    agenda,
    asking,
    centres,
    events,
    home,
    moving,
    outcomes,
    programmes,
    requests,
    resources,
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
    # Invitations, nominations, selection, attendance, certificates.
    # Questionnaires and surveys.
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
