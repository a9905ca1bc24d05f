"""Addresses of pillar 3."""

from django.urls import path

from programmes import views

app_name = "programmes"

urlpatterns = [
    path("", views.ProgrammeList.as_view(), name="programme-list"),
    path("new/", views.ProgrammeCreate.as_view(), name="programme-create"),
    path("<int:pk>/", views.ProgrammeDetail.as_view(), name="programme-detail"),
    path("<int:pk>/edit/", views.ProgrammeEdit.as_view(), name="programme-edit"),
]
